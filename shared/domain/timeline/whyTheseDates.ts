/** Why a task stands where it stands: the chain of what decides its dates, in words, the earliest first. */
import { addDays, dayNumber, weekdayOfDay, type CalendarDate } from '../base/dates';
import { daysInWords } from '../format/amounts';
import { formatDate } from '../format/dates';
import { linksOutOf } from '../commands/taskLinks';
import { workingTimeFor } from '../commands/taskDates';
import { WEEKDAYS } from '../register/field';
import { registers, type Link, type Task } from '../registers/all';
import type { Schedule, ScheduledTask } from '../schedule/schedule';
import { recordIn, type Workbook } from '../workbook';
import { drivingChain, type ChainTask, type DrivingChain } from './drivingChain';

export interface ChainStep {
  /** `self` is the task asked about, `next` what waits for it. */
  readonly kind: 'origin' | 'earlier' | 'self' | 'next';
  /** The task this step is about; null for the start of the plan and for date rules. */
  readonly task: string | null;
  readonly text: string;
  readonly date: CalendarDate | null;
}

const MOST_EARLIER = 4;

/** At most six steps before the next task: where it begins, up to four tasks, and the task itself. */
export function whyTheseDates(workbook: Workbook, schedule: Schedule, id: string): readonly ChainStep[] {
  const chain = drivingChain(workbook, schedule, id, MOST_EARLIER + 1);
  const [self] = chain.tasks;
  if (self === undefined) return [];
  const earlier = chain.tasks
    .slice(1)
    .toReversed()
    .map((link): ChainStep => earlierStep(chain, link));
  return [
    ...originStep(schedule, chain),
    ...earlier,
    { kind: 'self', task: id, text: selfText(workbook, self), date: self.scheduled.finish },
    ...nextStep(workbook, schedule, self),
  ];
}

function originStep(schedule: Schedule, { tasks, origin }: DrivingChain): ChainStep[] {
  const first = tasks.at(-1);
  if (first === undefined) return [];
  switch (origin) {
    case 'projectStart':
      return [{ kind: 'origin', task: null, text: 'The plan starts', date: schedule.projectStart }];
    case 'constraint':
      return [
        {
          kind: 'origin',
          task: null,
          text: ruleText(first.task, tasks.length === 1),
          date: first.task.constraintDate,
        },
      ];
    case 'longer':
      return [{ kind: 'origin', task: null, text: 'Earlier tasks', date: null }];
    case 'circle':
      return [{ kind: 'origin', task: null, text: 'The links lead back in a circle', date: null }];
    case 'link':
    case 'children':
      return [];
  }
}

/** The rule may stand on the task or on a summary above it. */
function ruleText(task: Task, isSelf: boolean): string {
  const rule = registers.tasks.fields.constraint.options[task.constraint];
  if (task.constraint === 'asap' || task.constraint === 'alap') return 'A date rule of the summary above';
  return isSelf ? `Its rule: ${lower(rule)}` : `${task.name}: ${lower(rule)}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A task and how the one after it hangs on it. */
function earlierStep({ tasks }: DrivingChain, { task, scheduled, link }: ChainTask): ChainStep {
  const fromStart = link?.type === 'SS' || link?.type === 'SF';
  const date = fromStart ? scheduled.start : scheduled.finish;
  const verb = fromStart ? ' starts' : '';
  const after = tasks[tasks.findIndex((other) => other.task === task) - 1];
  const passes = link === null && after !== undefined;
  const text = passes
    ? `${task.name}, last under ${after.task.name}`
    : `${task.name}${verb}${delayText(link)}`;
  return { kind: 'earlier', task: task.id, text, date };
}

/** What a link adds to “then the next one goes”. */
function delayText(link: Link | null): string {
  if (link === null || link.lagDays === 0) return '';
  return link.lagDays > 0
    ? `, and ${daysInWords(link.lagDays)} pass`
    : `, less ${daysInWords(-link.lagDays)} of overlap`;
}

const NAMED_DAYS_OFF = 2;

function selfText(workbook: Workbook, { task, scheduled }: ChainTask): string {
  if (scheduled.driver.kind === 'children') return `This summary, ${daysInWords(scheduled.durationDays)}`;
  if (scheduled.durationDays === 0) return task.kind === 'gate' ? 'This gate' : 'This milestone';
  const off = daysOff(workbook, task, scheduled);
  const words = `This task, ${daysInWords(scheduled.durationDays)}`;
  if (off.length === 0) return words;
  if (off.length > NAMED_DAYS_OFF) return `${words}; ${off.length} days off fall in between`;
  const named = off.map((date) => formatDate(date, 'short')).join(' and ');
  return `${words}; ${named} ${off.length === 1 ? 'is a day' : 'are days'} off`;
}

/** Days off of the calendar that would otherwise be worked while the task runs. */
function daysOff(workbook: Workbook, task: Task, { start, finish }: ScheduledTask): CalendarDate[] {
  const [organisation] = workbook.tables.organisation.live;
  const calendar =
    recordIn(workbook, 'calendars', task.calendar) ??
    recordIn(workbook, 'calendars', organisation?.calendar ?? null);
  if (calendar === undefined) return [];
  const time = workingTimeFor(workbook, task);
  return calendar.holidays
    .filter((date) => date >= start && date <= finish && !time.isWorkingDay(date))
    .filter((date) => calendar.workingWeek.includes(WEEKDAYS[weekdayOfDay(dayNumber(date))] ?? 'mon'))
    .toSorted();
}

/** The first task whose start this one decides. */
function nextStep(workbook: Workbook, schedule: Schedule, { task, scheduled }: ChainTask): ChainStep[] {
  const waiting = linksOutOf(workbook, task.id).flatMap((link) => {
    const next = recordIn(workbook, 'tasks', link.successor);
    const dates = next === undefined ? undefined : schedule.task(next.id);
    const isDecided = dates?.driver.kind === 'link' && dates.driver.link === link.id;
    return next === undefined || dates === undefined || !isDecided ? [] : [{ next, dates }];
  });
  const [first] = waiting.toSorted((a, b) => (a.dates.start < b.dates.start ? -1 : 1));
  if (first === undefined) return [];
  const { next, dates } = first;
  const isPoint = dates.durationDays === 0;
  const followsAtOnce =
    !isPoint &&
    dates.start === workingTimeFor(workbook, next).addWorkingDays(addDays(scheduled.finish, 1), 0);
  const text = isPoint
    ? `${next.name} is reached`
    : `${next.name} starts${followsAtOnce ? ' the next working day' : ''}`;
  return [{ kind: 'next', task: next.id, text, date: isPoint ? dates.finish : dates.start }];
}
