import { describe, expect, test } from 'vitest';
import { daysInWords, formatDays, formatNumber, formatPercent } from '../../../shared/domain/format/amounts';
import { formatDate, formatDateNear, formatSpan } from '../../../shared/domain/format/dates';

test('numbers are grouped, keep two decimals at most, and have a true minus', () => {
  expect([1234.5, 0.125, -3, -0.001, 0].map((value) => formatNumber(value))).toEqual([
    '1,234.5',
    '0.13',
    '−3',
    '0',
    '0',
  ]);
  expect(formatNumber(0.002083, 'whole')).toBe('0.002083');
  expect(formatDays(2.5)).toBe('2.5');
  expect(formatPercent(36)).toBe('36%');
});

test('one day is a day, all other counts are days', () => {
  expect([1, -1, 0, 0.5, 2].map((days) => daysInWords(days))).toEqual([
    '1 working day',
    '−1 working day',
    '0 working days',
    '0.5 working days',
    '2 working days',
  ]);
  expect(daysInWords(3, 'day')).toBe('3 days');
});

describe('dates', () => {
  test('have five styles', () => {
    const styles = ['short', 'medium', 'weekday', 'weekdayYear', 'full'] as const;
    expect(styles.map((style) => formatDate('2027-09-15', style))).toEqual([
      'Sep 15',
      'Sep 15, 2027',
      'Wed, Sep 15',
      'Wed, Sep 15, 2027',
      'Wednesday, September 15, 2027',
    ]);
  });

  test('that are none are shown as they stand', () => {
    expect(formatDate('2027-02-30')).toBe('2027-02-30');
  });

  test('leave out the year of the date at hand', () => {
    expect(formatDateNear('2027-09-15', '2027-01-01')).toBe('Sep 15');
    expect(formatDateNear('2028-09-15', '2027-01-01')).toBe('Sep 15, 2028');
  });

  test('of a span name a year only once', () => {
    expect(formatSpan('2027-06-03', '2027-07-09', '2027-01-01')).toBe('Jun 3 to Jul 9');
    expect(formatSpan('2028-06-03', '2028-07-09', '2027-01-01')).toBe('Jun 3 to Jul 9, 2028');
    expect(formatSpan('2027-12-03', '2028-01-09', '2027-01-01')).toBe('Dec 3 to Jan 9, 2028');
    expect(formatSpan('2026-12-03', '2027-01-09', '2027-01-01')).toBe('Dec 3, 2026 to Jan 9');
    expect(formatSpan('2027-06-03', '2027-06-03', '2027-01-01')).toBe('Jun 3');
  });
});
