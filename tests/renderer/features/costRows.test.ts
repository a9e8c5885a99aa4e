import { describe, expect, test } from 'vitest';
import { costColumns } from '../../../renderer/features/costs/costColumns';
import { costOrder } from '../../../renderer/features/costs/costOrder';
import { costsShown } from '../../../renderer/features/costs/costsShown';
import {
  categoryOf,
  costCell,
  costContext,
  costRows,
  totalsCell,
} from '../../../renderer/features/costs/costRows';
import { arrangedColumns, firstColumnView } from '../../../renderer/ui/grid/columnView';
import { costsByCategory, grandSums } from '../../../shared/domain/commands/costsTable';
import { planOf } from '../../../shared/domain/plan';
import { sortedBy } from '../../../shared/domain/records/ordering';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const plan = planOf(
  makeWorkbook({
    organisation: [
      { id: 'organisation', name: 'P', currency: 'USD', start: '2027-01-04', devices: 14, budgetMonths: 36 },
    ],
    costs: [
      {
        id: 'pc',
        name: 'Workstations',
        category: 'hardware',
        driver: 'per-device',
        unitCost: 110000,
        start: '2027-04-01',
      },
      {
        id: 'seat',
        name: 'Seats',
        category: 'licenses',
        kind: 'recurring',
        frequency: 'yearly',
        quantity: 3,
        unitCost: 10000,
        start: '2028-02-01',
      },
      { id: 'free', name: 'Cables', category: 'hardware', start: '2027-04-01' },
      {
        id: 'spare',
        name: 'Contingency',
        category: 'contingency',
        kind: 'contingency',
        driver: 'percent',
        quantity: 10,
      },
      {
        id: 'saved',
        name: 'Saved',
        category: 'other',
        kind: 'benefit',
        unitCost: 50000,
        start: '2027-04-01',
      },
    ],
  }),
  '2027-02-01',
);
const groups = costsByCategory(plan.workbook.tables.costs.live, plan.budget);
const context = costContext(plan);
const rows = costRows(groups, new Set());
const cell = (word: string, column: string) => {
  const row = rows.find(({ key }) => key === (word.includes(':') ? word : uuid(word)));
  if (row === undefined) throw new Error(word);
  return costCell(row, column, context);
};

describe('the rows of the cost grid', () => {
  test('are categories in the order of the cost tree, with their lines', () => {
    expect(rows.map((row) => (row.kind === 'group' ? `[${row.group.category}]` : row.line.name))).toEqual([
      '[licenses]',
      'Seats',
      '[hardware]',
      'Workstations',
      'Cables',
      '[contingency]',
      'Contingency',
      '[other]',
      'Saved',
    ]);
  });

  test('of a closed category are its head alone', () => {
    const closed = costRows(groups, new Set(['hardware']));
    expect(closed).toHaveLength(rows.length - 2);
    expect(categoryOf(closed, 'category:hardware')).toBe('hardware');
    expect(categoryOf(rows, uuid('seat'))).toBe('licenses');
    expect(categoryOf(rows, 'nowhere')).toBeUndefined();
  });
});

describe('the cells of a cost line', () => {
  test('show a quantity from the profile as computed, still to be typed over', () => {
    expect(cell('pc', 'quantity')).toMatchObject({ text: '14', editText: '14', calc: true, readOnly: false });
    expect(cell('seat', 'quantity').calc).toBeUndefined();
    expect(cell('spare', 'quantity').text).toBe('10%');
  });

  test('show amounts without cents and a dash for nothing', () => {
    expect(cell('pc', 'y0').text).toBe('15,400');
    expect(cell('pc', 'y1').text).toBe('–');
    expect(cell('seat', 'total').text).toBe('600');
    expect(cell('pc', 'm3').text).toBe('15,400');
    expect(cell('spare', 'total').text).toBe('1,540');
  });

  test('say that a price is missing, and that a percentage has none', () => {
    expect(cell('free', 'unitCost')).toMatchObject({ text: 'no price', editText: '' });
    expect(cell('spare', 'unitCost')).toMatchObject({ text: '', readOnly: true });
    expect(cell('spare', 'frequency').readOnly).toBe(true);
  });

  test('of a benefit are marked, and in no sum', () => {
    expect(cell('saved', 'total')).toMatchObject({ text: '500', tone: 'good' });
    expect(cell('category:other', 'total').text).toBe('–');
    const sums = grandSums(plan.budget);
    expect(totalsCell('total', sums, 'USD').text).toBe('$17,540');
    expect(totalsCell('driver', sums, 'USD').text).toBe('');
  });

  test('carry what the plan finds wrong in the field it belongs to', () => {
    const broken = planOf(
      makeWorkbook({
        costs: [{ id: 'x', name: 'X', driver: 'per-chart', unitCost: 5, start: '2027-01-04' }],
      }),
      '2027-02-01',
    );
    const [group] = costsByCategory(broken.workbook.tables.costs.live, broken.budget);
    const [, row] = costRows(group === undefined ? [] : [group], new Set());
    if (row === undefined) throw new Error('no row');
    expect(costCell(row, 'quantity', costContext(broken)).invalid).toContain('does not say how many');
  });
});

