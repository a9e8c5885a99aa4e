/** The list of the timeline as what goes into a file: the rows in sight, with the numbers of their outline. */
import type { OutlineRow } from '../../../shared/domain/outline';
import type { ShownRecords } from '../../../shared/domain/records/shownRecords';
import type { OwnerFilter } from '../../../shared/domain/timeline/shownRows';
import type { GridColumn } from '../../ui/grid/gridTypes';

/** Columns of the list that files know by another name. */
const NAMES: Readonly<Record<string, string>> = { number: 'wbs', slack: 'totalFloatDays' };

export function tasksShown(
  rows: readonly OutlineRow[],
  columns: readonly GridColumn[],
  owner: OwnerFilter,
): ShownRecords {
  return {
    register: 'tasks',
    columns: columns.map(({ id }) => NAMES[id] ?? id),
    ids: rows.map(({ id }) => id),
    note: owner.kind === 'everyone' ? '' : 'Only the tasks of one owner, and what they stand under.',
  };
}
