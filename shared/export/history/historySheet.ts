/** The history of a plan as Excel: a table to sort and filter, with dates, times and amounts as what they are. */
import type { HistoryFound } from '../../domain/history/changesFound';
import type { HistoryFilter } from '../../domain/history/query';
import { currencyOf } from '../../domain/records/fieldText';
import type { Workbook } from '../../domain/workbook';
import { paperOf } from '../budgetSheets/budgetSheets';
import { HEADER, look, NOTE, TITLE, TOTAL_LABEL } from '../budgetSheets/looks';
import type { ExportTime } from '../exportTime';
import { SheetGrid } from '../sheetGrid';
import { withRowHeights } from '../sheetHeights';
import type { Cell, Sheet, SheetModel } from '../sheetModel';
import { momentCell, valueCell } from '../typedValue';
import { historyRows, type HistoryRow } from './historyRows';
import { historyHeads, missingText, questionText, timesOf, type WallTime } from './historyTable';

const HEADER_ROW = 4;
const TEXT = look('calculation', undefined, { wrap: true });
const PLAIN = look('calculation');
const COUNT = look('calculation', 'integer', { align: 'left' });

export interface HistorySheetSource {
  readonly filter: HistoryFilter;
  readonly found: HistoryFound;
  readonly wall: WallTime;
  readonly time: ExportTime;
}

export function historySheet(workbook: Workbook, source: HistorySheetSource): SheetModel {
  const { time } = source;
  const [organisation] = workbook.tables.organisation.live;
  const name = organisation?.name ?? '';
  return {
    title: name === '' ? 'History' : name,
    subject: 'History',
    company: name,
    application: `Golive Workbook ${time.appVersion}`,
    createdAt: time.now,
    currency: currencyOf(workbook),
    paper: paperOf(organisation?.country ?? ''),
    sheets: [withRowHeights(sheetOf(workbook, source))],
    names: new Map(),
  };
}

function sheetOf(workbook: Workbook, { filter, found, wall, time }: HistorySheetSource): Sheet {
  const heads = historyHeads(wall);
  const currency = currencyOf(workbook);
  const grid = new SheetGrid();
  const name = workbook.tables.organisation.live[0]?.name ?? '';
  grid.text(1, 1, name === '' ? 'History' : `History of ${name}`, TITLE);
  const asOf = wall.textOf(Date.parse(time.now));
  const story = `Who changed what, the newest first, as of ${asOf} (${wall.zone}). Records go by their names of today.`;
  grid.text(2, 1, [story, questionText(workbook, filter, found.people, wall)].join(' ').trimEnd(), NOTE);
  const missing = missingText(found, wall);
  if (missing !== '') grid.text(3, 1, missing, NOTE);
  let at = HEADER_ROW;
  for (const row of historyRows(workbook, found, wall.textOf)) {
    at += 1;
    cellsOf(row, wall, currency).forEach((cell, index) => {
      grid.put(at, index + 1, cell);
    });
  }
  return {
    // Excel keeps the name History for itself.
    name: 'Changes',
    columns: heads.map(({ width }) => width),
    rows: grid.rows(),
    fills: [],
    tables: [
      {
        ...{ name: 'History', row: HEADER_ROW, column: 1, rowCount: Math.max(1, at - HEADER_ROW) },
        columns: heads.map((head) => ({ name: head.name, look: HEADER })),
        ...{ totalsRow: false, totalLook: TOTAL_LABEL },
      },
    ],
    validations: [],
    conditions: [],
    freeze: { rows: HEADER_ROW, columns: 0 },
    print: { pagesWide: 1, titleRows: `${String(HEADER_ROW)}:${String(HEADER_ROW)}` },
    locked: false,
  };
}

function cellsOf(row: HistoryRow, wall: WallTime, currency: string): readonly Cell[] {
  const text = (words: string): Cell => ({ kind: 'text', text: words, look: TEXT });
  return [
    { kind: 'number', value: row.edit, look: COUNT },
    ...timesOf(row.at, wall).map(momentCell),
    ...[row.by, row.command, row.what, row.register, row.record, row.field].map(text),
    valueCell(row.before, currency),
    valueCell(row.after, currency),
    { kind: 'text', text: row.unit, look: PLAIN },
    { kind: 'text', text: row.id, look: NOTE },
  ];
}
