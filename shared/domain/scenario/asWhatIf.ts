import { withValues } from '../withValues';
import type { Workbook } from '../workbook';

/** The workbook under the name of the what-if, so that nobody takes its dates and money for those of the plan. */
export function asWhatIf(workbook: Workbook, whatIf: string | undefined): Workbook {
  const [organisation] = workbook.tables.organisation.live;
  if (whatIf === undefined || organisation === undefined) return workbook;
  const name = `${organisation.name}, what-if “${whatIf}”`;
  return withValues(workbook, { register: 'organisation', id: organisation.id }, { name });
}
