/**
 * The figures of a plan on one day, as one text that is written once: a head line with what they come to, a line for
 * each task in the order of the outline, a line for each cost line. Parts of a line are parted by tabs:
 *
 *     1 | first day | last day | go-live or nothing | currency | total | tasks | cost lines | seal
 *     task id | depth | name | days from the first day to its start | days on to its finish | working days | done, % |
 *       share of the day that people work on it, %
 *     cost line id | name | total
 *
 * Totals are minor units of the currency. The seal is a checksum of everything else: figures whose first line and rows
 * were not written together are not believed. It keeps out damage and tampering, not an expert forger. A text and not an object, so that comparing two, keeping eleven and opening a
 * plan cost next to nothing; it is taken apart only when somebody looks at it.
 */
import { addDays, dayNumber, isCalendarDate, type CalendarDate } from '../base/dates';
import { isRecordId } from '../base/ids';
import { cleanLine } from '../register/cleanText';

/** What the figures come to. */
export interface FiguresHead {
  /** First and last day of the plan. */
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  readonly goLive: CalendarDate | null;
  /** ISO 4217; empty where the plan had none. */
  readonly currency: string;
  /** Total cost of ownership over the horizon, minor units. */
  readonly total: number;
  readonly tasks: number;
  readonly costs: number;
  /** Eight hexadecimal digits, by which figures of the same sums are told apart. */
  readonly seal: string;
}

export interface BaselineTask {
  readonly id: string;
  readonly name: string;
  /** Outline number of that day, `2.3`. */
  readonly wbs: string;
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  readonly durationDays: number;
  readonly percentComplete: number;
  /** Shares of the working day that people work on it, together; 0 where nobody is assigned. */
  readonly unitsPercent: number;
}

export interface BaselineCost {
  readonly id: string;
  readonly name: string;
  /** Minor units. */
  readonly total: number;
}

export interface Figures {
  readonly head: FiguresHead;
  /** In the order of the outline. */
  readonly tasks: ReadonlyMap<string, BaselineTask>;
  readonly costs: ReadonlyMap<string, BaselineCost>;
}

/** A task as it is written down. */
export interface WrittenTask extends Omit<BaselineTask, 'wbs'> {
  /** 0 at the top. */
  readonly depth: number;
}

/** So many bytes of UTF-8 at most: some 25,000 tasks, and with room to spare what a frame of the journal takes. */
export const MOST_FIGURES = 2_000_000;

const FORMAT = '1';
const LINE = '\n';
const PART = '\t';
const LONGEST_NAME = 200;
const FARTHEST_DAY = 100_000;
const MOST_LINES = 1_000_000;
/** Deeper tasks stand at this depth: outline numbers of a made-up depth would be longer than the plan. */
const DEEPEST = 60;
const CURRENCY = /^[A-Za-z]{3}$/;
const WHOLE = /^(?:0|-?[1-9]\d{0,15})$/;
const SEAL = /^[0-9a-f]{8}$/;
const EXACT = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/;

export function writeFigures(
  head: Omit<FiguresHead, 'tasks' | 'costs' | 'seal'>,
  tasks: readonly WrittenTask[],
  costs: readonly BaselineCost[],
): string {
  const { start, finish, goLive, total } = head;
  const currency = CURRENCY.test(head.currency) ? head.currency : '';
  const first = dayNumber(start);
  const sums = [FORMAT, start, finish, goLive ?? '', currency, amountText(total), tasks.length, costs.length];
  const lines = [
    ...tasks.map((task) => {
      const begins = dayNumber(task.start);
      const spans = Math.max(0, dayNumber(task.finish) - begins);
      const exact = [task.durationDays, task.percentComplete, task.unitsPercent].map(exactText);
      return [task.id, Math.min(task.depth, DEEPEST), nameIn(task.name), begins - first, spans, ...exact];
    }),
    ...costs.map(({ id, name, total: amount }) => [id, nameIn(name), amountText(amount)]),
  ];
  const rows = lines.map((parts) => LINE + parts.join(PART)).join('');
  const headText = sums.join(PART);
  return `${headText}${PART}${sealOf(headText, rows)}${rows}`;
}

