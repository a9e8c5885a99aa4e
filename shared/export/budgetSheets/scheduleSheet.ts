/** The schedule as the app calculated it: values, because a spreadsheet cannot calculate one. */
import { titleOf, type AnyRecord } from '../../domain/register/record';
import { definitionOf } from '../../domain/registers/all';
import { recordIn } from '../../domain/workbook';
import { SheetGrid } from '../sheetGrid';
import type { Format, Look, Sheet } from '../sheetModel';
import { SHEETS } from './layout';
import { HEADER, look, NOTE, TITLE } from './looks';
import type { BudgetSource } from './source';

const HEADER_ROW = 5;
/** Deeper tasks stay at this depth, or their names would leave the column. */
const DEEPEST_INDENT = 8;

export function scheduleSheet({ workbook, schedule }: BudgetSource): Sheet {
  const grid = new SheetGrid();
  grid.text(1, 1, 'Schedule', TITLE);
  const span = `${schedule.projectStart} to ${schedule.projectFinish}`;
  const goLive = schedule.goLive === null ? '' : `, go-live ${schedule.goLive}`;
  grid.text(
    2,
    1,
    `From ${span}${goLive}. Dates as calculated when this file was written; they do not follow changes made here.`,
    NOTE,
  );
  grid.text(3, 1, 'Days and float are working days.', NOTE);
  grid.texts(HEADER_ROW, 1, ['No.', 'Task'], HEADER);
  const centered = look('header', undefined, { align: 'center' });
  grid.texts(HEADER_ROW, 3, ['Days', 'Start', 'Finish', 'Float', 'Critical'], centered);
  grid.text(HEADER_ROW, 8, 'Owner', HEADER);
  workbook.outline.rows.forEach(({ id, depth, wbs, hasChildren }, index) => {
    const row = HEADER_ROW + 1 + index;
    const task = recordIn(workbook, 'tasks', id);
    const dates = schedule.task(id);
    if (task === undefined) return;
    const of = (format?: Format, more: Omit<Look, 'role'> = {}): Look =>
      look(hasChildren ? 'total' : 'label', format, more);
    grid.text(row, 1, wbs, of());
    const indent = Math.min(depth, DEEPEST_INDENT);
    grid.text(
      row,
      2,
      titleOf(definitionOf('tasks'), task as unknown as AnyRecord),
      of(undefined, { indent, wrap: true }),
    );
    grid.number(row, 3, dates?.durationDays ?? null, of('decimal', { align: 'center' }));
    grid.date(row, 4, dates?.start ?? null, of('date', { align: 'center' }));
    grid.date(row, 5, dates?.finish ?? null, of('date', { align: 'center' }));
    grid.number(row, 6, dates?.totalFloatDays ?? null, of('decimal', { align: 'center' }));
    grid.text(row, 7, dates?.critical === true ? 'Yes' : '', of(undefined, { align: 'center' }));
    grid.text(row, 8, recordIn(workbook, 'people', task.owner)?.name ?? '', of());
  });
  return {
    name: SHEETS.schedule,
    columns: [10, 64, 9, 13, 13, 9, 10, 30],
    rows: grid.rows(),
    fills: [],
    tables: [],
    validations: [],
    conditions: [],
    freeze: { rows: HEADER_ROW, columns: 2 },
    print: { pagesWide: 1, titleRows: `${HEADER_ROW}:${HEADER_ROW}` },
    locked: false,
  };
}
