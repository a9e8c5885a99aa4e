/**
 * What can be wrong, as values: a code and the facts, never a sentence. `problemText.ts` turns them into words.
 * A new kind of problem is a line here and a line there; the compiler asks for the second. Dates stand as dates and
 * money as minor units, so that each reader is shown them in the form of the place.
 */
import type { CalendarDate } from './dates';

export interface ProblemFacts {
  // one value of one field
  'field/required': { label: string };
  'field/fixed': { label: string; register: string };
  'field/notText': { label: string };
  'field/notFigures': { label: string };
  'baseline/tooLarge': { bytes: number; most: number };
  'baseline/unreadable': { title: string };
  'baseline/unsealed': { title: string };
  'field/tooLong': { label: string; length: number; maxLength: number };
  'field/notANumber': { label: string; given: string };
  'field/numberAsText': { label: string; given: string };
  'field/notWhole': { label: string; given: string };
  'field/notMinorUnits': { label: string; given: string };
  'field/tooManyDecimals': { label: string; given: string; most: number };
  /** `min` and `max` are empty where there is no limit. */
  'field/outOfRange': { label: string; given: string; min: string; max: string };
  'field/notADate': { label: string; given: string };
  'field/notAnOption': { label: string; given: string; options: string };
  'field/notYesOrNo': { label: string; given: string };
  'field/notTrueOrFalse': { label: string; given: string };
  'field/notAReference': { label: string; given: string; register: string };
  'field/ambiguous': { label: string; given: string; register: string };
  'field/notAnId': { label: string; given: string; register: string };
  'field/notAList': { label: string };
  'field/tooMany': { label: string; count: number; most: number };
  'field/notScores': { label: string; given: string; scales: string };
  'field/unknown': { register: string; field: string; known: string };
  'field/computed': { register: string; field: string };
  // records and commands
  'record/unknown': { register: string; id: string };
  'record/exists': { register: string; id: string };
  'record/badId': { id: string };
  'record/notAnObject': { found: string };
  'record/inUse': { title: string; users: string };
  'record/singleton': { register: string };
  'register/unknown': { given: string; known: string };
  'link/itself': { title: string };
  'link/duplicate': { predecessor: string; successor: string };
  'link/cycle': { path: string };
  'link/withinSummary': { title: string; summary: string };
  'link/toSummary': { type: string; title: string };
  'task/underItself': { title: string };
  'task/parentCycle': { title: string; parent: string };
  'task/parentInCircle': { title: string; parent: string; path: string };
  'rule/needsDate': { title: string; rule: string };
  'cost/endBeforeStart': { title: string; start: CalendarDate; end: CalendarDate };
  'roadmap/endBeforeStart': { title: string; start: CalendarDate; end: CalendarDate };
  'assignment/nobody': { title: string };
  'edits/badEntry': { index: number; reason: string };
  // findings of the plan
  'plan/linkSuspended': { predecessor: string; successor: string };
  'plan/parentSuspended': { title: string; parent: string };
  'plan/linkDangling': { missing: string };
  'plan/linkIgnored': { type: string; title: string };
  'plan/noStart': Record<string, never>;
  'plan/noCalendarDays': { calendar: string };
  'plan/beyondHorizon': { title: string; limit: CalendarDate };
  'plan/emptySummary': { title: string };
  'plan/deadlineMissed': { title: string; deadline: CalendarDate; finish: CalendarDate };
  'plan/constraintBroken': { title: string; rule: string; date: CalendarDate };
  'plan/noOwner': { title: string; start: CalendarDate };
  'plan/unlinked': { title: string };
  'plan/refDangling': { title: string; label: string };
  'plan/archivedButEdited': { title: string; by: string };
  'plan/unresolved': { title: string; label: string; count: number };
  'budget/noStart': { title: string };
  'budget/outsideHorizon': { title: string };
  'budget/noPrice': { title: string };
  'budget/nothingPriced': { lines: number };
  'budget/noQuantity': { title: string; driver: string };
  'budget/negative': { title: string };
  'budget/endBeforeStart': { title: string };
  'budget/aboveFunding': { over: number; funding: number; currency: string };
  'budget/quantityDiffers': { title: string; typed: string; profile: string; driver: string };
  'risk/needsAttention': { title: string; score: number; missing: string };
  'risk/reviewOverdue': { title: string; due: CalendarDate };
  'risk/residualHigher': { title: string };
  /** `percent` of the time the person has in the worst week, null where that is none; weeks by their Mondays. */
  'resources/tooMuch': {
    person: string;
    percent: number | null;
    week: CalendarDate;
    from: CalendarDate;
    weeks: number;
  };
  'resources/absent': { person: string; task: string; start: CalendarDate; finish: CalendarDate };
  'resources/onSummary': { task: string };
  'resources/roleOpen': { role: string; task: string };
  'resources/personGone': { person: string; task: string };
  'resources/twice': { person: string; task: string };
  'approval/contradictory': { title: string; sides: string };
  'approval/factsChanged': { title: string; decision: string; was: string; now: string };
  'approval/noDecision': Record<string, never>;
  'approval/noPerson': Record<string, never>;
  'gate/undecided': { title: string; due: CalendarDate };
  'gate/mustOpen': { title: string; criterion: string; count: number };
  'gate/noReason': { title: string };
  // files
  'file/notFound': { name: string };
  'file/unreadable': { name: string; reason: string };
  'file/unwritable': { name: string; reason: string };
  'file/diskFull': { name: string };
  'file/notGolive': { name: string };
  'file/damaged': { name: string; what: string };
  'file/tooLarge': { name: string; size: string; limit: string };
  'file/newer': { name: string; format: number; known: number };
  'file/hostile': { name: string; what: string };
  'file/empty': { name: string };
  'file/unknownKind': { name: string; known: string };
  'file/notJson': { name: string; reason: string };
  'file/wrongJson': { name: string; wanted: string; found: string };
  'file/notXml': { name: string; reason: string };
  'file/notMsProject': { name: string };
  'file/noColumns': { name: string; register: string; columns: string };
  'file/row': { row: number; problem: string };
  'file/record': { register: string; record: number; problem: string };
  'import/twice': { title: string; register: string };
  'import/severalOfName': { title: string; register: string };
  'import/tooManyMisfits': { count: number };
  'merge/differentWorkbooks': { first: string; second: string };
  'merge/forked': { first: string; second: string };
  'document/readOnly': { format: number; known: number };
  'pack/unknown': { given: string; known: string };
  'pack/badAnswer': { question: string; answer: string; reason: string };
  'pack/noGoLive': { wanted: CalendarDate };
  'pack/pricesLeftOut': { prices: string; plan: string; lines: number };
  'pack/unknownAnswer': { given: string; known: string };
  // the machine
  'storage/notSaved': { reason: string };
  'storage/diskFull': Record<string, never>;
  'storage/folderRemade': Record<string, never>;
  /** `times`: how often within a minute. */
  'storage/stopped': { times: number };
  'storage/restored': { what: string };
  'storage/incomplete': { what: string };
  // the second folder of backups, `name` being its own without what leads to it
  'backup/secondMissing': { name: string };
  'backup/secondFull': { name: string };
  'backup/secondUnwritable': { name: string; reason: string };
  'folder/notShown': { reason: string };
  'settings/notKept': { reason: string };
  'runtime/missing': { what: string };
  'job/cancelled': Record<string, never>;
  usage: { message: string };
}

export type ProblemCode = keyof ProblemFacts;

export type Problem = {
  [C in ProblemCode]: { readonly code: C; readonly facts: Readonly<ProblemFacts[C]> };
}[ProblemCode];

export function problem<C extends ProblemCode>(
  code: C,
  facts: Readonly<ProblemFacts[C]>,
): Extract<Problem, { code: C }> {
  return { code, facts } as unknown as Extract<Problem, { code: C }>;
}

/** `error`: a promise of the plan is broken. `warning`: worth a decision. `info`: worth knowing. */
export type Level = 'error' | 'warning' | 'info';

/** A problem found in the plan, and where to look. */
export interface Finding {
  readonly level: Level;
  readonly problem: Problem;
  readonly register?: string;
  readonly id?: string;
  readonly field?: string;
}
