/**
 * The plan as MS Project XML (MSPDI). The schema is a sequence, so the order of elements below is the order of the
 * format. Dates are calculated and written out; MS Project calculates them again from links, rules and calendars.
 */
import type { CalendarDate } from '../domain/base/dates';
import { minorDigits } from '../domain/base/currency';
import type { OutlineRow } from '../domain/outline';
import type { Link, Organisation, Task } from '../domain/registers/all';
import type { Schedule } from '../domain/schedule/schedule';
import { MONDAY_TO_FRIDAY, workingTimeOf } from '../domain/schedule/workingTime';
import { recordIn, type Workbook } from '../domain/workbook';
import { calendarElement, type NumberedCalendar } from './mspdiCalendarElements';
import {
  CONSTRAINTS,
  DAY_FINISH,
  DAY_START,
  DAYS_PER_MONTH,
  DAYS_PER_WEEK,
  FORMAT_DAYS,
  LINK_TYPES,
  LONGEST_NAME,
  MINUTES_PER_DAY,
  NAMESPACE,
} from './mspdiTerms';
import { xmlElement, type XmlElement } from './xmlWriter';

/** MS Project 2010, the first version that knows automatic and manual tasks apart. */
const SAVE_VERSION = 14;
const STANDARD_CALENDAR = 1;

