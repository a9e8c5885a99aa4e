/** The budget as a workbook to work in: inputs, live formulas for everything derived, and checks that they agree. */
import type { Budget } from '../../domain/budget/budget';
import type { Schedule } from '../../domain/schedule/schedule';
import type { Workbook } from '../../domain/workbook';
import { withRowHeights } from '../sheetHeights';
import type { SheetModel } from '../sheetModel';
import { assumptionsSheet } from './assumptionsSheet';
import { baselineSheets } from './baselineSheet';
import { cashFlowSheet } from './cashFlowSheet';
import { costLinesSheet } from './costLinesSheet';
import { layoutOf } from './layout';
import { listsSheet } from './listsSheet';
import { monthlySheet } from './monthlySheet';
import { risksSheet } from './risksSheet';
import { scheduleSheet } from './scheduleSheet';
import { budgetSource, type ExportStamp } from './source';
import { summarySheet } from './summarySheet';
import { yearlySheet } from './yearlySheet';

/**
 * @param schedule and @param budget of this very workbook.
 * @returns sheets whose formulas carry the budget's own exact results, so that a reader that does not calculate sees
 * the same figures as one that does.
 */
export function budgetSheets(
  workbook: Workbook,
  schedule: Schedule,
  budget: Budget,
  stamp: ExportStamp,
): SheetModel {
  const source = budgetSource(workbook, schedule, budget, stamp);
  const layout = layoutOf(source);
  const { organisation } = source.profile;
  const assumptions = assumptionsSheet(source);
  return {
    title:
      organisation === undefined || organisation.name === '' ? 'Implementation budget' : organisation.name,
    subject: 'Implementation budget',
    company: organisation?.name ?? '',
    application: `Golive Workbook ${stamp.appVersion}`,
    createdAt: stamp.now,
    currency: budget.currency,
    paper: paperOf(organisation?.country ?? ''),
    sheets: [
      summarySheet(source, layout),
      assumptions.sheet,
      costLinesSheet(source, layout),
      monthlySheet(source, layout),
      yearlySheet(source, layout),
      cashFlowSheet(source, layout),
      ...baselineSheets(source, layout),
      risksSheet(source),
      scheduleSheet(source),
      listsSheet(),
    ].map(withRowHeights),
    names: assumptions.names,
  };
}

/** Letter where it is the custom (source: Unicode CLDR, measurement data, paper size), and where nothing is said. */
export function paperOf(country: string): SheetModel['paper'] {
  const letter = ['', 'US', 'CA', 'MX', 'PR', 'PH', 'CL', 'CO', 'CR', 'GT', 'NI', 'PA', 'SV', 'VE', 'BZ'];
  return letter.includes(country.toUpperCase()) ? 'letter' : 'a4';
}
