import { describe, expect, test } from 'vitest';
import { roundHalfEven, type Decimal } from '../../../shared/domain/base/decimal';
import type { Budget } from '../../../shared/domain/budget/budget';
import { budgetWith, codesOf, type Cost } from './stories';

const march: Cost = { unitCost: 1000_00, start: '2027-03-01' };
const june: Cost = { unitCost: 500_00, start: '2027-06-01' };
const contingency: Cost = { kind: 'contingency', driver: 'percent', quantity: 10 };

function booked(budget: Budget): Record<string, number> {
  const months = budget.lines.at(-1)?.months ?? new Map<number, Decimal>();
  return Object.fromEntries([...months].map(([month, amount]) => [month + 1, roundHalfEven(amount)]));
}

describe('a percentage of the one-time cost', () => {
  test('follows the months of what it is taken of', () => {
    expect(booked(budgetWith([march, june, contingency]))).toEqual({ 3: 100_00, 6: 50_00 });
  });

  test('is booked whole in its own month when it has one', () => {
    const budget = budgetWith([march, june, { ...contingency, start: '2027-07-15' }]);
    expect(booked(budget)).toEqual({ 7: 150_00 });
    expect(roundHalfEven(budget.totals.contingency)).toBe(150_00);
  });

  test('uses the percentage of the practice where none is typed', () => {
    const empty = { ...contingency, quantity: null };
    expect(booked(budgetWith([march, empty], { contingencyPercent: 12.5 }))).toEqual({ 3: 125_00 });
  });

  test('a line with a percentage of its own uses that one, and one with 0 is left out', () => {
    const lines = [
      { ...march, contingencyPercent: 20 },
      { ...june, contingencyPercent: 0 },
      { ...june, unitCost: 100_00 },
    ];
    expect(booked(budgetWith([...lines, contingency]))).toEqual({ 3: 200_00, 6: 10_00 });
  });

  test('looks at external one-time lines only: not recurring, internal, induced, benefits or other percentages', () => {
    const others: Cost[] = [
      { ...march, kind: 'recurring' },
      { ...march, kind: 'induced' },
      { ...march, kind: 'benefit' },
      { ...march, kind: 'contingency' },
      { ...march, internal: true },
      { driver: 'percent', kind: 'one-time', quantity: 50 },
    ];
    expect(booked(budgetWith([june, ...others, contingency]))).toEqual({ 6: 50_00 });
  });

  test('stands in the list before or after its base', () => {
    const before = budgetWith([contingency, march]);
    expect(roundHalfEven(before.totals.contingency)).toBe(100_00);
    expect(before.lines.map(({ stream }) => stream)).toEqual(['contingency', 'externalOneTime']);
  });

  test('counts of its base only what falls within the budget', () => {
    const years: Cost = { ...march, frequency: 'yearly', kind: 'one-time' };
    expect(booked(budgetWith([years, contingency], { budgetMonths: 24 }))).toEqual({ 3: 100_00, 15: 100_00 });
  });

  test('outside the months of the budget it is not counted, with a warning', () => {
    const budget = budgetWith([march, { ...contingency, start: '2040-01-01' }]);
    expect(codesOf(budget)).toEqual(['budget/outsideHorizon']);
    expect(roundHalfEven(budget.totals.contingency)).toBe(0);
  });
});
