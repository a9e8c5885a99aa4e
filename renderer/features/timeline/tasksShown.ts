/** The list of the timeline as what goes into a file: the rows in sight, with the numbers of their outline. */
import { baselineLabel } from '../../../shared/domain/baseline/baselineWords';
import type { OutlineRow } from '../../../shared/domain/outline';
import type { ShownRecords } from '../../../shared/domain/records/shownRecords';
import type { Baseline } from '../../../shared/domain/registers/all';
import type { OwnerFilter } from '../../../shared/domain/timeline/shownRows';
import type { GridColumn } from '../../ui/grid/gridTypes';

/** Columns of the list that files know by another name. */
const NAMES: Readonly<Record<string, string>> = { number: 'wbs', slack: 'totalFloatDays' };

const OF_BASELINE: readonly string[] = ['slip', 'baselineStart', 'baselineFinish'];

interface TasksInSight {
  readonly rows: readonly OutlineRow[];
  readonly columns: readonly GridColumn[];
  readonly owner: OwnerFilter;
  /** The baseline that is shown. */
  readonly baseline: Baseline | null;
}

export function tasksShown({ rows, columns, owner, baseline }: TasksInSight): ShownRecords {
  const shown = columns.some(({ id }) => OF_BASELINE.includes(id)) ? baseline : null;
  const notes = [
    ...(owner.kind === 'everyone' ? [] : ['Only the tasks of one owner, and what they stand under.']),
    ...(shown === null ? [] : [`Slip and baseline dates are those of “${baselineLabel(shown)}”.`]),
  ];
  return {
    register: 'tasks',
    columns: columns.map(({ id }) => NAMES[id] ?? id),
    ids: rows.map(({ id }) => id),
    note: notes.join(' '),
    ...(shown === null ? {} : { baseline: shown.id }),
  };
}
