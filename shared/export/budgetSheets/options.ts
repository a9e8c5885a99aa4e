/** The choices a reader can pick from, as columns of the hidden sheet Lists, and where each stands there. */
import type { Stream } from '../../domain/budget/budget';
import { dipPresets } from '../../domain/budget/dipPresets';
import { registers } from '../../domain/registers/all';
import { CHANCE_PERCENT } from '../../domain/risk/exposure';
import { fixed, fixedColumn, onSheet } from '../sheetAddress';

const cost = registers.costs.fields;
const risk = registers.risks.fields;

/** What the totals call each stream. */
export const STREAM_LABELS: { readonly [S in Stream]: string } = {
  externalOneTime: 'External, one-time',
  recurring: 'Recurring',
  contingency: 'Contingency',
  internalStaffTime: 'Own staff time',
  productivityLoss: 'Lost visits',
  benefit: 'Benefits',
};

/** The stream of a kind when it is not own staff time, and how many months lie between two bills (once: 0). */
const STREAM_OF_KIND: { readonly [K in keyof typeof cost.kind.options]: Stream } = {
  'one-time': 'externalOneTime',
  recurring: 'recurring',
  'per-event': 'externalOneTime',
  induced: 'productivityLoss',
  contingency: 'contingency',
  benefit: 'benefit',
};
const MONTHS_BETWEEN: { readonly [F in keyof typeof cost.frequency.options]: number } = {
  once: 0,
  monthly: 1,
  quarterly: 3,
  yearly: 12,
};

type OptionList = readonly (readonly [id: string, shown: string | number])[];

const labels = (options: Readonly<Record<string, string>>): OptionList => Object.entries(options);
const kinds = Object.keys(cost.kind.options) as (keyof typeof cost.kind.options)[];
const frequencies = Object.keys(cost.frequency.options) as (keyof typeof cost.frequency.options)[];

export const OPTION_LISTS = {
  Category: labels(cost.category.options),
  Kind: labels(cost.kind.options),
  'Kind goes to': kinds.map((kind) => [kind, STREAM_LABELS[STREAM_OF_KIND[kind]]]),
  Driver: labels(cost.driver.options),
  Billed: labels(cost.frequency.options),
  'Months between bills': frequencies.map((frequency) => [frequency, MONTHS_BETWEEN[frequency]]),
  'Yes or no': [
    ['yes', 'Yes'],
    ['no', 'No'],
  ],
  Confidence: labels(cost.confidence.options),
  'Visits lost while learning': Object.keys(dipPresets).map((preset) => [
    preset,
    registers.organisation.fields.dipPreset.options[preset as keyof typeof dipPresets],
  ]),
  'Goes to': Object.entries(STREAM_LABELS),
  'Risk category': labels(risk.category.options),
  'Risk status': labels(risk.status.options),
  Response: labels(risk.response.options),
  Probability: CHANCE_PERCENT.map((_, index) => [String(index + 1), index + 1]),
  Chance: CHANCE_PERCENT.map((percent, index) => [String(index + 1), percent / 100]),
} as const satisfies Record<string, OptionList>;

export type ListName = keyof typeof OPTION_LISTS;

export const LISTS = 'Lists';
export const LIST_HEADER_ROW = 3;

const names = Object.keys(OPTION_LISTS) as ListName[];

/** The entries of a list as an absolute range. */
export function listRange(list: ListName): string {
  const column = names.indexOf(list) + 1;
  const last = LIST_HEADER_ROW + OPTION_LISTS[list].length;
  return onSheet(LISTS, fixedColumn(column, LIST_HEADER_ROW + 1, last));
}

/** The cell that holds one entry of a list, so that formulas compare with it and not with a word of their own. */
export function listCell(list: ListName, id: string): string {
  const index = (OPTION_LISTS[list] as OptionList).findIndex(([option]) => option === id);
  return onSheet(LISTS, fixed(LIST_HEADER_ROW + 1 + index, names.indexOf(list) + 1));
}

/** What a list shows for an option; the option itself where the list does not know it. */
export function listLabel(list: ListName, id: string | null): string {
  if (id === null) return '';
  return String((OPTION_LISTS[list] as OptionList).find(([option]) => option === id)?.[1] ?? id);
}