describe('the lines of a category', () => {
  const lines = (field: string, descending = false): readonly string[] => {
    const { live } = plan.workbook.tables.costs;
    return sortedBy(live, [{ field, descending }], costOrder(plan)).map(({ name }) => name);
  };

  test('are ordered by what stands in a column: amounts, figures of the profile, what has none at the end', () => {
    expect(lines('total', true)).toEqual(['Workstations', 'Contingency', 'Seats', 'Saved', 'Cables']);
    expect(lines('m3', true).slice(0, 2)).toEqual(['Workstations', 'Contingency']);
    expect(lines('quantity').slice(-1)).toEqual(['Workstations']);
    expect(lines('unitCost')).toEqual(['Seats', 'Saved', 'Workstations', 'Cables', 'Contingency']);
    expect(lines('frequency', true).slice(0, 1)).toEqual(['Seats']);
    expect(lines('frequency').slice(-1)).toEqual(['Contingency']);
    expect(lines('name')[0]).toBe('Cables');
  });

  test('keep their order where a column says nothing', () => {
    const { live } = plan.workbook.tables.costs;
    expect(sortedBy(live, [{ field: 'y9000x', descending: false }], costOrder(plan))).toBe(live);
  });

  test('leave for a file as they stand, under their category', () => {
    const { live } = plan.workbook.tables.costs;
    const columns = [
      { id: 'name', label: 'Name', width: 1 },
      { id: 'total', label: 'Total', width: 1 },
    ];
    expect(costsShown(columns, live)).toEqual({
      register: 'costs',
      columns: ['name', 'category', 'total'],
      ids: live.map(({ id }) => id),
      note: '',
    });
  });
});

describe('the columns of the cost grid', () => {
  const input = { budget: plan.budget, lines: plan.workbook.tables.costs.live, sums: grandSums(plan.budget) };
  const ids = (view: 'category' | 'month', billing: boolean): string[] =>
    arrangedColumns(costColumns({ ...input, view, billing }), firstColumnView()).map(({ id }) => id);

  test('end with the fiscal years and everything; rhythm and dates come when asked for', () => {
    expect(ids('category', false)).toEqual([
      'name',
      'driver',
      'quantity',
      'unitCost',
      'y0',
      'y1',
      'y2',
      'total',
    ]);
    expect(ids('category', true)).toContain('escalatorPercentPerYear');
  });

  test('by month are the first 24, then the years', () => {
    const shown = ids('month', true);
    expect(shown.filter((id) => id.startsWith('m'))).toHaveLength(24);
    expect(shown.slice(-2)).toEqual(['y2', 'total']);
  });

  test('grow with their figures, so that money is never cut', () => {
    const width = (unitCost: number): number => {
      const rich = planOf(
        makeWorkbook({ costs: [{ id: 'a', name: 'A', unitCost, start: '2027-01-04' }] }),
        '2027-02-01',
      );
      const columns = costColumns({
        budget: rich.budget,
        lines: rich.workbook.tables.costs.live,
        sums: grandSums(rich.budget),
        view: 'category',
        billing: false,
      });
      return columns.find(({ id }) => id === 'y0')?.width ?? 0;
    };
    expect(width(1_000_000_000_000)).toBeGreaterThan(width(100));
  });
});
