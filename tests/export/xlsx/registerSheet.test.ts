/** One register as a table: what people read, in columns they recognise. */
import { describe, expect, test } from 'vitest';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import { fieldsOf } from '../../../shared/domain/register/record';
import { definitionOf, registerIds, type RegisterId } from '../../../shared/domain/registers/all';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../../shared/domain/workbook';
import { registerSheet } from '../../../shared/export/registerSheet';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { workbookOfPack } from '../../domain/templates/packFiles';
import { reopened, sheetOf, STAMP } from './reopened';

const demo = workbookOfPack('demo-five-provider-saas');

async function tableOf(workbook: Workbook, register: RegisterId) {
  const schedule = scheduleOf(workbook, '2027-01-04');
  const model = registerSheet(workbook, register, {
    schedule,
    budget: budgetOf(workbook, schedule),
    ...STAMP,
  });
  const sheet = sheetOf(await reopened(model), definitionOf(register).title);
  const headings = (sheet.getRow(4).values as unknown[]).slice(1).map(String);
  const at = (row: number, heading: string) => sheet.getRow(4 + row).getCell(headings.indexOf(heading) + 1);
  return { sheet, headings, at };
}

describe('a register as a sheet', () => {
  test('has every field of every register under its label, and one row for each record', async () => {
    for (const register of registerIds) {
      const { sheet, headings } = await tableOf(demo, register);
      const labels = fieldsOf(definitionOf(register)).map(([, field]) => field.label);
      expect(labels.filter((label) => !headings.includes(label))).toEqual([]);
      expect(new Set(headings).size).toBe(headings.length);
      expect(headings.at(-1)).toBe('Id');
      const ids = demo.tables[register].live.map(
        (_, index) => sheet.getRow(5 + index).getCell(headings.length).value,
      );
      expect(ids).toEqual(demo.tables[register].live.map(({ id }) => id));
    }
  });

  test('names what it refers to and writes money, percentages and dates as such', async () => {
    const workbook = makeWorkbook({
      people: [{ id: 'maria', name: 'Maria' }],
      risks: [
        {
          ...{ id: 'r', title: '=1+1', owner: 'maria', category: 'data' as never, status: 'watching' },
          ...{ category: 'vendor', impacts: { cost: 4, safety: 2 }, costIfItHappens: 1_250_50 },
          ...{ probabilityPercent: 12.5, nextReview: '2027-03-01' },
        },
      ],
    });
    const { at } = await tableOf(workbook, 'risks');
    expect(at(1, 'Risk').value).toBe('=1+1');
    expect(at(1, 'Owner').value).toBe('Maria');
    expect(at(1, 'Category').value).toBe('Vendor and contract');
    expect(at(1, 'Status').value).toBe('Watching');
    expect(at(1, 'Impacts').value).toBe('Cost 4; Safety 2');
    expect([at(1, 'Cost if it happens').value, at(1, 'Chance').value]).toEqual([1250.5, 0.125]);
    expect(at(1, 'Next review').value).toEqual(new Date(Date.UTC(2027, 2, 1)));
  });

  test('keeps the id of a record that is nowhere to be found', async () => {
    const { at } = await tableOf(makeWorkbook({ risks: [{ id: 'r', title: 'R', owner: 'gone' }] }), 'risks');
    expect(at(1, 'Owner').value).toBe(uuid('gone'));
  });

  test('adds the calculated dates of tasks', async () => {
    const schedule = scheduleOf(demo, '2027-01-04');
    const { at } = await tableOf(demo, 'tasks');
    const [first] = demo.tables.tasks.live;
    expect(at(1, 'No.').value).toBe('1');
    expect((at(1, 'Start').value as Date).toISOString().slice(0, 10)).toBe(
      schedule.task(first?.id ?? '')?.start,
    );
  });

  test('is there for a register without records', async () => {
    const { headings } = await tableOf(makeWorkbook({}), 'fundingSources');
    expect(headings[0]).toBe('Name');
  });
});
