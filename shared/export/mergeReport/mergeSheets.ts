/** The report of a merge as Excel: what came in, what was decided and what waits, a table each to sort and filter. */
import { currencyOf } from '../../domain/records/fieldText';
import type { Workbook } from '../../domain/workbook';
import { paperOf } from '../budgetSheets/budgetSheets';
import { HEADER, look, NOTE, TITLE, TOTAL_LABEL } from '../budgetSheets/looks';
import type { ExportTime } from '../exportTime';
import { SheetGrid } from '../sheetGrid';
import { withRowHeights } from '../sheetHeights';
import type { Cell, Sheet, SheetModel } from '../sheetModel';
import { momentCell, valueCell } from '../typedValue';
import { mergeStory, type MergeReportSource } from './mergeStory';

const HEADER_ROW = 4;
const TEXT = look('calculation', undefined, { wrap: true });

interface Listed {
  readonly name: string;
  /** A name for the program, letters only. */
  readonly table: string;
  readonly note: string;
  readonly columns: readonly (readonly [label: string, width: number])[];
  readonly rows: readonly (readonly Cell[])[];
  /** Where there is no row. */
  readonly none: string;
}

export function mergeSheets(source: MergeReportSource, time: ExportTime): SheetModel {
  const { answer, merges, decided, waiting, findings } = mergeStory(source);
  const [organisation] = source.workbook.tables.organisation.live;
  const currency = currencyOf(source.workbook);
  const lists: readonly Listed[] = [
    {
      name: 'What still waits',
      table: 'Waiting',
      note: answer,
      columns: [
        ['Field', 48],
        ['Value', 36],
        ['Unit', 14],
        ['Written by', 26],
        ['When, UTC', 20],
      ],
      rows: waiting.flatMap(({ heading, values }) =>
        values.map(({ cell, unit, by, at }) => [
          words(heading),
          valueCell(cell, currency),
          words(unit),
          words(by),
          momentCell(at),
        ]),
      ),
      none: 'Nothing waits.',
    },
    {
      name: 'Decided since',
      table: 'Decided',
      note: 'What was chosen of the values written apart.',
      columns: [
        ['Field', 48],
        ['Kept', 32],
        ['Decided by', 40],
        ['Not kept', 48],
      ],
      rows: decided.map(({ heading, value, from, others }) => [heading, value, from, others].map(words)),
      none: 'Nothing was decided.',
    },
    {
      name: 'What came in',
      table: 'Brought',
      note: 'Record by record and field by field, with who wrote it.',
      columns: [
        ['Merge', 26],
        ['By', 22],
        ['When, UTC', 19],
        ['Kind', 12],
        ['Record', 40],
        ['What', 18],
        ['Before', 28],
        ['After', 28],
        ['Unit', 13],
      ],
      rows: merges.flatMap(({ heading, rows }) =>
        rows.map(({ by, at, where, record, what, oldCell, nowCell, unit }) => [
          ...[words(heading), words(by)],
          at === '' ? words('') : momentCell(at),
          ...[where, record, what].map(words),
          ...[valueCell(oldCell, currency), valueCell(nowCell, currency), words(unit)],
        ]),
      ),
      none: 'Nothing came in that was not there already.',
    },
    {
      name: 'Effects',
      table: 'Effects',
      note: 'What the merge did to the dates, the money and the problems of the plan.',
      columns: [
        ['Merge', 40],
        ['Effect', 90],
      ],
      rows: [
        ...merges.flatMap(({ heading, checks }) => checks.map(({ text }) => [heading, text].map(words))),
        ...findings.map((text) => ['Also worth a look', text].map(words)),
      ],
      none: 'Nothing changed.',
    },
  ];
  return {
    title: titleOf(source.workbook),
    subject: 'Merge report',
    company: organisation?.name ?? '',
    application: `Golive Workbook ${time.appVersion}`,
    createdAt: time.now,
    currency,
    paper: paperOf(organisation?.country ?? ''),
    sheets: lists.map((list) => withRowHeights(sheetOf(list))),
    names: new Map(),
  };
}

function titleOf({ tables }: Workbook): string {
  const name = tables.organisation.live[0]?.name ?? '';
  return name === '' ? 'Merge report' : name;
}

function words(text: string): Cell {
  return { kind: 'text', text, look: TEXT };
}

function sheetOf({ name, table, note, columns, rows, none }: Listed): Sheet {
  const grid = new SheetGrid();
  grid.text(1, 1, name, TITLE);
  grid.text(2, 1, note, NOTE);
  const listed = rows.length === 0 ? [[words(none)]] : rows;
  listed.forEach((row, index) => {
    row.forEach((cell, column) => {
      grid.put(HEADER_ROW + 1 + index, column + 1, cell);
    });
  });
  return {
    name,
    columns: columns.map(([, width]) => width),
    rows: grid.rows(),
    fills: [],
    tables: [
      {
        name: table,
        row: HEADER_ROW,
        column: 1,
        columns: columns.map(([label]) => ({ name: label, look: HEADER })),
        rowCount: listed.length,
        totalsRow: false,
        totalLook: TOTAL_LABEL,
      },
    ],
    validations: [],
    conditions: [],
    freeze: { rows: HEADER_ROW, columns: 1 },
    print: { pagesWide: 1, titleRows: `${String(HEADER_ROW)}:${String(HEADER_ROW)}` },
    locked: false,
  };
}
