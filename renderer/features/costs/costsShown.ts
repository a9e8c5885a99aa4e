/** The page of costs as what goes into a file: every line by category, whether its category is open or not. */
import type { ShownRecords } from '../../../shared/domain/records/shownRecords';
import type { CostLine } from '../../../shared/domain/registers/all';
import type { GridColumn } from '../../ui/grid/gridTypes';

export function costsShown(columns: readonly GridColumn[], lines: readonly CostLine[]): ShownRecords {
  const [name = 'name', ...others] = columns.map(({ id }) => id);
  return {
    register: 'costs',
    columns: [name, 'category', ...others],
    ids: lines.map(({ id }) => id),
    note: '',
  };
}
