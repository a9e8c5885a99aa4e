/** The page of costs as what goes into a file: every line by category, whether its category is open or not. */
import { costsByCategory } from '../../../shared/domain/commands/costsTable';
import type { Plan } from '../../../shared/domain/plan';
import type { ShownRecords } from '../../../shared/domain/records/shownRecords';
import type { GridColumn } from '../../ui/grid/gridTypes';

export function costsShown({ workbook, budget }: Plan, columns: readonly GridColumn[]): ShownRecords {
  const [name = 'name', ...others] = columns.map(({ id }) => id);
  return {
    register: 'costs',
    columns: [name, 'category', ...others],
    ids: costsByCategory(workbook.tables.costs.live, budget).flatMap(({ lines }) =>
      lines.map(({ id }) => id),
    ),
    note: '',
  };
}
