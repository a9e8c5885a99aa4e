/** Everything about one record: what is wrong with it, what was written apart, and all its fields. */
import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { problemText } from '../../shared/domain/base/problemText';
import { conflictsOf } from '../../shared/domain/commands/conflictChoice';
import { formatDate } from '../../shared/domain/format/dates';
import type { Plan } from '../../shared/domain/plan';
import { titleOf } from '../../shared/domain/register/record';
import { definitionOf } from '../../shared/domain/registers/all';
import { fieldLabel, valueText } from '../../shared/domain/review/valueText';
import type { Conflict } from '../../shared/domain/workbook';
import { ConflictChoice } from './ConflictChoice';
import { Drawer } from './Drawer';
import { IconButton } from './IconButton';
import { Note } from './Note';
import { RecordForm, type RecordFormProps, type RecordWriter } from './RecordForm';

export interface RecordDrawerWriter extends RecordWriter {
  readonly choose: (conflict: Conflict, index: number) => void;
  readonly remove: (ids: readonly string[]) => void;
}

export interface RecordDrawerProps extends Omit<RecordFormProps, 'workbook' | 'editing'> {
  readonly plan: Plan;
  readonly editing: RecordDrawerWriter;
  /** A line above the title: where the record belongs. */
  readonly context?: ReactNode;
  /** What the record comes to, above everything else. */
  readonly summary?: ReactNode;
  /** What belongs to it, below its fields. */
  readonly children?: ReactNode;
  /** Over the page, as in narrow windows. */
  readonly isOver: boolean;
  readonly onClose: () => void;
}

export function RecordDrawer({
  plan,
  context,
  summary,
  children,
  isOver,
  onClose,
  ...form
}: RecordDrawerProps): ReactNode {
  const { register, record, editing, isReadOnly = false } = form;
  const definition = definitionOf(register);
  return (
    <Drawer
      title={titleOf(definition, record)}
      context={context ?? definition.singular}
      onClose={onClose}
      isOver={isOver}
      tools={
        !isReadOnly && (
          <IconButton
            label="Move to the bin"
            keys="Ctrl Delete"
            onPress={() => {
              onClose();
              editing.remove([record.id]);
            }}
          >
            <Trash2 size={16} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )
      }
    >
      {summary}
      <RecordNews plan={plan} {...form} />
      <RecordForm workbook={plan.workbook} {...form} />
      {children}
    </Drawer>
  );
}

type RecordNewsProps = Pick<RecordDrawerProps, 'plan' | 'register' | 'record'> & {
  readonly editing: Pick<RecordDrawerWriter, 'choose'>;
};

const TONES = { error: 'bad', warning: 'warn', info: 'plain' } as const;

/** Values that were written apart, with the choice between them, and what the plan finds wrong with a record. */
export function RecordNews({ plan, register, record, editing }: RecordNewsProps): ReactNode {
  const { workbook, findings } = plan;
  const found = findings.filter(
    (finding) =>
      finding.register === register && finding.id === record.id && finding.problem.code !== 'plan/unresolved',
  );
  return (
    <>
      {conflictsOf(workbook, record.id).map((conflict) => (
        <ConflictChoice
          key={conflict.field}
          label={fieldLabel(register, conflict.field)}
          values={conflict.values.map(({ value, by, at }) => ({
            text: valueText(workbook, register, conflict.field, value),
            by: `${by}, ${formatDate(at.slice(0, 10), 'weekday')}`,
          }))}
          onChoose={(index) => editing.choose(conflict, index)}
        />
      ))}
      {found.length > 0 && (
        <div className="record-notes">
          {found.map(({ problem, level, field }) => (
            <Note key={`${problem.code}${field ?? ''}`} tone={TONES[level]} title={problemText(problem)} />
          ))}
        </div>
      )}
    </>
  );
}
