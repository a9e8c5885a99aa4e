import { describe, expect, it } from 'vitest';
import { problemText } from '../../../shared/domain/base/problemText';
import { planOf } from '../../../shared/domain/plan';
import { pricesLeftOut } from '../../../shared/domain/templates/pricesLeftOut';
import { readPack, SIZED_PACKS, workbookOfPack, type PackName } from './packFiles';

function notice(name: PackName, currency: string): string {
  const plan = planOf(workbookOfPack(name, { answers: { currency } }), '2027-03-01');
  const found = pricesLeftOut(readPack(name), plan);
  return found === undefined ? '' : problemText(found);
}

describe('a plan in another currency than the prices of its pack', () => {
  it('says once that they were left out, and how many lines wait for a price', () => {
    for (const name of SIZED_PACKS) {
      expect(notice(name, 'EUR')).toMatch(
        /^The prices of this pack are in USD and are not converted: in EUR \d\d cost lines have no price yet/,
      );
    }
  });

  it('has nothing to say in the currency of the pack, or of a pack without cost lines', () => {
    expect(notice('small-practice-saas', 'USD')).toBe('');
    expect(notice('blank', 'EUR')).toBe('');
  });

  it('has one warning in its findings that the budget is empty', () => {
    const workbook = workbookOfPack('small-practice-saas', { answers: { currency: 'GBP' } });
    const { findings } = planOf(workbook, '2027-03-01');
    const warnings = findings.filter(({ problem }) => problem.code === 'budget/nothingPriced');
    expect(warnings).toMatchObject([{ level: 'warning', register: 'costs' }]);
  });
});
