/**
 * Rows that came in with a merge and look like one that was here: two people who add “Lab interface” apart have added it
 * twice. Nothing is joined by itself; a person compares.
 */
import { formatMoney } from '../format/money';
import { currencyOf } from '../records/fieldText';
import { sameValue } from '../register/canonical';
import { titleOf, type AnyRecord } from '../register/record';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';

export interface LookAlike {
  readonly register: RegisterId;
  /** The row that came in; of two in the bin, the one to bring back. */
  readonly id: string;
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
  const keyOf = (record: AnyRecord): string =>
    JSON.stringify([register === 'tasks' && record['parent'], titleOf(definitionOf(register), record)]);
  const left = new Set(is.live.map(keyOf));
  const binnedHere = new Map(
    is.archived
      .filter(({ id }) => was.byId.get(id)?.archived === true)
      .map((record) => [keyOf(record), record] as const),
  );
  const binnedThere = is.archived.filter(({ id }) => was.byId.get(id)?.archived === false);
  return binnedThere.flatMap((record) => {
    const mine = binnedHere.get(keyOf(record));
    if (mine === undefined || left.has(keyOf(record))) return [];
    const [id = '', other = ''] = [record.id, mine.id].sort();
    const { title } = definitionOf(register);
    return [
      {
        register,
        id,
        other,
        text: `No “${titleOf(definitionOf(register), record)}” is left in ${title}: one was moved to the bin here, the other there`,
      },
    ];
  });
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
  return added.map(rowOf).flatMap((row) => {
    const near = new Set([...row.words].flatMap((word) => byWord.get(word) ?? []));
    const other = [...near].find((candidate) => areAlike(register, row, candidate));
    if (other === undefined) return [];
    return [
      {
        register,
        id: row.record.id,
        other: other.record.id,
        text: alikeText(after, register, { row, other }),
      },
    ];
  });
}

function push(byWord: Map<string, Row[]>, word: string, row: Row): void {
  const rows = byWord.get(word);
  if (rows === undefined) byWord.set(word, [row]);
  else rows.push(row);
}

function areAlike(register: RegisterId, a: Row, b: Row): boolean {
  // Tasks of one name under different summaries are the same work done twice, as for each site.
  if (register === 'tasks' && a.record['parent'] !== b.record['parent']) return false;
  const common = [...a.words].filter((word) => b.words.has(word)).length;
  const all = a.words.size + b.words.size - common;
  if (common / all >= ALIKE_SHARE) return true;
  return register === 'costs' && common >= ALIKE_WORDS && haveSamePrice(a.record, b.record);
}

function haveSamePrice(a: AnyRecord, b: AnyRecord): boolean {
  return a['unitCost'] !== null && ['unitCost', 'quantity'].every((field) => sameValue(a[field], b[field]));
}

function alikeText(
  workbook: Workbook,
  register: RegisterId,
  { row: a, other: b }: { readonly row: Row; readonly other: Row },
): string {
  const price = register === 'costs' && haveSamePrice(a.record, b.record) ? a.record['unitCost'] : null;
  const both =
    typeof price === 'number' ? `, both ${formatMoney(price, currencyOf(workbook), { cents: true })}` : '';
  return a.title === b.title
    ? `“${a.title}” is there twice in ${definitionOf(register).title}${both}: added here and there`
    : `Two rows look alike in ${definitionOf(register).title}: “${b.title}” and “${a.title}”${both}`;
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(title.toLocaleLowerCase('en').match(/[\p{L}\p{N}]+/gu) ?? []);
}
