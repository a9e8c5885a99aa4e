/** Who works on a task: each with a share of the day, which can be changed and taken away. */
import { X } from 'lucide-react';
import { useContext, useMemo, useState, type ReactNode } from 'react';
import {
  assign,
  assignable,
  assignmentsOf,
  changeShare,
  removeAssignment,
} from '../../../shared/domain/commands/assignments';
import { formatPercent } from '../../../shared/domain/format/amounts';
import type { Plan } from '../../../shared/domain/plan';
import { recordName, recordTitle } from '../../../shared/domain/records/recordName';
import { registers, type Assignment, type Task } from '../../../shared/domain/registers/all';
import { assigneeOf, isOver, loadOf, loadPercent, worstOf } from '../../../shared/domain/resources/load';
import { weekOfDay } from '../../../shared/domain/resources/weeks';
import { goTo } from '../../state/navigation';
import { ComboBox } from '../../ui/ComboBox';
import { EditRefusal } from '../../ui/grid/EditRefusal';
import { IconButton } from '../../ui/IconButton';
import { NumberField } from '../../ui/NumberField';
import type { TaskActions } from './useTaskActions';

export interface TaskAssignedProps {
  readonly plan: Plan;
  readonly task: Task;
  readonly actions: TaskActions;
}

export function TaskAssigned(props: TaskAssignedProps): ReactNode {
  const { plan, task } = props;
  const { workbook } = plan;
  const isReadOnly = useContext(EditRefusal) !== null;
  const assigned = assignmentsOf(workbook, task.id);
  const takesTime = plan.schedule.work(task.id) !== undefined;
  // Where nobody can be assigned, what stands there all the same can still be taken away.
  if (!takesTime && assigned.length === 0) return null;
  return (
    <section className="task-links" aria-label="Assigned">
      <h3 className="h3">Assigned</h3>
      {assigned.length === 0 && (
        <p className="t3">Nobody yet. Who does the work, and for how much of the day?</p>
      )}
      {!takesTime && <p className="t3">It takes no time of its own: assign the tasks that do.</p>}
      <ul>
        {assigned.map((assignment) => (
          <AssignedItem key={assignment.id} {...props} assignment={assignment} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {!isReadOnly && takesTime && <AssignSomebody {...props} />}
    </section>
  );
}

const SHARE = registers.assignments.fields.unitsPercent;

interface AssignedItemProps extends TaskAssignedProps {
  readonly assignment: Assignment;
  readonly isReadOnly: boolean;
}

function AssignedItem({ plan, task, actions, assignment, isReadOnly }: AssignedItemProps): ReactNode {
  const { run } = actions.commands;
  const name = whoText(plan, assignment);
  return (
    <li>
      <div className="row">
        <button
          type="button"
          className="task-link clip"
          title={name}
          onClick={() => {
            goTo({ page: 'resources', record: { register: 'assignments', id: assignment.id } });
          }}
        >
          {name}
        </button>
        <span className="sp" />
        {!isReadOnly && (
          <IconButton
            label={`Take ${name} off this task`}
            onPress={() => run(removeAssignment(assignment.id))}
          >
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {isReadOnly ? (
        <p className="t2 small">{formatPercent(assignment.unitsPercent)} of the day</p>
      ) : (
        <NumberField
          label={`${SHARE.label} of ${name}`}
          hidesLabel
          value={assignment.unitsPercent}
          unit="% of the day"
          min={SHARE.min}
          max={SHARE.max}
          onChange={(share) => run(changeShare(assignment.id, share ?? SHARE.default))}
        />
      )}
      <Strain plan={plan} task={task} assignment={assignment} />
    </li>
  );
}

/** `Luis Romero`; with the role where it is for whoever holds that. */
function whoText({ workbook }: Plan, assignment: Assignment): string {
  const assignee = assigneeOf(workbook, assignment);
  const role = assignment.person === null ? recordTitle(workbook, 'roles', assignment.role ?? '') : '';
  switch (assignee.kind) {
    case 'person':
      return role === '' ? assignee.person.name : `${assignee.person.name}, ${role}`;
    case 'gone':
      return `${assignee.person.name} (in the bin)`;
    case 'open':
      return `${assignee.role} (nobody yet)`;
    case 'unknown':
      return 'Nobody';
  }
}

/** Says it while the task has them in weeks above what they have. */
function Strain({
  plan,
  task,
  assignment,
}: Omit<TaskAssignedProps, 'actions'> & { assignment: Assignment }): ReactNode {
  const { workbook, schedule } = plan;
  const work = schedule.work(task.id);
  const assignee = assigneeOf(workbook, assignment);
  if (work === undefined || assignee.kind !== 'person' || task.percentComplete >= 100) return null;
  const load = loadOf(workbook, schedule).find(({ person }) => person.id === assignee.person.id);
  const [from, to] = [weekOfDay(work.startDay), weekOfDay(work.finishDay)];
  const worst = worstOf(
    load?.weeks.filter((week) => isOver(week) && week.week >= from && week.week <= to) ?? [],
  );
  if (worst === undefined) return null;
  const percent = loadPercent(worst);
  const much =
    percent === null ? 'no working time in a week of it' : `${formatPercent(percent)} in a week of it`;
  return <p className="small bad">With everything else: {much}.</p>;
}

function AssignSomebody({ plan, task, actions }: TaskAssignedProps): ReactNode {
  const { workbook } = plan;
  const { run, newId } = actions.commands;
  // A new box after each one: the chosen name is not kept.
  const [turn, setTurn] = useState(0);
  const people = useMemo(() => assignable(workbook, task.id), [workbook, task.id]);
  return (
    <ComboBox
      key={turn}
      label="Assign somebody"
      placeholder={people.length === 0 ? 'Add people under Team first' : 'Assign somebody'}
      hidesLabel
      isDisabled={people.length === 0}
      choices={people.map(({ register, id }) => ({
        id,
        label: recordName(workbook, register, id),
        ...(register === 'roles' ? { hint: 'role' } : {}),
      }))}
      value={null}
      onChange={(chosen) => {
        const who = people.find(({ id }) => id === chosen);
        if (who === undefined) return;
        run(assign(workbook, { id: newId(), task: task.id, who }));
        setTurn(turn + 1);
      }}
    />
  );
}
