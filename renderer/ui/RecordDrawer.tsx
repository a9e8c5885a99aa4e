/** Everything about one record: what is wrong with it, what was written apart, and all its fields. */
import { Link, Trash2 } from 'lucide-react';
import { useContext, type ReactNode } from 'react';
import { chordFor } from '../../shared/domain/keys/keyTable';
import type { Plan } from '../../shared/domain/plan';
import { recordName } from '../../shared/domain/records/recordName';
import { definitionOf } from '../../shared/domain/registers/all';
import { tableOf, type Conflict } from '../../shared/domain/workbook';
import { copyText } from './copyText';
import { Drawer } from './Drawer';
import { EditRefusal } from './grid/EditRefusal';
import { GRID_KEYS } from './grid/gridKeys';
import { IconButton } from './IconButton';
import { RecordNews } from './RecordNews';
import { RecordForm, type RecordFormProps, type RecordWriter } from './RecordForm';
import { RecordMore, type RecordMoreProps } from './RecordMore';

export interface RecordDrawerWriter extends RecordWriter {
  readonly choose: (conflict: Conflict, index: number) => void;
  readonly remove: (ids: readonly string[]) => void;
}

export interface LinkToCopy {
  readonly link: string;
  readonly onLinkCopied: () => void;
}

export interface RecordDrawerProps extends Omit<RecordFormProps, 'workbook' | 'editing'> {
  readonly plan: Plan;
  readonly editing: RecordDrawerWriter;
  /** A line above the title: where the record belongs. */
  readonly context?: ReactNode;
  /** What the record comes to, above everything else. */
  readonly summary?: ReactNode;
  /** What surrounds it, below its fields. */
  readonly more: RecordMoreProps & LinkToCopy;
  /** Over the page, as in narrow windows. */
  readonly isOver: boolean;
  readonly onClose: () => void;
}

export function RecordDrawer({
  plan,
  context,
  summary,
  more,
  isOver,
  onClose,
  ...form
}: RecordDrawerProps): ReactNode {
  const { register, id, editing } = form;
  const isRefused = useContext(EditRefusal) !== null;
  const isReadOnly = isRefused || form.isReadOnly === true;
  const definition = definitionOf(register);
  const record = tableOf(plan.workbook, register).byId.get(id);
  if (record === undefined) return null;
  return (
    <Drawer
      title={recordName(plan.workbook, register, id)}
      context={context ?? definition.singular}
      onClose={onClose}
      isOver={isOver}
      tools={
        <>
          <CopyLink {...more} />
          {!isReadOnly && (
            <IconButton
              label="Move to the bin"
              keys={chordFor(GRID_KEYS, 'removeRows')}
              onPress={() => {
                onClose();
                editing.remove([id]);
              }}
            >
              <Trash2 size={16} strokeWidth={1.5} aria-hidden />
            </IconButton>
          )}
        </>
      }
    >
      {summary}
      <RecordNews plan={plan} register={register} id={id} onChoose={editing.choose} />
      <RecordForm workbook={plan.workbook} {...form} isReadOnly={isReadOnly} />
      <RecordMore {...more} />
    </Drawer>
  );
}

/** Copies the text that leads to a record when it is pasted into notes or a comment. */
export function CopyLink({ link, onLinkCopied }: LinkToCopy): ReactNode {
  return (
    <IconButton
      label="Copy a link to this"
      onPress={() => {
        if (copyText(link)) onLinkCopied();
      }}
    >
      <Link size={16} strokeWidth={1.5} aria-hidden />
    </IconButton>
  );
}
