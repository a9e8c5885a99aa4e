/** What people do with cost lines: adding, typing into cells, pasting rows, putting into the bin, choosing a value. */
import type { CalendarDate } from '../base/dates';
import type { Command, Edit, FieldValues } from '../edits/edit';
import { costs } from '../registers/costs';
import type { CostLine } from '../registers/all';
import type { Workbook } from '../workbook';
import type { CostCategory } from './costsTable';
import { typedCommand, type TypedCell, type TypedCommand } from './typedCells';

const NEW_NAME = 'New cost line';

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

export interface NewCostLine {
  readonly id: string;
  readonly category: CostCategory;
  readonly name?: string;
  /** The line it stands behind; the last place of its category unless said. */
  readonly after?: string | null;
}

export function addCostLine(
  workbook: Workbook,
  { id, category, name = NEW_NAME, after }: NewCostLine,
): Command {
  const place = after ?? lastOf(workbook, category);
  const values = { ...usualValues(category), name };
  return {
    label: 'Add cost line',
    edits: [{ kind: 'add', register: 'costs', id, values, ...(place === undefined ? {} : { after: place }) }],
  };
}

function lastOf(workbook: Workbook, category: CostCategory): string | undefined {
  return workbook.tables.costs.live.filter((line) => line.category === category).at(-1)?.id;
}

/** A row that a paste brings: its cells by field, and the line above it, if any. */
export interface PastedCostLine {
  readonly id: string;
  readonly category: CostCategory;
  readonly cells: readonly Omit<TypedCell, 'id'>[];
}

export interface CostTyping {
  readonly cells: readonly TypedCell[];
  readonly lines?: readonly PastedCostLine[];
  readonly near?: CalendarDate;
}

/** Typed and pasted cells as one change; each pasted line stands behind the one before it. */
export function typeCosts(workbook: Workbook, { cells, lines = [], near }: CostTyping): TypedCommand {
  let behind = lines[0] === undefined ? undefined : lastOf(workbook, lines[0].category);
  const rows = lines.map(({ id, category, cells: typed }) => {
    const after = behind ?? workbook.tables.costs.live.at(-1)?.id ?? null;
    if (typed.some(({ text }) => text.trim() !== '')) behind = id;
    return { id, after, cells: typed, values: { ...usualValues(category), name: NEW_NAME } };
  });
  return typedCommand(workbook, {
    register: 'costs',
    cells,
    rows,
    ...(near === undefined ? {} : { near }),
  });
}

/** @param ids cost lines; what is no cost line is passed over. Undefined when nothing is left to do */
export function archiveCostLines(workbook: Workbook, ids: readonly string[]): Command | undefined {
  const lines = ids.filter((id) => workbook.tables.costs.byId.get(id)?.archived === false);
  if (lines.length === 0) return undefined;
  return {
    label: lines.length === 1 ? 'Remove cost line' : `Remove ${String(lines.length)} cost lines`,
    edits: lines.map((id): Edit => ({ kind: 'archive', register: 'costs', id })),
  };
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

/** Adds the usual lines of a small practice. @param newId mints one id for each line */
export function addUsualCostLines(newId: () => string): Command {
  return {
    label: 'Add the usual cost lines',
    edits: STARTER.map(([category, name, values]): Edit => {
      return {
        kind: 'add',
        register: 'costs',
        id: newId(),
        values: { ...usualValues(category), ...values, name },
      };
    }),
  };
}

/** How a category is called. */
export function categoryLabel(category: CostLine['category']): string {
  return costs.fields.category.options[category];
}

/** Moves a line one place up or down within its category; undefined at the end. */
export function moveCostLine(workbook: Workbook, id: string, direction: 'up' | 'down'): Command | undefined {
  const line = workbook.tables.costs.byId.get(id);
  const siblings = workbook.tables.costs.live.filter(({ category }) => category === line?.category);
  const at = siblings.findIndex((sibling) => sibling.id === id);
  const other = at === -1 ? undefined : siblings[direction === 'up' ? at - 1 : at + 1];
  if (other === undefined) return undefined;
  const after = direction === 'down' ? other.id : before(workbook, other.id);
  return { label: 'Move cost line', edits: [{ kind: 'place', register: 'costs', id, after }] };
}

function before(workbook: Workbook, id: string): string | null {
  const { live } = workbook.tables.costs;
  return live[live.findIndex((line) => line.id === id) - 1]?.id ?? null;
}
