/** One task of MS Project XML. */
import type { CalendarDate } from '../domain/base/dates';
import type { Link, Task } from '../domain/registers/all';
import type { Loss, LossReport } from './mspdiLoss';
import { CONSTRAINTS, FORMAT_DAYS, isElapsed, isPercent, LINK_TYPES } from './mspdiTerms';
import {
  dateOf,
  daysOf,
  LONGEST_DAYS,
  minutesOf,
  numberOf,
  storedDecimals,
  type TimeUnits,
} from './mspdiTimes';
import { childrenOf, childText, type XmlNode } from './xmlReader';

/** A link as the file writes it. */
export interface FileLink {
  readonly predecessor: string;
  readonly type: Link['type'];
  /** Tenths of a minute, or percent. */
  readonly lag: number;
  readonly format: number;
}

export interface FileTask {
  readonly uid: string;
  readonly level: number;
  /** UID of the task's own calendar. */
  readonly calendar: string | null;
  readonly links: readonly FileLink[];
  readonly values: Pick<
    Task,
    | 'name'
    | 'kind'
    | 'durationDays'
    | 'constraint'
    | 'percentComplete'
    | 'constraintDate'
    | 'deadline'
    | 'notes'
  >;
}

interface TaskContext {
  readonly units: TimeUnits;
  readonly calendarUids: ReadonlySet<string>;
  readonly loss: LossReport;
}

/** @returns undefined for what is not a task of this plan: the project itself, empty rows, inactive and foreign tasks */
export function readTask(node: XmlNode, context: TaskContext): FileTask | undefined {
  const { loss } = context;
  const uid = childText(node, 'UID');
  const isProject = uid === '0' && (numberOf(childText(node, 'OutlineLevel')) ?? 0) === 0;
  if (isProject || isOn(node, 'IsNull')) return undefined;
  const name = childText(node, 'Name') || 'Task without a name';
  const foreign = isOn(node, 'ExternalTask') || isOn(node, 'IsSubproject');
  if (foreign || childText(node, 'Active') === '0') {
    loss.count(foreign ? 'foreign' : 'inactive', name);
    return undefined;
  }
  countLosses(node, name, loss);
  const durationDays = readDuration(node, name, context);
  const kind = isOn(node, 'Summary')
    ? 'summary'
    : isOn(node, 'Milestone')
      ? milestoneKind(durationDays, name, loss)
      : 'task';
  return {
    uid,
    level: readLevel(node, name, loss),
    calendar: readCalendar(node, name, context),
    links: readLinks(node, name, loss),
    values: {
      name,
      kind,
      durationDays: kind === 'milestone' ? 0 : durationDays,
      ...readRule(node, name, loss),
      percentComplete: readShareDone(node, name, loss),
      deadline: readDate(node, 'Deadline', { name, loss }),
      notes: childText(node, 'Notes'),
    },
  };
}

function isOn(node: XmlNode, name: string): boolean {
  const text = childText(node, name);
  return text === '1' || text === 'true';
}

/** A milestone here is a moment; one that takes time is a gate. */
function milestoneKind(durationDays: number, name: string, loss: LossReport): 'milestone' | 'gate' {
  if (durationDays === 0) return 'milestone';
  loss.count('longMilestone', name);
  return 'gate';
}

function readLevel(node: XmlNode, name: string, loss: LossReport): number {
  const text = childText(node, 'OutlineLevel');
  const level = numberOf(text) ?? -1;
  if (text !== '' && level < 0) loss.count('level', name);
  return level > 0 ? level : 1;
}

function readCalendar(node: XmlNode, name: string, { calendarUids, loss }: TaskContext): string | null {
  const uid = childText(node, 'CalendarUID');
  if (calendarUids.has(uid)) return uid;
  // -1 is the project's own.
  if (uid !== '' && uid !== '-1') loss.count('calendar', name);
  return null;
}

