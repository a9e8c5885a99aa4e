import { describe, expect, it } from 'vitest';
import { planOf } from '../../../shared/domain/plan';
import { loadOf, type PersonLoad } from '../../../shared/domain/resources/load';
import { mondayOf, weekOf } from '../../../shared/domain/resources/weeks';
import { loadStep } from '../../../renderer/features/resources/loadKeys';
import {
  loadBand,
  loadTable,
  loadText,
  MOST_WEEKS,
  type LoadTable,
} from '../../../renderer/features/resources/loadTable';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const TODAY = '2027-01-04';

/** Ana works for so many days from the first week, Ben not at all. */
function loadsFor(durationDays: number): readonly PersonLoad[] {
  const workbook = makeWorkbook({
    people: [
      { id: 'ana', name: 'Ana' },
      { id: 'ben', name: 'Ben' },
    ],
    tasks: [{ id: 'build', name: 'Build', durationDays }],
    assignments: [{ id: 'one', task: 'build', person: 'ana', unitsPercent: 90 }],
  });
  return loadOf(workbook, planOf(workbook, TODAY).schedule);
}

const shown = ({ weeks }: LoadTable): readonly string[] =>
  [weeks[0], weeks.at(-1)].map((week) => mondayOf(week ?? 0));

describe('the table of load', () => {
  it('has a row for each person with work, and every week of it while it fits', () => {
    const table = loadTable(loadsFor(12), null, TODAY);
    expect(table.rows.map(({ person }) => person.id)).toEqual([uuid('ana')]);
    expect(shown(table)).toEqual(['2027-01-04', '2027-01-18']);
    expect([table.earlier, table.later]).toEqual([null, null]);
  });

  it('shows a year of a longer plan from today on, and leads to what is before and after', () => {
    const table = loadTable(loadsFor(500), null, '2027-06-09');
    expect(table.weeks).toHaveLength(MOST_WEEKS);
    expect(shown(table)[0]).toBe('2027-06-07');
    expect(mondayOf(table.earlier ?? 0)).toBe('2027-01-04');
    const after = loadTable(loadsFor(500), table.later, '2027-06-09');
    expect(after.weeks.at(-1)).toBe(weekOf('2027-01-04') + 99);
    expect(after.later).toBeNull();
    expect(after.weeks).toHaveLength(MOST_WEEKS);
  });

  it('has no weeks where nothing is planned', () => {
    expect(loadTable([], null, TODAY)).toEqual({ rows: [], weeks: [], earlier: null, later: null });
  });

  it('says a week in a figure and a tone', () => {
    const week = (load: number, capacity: number) => ({ week: 0, load, capacity });
    const told = [undefined, week(50, 100), week(80, 100), week(101, 100), week(150, 100), week(10, 0)];
    expect(told.map(loadText)).toEqual(['–', '50%', '80%', '101%', '150%', 'away']);
    expect(told.map(loadBand)).toEqual([0, 1, 2, 3, 4, 4]);
  });
});

describe('arrows in the table of load', () => {
  const press = (key: string, row: number, column: number) =>
    loadStep(
      { row, column },
      { rows: 3, columns: 10 },
      { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
    );

  it('move by a person or a week and stop at the edges', () => {
    expect(press('ArrowDown', 1, 4)).toEqual({ row: 2, column: 4 });
    expect(press('ArrowDown', 2, 4)).toEqual({ row: 2, column: 4 });
    expect(press('ArrowLeft', 1, 0)).toEqual({ row: 1, column: 0 });
    expect(press('Home', 1, 4)).toEqual({ row: 1, column: 0 });
    expect(press('End', 1, 4)).toEqual({ row: 1, column: 9 });
    expect(press('x', 1, 4)).toBeNull();
  });
});
