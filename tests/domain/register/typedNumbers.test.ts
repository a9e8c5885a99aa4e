import { describe, expect, it } from 'vitest';
import {
  decimalMarkOf,
  durationDays,
  inMinorUnits,
  plainNumber,
} from '../../../shared/domain/register/typedNumbers';

describe('the decimal mark of a column', () => {
  it.each([
    [['1,234.50', '7'], '.'],
    [['1.234,50', '7'], ','],
    [['0,5', '1.234'], ','],
    [['1,234', '2.5'], '.'],
    [['1.234.567', '8'], ','],
    [["1'234.50"], '.'],
    [['$1,234', '12'], null],
    [['1234'], null],
  ])('of %j is %j', (cells, mark) => {
    expect(decimalMarkOf(cells)).toBe(mark);
  });
});

describe('a number in a cell', () => {
  it.each([
    ['1,234.50', '.', '1234.50'],
    ['1.234,50', ',', '1234.50'],
    ['$ 1,234', '.', '1234'],
    ['1 234,5 €', ',', '1234.5'],
    ['USD 12.50', '.', '12.50'],
    ["CHF 1'234.50", '.', '1234.50'],
    ['(12.00)', '.', '-12.00'],
    ['−3', '.', '-3'],
    ['45 %', '.', '45'],
    ['12,34,567', '.', '1234567'],
    ['.5', '.', '0.5'],
  ] as const)('%s with the mark %s is %s', (text, mark, plain) => {
    expect(plainNumber(text, mark)).toBe(plain);
  });

  it.each(['1,23', '1.2.3', 'twelve', '', '-', '1e999', '12 and 13'])('%j is none', (text) => {
    expect(plainNumber(text, '.')).toBeNull();
  });
});

describe('money in a cell', () => {
  it('is counted in minor units without rounding', () => {
    expect(inMinorUnits('1234.5', 2)).toBe(123450);
    expect(inMinorUnits('0.290', 2)).toBe(29);
    expect(inMinorUnits('-12', 0)).toBe(-12);
    expect(inMinorUnits('1.2345', 3)).toBeNull();
    expect(inMinorUnits('90071992547409.91', 2)).toBe(9007199254740991);
  });
});

describe('a duration in a cell', () => {
  it.each([
    ['5', 5],
    ['5 days', 5],
    ['5d?', 5],
    ['1 day', 1],
    ['2 wks', 10],
    ['4 hrs', 0.5],
    ['30 mins', 0.0625],
    ['1 mon', 20],
    ['7 edays', 5],
    ['1 ewk', 5],
    // Elapsed hours run around the clock, and five days of seven are worked.
    ['42 ehrs', 1.25],
  ])('%s is %d working days', (text, days) => {
    expect(durationDays(text, '.')).toBe(days);
  });

  it('is none where the unit is unknown', () => {
    expect(durationDays('5 apples', '.')).toBeNull();
    expect(durationDays('soon', '.')).toBeNull();
  });
});
