/** One task of MS Project XML. */
import type { CalendarDate } from '../domain/base/dates';
import type { Task } from '../domain/registers/all';
import type { LossReport } from './mspdiLoss';
import { CONSTRAINTS, FORMAT_DAYS, isElapsed, isPercent } from './mspdiTerms';
import { dateOf, daysOf, minutesOf, type TimeUnits } from './mspdiTimes';
import { childrenOf, childText, type XmlNode } from './xmlReader';

/** A link as the file writes it. */
export interface FileLink {
  readonly predecessor: string;
  readonly type: number;
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

const LONGEST_DAYS = 10_000;

/** @returns undefined for what is not a task of this plan: the project itself, empty rows, inactive and foreign tasks */
export function readTask(node: XmlNode, context: TaskContext): FileTask | undefined {
  const { loss } = context;
  const uid = childText(node, 'UID');
  if (uid === '0' || isOn(node, 'IsNull')) return undefined;
  const name = childText(node, 'Name') || 'Task without a name';
  const foreign = isOn(node, 'ExternalTask') || isOn(node, 'IsSubproject');
  if (foreign || childText(node, 'Active') === '0') {
    loss.count(foreign ? 'foreign' : 'inactive', name);
    return undefined;
  }
  countLosses(node, name, loss);
  const calendar = childText(node, 'CalendarUID');
  const durationDays = readDuration(node, name, context);
  const kind = isOn(node, 'Summary')
    ? 'summary'
    : isOn(node, 'Milestone')
      ? milestoneKind(durationDays, name, loss)
      : 'task';
  return {
    uid,
    level: Number(childText(node, 'OutlineLevel')) || 1,
    calendar: context.calendarUids.has(calendar) ? calendar : null,
    links: readLinks(node, name, loss),
    values: {
      name,
      kind,
      durationDays: kind === 'milestone' ? 0 : durationDays,
      ...readRule(node, name, loss),
      percentComplete: Math.min(Math.max(Number(childText(node, 'PercentComplete')) || 0, 0), 100),
      deadline: dateOf(childText(node, 'Deadline')),
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

function readDuration(node: XmlNode, name: string, { units, loss }: TaskContext): number {
  const minutes = minutesOf(childText(node, 'Duration')) ?? units.minutesPerDay;
  const format = Number(childText(node, 'DurationFormat')) || FORMAT_DAYS;
  if (isElapsed(format)) loss.count('elapsed', name);
  return Math.min(Math.max(daysOf(minutes, format, units), 0), LONGEST_DAYS);
}

type Rule = { readonly constraint: Task['constraint']; readonly constraintDate: CalendarDate | null };

function readRule(node: XmlNode, name: string, loss: LossReport): Rule {
  if (isOn(node, 'Manual') && !isOn(node, 'Summary')) {
    loss.count('manual', name);
    const start = dateOf(childText(node, 'Start'));
    return start === null
      ? { constraint: 'asap', constraintDate: null }
      : { constraint: 'snet', constraintDate: start };
  }
  const constraint = CONSTRAINTS[Number(childText(node, 'ConstraintType')) || 0] ?? 'asap';
  const constraintDate = dateOf(childText(node, 'ConstraintDate'));
  if (constraint === 'asap' || constraint === 'alap') return { constraint, constraintDate: null };
  return constraintDate === null
    ? { constraint: 'asap', constraintDate: null }
    : { constraint, constraintDate };
}

function readLinks(node: XmlNode, name: string, loss: LossReport): FileLink[] {
  return childrenOf(node, 'PredecessorLink').flatMap((link): FileLink[] => {
    if (isOn(link, 'CrossProject')) {
      loss.count('link', name);
      return [];
    }
    const type = childText(link, 'Type');
    const format = Number(childText(link, 'LagFormat')) || FORMAT_DAYS;
    const lag = Number(childText(link, 'LinkLag')) || 0;
    if (lag !== 0 && isElapsed(format)) loss.count('elapsedLag', name);
    if (lag !== 0 && isPercent(format)) loss.count('percentLag', name);
    return [
      { predecessor: childText(link, 'PredecessorUID'), type: type === '' ? 1 : Number(type), lag, format },
    ];
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
