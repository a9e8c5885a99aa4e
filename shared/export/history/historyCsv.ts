/** The history of a plan as CSV, for spreadsheets and scripts. */
import { majorText } from '../../domain/base/currency';
import type { HistoryFound } from '../../domain/history/changesFound';
import { guarded } from '../../domain/imports/formulaGuard';
import { currencyOf } from '../../domain/records/fieldText';
import type { Workbook } from '../../domain/workbook';
import { csvText } from '../csvText';
import type { TypedValue } from '../typedValue';
import { historyRows } from './historyRows';
import { historyHeads, missingText, timesOf, type WallTime } from './historyTable';

export function historyCsv(workbook: Workbook, found: HistoryFound, wall: WallTime): string {
  const currency = currencyOf(workbook);
  const rows: string[][] = [];
  for (const row of historyRows(workbook, found, wall.textOf)) {
    rows.push([
      ...[String(row.edit), ...timesOf(row.at, wall)],
      ...[row.by, row.command, row.what, row.register, row.record, row.field].map(guarded),
      ...[csvValue(row.before, currency), csvValue(row.after, currency)],
      ...[row.unit, row.id].map(guarded),
    ]);
  }
  const missing = missingText(found, wall);
  return csvText([
    historyHeads(wall).map(({ name }) => name),
    ...rows,
    ...(missing === '' ? [] : [['', missing]]),
  ]);
}

/** Numbers are plain and in major units, dates as they are sorted, so that a spreadsheet can work with them. */
function csvValue(value: TypedValue, currency: string): string {
  switch (value.kind) {
    case 'none':
      return '';
    case 'text':
      return guarded(value.text);
    case 'number':
      return String(value.value);
    case 'money':
      return majorText(value.value, currency);
    case 'date':
      return value.date;
  }
}
