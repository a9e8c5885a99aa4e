/**
 * Mending what is wrong with one press. Each fix is named by what comes of it, is one undo step, and does away with its
 * finding; none is offered where a person has to look first.
 */
import { addDays, type CalendarDate } from '../base/dates';
import type { Finding, Problem, ProblemFacts } from '../base/problem';
import type { Edit, FieldValues } from '../edits/edit';
import { formatDate } from '../format/dates';
import { formatNumber } from '../format/amounts';
import { cutName } from '../format/sentence';
import type { Plan } from '../plan';
import { recordName } from '../records/recordName';
import { isSetField } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../registers/all';
import { recordIn, tableOf, type Workbook } from '../workbook';
import { runWhatFits, type Attempt, type Outcome } from './runWhatFits';

export interface Fix {
  /** What comes of it, beside a finding that names the record. */
  readonly label: string;
  /** The same where nothing else says which record is meant: what undo calls it. */
  readonly undoLabel: string;
  /** How many fixes alike are named, such as `Remove all 12 links`; undefined where each is looked at by itself. */
  readonly together: ((count: number) => string) | undefined;
  /** Whether somebody has to be named first. */
  readonly asksFor: 'nothing' | 'person';
  /** @param person the one who was named */
  readonly edit: (person: string | null) => Edit;
}

/** Characters of a name in a button. */
const MOST_OF_A_NAME = 36;
/** Days ahead that an overdue review is put to: long enough to prepare, within the next weekly meeting. */
const REVIEW_IN_DAYS = 7;

/** The fixes of a finding, the likelier one first; none where a person has to look. */
export function fixesOf(plan: Plan, finding: Finding, today: CalendarDate): readonly Fix[] {
  const { register, id, field } = finding;
  if (!isRegisterId(register) || id === undefined) return [];
  const found = { plan, at: { register, id }, problem: finding.problem, field: field ?? '', today };
  const name = register === 'links' ? '' : `: ${quoted(recordName(plan.workbook, register, id))}`;
  return fixesFor(found).map((fix) => ({ ...fix, undoLabel: `${fix.label}${name}` }));
}

interface Where {
  readonly register: RegisterId;
  readonly id: string;
}

interface Found {
  readonly plan: Plan;
  readonly at: Where;
  readonly problem: Problem;
  readonly field: string;
  readonly today: CalendarDate;
}

type NamelessFix = Omit<Fix, 'undoLabel'>;

function fixesFor(found: Found): readonly NamelessFix[] {
  const { plan, at, problem, today } = found;
  switch (problem.code) {
    case 'plan/linkSuspended':
    case 'plan/linkDangling':
    case 'plan/linkIgnored':
      return [linkRemoved(plan.workbook, at)];
    case 'plan/parentSuspended':
      return [set(at, { parent: null }, 'Keep it at the top', (n) => `Keep all ${n} at the top`)];
    case 'plan/archivedButEdited':
      return [
        fix({ kind: 'restore', ...at }, 'Restore it', (n) => `Restore all ${n}`),
        fix({ kind: 'archive', ...at }, 'Leave it in the bin', (n) => `Leave all ${n} in the bin`),
      ];
    case 'plan/emptySummary':
      return [set(at, { kind: 'task' }, 'Make it a task', (n) => `Make all ${n} tasks`)];
    case 'plan/noStart':
      return [startSet(plan, at)];
    case 'plan/noCalendarDays': {
      const workingWeek = ['mon', 'tue', 'wed', 'thu', 'fri'];
      const label = 'Work Monday to Friday';
      return [set(at, { workingWeek }, label, (n) => `${label} in all ${n}`)];
    }
    case 'plan/deadlineMissed': {
      const { finish } = problem.facts;
      return [set(at, { deadline: finish }, `Move the deadline to ${formatDate(finish)}`)];
    }
    case 'plan/constraintBroken':
      return [ruleDropped(problem.facts, at)];
    case 'plan/noOwner':
      return ownerAsked(plan.workbook, at, 'tasks');
    case 'plan/refDangling':
      return cleared(found, 'lost');
    case 'budget/negative':
      return cleared(found, 'whole');
    case 'budget/noStart':
      return firstMonth(plan, at);
    case 'budget/endBeforeStart':
      return monthsSwapped(plan.workbook, at);
    case 'budget/quantityDiffers': {
      const quantity = formatNumber(Number(problem.facts.profile));
      const label = `Use ${quantity}, from the profile`;
      return [set(at, { quantity: null }, label, (n) => `Use the profile for all ${n}`)];
    }
    case 'resources/twice':
    case 'resources/personGone':
      return [fix({ kind: 'archive', ...at }, 'Remove the assignment', (n) => `Remove all ${n} assignments`)];
    case 'risk/needsAttention':
      return recordIn(plan.workbook, 'risks', at.id)?.owner === null
        ? ownerAsked(plan.workbook, at, 'risks')
        : [];
    case 'risk/reviewOverdue': {
      const nextReview = addDays(today, REVIEW_IN_DAYS);
      const day = formatDate(nextReview);
      return [set(at, { nextReview }, `Review it by ${day}`, (n) => `Review all ${n} by ${day}`)];
    }
    case 'risk/residualHigher': {
      const none = { residualProbability: null, residualImpact: null };
      return [set(at, none, 'Clear the rating after the response')];
    }
    default:
      return [];
  }
}

function fix(edit: Edit, label: string, together?: (count: string) => string): NamelessFix {
  return {
    label,
    edit: () => edit,
    asksFor: 'nothing',
    together: together === undefined ? undefined : (count) => together(formatNumber(count)),
  };
}

