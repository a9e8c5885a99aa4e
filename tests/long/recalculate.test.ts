/** Many budgets, each recalculated by LibreOffice from its inputs and compared in every cell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workbookOfPack } from '../domain/templates/packFiles';
import { hasLibreOffice, recalculatedByLibreOffice } from '../export/xlsx/libreOffice';
import { workbooks } from '../export/xlsx/randomBudgets';
import { bytesOf, differences, formulaCells, modelOf, opened, sheetOf, shown } from '../export/xlsx/reopened';
import { changedModel } from '../export/xlsx/typedChanges';
import type { SheetModel } from '../../shared/export/sheetModel';

async function theirOpinion(models: ReadonlyMap<string, SheetModel>) {
  const files = new Map<string, Uint8Array>();
  for (const [name, model] of models) files.set(name, await bytesOf(model));
  return { files, recalculated: recalculatedByLibreOffice(files) };
}

describe.skipIf(!hasLibreOffice)('LibreOffice', () => {
  test('finds in every cell of any budget what the app has stored there', async () => {
    const seed = Date.now() % 1_000_000;
    const plans = fc.sample(workbooks, { numRuns: 60, seed });
    const models = new Map(plans.map((plan, index) => [`plan-${String(index)}`, modelOf(plan)]));
    const { files, recalculated } = await theirOpinion(models);
    for (const [name, bytes] of files) {
      const theirs = await opened(recalculated.get(name) ?? new Uint8Array());
      const found = differences(formulaCells(await opened(bytes)), ({ sheet, address }) =>
        shown(sheetOf(theirs, sheet).getCell(address)),
      );
      expect(found, `${name} of seed ${String(seed)}`).toEqual([]);
    }
  });

  test('carries a changed quantity through to the summary, though old results are stored', async () => {
    const { model, expected } = changedModel(workbookOfPack('demo-five-provider-saas'));
    const { recalculated } = await theirOpinion(new Map([['changed', model]]));
    const theirs = await opened(recalculated.get('changed') ?? new Uint8Array());
    const found = differences(formulaCells(await opened(await bytesOf(expected))), ({ sheet, address }) =>
      shown(sheetOf(theirs, sheet).getCell(address)),
    );
    expect(found).toEqual([]);
  });
});
