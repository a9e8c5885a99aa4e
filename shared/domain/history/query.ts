/** What is asked of the history of a plan. */
import { isRecordId } from '../base/ids';
import { isCount, isJsonObject, parseAll, type JsonObject } from '../base/json';
import { parseWriterChoice, type WriterChoice } from './people';

/** Since the person was last here, or while they were; a visit lasts from opening a plan to closing the app. */
export type VisitPeriod = 'sinceLastVisit' | 'lastVisit';

/** Where somebody was here before: numbers of edits, and when it ended (milliseconds since 1970). */
export interface LastVisit {
  /** The last edit before it. */
  readonly after: number;
  /** Its last edit. */
  readonly upTo: number;
  readonly ended: number;
}

/** What is left out is not asked for. */
export interface HistoryFilter {
  /** Changes of this record. */
  readonly record?: string;
  readonly register?: string;
  /** Who wrote the values, merged ones by their writers. */
  readonly writer?: WriterChoice;
  /** In names of commands and fields, in values, and in people's names. */
  readonly text?: string;
  /** Records that are found by their names: what happened to them or names them is found with the text. */
  readonly named?: readonly string[];
  readonly visit?: VisitPeriod;
  /** Edits made on this computer from then on, and until then: milliseconds since 1970. */
  readonly from?: number;
  readonly until?: number;
}

export interface HistoryQuery {
  readonly filter: HistoryFilter;
  /** The number of the last edit that was told; null for the newest ones. */
  readonly before: number | null;
  /** Of one edit alone the changes behind the first so many. */
  readonly of?: { readonly seq: number; readonly skip: number };
}

/** A moment in the history: everything up to an edit, or up to a time. */
export type Moment = { readonly seq: number } | { readonly at: number };

/** What was written after a moment, of the whole plan or one record. */
export interface SinceQuery {
  readonly moment: Moment;
  readonly record: string | null;
  /** Whose part in it is told apart from everybody else's. */
  readonly writer: WriterChoice | null;
}

const LONGEST_TEXT = 200;
export const MOST_NAMED = 20_000;

/** Undefined when the value is no question. */
export function parseHistoryQuery(value: unknown): HistoryQuery | undefined {
  if (!isJsonObject(value)) return undefined;
  const { before, of } = value;
  const filter = parseHistoryFilter(value['filter']);
  if (filter === undefined || !(before === null || isCount(before))) return undefined;
  if (of === undefined) return { filter, before };
  if (!isJsonObject(of) || !isCount(of['seq']) || !isCount(of['skip'])) return undefined;
  return { filter, before, of: { seq: of['seq'], skip: of['skip'] } };
}

export function parseSinceQuery(value: unknown): SinceQuery | undefined {
  if (!isJsonObject(value)) return undefined;
  const { record } = value;
  const moment = parseMoment(value['moment']);
  const writer = value['writer'] === null ? null : parseWriterChoice(value['writer']);
  if (moment === undefined || writer === undefined) return undefined;
  return record === null || isRecordId(record) ? { moment, record, writer } : undefined;
}

function parseMoment(value: unknown): Moment | undefined {
  if (!isJsonObject(value)) return undefined;
  if (isCount(value['seq'])) return { seq: value['seq'] };
  return isCount(value['at']) ? { at: value['at'] } : undefined;
}

/** Undefined when the value is none. */
export function parseHistoryFilter(value: unknown): HistoryFilter | undefined {
  if (!isJsonObject(value)) return undefined;
  const writer = parseWriterChoice(value['writer']);
  const filter: HistoryFilter = {
    ...member(value, 'record', isRecordId),
    ...member(value, 'register', isText),
    ...(writer === undefined ? {} : { writer }),
    ...member(value, 'text', isText),
    ...member(value, 'named', isListOfIds),
    ...member(value, 'visit', isVisitPeriod),
    ...member(value, 'from', isCount),
    ...member(value, 'until', isCount),
  };
  // One that is there and is not what it should be would widen the question.
  const given = Object.values(value).filter((each) => each !== undefined).length;
  return Object.keys(filter).length === given ? filter : undefined;
}

function member<T>(value: JsonObject, name: string, is: (given: unknown) => given is T): Record<string, T> {
  const given = value[name];
  return is(given) ? { [name]: given } : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isListOfIds(value: unknown): value is readonly string[] {
  const ids = parseAll(value, (id) => (isRecordId(id) ? id : undefined));
  return ids !== undefined && ids.length <= MOST_NAMED;
}

function isVisitPeriod(value: unknown): value is VisitPeriod {
  return value === 'sinceLastVisit' || value === 'lastVisit';
}
