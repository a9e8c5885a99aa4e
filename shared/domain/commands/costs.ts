/** What a new cost line starts with, where it stands, and the lines most budgets have. */
import type { FieldValues } from '../edits/edit';
import { costs } from '../registers/costs';
import type { CostLine } from '../registers/all';
import type { Workbook } from '../workbook';
import type { CostCategory } from './costsTable';

/**
 * How a new line of a category starts: what such costs usually are. Everything can be changed afterwards; categories
 * that are not named start as a one-time, fixed cost.
 */
const USUAL: Partial<Record<CostCategory, FieldValues>> = {
  licenses: { kind: 'recurring', driver: 'per-provider', frequency: 'monthly' },
  fees: { kind: 'recurring', driver: 'per-provider', frequency: 'monthly' },
  hardware: { driver: 'per-device' },
  interfaces: { driver: 'per-interface' },
  training: { driver: 'per-user' },
  staff: { driver: 'per-hour', internal: true },
  backfill: { driver: 'per-hour' },
  productivity: { kind: 'induced', driver: 'lost-weeks' },
  support: { kind: 'recurring', frequency: 'monthly' },
  refresh: { driver: 'per-device' },
  contingency: { kind: 'contingency', driver: 'percent' },
};

export function usualValues(category: CostCategory): FieldValues {
  return { category, ...USUAL[category] };
}

/** The line a new one of its category stands behind; undefined while there is none. */
export function lastCostLine(workbook: Workbook, category: CostCategory): string | undefined {
  return workbook.tables.costs.live.filter((line) => line.category === category).at(-1)?.id;
}

/** The lines most budgets of small practices have, without prices: a list against forgetting. */
const STARTER: readonly (readonly [CostCategory, string, FieldValues?])[] = [
  ['licenses', 'Record, billing and portal subscription'],
  ['fees', 'Clearinghouse, prescribing, fax and text messages'],
  ['hardware', 'Exam-room computers and tablets'],
  ['hardware', 'Printers, label printers and scanners', { driver: 'fixed' }],
  ['network', 'Wi-Fi, switches and cabling', { driver: 'per-site' }],
  ['network', 'Backup internet line', { kind: 'recurring', driver: 'per-site', frequency: 'monthly' }],
  ['implementation', 'Vendor set-up and configuration'],
  ['migration', 'Data extract from the old vendor'],
  ['migration', 'Conversion and load into the new record'],
  ['interfaces', 'Interface set-up'],
  ['interfaces', 'Interface support', { kind: 'recurring', frequency: 'yearly' }],
  ['training', 'Vendor training sessions', { driver: 'fixed' }],
  ['staff', 'Own staff: training hours'],
  ['staff', 'Own staff: chart abstraction', { driver: 'per-hour' }],
  ['go-live', 'Support at the elbow in go-live week'],
  ['productivity', 'Visits lost while people learn'],
  ['support', 'IT support contract'],
  ['compliance', 'Security risk analysis'],
  ['legacy', 'Old system: access while it runs down', { kind: 'recurring', frequency: 'monthly' }],
  ['contingency', 'Contingency'],
];

/** What the usual lines of a small practice start with. */
export function usualCostLines(): readonly FieldValues[] {
  return STARTER.map(([category, name, values]) => ({ ...usualValues(category), ...values, name }));
}

/** How a category is called. */
export function categoryLabel(category: CostLine['category']): string {
  return costs.fields.category.options[category];
}
