/** Tells plans for schedule tests in a few words, and finds the working days they are about. */
import { addDays, dayNumber, weekdayOfDay, type CalendarDate } from '../../../shared/domain/base/dates';
import type { Link, Organisation, Task } from '../../../shared/domain/registers/all';
import type { Schedule, ScheduledTask } from '../../../shared/domain/schedule/schedule';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../../shared/domain/workbook';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';

/** A Monday. */
export const START = '2027-01-04';

export interface PlanStory {
  /** Short names of tasks and what is said of them. */
  readonly tasks: Readonly<Record<string, Partial<Task>>>;
  /** `A B`, `A B SS+5`, `A B FF-2`, `A B FS+0.5`. */
  readonly links?: readonly string[];
  readonly calendars?: Story['calendars'];
  readonly organisation?: Partial<Organisation>;
}

/** The workbook a story tells. A task is known by its short name, and its links by their words. */
export function plan({ tasks, links = [], calendars = [], organisation = {} }: PlanStory): Workbook {
  return makeWorkbook({
    organisation: [
      { id: 'organisation', name: 'Test practice', currency: 'USD', start: START, ...organisation },
    ],
    calendars,
    tasks: Object.entries(tasks).map(([name, task]) => ({ id: name, name, owner: 'owner', ...task })),
    links: links.map(linkOf),
  });
}

function linkOf(words: string): Partial<Link> {
  const [predecessor = '', successor = '', how = 'FS'] = words.split(' ');
  const type = how.slice(0, 2) as Link['type'];
  return { id: words, predecessor, successor, type, lagDays: Number(how.slice(2)) };
}

export function scheduled(story: PlanStory, today: CalendarDate = START): Schedule {
  return scheduleOf(plan(story), today);
}

/** Start and finish of a task as `2027-01-04 2027-01-08`; one date where they are the same. */
export function datesOf(schedule: Schedule, name: string): string {
  const { start, finish } = taskOf(schedule, name);
  return start === finish ? start : `${start} ${finish}`;
}

export function taskOf(schedule: Schedule, name: string): ScheduledTask {
  const task = schedule.task(uuid(name));
  if (task === undefined) throw new Error(`The schedule knows no task ${name}.`);
  return task;
}

/** The n-th day, Monday to Friday, from the start of the plan on; the first is the start itself. */
export function workingDay(n: number): CalendarDate {
  let date: CalendarDate = START;
  for (let left = n - 1; left > 0;) {
    date = addDays(date, 1);
    if (weekdayOfDay(dayNumber(date)) < 5) left -= 1;
  }
  return date;
}

/** The codes of the findings about one task, or about the whole plan. */
export function findingsOf(schedule: Schedule, name?: string): string[] {
  const id = name === undefined ? undefined : uuid(name);
  return schedule.findings
    .filter((finding) => id === undefined || finding.id === id)
    .map(({ problem }) => problem.code);
}