function set(
  { register, id }: Where,
  values: FieldValues,
  label: string,
  together?: (count: string) => string,
): NamelessFix {
  return fix({ kind: 'set', register, id, values }, label, together);
}

function quoted(name: string): string {
  return `“${cutName(name, MOST_OF_A_NAME)}”`;
}

function linkRemoved(workbook: Workbook, at: Where): NamelessFix {
  const link = recordIn(workbook, 'links', at.id);
  const [from, to] = [link?.predecessor, link?.successor].map((id) =>
    recordIn(workbook, 'tasks', id ?? null),
  );
  const label =
    from === undefined || to === undefined
      ? 'Remove the link that leads nowhere'
      : `Remove the link from ${quoted(from.name)} to ${quoted(to.name)}`;
  return fix({ kind: 'archive', ...at }, label, (n) => `Remove all ${n} links`);
}

/** The day the schedule begins with anyway: now it stays. */
function startSet({ schedule }: Plan, at: Where): NamelessFix {
  const start = schedule.projectStart;
  return set(at, { start }, `Start the plan on ${formatDate(start)}`);
}

function ruleDropped({ rule, date }: ProblemFacts['plan/constraintBroken'], at: Where): NamelessFix {
  const label = `Drop the rule “${rule} ${formatDate(date)}”`;
  return set(at, { constraint: 'asap', constraintDate: null }, label);
}

function ownerAsked(workbook: Workbook, { register, id }: Where, what: string): NamelessFix[] {
  if (workbook.tables.people.live.length === 0) return [];
  const edit = (owner: string | null): Edit => ({ kind: 'set', register, id, values: { owner } });
  const together = (count: number): string => `Give all ${formatNumber(count)} ${what} an owner`;
  return [{ label: 'Give it an owner', edit, asksFor: 'person', together }];
}

/** A line without a month is counted in the first one, and is put there unless it would then end before it starts. */
function firstMonth({ workbook, budget }: Plan, at: Where): NamelessFix[] {
  const start = `${budget.startMonth}-01`;
  const end = recordIn(workbook, 'costs', at.id)?.end ?? null;
  if (end !== null && end < start) return [];
  const day = formatDate(start);
  return [set(at, { start }, `Let it begin on ${day}`, (n) => `Let all ${n} begin on ${day}`)];
}

function monthsSwapped(workbook: Workbook, at: Where): NamelessFix[] {
  const { start = null, end = null } = recordIn(workbook, 'costs', at.id) ?? {};
  if (start === null || end === null) return [];
  const label = `Let it run from ${formatDate(end)} to ${formatDate(start)}`;
  return [set(at, { start: end, end: start }, label)];
}

/** Empties a field; of a list of references only those that lead nowhere. */
function cleared({ plan: { workbook }, at, field: name }: Found, what: 'lost' | 'whole'): NamelessFix[] {
  const field = fieldOf(definitionOf(at.register), name);
  const record = tableOf(workbook, at.register).byId.get(at.id);
  if (field === undefined || record === undefined || field.required === true) return [];
  const label = `Clear “${field.label}”`;
  const together = (n: string): string => `Clear all ${n}`;
  if (what === 'whole' || !isSetField(field)) return [set(at, { [name]: null }, label, together)];
  const target = field.kind === 'refs' ? registerIds.find((id) => id === field.register) : undefined;
  const value = record[name];
  if (target === undefined || !Array.isArray(value)) return [];
  const kept = (value as readonly string[]).filter((id) => workbook.tables[target].byId.has(id));
  return [set(at, { [name]: kept }, label, together)];
}

/** The same fix of many findings, done as one. */
export interface FixOfMany {
  /** What comes of all of them; undo calls it the same. */
  readonly label: string;
  readonly asksFor: Fix['asksFor'];
  readonly fixes: readonly Fix[];
}

/** What of several findings can be mended together: every kind of fix that at least two of them have. */
export function fixesOfMany(
  plan: Plan,
  findings: readonly Finding[],
  today: CalendarDate,
): readonly FixOfMany[] {
  const alike = new Map<string, Fix[]>();
  for (const finding of findings) {
    fixesOf(plan, finding, today).forEach((each, which) => {
      const key = `${finding.problem.code} ${String(which)}`;
      const others = alike.get(key);
      if (others === undefined) alike.set(key, [each]);
      else others.push(each);
    });
  }
  return [...alike.values()].flatMap((fixes) => {
    const [first] = fixes;
    if (first?.together === undefined || fixes.length < 2) return [];
    return [{ label: first.together(fixes.length), asksFor: first.asksFor, fixes }];
  });
}

/** Does fixes in one step, which undo calls by their label. @param person the one who was named, where one is asked for */
export function runFixes(many: FixOfMany, person: string | null, attempt: Attempt): Outcome<Fix> {
  return runWhatFits(
    many.fixes,
    ({ edit }) => [edit(person)],
    (left) => labelOf(many, left),
    attempt,
  );
}

/** What undo calls the fixes that are done: fewer than was meant where some were refused. */
function labelOf({ label, fixes }: FixOfMany, left: readonly Fix[]): string {
  if (left.length === fixes.length) return label;
  const [first] = left;
  return left.length === 1 ? (first?.undoLabel ?? label) : (first?.together?.(left.length) ?? label);
}

/** One fix by itself. */
export function alone(fix: Fix): FixOfMany {
  return { label: fix.undoLabel, asksFor: fix.asksFor, fixes: [fix] };
}
