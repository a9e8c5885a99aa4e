/** The report of a merge as Excel: what came in, what was decided and what waits, a table each to sort and filter. */
import type { Workbook } from '../../domain/workbook';
import { paperOf } from '../budgetSheets/budgetSheets';
import { HEADER, look, NOTE, TITLE, TOTAL_LABEL } from '../budgetSheets/looks';
import type { ExportTime } from '../exportTime';
import { SheetGrid } from '../sheetGrid';
import { withRowHeights } from '../sheetHeights';
import type { Sheet, SheetModel } from '../sheetModel';
import { mergeStory, type MergeReportSource } from './mergeStory';

const HEADER_ROW = 4;
const TEXT = look('calculation', undefined, { wrap: true });

interface Listed {
  readonly name: string;
  /** A name for the program, letters only. */
  readonly table: string;
  readonly note: string;
  readonly columns: readonly (readonly [label: string, width: number])[];
  readonly rows: readonly (readonly string[])[];
}

export function mergeSheets(source: MergeReportSource, time: ExportTime): SheetModel {
  const { answer, merges, decided, waiting, findings } = mergeStory(source);
  const [organisation] = source.workbook.tables.organisation.live;
  const lists: readonly Listed[] = [
    {
      name: 'What still waits',
      table: 'Waiting',
      note: answer,
      columns: [
        ['Field', 48],
        ['Value', 36],
        ['Written by', 40],
      ],
      rows: waiting.flatMap(({ heading, values }) => values.map(({ value, from }) => [heading, value, from])),
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
      rows: decided.map(({ heading, value, from, others }) => [heading, value, from, others]),
    },
    {
      name: 'What came in',
      table: 'Brought',
      note: 'Record by record and field by field, with who wrote it.',
      columns: [
        ['Merge', 32],
        ['By', 22],
        ['When', 28],
        ['Kind', 16],
        ['Record', 40],
        ['What', 20],
        ['Before', 32],
        ['After', 44],
      ],
      rows: merges.flatMap(({ heading, rows }) =>
        rows.map(({ by, when, where, record, what, old, now }) => [
          heading,
          by,
          when,
          where,
          record,
          what,
          old,
          now,
        ]),
      ),
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
        ...merges.flatMap(({ heading, checks }) => checks.map(({ text }) => [heading, text])),
        ...findings.map((text) => ['Also worth a look', text]),
      ],
    },
  ];
  return {
    title: titleOf(source.workbook),
    subject: 'Merge report',
    company: organisation?.name ?? '',
    application: `Golive Workbook ${time.appVersion}`,
    createdAt: time.now,
    currency: organisation?.currency ?? 'USD',
    paper: paperOf(organisation?.country ?? ''),
    sheets: lists.map((list) => withRowHeights(sheetOf(list))),
    names: new Map(),
  };
}

function titleOf({ tables }: Workbook): string {
  const name = tables.organisation.live[0]?.name ?? '';
  return name === '' ? 'Merge report' : name;
}

function sheetOf({ name, table, note, columns, rows }: Listed): Sheet {
  const grid = new SheetGrid();
  grid.text(1, 1, name, TITLE);
  grid.text(2, 1, note, NOTE);
  rows.forEach((row, index) => {
    grid.texts(HEADER_ROW + 1 + index, 1, row, TEXT);
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
        rowCount: Math.max(1, rows.length),
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
