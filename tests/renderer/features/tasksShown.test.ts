import { expect, test } from 'vitest';
import { taskColumns } from '../../../renderer/features/timeline/taskColumns';
import { tasksShown } from '../../../renderer/features/timeline/tasksShown';
import { figuresNow } from '../../../shared/domain/baseline/takeBaseline';
import { planOf, type Plan } from '../../../shared/domain/plan';
import type { FileTable } from '../../../shared/domain/imports/fileTable';
import { csvTable } from '../../../shared/export/csvTable';
import { planExport, planSheets } from '../../../shared/export/planExport';
import { parseExportChoice } from '../../../shared/ipc/exportKinds';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';

const TODAY = '2027-01-04';
const TIME = { today: TODAY, now: '2027-01-04T09:00:00.000Z', appVersion: '1.0.0' };

function planWith(tasks: NonNullable<Story['tasks']>, more: Story = {}): Plan {
  const organisation = [{ id: 'organisation', name: 'Practice', currency: 'USD', start: TODAY }];
  return planOf(makeWorkbook({ organisation, tasks, ...more }), TODAY);
}

const training = { id: 'train', name: 'Training', durationDays: 5 };
const then = figuresNow(planWith([training]));
const now = planWith(
  [
    { ...training, durationDays: 8 },
    { id: 'new', name: 'Rehearsal', durationDays: 1 },
  ],
  { baselines: [{ id: 'b', name: 'As signed', takenOn: TODAY, figures: then }] },
);

function shownWith(hasBaseline: boolean, hidden: readonly string[] = []) {
  const all = taskColumns([], { kind: 'wide', hasYears: false, hasBaseline });
  return tasksShown({
    rows: now.workbook.outline.rows,
    columns: all.filter(({ id }) => !hidden.includes(id)),
    owner: { kind: 'everyone' },
    baseline: hasBaseline ? (now.workbook.tables.baselines.live[0] ?? null) : null,
  });
}

/** As the window hands it over. */
function linesOf(shown: ReturnType<typeof tasksShown>): FileTable['rows'] {
  const choice = parseExportChoice({ kind: 'view-csv', shown });
  if (choice?.shown === undefined) throw new Error('no such export');
  const made = planExport(now, { format: 'csv', shown: choice.shown }, TIME);
  if (made.kind !== 'text') throw new Error('no text');
  const table = csvTable(made.text, 'tasks.csv', 'tasks');
  if (!table.ok) throw new Error(table.error.code);
  return table.value.table.rows;
}

test('a file of the timeline has every column in sight, those of the shown baseline too', () => {
  const plain = shownWith(false);
  expect(linesOf(plain)[0]).toHaveLength(plain.columns.length);
  const shown = shownWith(true);
  const [heads, moved, added] = linesOf(shown);
  expect(heads).toHaveLength(shown.columns.length);
  expect(shown.note).toBe('Slip and baseline dates are those of “As signed, Jan 4, 2027”.');
  const of = (line: FileTable['rows'][number] | undefined) =>
    ['Slip, days', 'Baseline start', 'Baseline finish'].map((head) => line?.[heads?.indexOf(head) ?? -1]);
  expect(of(moved)).toEqual(['3', '2027-01-04', '2027-01-08']);
  expect(of(added)).toEqual(['new', '', '']);
});

test('the Excel of it has the same columns, slip as a number and the dates as dates', () => {
  const [sheet] = planSheets(now, { format: 'xlsx', shown: shownWith(true) }, TIME).sheets;
  const heads = sheet?.tables[0]?.columns.map(({ name }) => name) ?? [];
  const cell = (row: number, head: string) => sheet?.rows[row]?.cells[heads.indexOf(head)];
  expect(heads).toHaveLength(shownWith(true).columns.length);
  expect(cell(4, 'Slip, days')).toMatchObject({ kind: 'number', value: 3 });
  expect(cell(4, 'Baseline finish')).toMatchObject({ kind: 'date', date: '2027-01-08' });
  expect(cell(5, 'Slip, days')).toMatchObject({ kind: 'text', text: 'new' });
  expect(cell(5, 'Baseline start')).toMatchObject({ kind: 'blank' });
});

test('columns that are hidden are in no file, and then nothing is said of the baseline', () => {
  const shown = shownWith(true, ['slip', 'baselineStart', 'baselineFinish']);
  expect(linesOf(shown)[0]).not.toContain('Baseline start');
  expect(shown).toMatchObject({ note: '' });
  expect(shown.baseline).toBeUndefined();
  expect(uuid('b')).toBe(shownWith(true).baseline);
});
