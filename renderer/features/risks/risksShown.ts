/** The list of risks as what goes into a file: the same rows and columns, ratings and scores as numbers of their own. */
import type { Plan } from '../../../shared/domain/plan';
import type { ShownRecords } from '../../../shared/domain/records/shownRecords';
import type { RiskViewState } from './useRiskView';

/** Columns of the page that are other fields, or several of them. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  impact: ['impacts'],
  score: ['score', 'residualScore'],
};

export function risksShown(
  { workbook }: Plan,
  {
    shown,
    rows,
    cell,
    status,
    columns,
  }: Pick<RiskViewState, 'shown' | 'rows' | 'cell' | 'status' | 'columns'>,
): ShownRecords {
  const ids = rows.flatMap((row) => (row.kind === 'risk' ? [row.key] : []));
  const isPart = shown === 'top' || status !== 'all' || (shown === 'map' && cell !== null);
  const all = workbook.tables.risks.live.length;
  return {
    register: 'risks',
    columns: columns.flatMap(({ id }) => FIELDS[id] ?? [id]),
    ids,
    note: isPart && ids.length < all ? `${String(ids.length)} of ${String(all)} risks.` : '',
  };
}