/** Working days. A task without a duration takes a day, a milestone none; a summary's is calculated here. */
function readDuration(node: XmlNode, name: string, { units, loss }: TaskContext): number {
  const isSummary = isOn(node, 'Summary');
  const text = childText(node, 'Duration');
  if (text === '') return isOn(node, 'Milestone') ? 0 : 1;
  const say = (what: Loss): void => {
    if (!isSummary) loss.count(what, name);
  };
  const minutes = minutesOf(text);
  if (minutes === null) {
    say('durationUnreadable');
    return 1;
  }
  const format = numberOf(childText(node, 'DurationFormat')) ?? FORMAT_DAYS;
  if (isElapsed(format)) say('elapsed');
  const days = daysOf(minutes, format, units);
  if (days < 0) say('durationNegative');
  if (days > LONGEST_DAYS) say('durationLong');
  return Math.min(Math.max(days, 0), LONGEST_DAYS);
}

function readShareDone(node: XmlNode, name: string, loss: LossReport): number {
  const text = childText(node, 'PercentComplete');
  const share = numberOf(text);
  if (share === null) {
    if (text !== '') loss.count('shareUnreadable', name);
    return 0;
  }
  if (share < 0 || share > 100) loss.count('shareOutside', name);
  return Math.min(Math.max(storedDecimals(share), 0), 100);
}

/** A date that cannot be read is said; MS Project writes NA for none. */
function readDate(
  node: XmlNode,
  element: string,
  { name, loss }: { name: string; loss: LossReport },
): CalendarDate | null {
  const text = childText(node, element);
  const date = dateOf(text);
  if (date === null && text !== '' && text !== 'NA') loss.count('date', name);
  return date;
}

type Rule = { readonly constraint: Task['constraint']; readonly constraintDate: CalendarDate | null };

const NO_RULE: Rule = { constraint: 'asap', constraintDate: null };

function readRule(node: XmlNode, name: string, loss: LossReport): Rule {
  if (isOn(node, 'Manual') && !isOn(node, 'Summary')) {
    loss.count('manual', name);
    const start = readDate(node, 'Start', { name, loss });
    return start === null ? NO_RULE : { constraint: 'snet', constraintDate: start };
  }
  const type = childText(node, 'ConstraintType');
  const constraint = type === '' ? 'asap' : CONSTRAINTS[numberOf(type) ?? -1];
  if (constraint === 'asap' || constraint === 'alap') return { constraint, constraintDate: null };
  const constraintDate = readDate(node, 'ConstraintDate', { name, loss });
  if (constraint !== undefined && constraintDate !== null) return { constraint, constraintDate };
  loss.count('rule', name);
  return NO_RULE;
}

function readLinks(node: XmlNode, name: string, loss: LossReport): FileLink[] {
  return childrenOf(node, 'PredecessorLink').flatMap((link): FileLink[] => {
    if (isOn(link, 'CrossProject')) {
      loss.count('link', name);
      return [];
    }
    const typeText = childText(link, 'Type');
    const type = typeText === '' ? 'FS' : LINK_TYPES[numberOf(typeText) ?? -1];
    if (type === undefined) loss.count('linkType', name);
    const lagText = childText(link, 'LinkLag');
    const lag = numberOf(lagText);
    if (lag === null && lagText !== '') loss.count('lagUnreadable', name);
    const format = numberOf(childText(link, 'LagFormat')) ?? FORMAT_DAYS;
    if (lag !== null && lag !== 0 && isElapsed(format)) loss.count('elapsedLag', name);
    if (lag !== null && lag !== 0 && isPercent(format)) loss.count('percentLag', name);
    return [{ predecessor: childText(link, 'PredecessorUID'), type: type ?? 'FS', lag: lag ?? 0, format }];
  });
}

function countLosses(node: XmlNode, name: string, loss: LossReport): void {
  if (childText(node, 'ActualStart') !== '' || childText(node, 'ActualFinish') !== '')
    loss.count('actual', name);
  if (Number(childText(node, 'FixedCost')) > 0) loss.count('cost', name);
  if (childrenOf(node, 'Baseline').some((baseline) => childText(baseline, 'Start') !== ''))
    loss.count('baseline', name);
  if (childrenOf(node, 'ExtendedAttribute').length > 0) loss.count('custom', name);
  if (isOn(node, 'Recurring')) loss.count('recurring', name);
}
