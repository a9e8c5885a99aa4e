import type { ReactNode } from 'react';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import type { StoredValue } from '../../../shared/domain/register/field';
import { textOf } from '../../../shared/domain/register/parseText';
import { registers, type Task } from '../../../shared/domain/registers/all';
import { recordTitle } from '../../../shared/domain/assemble';
import { isRegisterId } from '../../../shared/domain/registers/all';
import type { Conflict, Workbook } from '../../../shared/domain/workbook';
import type { Commands } from '../../state/commands';
import { Button } from '../../ui/Button';
import { StatusShape } from '../../ui/StatusShape';
import { setTask } from './setTask';

export interface TaskConflictsProps {
  readonly plan: Plan;
  readonly task: Task;
  readonly commands: Commands;
}

/** Fields that were written apart: every value, who wrote it, and a choice that is an ordinary edit. */
export function TaskConflicts({ plan, task, commands }: TaskConflictsProps): ReactNode {
  const { workbook } = plan;
  const conflicts = workbook.conflicts.filter(({ register, id }) => register === 'tasks' && id === task.id);
  return conflicts.map((conflict) => (
    <section key={conflict.field} className="task-conflict" aria-label={`Decide: ${labelOf(conflict)}`}>
      <p className="med">
        <StatusShape kind="decide">
          {labelOf(conflict)}: {conflict.values.length} values were written apart. Choose one.
        </StatusShape>
      </p>
      {conflict.values.map(({ value, by, at }) => (
        <div key={`${by} ${at}`} className="row">
          <span className="task-conflict-value">
            <span className="med">{valueText(workbook, conflict.field, value)}</span>
            <span className="t3 small">
              {by}, {formatDate(at.slice(0, 10))}
            </span>
          </span>
          <Button
            label={`Use ${valueText(workbook, conflict.field, value)} from ${by}`}
            onPress={() => choose(commands, conflict, value)}
          >
            Use this
          </Button>
        </div>
      ))}
    </section>
  ));
}

function labelOf({ field }: Conflict): string {
  const described = fieldOf(field);
  return described?.label ?? 'Whether it was removed';
}

function fieldOf(name: string) {
  return Object.entries(registers.tasks.fields).find(([field]) => field === name)?.[1];
}

function valueText(workbook: Workbook, field: string, value: unknown): string {
  const described = fieldOf(field);
  if (described === undefined) return value === true ? 'In the bin' : 'Kept';
  const text = textOf(described, value as StoredValue, {
    currency: '',
    titleOf: (register, id) => (isRegisterId(register) ? recordTitle(workbook, register, id) : undefined),
  });
  return text === '' ? 'Empty' : text;
}

function choose(commands: Commands, { id, field }: Conflict, value: unknown): void {
  if (field === 'archived')
    commands.edit('Choose a value', { kind: value === true ? 'archive' : 'restore', register: 'tasks', id });
  else commands.run(setTask('Choose a value', id, { [field]: value as StoredValue }));
}
