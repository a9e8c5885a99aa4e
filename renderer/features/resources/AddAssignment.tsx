/** Asks who works on what, and for how much of the day; nothing is written before all of it is said. */
import { useMemo, useState, type ReactNode } from 'react';
import { assign, assignable, type Who } from '../../../shared/domain/commands/assignments';
import { recordName } from '../../../shared/domain/records/recordName';
import { registers } from '../../../shared/domain/registers/all';
import { taskInRow, type Workbook } from '../../../shared/domain/workbook';
import { useCommands } from '../../state/commands';
import { Button } from '../../ui/Button';
import { ComboBox } from '../../ui/ComboBox';
import { DialogBox } from '../../ui/DialogBox';
import { NumberField } from '../../ui/NumberField';

const SHARE = registers.assignments.fields.unitsPercent;

export interface AddAssignmentProps {
  readonly workbook: Workbook;
  /** @param id the new assignment */
  readonly onDone: (id: string) => void;
  readonly onClose: () => void;
}

export function AddAssignment({ workbook, onDone, onClose }: AddAssignmentProps): ReactNode {
  const commands = useCommands();
  const [task, setTask] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [share, setShare] = useState<number>(SHARE.default);
  const tasks = useMemo(() => openTasks(workbook), [workbook]);
  const people = useMemo(() => assignable(workbook, task), [workbook, task]);
  const who = people.find(({ id }) => id === chosen);
  const add = (): void => {
    if (task === null || who === undefined) return;
    const id = commands.newId();
    if (commands.run(assign(workbook, { id, task, who, unitsPercent: share }))) onDone(id);
  };
  return (
    <DialogBox
      title="Who works on what?"
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={task === null || who === undefined} onPress={add}>
            Assign
          </Button>
        </>
      }
    >
      <div className="load-form">
        <ComboBox
          label="Task"
          placeholder="Type part of its name"
          choices={tasks}
          value={task}
          onChange={setTask}
          autoFocus
        />
        <ComboBox
          label="Person or role"
          placeholder={people.length === 0 ? 'Nobody is in Team yet' : 'Who works on it'}
          choices={people.map((each) => ({
            id: each.id,
            label: recordName(workbook, each.register, each.id),
            ...hintOf(each),
          }))}
          value={who?.id ?? null}
          onChange={setChosen}
        />
        <NumberField
          label={SHARE.label}
          description="Of a full working day, on every working day of the task."
          value={share}
          unit="%"
          min={SHARE.min}
          max={SHARE.max}
          onChange={(value) => {
            setShare(value ?? SHARE.default);
          }}
        />
      </div>
    </DialogBox>
  );
}

function hintOf({ register }: Who): { readonly hint?: string } {
  return register === 'roles' ? { hint: 'role' } : {};
}

/** Tasks that take somebody's time and are not done, in the order of the outline. */
function openTasks(
  workbook: Workbook,
): { readonly id: string; readonly label: string; readonly hint: string }[] {
  return workbook.outline.rows.flatMap(({ hasChildren }, row) => {
    const task = hasChildren ? undefined : taskInRow(workbook, row);
    if (task === undefined || task.kind === 'milestone' || task.kind === 'summary') return [];
    if (task.percentComplete >= 100) return [];
    return [{ id: task.id, label: task.name, hint: String(row + 1) }];
  });
}
