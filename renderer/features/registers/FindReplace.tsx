import { Search as SearchIcon } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { isFixed } from '../../../shared/domain/edits/fixedFields';
import { chordFor } from '../../../shared/domain/keys/keyTable';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import { recordName } from '../../../shared/domain/records/recordName';
import {
  replacementsIn,
  typedReplacements,
  type Replacement,
} from '../../../shared/domain/records/findReplace';
import type { AnyRecord } from '../../../shared/domain/register/record';
import type { RegisterId } from '../../../shared/domain/registers/all';
import { fieldLabel } from '../../../shared/domain/review/valueText';
import type { Workbook } from '../../../shared/domain/workbook';
import { useCommands } from '../../state/commands';
import type { RecordEditing } from '../../state/recordEditing';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { IconButton } from '../../ui/IconButton';
import { Panel } from '../../ui/Panel';
import { TextField } from '../../ui/TextField';
import { REGISTER_KEYS } from './pageKeys';

export interface FindReplaceProps {
  readonly workbook: Workbook;
  readonly register: RegisterId;
  /** The records on the screen, and the columns. */
  readonly records: readonly AnyRecord[];
  readonly fields: readonly string[];
  readonly editing: RecordEditing;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const SHOWN = 5;

/** Finds words in what is on the screen, shows what would change, and changes all of it in one step. */
export function FindReplace(props: FindReplaceProps): ReactNode {
  const { isOpen, onOpenChange } = props;
  return (
    <Panel
      label="Find and replace"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton label="Find and replace" keys={chordFor(REGISTER_KEYS, 'replace')}>
          <SearchIcon size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      }
    >
      <FindForm {...props} />
    </Panel>
  );
}

function FindForm({
  workbook,
  register,
  records,
  fields,
  editing,
  onOpenChange,
}: FindReplaceProps): ReactNode {
  const commands = useCommands();
  const [find, setFind] = useState('');
  const [replace, setReplace] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const found = useMemo(
    () => replacementsIn(workbook, register, { records, fields }, { find, replace, matchCase }),
    [workbook, register, records, fields, find, replace, matchCase],
  );
  const cells = typedReplacements(found);
  const run = (): void => {
    if (cells.length === 0) return;
    const { accepted } = editing.type(cells);
    onOpenChange(false);
    if (accepted > 0) commands.sayDone(`${capitalized(counted(accepted, 'cell'))} changed.`);
  };
  return (
    <form
      className="find-form"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <TextField label="Find" value={find} onChange={setFind} autoFocus />
      <TextField label="Replace with" value={replace} onChange={setReplace} />
      <Checkbox isChecked={matchCase} onChange={setMatchCase}>
        Match capital letters
      </Checkbox>
      <div className="find-found" role="status">
        <p className="small t2">{foundWords(find, found)}</p>
        {fields.some((field) => isFixed(register, field)) && (
          <p className="small t3">What stays as it was written is not looked into.</p>
        )}
        <ul>
          {found.slice(0, SHOWN).map(({ id, field, before, after }) => (
            <li key={`${id}/${field}`} className="small">
              <span className="t3">
                {recordName(workbook, register, id)}, {fieldLabel(register, field).toLowerCase()}
              </span>
              <span className="clip" title={after}>
                {before} → {after === '' ? '(empty)' : after}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Button type="submit" variant="primary" isDisabled={cells.length === 0}>
        {cells.length === 0 ? 'Replace' : `Replace in ${counted(cells.length, 'cell')}`}
      </Button>
    </form>
  );
}

function foundWords(find: string, found: readonly Replacement[]): string {
  if (find === '') return 'Looks in the rows and columns that are shown.';
  const times = found.reduce((sum, { count }) => sum + count, 0);
  if (times === 0) return 'Found nowhere in the rows and columns that are shown.';
  return `Found ${counted(times, 'time')} in ${counted(found.length, 'cell')}.`;
}