/** FNV-1a over the code units of both. Source: Fowler, Noll, Vo; IETF draft-eastlake-fnv, 32-bit parameters. */
function sealOf(head: string, rows: string): string {
  let hash = 0x811c9dc5;
  for (const text of [head, rows])
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Whether the first line and the rows were written together. False for what has no such first line. */
export function isSealed(text: string): boolean {
  const head = figuresHead(text);
  if (head === undefined) return false;
  const end = text.indexOf(LINE);
  const [first, rows] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  return sealOf(first.slice(0, first.lastIndexOf(PART)), rows) === head.seal;
}

function amountText(amount: number): string {
  const most = Number.MAX_SAFE_INTEGER;
  return String(Math.min(most, Math.max(-most, amount)));
}

/** Up to six decimals, and none that are not needed. */
function exactText(number: number): string {
  return String(Number(Math.max(0, number).toFixed(6)));
}

function nameIn(name: string): string {
  const line = cleanLine(name);
  return line.length <= LONGEST_NAME ? line : cleanLine(line.slice(0, LONGEST_NAME));
}

/** What figures come to, also of a text that was cut after its first line; undefined when it is no head. */
export function figuresHead(text: string): FiguresHead | undefined {
  const end = text.indexOf(LINE);
  const parts = (end === -1 ? text.slice(0, LONGEST_NAME) : text.slice(0, end)).split(PART);
  const [format, start, finish, goLive, currency = '', total = '', tasks = '', costs = '', seal = ''] = parts;
  if (format !== FORMAT || parts.length !== 9 || !isCalendarDate(start) || !isCalendarDate(finish))
    return undefined;
  if (goLive !== '' && !isCalendarDate(goLive)) return undefined;
  const numbers = [total, tasks, costs].map(wholeIn);
  const [amount, taskCount, costCount] = numbers;
  if (amount === undefined || taskCount === undefined || costCount === undefined) return undefined;
  if (currency !== '' && !CURRENCY.test(currency)) return undefined;
  if (!isLineCount(taskCount) || !isLineCount(costCount)) return undefined;
  if (!SEAL.test(seal)) return undefined;
  const ends = { start, finish, goLive: goLive === '' ? null : goLive };
  return { ...ends, currency, total: amount, tasks: taskCount, costs: costCount, seal };
}

function isLineCount(count: number): boolean {
  return count >= 0 && count <= MOST_LINES;
}

/** The whole of what `writeFigures` wrote; undefined for anything else. Never throws, whatever the text is. */
export function parseFigures(text: string): Figures | undefined {
  const head = figuresHead(text);
  if (head === undefined || text.length > MOST_FIGURES || !isSealed(text)) return undefined;
  const lines = text.split(LINE);
  if (lines.length !== 1 + head.tasks + head.costs) return undefined;
  const tasks = new Map<string, BaselineTask>();
  const numbers: number[] = [];
  for (const line of lines.slice(1, 1 + head.tasks)) {
    const task = taskIn(line, head.start, numbers);
    if (task === undefined || tasks.has(task.id)) return undefined;
    tasks.set(task.id, task);
  }
  const costs = new Map<string, BaselineCost>();
  for (const line of lines.slice(1 + head.tasks)) {
    const [id, name, total = '', ...rest] = line.split(PART);
    const amount = wholeIn(total);
    if (!isRecordId(id) || name === undefined || amount === undefined || rest.length > 0) return undefined;
    if (costs.has(id) || !isName(name)) return undefined;
    costs.set(id, { id, name, total: amount });
  }
  return { head, tasks, costs };
}

/** @param numbers the outline number of the line before, which becomes that of this one */
function taskIn(line: string, first: CalendarDate, numbers: number[]): BaselineTask | undefined {
  const [id, depth = '', name = '', begins = '', spans = '', ...exact] = line.split(PART);
  const [duration = '', done = '', units = ''] = exact;
  const level = wholeIn(depth);
  const [from, length] = [wholeIn(begins), wholeIn(spans)];
  if (!isRecordId(id) || !isName(name) || exact.length !== 3 || !exact.every((part) => EXACT.test(part)))
    return undefined;
  if (level === undefined || level < 0 || level > Math.min(numbers.length, DEEPEST)) return undefined;
  if (from === undefined || length === undefined || Math.abs(from) > FARTHEST_DAY) return undefined;
  if (length < 0 || length > FARTHEST_DAY) return undefined;
  const start = addDays(first, from);
  const finish = addDays(start, length);
  if (!isCalendarDate(start) || !isCalendarDate(finish)) return undefined;
  numbers[level] = (numbers[level] ?? 0) + 1;
  numbers.length = level + 1;
  const wbs = numbers.join('.');
  return {
    ...{ id, name, wbs, start, finish },
    ...{ durationDays: Number(duration), percentComplete: Number(done), unitsPercent: Number(units) },
  };
}

function isName(name: string): boolean {
  return name.length <= LONGEST_NAME && cleanLine(name) === name;
}

function wholeIn(text: string): number | undefined {
  const number = WHOLE.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Bytes of a text in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Each half of a character beyond the basic plane takes two of its four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 2 : 3;
  }
  return bytes;
}
