import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, partsOf } from '../../../shared/domain/base/dates';
import { dateIn, dateOrderOf } from '../../../shared/domain/register/typedDates';

describe('the order of day and month in a column', () => {
  it('is told by a number over twelve, wherever it stands', () => {
    expect(dateOrderOf(['3/4/2027', '3/31/2027'])).toBe('monthFirst');
    expect(dateOrderOf(['3/4/2027', '31/3/2027'])).toBe('dayFirst');
  });

  it('is the American one where nothing tells', () => {
    expect(dateOrderOf(['3/4/2027', '2027-12-31', '31.12.2027', ''])).toBe('monthFirst');
  });
});

describe('a date in a cell', () => {
  it.each([
    ['2027-03-01', '2027-03-01'],
    ['2027-03-01T08:00:00', '2027-03-01'],
    ['3/1/2027', '2027-03-01'],
    ['03/01/27', '2027-03-01'],
    ['Mon 3/1/27', '2027-03-01'],
    ['3/1/2027 5:00 PM', '2027-03-01'],
    ['1.3.2027', '2027-03-01'],
    ['01.03.27', '2027-03-01'],
    ['2027/3/1', '2027-03-01'],
    ['1 Mar 2027', '2027-03-01'],
    ['1-Mar-27', '2027-03-01'],
    ['March 1, 2027', '2027-03-01'],
    ['Monday, March 1, 2027', '2027-03-01'],
  ])('%s is %s', (text, date) => {
    expect(dateIn(text, 'monthFirst')).toBe(date);
  });

  it.each(['2/30/2027', '2027-13-01', 'tomorrow', '1 Foo 2027', '3/1', ''])('%j is none', (text) => {
    expect(dateIn(text, 'monthFirst')).toBeNull();
  });

  it('is the same day in every notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25_000 }), (days) => {
        const date = addDays('1970-01-01', days);
        const { year, month, day } = partsOf(date);
        expect(dateIn(`${month}/${day}/${year}`, 'monthFirst')).toBe(date);
        expect(dateIn(`${day}/${month}/${year}`, 'dayFirst')).toBe(date);
        expect(dateIn(`${day}.${month}.${year}`, 'monthFirst')).toBe(date);
        expect(dateIn(date, 'dayFirst')).toBe(date);
      }),
    );
  });
});
