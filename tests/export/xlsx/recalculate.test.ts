import type ExcelJS from 'exceljs';
/**
 * The results stored beside the formulas are the app's own; here the formulas are calculated from the inputs by
 * somebody else, and the two must agree in every cell.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresNow } from '../../../shared/domain/baseline/takeBaseline';
import { planOf } from '../../../shared/domain/plan';
import type { Baseline } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';
import { workbookOfPack } from '../../domain/templates/packFiles';
import { Recalculation } from './formulaEvaluator';
import { hasLibreOffice, recalculatedByLibreOffice } from './libreOffice';
import { workbooks } from './randomBudgets';
import { bytesOf, differences, formulaCells, modelOf, opened, reopened, sheetOf, shown } from './reopened';

/** The example practice, some time after a baseline: a line costs more, one is new, one is gone. */
function demoWithBaseline(): Workbook {
  const demo = workbookOfPack('demo-five-provider-saas');
  const { costs, baselines } = demo.tables;
  const [gone, dearer, added, ...others] = costs.live;
  if (gone === undefined || dearer === undefined || added === undefined) throw new Error('too few costs');
  const put = (table: typeof costs, live: typeof costs.live, archived: typeof costs.live = []) => ({
    ...table,
    ...{ live, archived, byId: new Map([...live, ...archived].map((record) => [record.id, record])) },
  });
  const then = { ...demo, tables: { ...demo.tables, costs: put(costs, [gone, dearer, ...others]) } };
  const baseline: Baseline = {
    ...{ id: uuid('b'), archived: false, name: 'As signed', takenOn: '2027-01-04', takenBy: 'Maria' },
    ...{ reason: '', figures: figuresNow(planOf(then, '2027-01-04')) },
  };
  const now = put(
    costs,
    [{ ...dearer, unitCost: (dearer.unitCost ?? 0) + 12_345 }, added, ...others],
    [{ ...gone, archived: true }],
  );
  const withBaseline = { ...baselines, live: [baseline], byId: new Map([[baseline.id, baseline]]) };
  return { ...demo, tables: { ...demo.tables, costs: now, baselines: withBaseline } };
}

/** Name, baseline, now and difference of every row with a name, as they are stored. */
function baselineRows(file: ExcelJS.Workbook): readonly (readonly unknown[])[] {
  const rows: unknown[][] = [];
  sheetOf(file, 'Baseline').eachRow((row, at) => {
    const cells = [1, 2, 3, 4].map((column) => shown(row.getCell(column)));
    if (at > 5 && cells[0] !== '') rows.push(cells);
  });
  return rows;
}
const DEARER = ['Clearinghouse, prescribing, and fax fees', 16_200, 49_531.5, 33_331.5];
const NEW = ['Exam room workstations and tablets', null, 15_400, 15_400];
const GONE = ['Record, billing, and portal subscription', 140_987.38, 0, -140_987.38];
const TOTAL = ['Total cost of ownership', 370_145.38, 280_199.5, -89_945.88];

describe('a budget file, recalculated from its inputs', () => {
  test('agrees in every cell for the example practice', async () => {
    const file = await reopened(modelOf(demoWithBaseline()));
    const cells = formulaCells(file);
    const recalculation = new Recalculation(file);
    expect(cells.length).toBeGreaterThan(4000);
    expect(sheetOf(file, 'Baseline').getCell('A2').text).toBe(
      'Compared with “As signed, Jan 4, 2027”, in USD.',
    );
    expect(baselineRows(file)).toEqual(expect.arrayContaining([DEARER, NEW, GONE, TOTAL]));
    expect(differences(cells, ({ sheet, row, column }) => recalculation.value(sheet, row, column))).toEqual(
      [],
    );
  });

  test('agrees in every cell for any plan', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(workbooks, async (workbook) => {
        const file = await reopened(modelOf(workbook));
        const recalculation = new Recalculation(file);
        const found = differences(formulaCells(file), ({ sheet, row, column }) =>
          recalculation.value(sheet, row, column),
        );
        expect(found).toEqual([]);
      }),
      tries(15),
    );
  });

  test.skipIf(!hasLibreOffice)(
    'agrees in every cell when LibreOffice does it',
    { timeout: 120_000 },
    async () => {
      const bytes = await bytesOf(modelOf(demoWithBaseline()));
      const recalculated = recalculatedByLibreOffice(new Map([['demo', bytes]])).get('demo');
      const theirs = await opened(recalculated ?? new Uint8Array());
      const found = differences(formulaCells(await opened(bytes)), ({ sheet, address }) =>
        shown(sheetOf(theirs, sheet).getCell(address)),
      );
      expect(found).toEqual([]);
    },
  );
});
