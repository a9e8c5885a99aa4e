/** Which cells a person may write, why not the others, and what can be chosen in a cell. */
import type { GridCell, GridColumn, GridOption, RowKind } from './gridTypes';

export function isEditable(column: GridColumn, cell: GridCell, kind: RowKind): boolean {
  return kind === 'record' && !(cell.readOnly ?? (column.readOnly === true || cell.calc === true));
}

export function whyNotEditable(column: GridColumn, cell: GridCell, kind: RowKind = 'record'): string {
  if (kind === 'group') return 'A heading takes no values.';
  if (cell.whyReadOnly !== undefined) return cell.whyReadOnly;
  return cell.calc === true ? `${column.label} is calculated.` : `${column.label} cannot be edited here.`;
}

export function columnOptions(column: GridColumn | undefined, rowKey: string): readonly GridOption[] {
  if (column?.options === undefined) return [];
  return typeof column.options === 'function' ? column.options(rowKey) : column.options;
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase();
}

/** The one option with this label, or null when none or several have it. */
export function exactOption(column: GridColumn, rowKey: string, text: string): GridOption | null {
  const same = columnOptions(column, rowKey).filter((option) => folded(option.label) === folded(text));
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** Options for what has been typed: the one it names in full, those that start with it, then those that contain it. */
export function matchingOptions(options: readonly GridOption[], typed: string): readonly GridOption[] {
  const wanted = folded(typed);
  if (wanted === '') return options;
  const rank = (label: string): number =>
    label === wanted ? 0 : label.startsWith(wanted) ? 1 : label.includes(wanted) ? 2 : 3;
  const ranked = options.map((option) => ({ option, rank: rank(folded(option.label)) }));
  return ranked
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}
