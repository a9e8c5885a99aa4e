import { describe, expect, test } from 'vitest';
import { budgetSummary } from '../../../shared/domain/budget/budgetSummary';
import { budgetWith } from './stories';

describe('the summary of a budget', () => {
  test('has every month and fiscal year of the horizon, and categories only where a line is', () => {
    const summary = budgetSummary(
      budgetWith([{ category: 'training', unitCost: 4000_00, start: '2027-03-01' }], {
        ...{ budgetMonths: 14, fiscalYearStartMonth: 10 },
      }),
    );
    const { byMonth, byFiscalYear, byCategory, ...figures } = summary;
    expect(Object.keys(byMonth)).toHaveLength(14);
    expect(byMonth).toMatchObject({ '2027-01': 0, '2027-03': 4000_00, '2028-02': 0 });
    expect(byFiscalYear).toEqual({ '2027': 4000_00, '2028': 0 });
    expect(byCategory).toEqual({ training: 4000_00 });
    expect(figures).toEqual({
      ...{ currency: 'USD', horizonMonths: 14, externalOneTime: 4000_00, recurring: 0, contingency: 0 },
      ...{ cashOutlay: 4000_00, internalStaffTime: 0, productivityLoss: 0, totalCostOfOwnership: 4000_00 },
    });
  });

  test('rounds each figure once from its exact total, ties to the even unit', () => {
    const half = { unitCost: 1, quantity: 0.5, start: '2027-01-01' };
    const summary = budgetSummary(
      budgetWith([half, { ...half, start: '2027-02-01' }, { ...half, start: '2027-02-01' }]),
    );
    expect(summary.byMonth).toMatchObject({ '2027-01': 0, '2027-02': 1 });
    // 1.5 in all: rounding the months first would give 1.
    expect(summary.totalCostOfOwnership).toBe(2);
  });
});
