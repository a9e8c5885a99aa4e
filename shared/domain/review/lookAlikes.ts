/**
 * Rows that came in with a merge and look like one that was here: two people who add “Lab interface” apart have added it
 * twice. Nothing is joined by itself; a person compares.
 */
import { formatMoney } from '../format/money';
import { countWord } from '../format/sentence';
import { currencyOf } from '../records/fieldText';
import { sameValue } from '../register/canonical';
import { titleOf, type AnyRecord } from '../register/record';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';

export interface LookAlike {
  readonly register: RegisterId;
  /** The row that came in; of two in the bin, the one to bring back. */
  readonly id: string;
  /** Further rows of that title that came in: of three sites each may have added one. */
  readonly more: readonly string[];
  /** The row that was here, or the other in the bin. */
  readonly other: string;
  readonly text: string;
}

/** Whose titles say nothing: the ends of a link, what a comment is about, or who decided, tell them apart. */
const WITHOUT_TITLES: readonly RegisterId[] = [
  'links',
  'assignments',
  'comments',
  'actuals',
  'organisation',
  'approvals',
];
/** More new rows than this are an import, in which every row was meant. */
const MOST_ADDED = 500;
const MOST_TOLD = 10;
/** Of all words of two titles, the share they have in common from which they look alike. */
const ALIKE_SHARE = 0.7;
/** Lines of the same amount look alike when so many words are the same. */
const ALIKE_WORDS = 2;

export function lookAlikes(before: Workbook, after: Workbook): readonly LookAlike[] {
  return registerIds.flatMap((register) => alikeIn(register, before, after)).slice(0, MOST_TOLD);
}

/**
 * Rows of one title that were moved to the bin apart, one here and the other there, so that none is left: who was asked
 * which of two to keep was asked on each computer. The row named is the same on every computer, so that all who bring
 * one back bring back the same.
 */
export function noneLeft(before: Workbook, after: Workbook): readonly LookAlike[] {
  return registerIds.flatMap((register) => noneLeftIn(register, before, after)).slice(0, MOST_TOLD);
}

function noneLeftIn(register: RegisterId, before: Workbook, after: Workbook): readonly LookAlike[] {
  const [was, is] = [tableOf(before, register), tableOf(after, register)];
  if (was === is || WITHOUT_TITLES.includes(register)) return [];
  const titleKey = (record: AnyRecord): string => keyOf(register, record);
  const left = new Set(is.live.map(titleKey));
  const wentHere = is.archived.filter(({ id }) => was.byId.get(id)?.archived === true);
  const wentThere = is.archived.filter(({ id }) => was.byId.get(id)?.archived === false);
  const here = grouped(wentHere, titleKey);
  return [...grouped(wentThere, titleKey)].flatMap(([key, there]) => {
    const mine = here.get(key);
    const [first] = there;
    if (mine === undefined || first === undefined || left.has(key)) return [];
    const [id = '', other = ''] = [...mine, ...there].map((record) => record.id).sort();
    const definition = definitionOf(register);
    const text = `No “${titleOf(definition, first)}” is left in ${definition.title}: one was moved to the bin here, another there`;
    return [{ register, id, more: [], other, text }];
  });
}

/** Tasks of one name under different summaries are the same work done twice, as for each site. */
function keyOf(register: RegisterId, record: AnyRecord): string {
  return JSON.stringify([register === 'tasks' && record['parent'], titleOf(definitionOf(register), record)]);
}

interface Row {
  readonly record: AnyRecord;
  readonly title: string;
  readonly words: ReadonlySet<string>;
}

function alikeIn(register: RegisterId, before: Workbook, after: Workbook): readonly LookAlike[] {
  const [was, is] = [tableOf(before, register), tableOf(after, register)];
  if (was === is || WITHOUT_TITLES.includes(register)) return [];
  const added = is.live.filter(({ id }) => !was.byId.has(id));
  if (added.length === 0 || added.length > MOST_ADDED) return [];
  const rowOf = (record: AnyRecord): Row => {
    const title = titleOf(definitionOf(register), record);
    return { record, title, words: wordsOf(title) };
  };
  const here = is.live.filter(({ id }) => was.byId.has(id)).map(rowOf);
  const byWord = new Map<string, Row[]>();
  for (const row of here) for (const word of row.words) push(byWord, word, row);
  const found = added.map(rowOf).flatMap((row) => {
    const near = new Set([...row.words].flatMap((word) => byWord.get(word) ?? []));
    const other = [...near].find((candidate) => areAlike(register, row, candidate));
    return other === undefined ? [] : [{ row, other }];
  });
  // Rows of one title are told together.
  const groups = grouped(found, (pair) =>
    pair.row.title === pair.other.title ? keyOf(register, pair.row.record) : pair.row.record.id,
  );
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const others = rest.map(({ row }) => row.record);
    const same = is.live.filter((record) => keyOf(register, record) === keyOf(register, first.row.record));
    return [
      {
        register,
        id: first.row.record.id,
        more: others.map(({ id }) => id),
        other: first.other.record.id,
        text: alikeText(after, register, { ...first, same }),
      },
    ];
  });
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) push(groups, key(item), item);
  return groups;
}

function areAlike(register: RegisterId, a: Row, b: Row): boolean {
  if (register === 'tasks' && a.record['parent'] !== b.record['parent']) return false;
  const common = [...a.words].filter((word) => b.words.has(word)).length;
  const all = a.words.size + b.words.size - common;
  if (common / all >= ALIKE_SHARE) return true;
  return register === 'costs' && common >= ALIKE_WORDS && haveSamePrice(a.record, b.record);
}

function haveSamePrice(a: AnyRecord, b: AnyRecord): boolean {
  return a['unitCost'] !== null && ['unitCost', 'quantity'].every((field) => sameValue(a[field], b[field]));
}

interface Alike {
  readonly row: Row;
  readonly other: Row;
  /** Everything of that title. */
  readonly same: readonly AnyRecord[];
}

function alikeText(workbook: Workbook, register: RegisterId, { row, other, same }: Alike): string {
  const isOneTitle = row.title === other.title;
  const all = isOneTitle ? same : [row.record, other.record];
  const isOnePrice = register === 'costs' && all.every((record) => haveSamePrice(row.record, record));
  const price = isOnePrice ? row.record['unitCost'] : null;
  const each =
    typeof price === 'number'
      ? `, ${all.length > 2 ? 'all' : 'both'} ${formatMoney(price, currencyOf(workbook), { cents: true })}`
      : '';
  const { title } = definitionOf(register);
  const times = all.length > 2 ? `${countWord(all.length)} times` : 'twice';
  return isOneTitle
    ? `“${row.title}” is there ${times} in ${title}${each}: added here and there`
    : `Two rows look alike in ${title}: “${other.title}” and “${row.title}”${each}`;
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []);
}