/** @param now when the file is made, as an ISO instant */
export function workbookToMspdi(workbook: Workbook, schedule: Schedule, { now }: { now: string }): string {
  const plan = planOf(workbook, schedule);
  const project: XmlElement = [
    'Project',
    [
      ...projectHead(plan, now),
      ['Calendars', plan.calendars.map((calendar) => calendarElement(calendar))],
      [
        'Tasks',
        [projectTask(plan), ...workbook.outline.rows.map((row, index) => taskElement(plan, row, index + 1))],
      ],
      ['Resources', [...plan.owners].map(([person, uid]) => resourceElement(workbook, person, uid))],
      ['Assignments', assignments(plan)],
    ],
  ];
  const text = xmlElement(project).replace('<Project>', `<Project xmlns="${NAMESPACE}">`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`;
}

interface Plan {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  readonly organisation: Organisation | undefined;
  readonly calendars: readonly NumberedCalendar[];
  /** Calendar id to UID. */
  readonly calendarUids: ReadonlyMap<string, number>;
  /** Owners of tasks, to UID. */
  readonly owners: ReadonlyMap<string, number>;
  /** Links by successor. */
  readonly incoming: ReadonlyMap<string, readonly Link[]>;
}

/** Tasks, calendars and people get the small numbers the format wants, in display order. */
function planOf(workbook: Workbook, schedule: Schedule): Plan {
  const { tables, suspendedLinks, outline } = workbook;
  const [organisation] = tables.organisation.live;
  const own = recordIn(workbook, 'calendars', organisation?.calendar ?? null);
  const standard = { uid: STANDARD_CALENDAR, name: 'Standard', calendar: MONDAY_TO_FRIDAY };
  const listed = tables.calendars.live.map((calendar, index) => ({
    uid: index + 2,
    name: calendar.name,
    calendar,
  }));
  const owners = new Map<string, number>();
  for (const { id } of outline.rows) {
    const owner = recordIn(workbook, 'people', tables.tasks.byId.get(id)?.owner ?? null);
    if (owner !== undefined && !owners.has(owner.id)) owners.set(owner.id, owners.size + 1);
  }
  const incoming = new Map<string, Link[]>();
  for (const link of tables.links.live) {
    if (link.successor === null || suspendedLinks.has(link.id)) continue;
    incoming.set(link.successor, [...(incoming.get(link.successor) ?? []), link]);
  }
  return {
    workbook,
    schedule,
    organisation,
    // Without a calendar of its own the plan works by the standard one.
    calendars: own === undefined || own.archived ? [standard, ...listed] : listed,
    calendarUids: new Map(listed.map(({ uid, calendar }) => [calendar.id, uid])),
    owners,
    incoming,
  };
}

function projectHead({ organisation, schedule, calendarUids }: Plan, now: string): XmlElement[] {
  const currency = organisation?.currency ?? 'USD';
  const name = (organisation?.name ?? 'Plan').slice(0, 255);
  return [
    ['SaveVersion', SAVE_VERSION],
    ['Name', name],
    ['Title', name],
    ['CreationDate', now.slice(0, 19)],
    ['ScheduleFromStart', 1],
    ['StartDate', `${schedule.projectStart}T${DAY_START}`],
    ['FinishDate', `${schedule.projectFinish}T${DAY_FINISH}`],
    ['FYStartDate', organisation?.fiscalYearStartMonth ?? 1],
    ['CriticalSlackLimit', 0],
    ['CurrencyDigits', minorDigits(currency)],
    ['CurrencySymbol', currency === 'USD' ? '$' : currency],
    ['CurrencyCode', currency],
    ['CurrencySymbolPosition', currency === 'USD' ? 0 : 2],
    ['CalendarUID', calendarUids.get(organisation?.calendar ?? '') ?? STANDARD_CALENDAR],
    ['DefaultStartTime', DAY_START],
    ['DefaultFinishTime', DAY_FINISH],
    ['MinutesPerDay', MINUTES_PER_DAY],
    ['MinutesPerWeek', MINUTES_PER_DAY * DAYS_PER_WEEK],
    ['DaysPerMonth', DAYS_PER_MONTH],
    ['DurationFormat', FORMAT_DAYS],
  ];
}

/** Hours and minutes, never days: a day of the format's duration would mean 24 hours. */
function durationText(days: number): string {
  const minutes = Math.round(days * MINUTES_PER_DAY);
  return `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`;
}

/** The task that stands for the whole project; the format wants it first. */
function projectTask({ organisation, schedule, workbook }: Plan): XmlElement {
  const { projectStart, projectFinish } = schedule;
  const calendar = recordIn(workbook, 'calendars', organisation?.calendar ?? null);
  const days = workingTimeOf(calendar).workingDaysBetween(projectStart, projectFinish);
  return [
    'Task',
    [
      ['UID', 0],
      ['ID', 0],
      ['Name', (organisation?.name ?? 'Plan').slice(0, LONGEST_NAME)],
      ['Active', 1],
      ['Manual', 0],
      ['Type', 1],
      ['IsNull', 0],
      ['OutlineNumber', 0],
      ['OutlineLevel', 0],
      ['Start', `${projectStart}T${DAY_START}`],
      ['Finish', `${projectFinish}T${DAY_FINISH}`],
      ['Duration', durationText(days)],
      ['DurationFormat', FORMAT_DAYS],
      ['Work', 'PT0H0M0S'],
      ['Milestone', 0],
      ['Summary', 1],
    ],
  ];
}

interface Shape {
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
  /** Working days the task takes by itself; of a summary, what its tasks add up to. */
  readonly days: number;
}

function shapeOf({ schedule }: Plan, row: OutlineRow, task: Task): Shape {
  const isSummary = row.hasChildren || task.kind === 'summary';
  const isMilestone = !isSummary && (task.kind === 'milestone' || task.kind === 'gate');
  const own = task.kind === 'milestone' ? 0 : task.durationDays;
  return { isSummary, isMilestone, days: isSummary ? (schedule.task(row.id)?.durationDays ?? 0) : own };
}

function taskElement(plan: Plan, row: OutlineRow, number: number): XmlElement {
  const { workbook, schedule, calendarUids, incoming } = plan;
  const task = workbook.tables.tasks.byId.get(row.id);
  if (task === undefined) return null;
  const shape = shapeOf(plan, row, task);
  const dates = schedule.task(row.id);
  const isPoint = shape.days === 0 && !shape.isSummary;
  const calendar = task.calendar === null ? undefined : calendarUids.get(task.calendar);
  const uidOf = (id: string | null): number => (workbook.outline.index.get(id ?? '') ?? -1) + 1;
  return [
    'Task',
    [
      ['UID', number],
      ['ID', number],
      ['Name', task.name.slice(0, LONGEST_NAME)],
      ['Active', 1],
      ['Manual', 0],
      ['Type', 1],
      ['IsNull', 0],
      ['OutlineNumber', row.wbs],
      ['OutlineLevel', row.depth + 1],
      dates === undefined ? null : ['Start', `${dates.start}T${isPoint ? DAY_FINISH : DAY_START}`],
      dates === undefined ? null : ['Finish', `${dates.finish}T${DAY_FINISH}`],
      ['Duration', durationText(shape.days)],
      ['DurationFormat', FORMAT_DAYS],
      // Without work some readers make it not-a-number.
      ['Work', plan.owners.has(task.owner ?? '') && !shape.isSummary ? durationText(shape.days) : 'PT0H0M0S'],
      ['Milestone', shape.isMilestone ? 1 : 0],
      ['Summary', shape.isSummary ? 1 : 0],
      dates === undefined ? null : ['Critical', dates.critical ? 1 : 0],
      ['PercentComplete', Math.round(task.percentComplete)],
      ...rules(task),
      ['CalendarUID', calendar ?? -1],
      task.constraintDate === null || !needsDate(task)
        ? null
        : ['ConstraintDate', ruleDate(task, task.constraintDate)],
      task.deadline === null ? null : ['Deadline', `${task.deadline}T${DAY_FINISH}`],
      task.notes === '' ? null : ['Notes', task.notes],
      ...(incoming.get(row.id) ?? []).map((link) => linkElement(link, uidOf(link.predecessor))),
    ],
  ];
}

function needsDate({ constraint }: Task): boolean {
  return constraint !== 'asap' && constraint !== 'alap';
}

/** A rule without the date it needs is no rule. */
function rules(task: Task): XmlElement[] {
  const constraint = needsDate(task) && task.constraintDate === null ? 'asap' : task.constraint;
  return [['ConstraintType', CONSTRAINTS.indexOf(constraint)]];
}

function ruleDate({ constraint }: Task, date: CalendarDate): string {
  const isStart = constraint === 'snet' || constraint === 'snlt' || constraint === 'mso';
  return `${date}T${isStart ? DAY_START : DAY_FINISH}`;
}

function linkElement({ type, lagDays }: Link, predecessor: number): XmlElement {
  return [
    'PredecessorLink',
    [
      ['PredecessorUID', predecessor],
      ['Type', LINK_TYPES.indexOf(type)],
      ['CrossProject', 0],
      // Tenths of a minute.
      ['LinkLag', Math.round(lagDays * MINUTES_PER_DAY) * 10],
      ['LagFormat', FORMAT_DAYS],
    ],
  ];
}

function resourceElement(workbook: Workbook, person: string, uid: number): XmlElement {
  const record = recordIn(workbook, 'people', person);
  return [
    'Resource',
    [
      ['UID', uid],
      ['ID', uid],
      ['Name', (record?.name ?? '').slice(0, LONGEST_NAME)],
      ['Type', 1],
      ['IsNull', 0],
      record === undefined || record.initials === '' ? null : ['Initials', record.initials],
      record === undefined || record.email === '' ? null : ['EmailAddress', record.email],
    ],
  ];
}

function assignments(plan: Plan): XmlElement[] {
  const { workbook, owners } = plan;
  let uid = 0;
  return workbook.outline.rows.flatMap((row, index): XmlElement[] => {
    const task = workbook.tables.tasks.byId.get(row.id);
    const resource = owners.get(task?.owner ?? '');
    if (task === undefined || resource === undefined) return [];
    const { days, isSummary } = shapeOf(plan, row, task);
    uid += 1;
    const work = isSummary ? 'PT0H0M0S' : durationText(days);
    return [
      [
        'Assignment',
        [
          ['UID', uid],
          ['TaskUID', index + 1],
          ['ResourceUID', resource],
          ['Units', 1],
          ['Work', work],
        ],
      ],
    ];
  });
}
