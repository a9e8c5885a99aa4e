/** Starter packs as documents: every record passes the gate an edit passes. */
import { expect, test } from 'vitest';
import { workbookFromPack } from '../../shared/document/packWorkbook';
import { holidays, idFor, PACKS, readPack, SIZED_PACKS, workbookOfPack } from '../domain/templates/packFiles';
import { uuid } from '../support/makeWorkbook';

const STRATEGIES = [
  ...['big-bang', 'phased-by-site', 'phased-by-function', 'phased-by-provider-group', 'phased-by-department'],
  ...['pilot', 'hybrid'],
];

const replica = { actor: 7, name: 'Test', clock: () => 1_800_000_000_000, random: () => 0.5 };

test.each(PACKS)('%s becomes a workbook', (name) => {
  const made = workbookFromPack(readPack(name), { answers: {}, idFor, holidays }, uuid('new'), replica);
  expect(made.ok && made.value.workbook().findings).toEqual([]);
});

test.each(STRATEGIES.flatMap((strategy) => SIZED_PACKS.map((name) => [strategy, name] as const)))(
  '%s becomes a workbook from %s, with the records the pack makes',
  (strategy, name) => {
    const answers = { strategy, sites: 3, deployment: 'on-premises', currentSystem: 'billing-only' };
    const made = workbookFromPack(readPack(name), { answers, idFor, holidays }, uuid('new'), replica);
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    const tasks = made.value.workbook().tables.tasks.live;
    expect(tasks).toEqual(workbookOfPack(name, { answers }).tables.tasks.live);
  },
);
