/**
 * The results stored beside the formulas are the app's own; here the formulas are calculated from the inputs by
 * somebody else, and the two must agree in every cell.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workbookOfPack } from '../../domain/templates/packFiles';
import { Recalculation } from './formulaEvaluator';
import { hasLibreOffice, recalculatedByLibreOffice } from './libreOffice';
import { workbooks } from './randomBudgets';
import { bytesOf, differences, formulaCells, modelOf, opened, reopened, sheetOf, shown } from './reopened';

describe('a budget file, recalculated from its inputs', () => {
  test('agrees in every cell for the example practice', async () => {
    const file = await reopened(modelOf(workbookOfPack('demo-five-provider-saas')));
    const cells = formulaCells(file);
    const recalculation = new Recalculation(file);
    expect(cells.length).toBeGreaterThan(4000);
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
      { numRuns: 15 },
    );
  });

  test.skipIf(!hasLibreOffice)(
    'agrees in every cell when LibreOffice does it',
    { timeout: 120_000 },
    async () => {
      const bytes = await bytesOf(modelOf(workbookOfPack('demo-five-provider-saas')));
      const recalculated = recalculatedByLibreOffice(new Map([['demo', bytes]])).get('demo');
      const theirs = await opened(recalculated ?? new Uint8Array());
      const found = differences(formulaCells(await opened(bytes)), ({ sheet, address }) =>
        shown(sheetOf(theirs, sheet).getCell(address)),
      );
      expect(found).toEqual([]);
    },
  );
});
