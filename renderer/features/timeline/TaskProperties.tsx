/** The fields of a task: label at the left, value at the right, each saved when it is left. */
import type { ReactNode, Ref } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { workingTimeFor, setRule } from '../../../shared/domain/commands/taskDates';
import { renameTask, setDuration, setOwner, setPercent } from '../../../shared/domain/commands/tasks';
import { daysInWords } from '../../../shared/domain/format/amounts';
import { formatSpan } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { registers, type Task } from '../../../shared/domain/registers/all';
import type { ScheduledTask } from '../../../shared/domain/schedule/schedule';
import type { TaskStanding } from '../../../shared/domain/timeline/taskStanding';
import { ComboBox } from '../../ui/ComboBox';
import { DateField } from '../../ui/DateField';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { StatusShape } from '../../ui/StatusShape';
import { TextField } from '../../ui/TextField';
import { setTask } from './setTask';
import type { TaskActions } from './useTaskActions';

export interface TaskPropertiesProps {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly task: Task;
  readonly standing: TaskStanding | undefined;
  readonly actions: TaskActions;
  readonly nameRef: Ref<HTMLInputElement>;
}

const STANDING_WORDS = { todo: 'To do', progress: 'In progress', done: 'Done', late: 'Late' } as const;
const PLAN_CALENDAR = 'plan';

export function TaskProperties(props: TaskPropertiesProps): ReactNode {
  const { plan, today, task, standing, actions, nameRef } = props;
  const { workbook, schedule } = plan;
  const { run } = actions.commands;
  const dates = schedule.task(task.id);
  const isSummary = workbook.outline.rows[workbook.outline.index.get(task.id) ?? -1]?.hasChildren === true;
  const save = (label: string, values: Parameters<typeof setTask>[2]): void => {
    run(setTask(label, task.id, values));
  };
  return (
    <dl className="props task-props">
      <Property label="Name">
        <TextField
          label="Name"
          hidesLabel
          value={task.name}
          inputRef={nameRef}
          maxLength={500}
          onCommit={(name) => run(renameTask(task.id, name))}
        />
      </Property>
      <Property label="Status">
        <StatusShape kind={standing?.standing ?? 'todo'}>
          {STANDING_WORDS[standing?.standing ?? 'todo']}
        </StatusShape>
        {isSummary ? (
          <span className="num">{standing?.percent ?? 0}%</span>
        ) : (
          <NumberField
            label="Done, percent"
            hidesLabel
            value={task.percentComplete}
            min={0}
            max={100}
            unit="%"
            onChange={(percent) => actions.run(setPercent([task.id], percent ?? 0), '')}
          />
        )}
      </Property>
      <Property label="Owner">
        <ComboBox
          label="Owner"
          hidesLabel
          placeholder="Nobody yet"
          choices={workbook.tables.people.live.map(({ id, name }) => ({ id, label: name }))}
          value={task.owner}
          onChange={(owner) => actions.run(setOwner([task.id], owner), '')}
        />
      </Property>
      <Property label="Duration">
        {isSummary ? (
          <span className="num t2">{daysInWords(dates?.durationDays ?? 0)}</span>
        ) : (
          <NumberField
            label="Duration, working days"
            hidesLabel
            value={task.kind === 'milestone' ? 0 : task.durationDays}
            min={0}
            max={10_000}
            unit="working days"
            format={{ maximumFractionDigits: 4 }}
            onChange={(days) => actions.run(setDuration(workbook, task.id, days ?? 0), '')}
          />
        )}
      </Property>
      <Property label="Dates">
        <span className="num">
          {dates === undefined ? '–' : formatSpan(dates.start, dates.finish, today)}
        </span>
      </Property>
      <RuleProperty {...props} />
      <Property label="Deadline">
        <DateField
          label="Deadline"
          hidesLabel
          value={task.deadline}
          onChange={(deadline) => save('Change deadline', { deadline })}
        />
        <span className="small t3 num">{spareText(plan, task, dates)}</span>
      </Property>
      <Property label="Slack">
        <Slack task={task} dates={dates} />
      </Property>
      <Property label="Calendar">
        <Select
          label="Calendar"
          hidesLabel
          choices={[
            { id: PLAN_CALENDAR, label: 'As the plan' },
            ...workbook.tables.calendars.live.map(({ id, name }) => ({ id, label: name })),
          ]}
          value={task.calendar ?? PLAN_CALENDAR}
          onChange={(id) => save('Change calendar', { calendar: id === PLAN_CALENDAR ? null : id })}
        />
      </Property>
    </dl>
  );
}

function Property({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

const RULES = Object.entries(registers.tasks.fields.constraint.options).map(([id, label]) => ({ id, label }));

function RuleProperty({ plan, task, actions }: TaskPropertiesProps): ReactNode {
  const rule = RULES.find(({ id }) => id === task.constraint);
  const needsDate = task.constraint !== 'asap' && task.constraint !== 'alap';
  return (
    <Property label="Date rule">
      <div className="task-rule">
        <Select
          label="Date rule"
          hidesLabel
          choices={RULES}
          value={task.constraint}
          onChange={(id) => {
            const constraint = registers.tasks.fields.constraint.options;
            if (Object.hasOwn(constraint, id))
              actions.run(setRule(plan, task.id, id as Task['constraint']), '');
          }}
        />
        {needsDate && (
          <DateField
            label={`${rule?.label ?? 'Rule'}: date`}
            hidesLabel
            value={task.constraintDate}
            onChange={(date) =>
              actions.commands.run(
                setTask(
                  'Change rule date',
                  task.id,
                  date === null ? { constraint: 'asap', constraintDate: null } : { constraintDate: date },
                ),
              )
            }
          />
        )}
      </div>
    </Property>
  );
}

/** `3 days to spare`, `2 days late` */
function spareText({ workbook }: Plan, task: Task, dates: ScheduledTask | undefined): string {
  if (task.deadline === null || dates === undefined) return '';
  const time = workingTimeFor(workbook, task);
  const isLate = dates.finish > task.deadline;
  const [from, to] = isLate ? [task.deadline, dates.finish] : [dates.finish, task.deadline];
  const days = Math.max(0, time.workingDaysBetween(from, to) - (time.isWorkingDay(from) ? 1 : 0));
  return `${daysInWords(days, 'day')} ${isLate ? 'late' : 'to spare'}`;
}

function Slack({
  task,
  dates,
}: {
  readonly task: Task;
  readonly dates: ScheduledTask | undefined;
}): ReactNode {
  if (dates === undefined || task.percentComplete >= 100) return <span className="t3">–</span>;
  const { totalFloatDays: days, critical } = dates;
  return (
    <span className="num">
      <span className={critical ? 'bad med' : undefined}>{daysInWords(days, 'day')}</span>{' '}
      {critical && <span className="t3">on the critical path</span>}
    </span>
  );
}
