/** What of a plan can be found by its words: every text of every record, and how a record that was found is shown. */
import { fieldOf, fieldsOf, titleOf, type AnyRecord } from '../register/record';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { snippetOf, type Snippet } from './snippet';
import { hasAllWords, matchesIn, type TextRange } from './words';

/** A record as the index takes it in. */
export interface SearchableRecord {
  readonly id: string;
  readonly title: string;
  /** All other texts, one after the other. */
  readonly texts: string;
}

/** Fields with text to read, in the order of the register, without the one that names the record. */
function textFields(register: RegisterId): readonly (readonly [name: string, label: string])[] {
  const definition = definitionOf(register);
  return fieldsOf(definition)
    .filter(([name, { kind }]) => (kind === 'text' || kind === 'longText') && name !== definition.titleField)
    .map(([name, { label }]) => [name, label]);
}

const fieldsByRegister = new Map(registerIds.map((register) => [register, textFields(register)]));

function textIn(record: AnyRecord, field: string): string {
  const value = record[field];
  return typeof value === 'string' ? value : '';
}

/** Links have no words of their own. */
export const searchableRegisters: readonly RegisterId[] = registerIds.filter((register) => {
  const kind = fieldOf(definitionOf(register), definitionOf(register).titleField)?.kind;
  return kind === 'text' || kind === 'longText';
});

export function searchable(register: RegisterId, record: AnyRecord): SearchableRecord {
  const texts = (fieldsByRegister.get(register) ?? []).map(([name]) => textIn(record, name));
  return {
    id: record.id,
    title: textIn(record, definitionOf(register).titleField),
    texts: texts.filter((text) => text !== '').join('\n'),
  };
}

/** A record that fits, as the index found it; the best first. */
export interface Hit {
  readonly register: RegisterId;
  readonly id: string;
  /** How well it fits; only the order counts. */
  readonly score: number;
  /** Words of the record that fit or resemble what was looked for. */
  readonly similar: readonly string[];
}

export interface FoundRecord {
  readonly register: RegisterId;
  readonly id: string;
  readonly title: string;
  readonly titleMatches: readonly TextRange[];
  /** The text in which it was found, where the title as it is shown says nothing of it. */
  readonly found: (Snippet & { readonly field: string; readonly label: string }) | null;
  readonly isInBin: boolean;
}

/** Those in use by how well they fit, then what is in the bin. Hits of records that are gone are left out. */
export function rankedHits(workbook: Workbook, hits: readonly Hit[]): readonly Hit[] {
  const known = hits.flatMap((hit) => {
    const record = tableOf(workbook, hit.register).byId.get(hit.id);
    return record === undefined ? [] : [{ hit, isInBin: record.archived }];
  });
  return known
    .sort((a, b) => Number(a.isInBin) - Number(b.isInBin) || b.hit.score - a.hit.score)
    .map(({ hit }) => hit);
}

/** @param wanted folded words as they were typed */
export function foundRecord(
  workbook: Workbook,
  { register, id, similar }: Hit,
  wanted: readonly string[],
): FoundRecord | undefined {
  const record = tableOf(workbook, register).byId.get(id);
  if (record === undefined) return undefined;
  const words = new Set(similar);
  const title = titleOf(definitionOf(register), record);
  const titleMatches = matchesIn(title, wanted, words);
  return {
    register,
    id,
    title,
    titleMatches,
    found: isSeenIn(title, titleMatches, wanted) ? null : foundElsewhere(register, record, wanted, words),
    isInBin: record.archived,
  };
}

/** Characters of a title that a narrow list shows. */
const TITLE_SHOWN = 56;

/** Whether the title alone, as far as it is shown, says why the record was found. */
function isSeenIn(title: string, matches: readonly TextRange[], wanted: readonly string[]): boolean {
  const [first] = matches;
  if (first === undefined || first.to > TITLE_SHOWN) return false;
  return wanted.length === 1 || wanted.every((word) => matchesIn(title, [word]).length > 0);
}

/** The text with most of the wanted words; of several the first in the order of the register, the title last. */
function foundElsewhere(
  register: RegisterId,
  record: AnyRecord,
  wanted: readonly string[],
  similar: ReadonlySet<string>,
): FoundRecord['found'] {
  const definition = definitionOf(register);
  const { titleField } = definition;
  const title: readonly [string, string] = [titleField, fieldOf(definition, titleField)?.label ?? ''];
  let best: FoundRecord['found'] = null;
  let most = -1;
  for (const [field, label] of [...(fieldsByRegister.get(register) ?? []), title]) {
    const text = textIn(record, field);
    const count = wanted.filter((word) => hasAllWords(text, [word])).length;
    const snippet = count > most ? snippetOf(text, wanted, similar) : undefined;
    if (snippet === undefined) continue;
    best = { ...snippet, field, label };
    most = count;
  }
  return best;
}
