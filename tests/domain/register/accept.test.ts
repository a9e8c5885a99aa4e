import { describe, expect, it } from 'vitest';
import { problemText } from '../../../shared/domain/base/problemText';
import { acceptValue } from '../../../shared/domain/register/accept';
import { fieldOf } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { known } from '../../../shared/domain/base/assert';

function said(register: RegisterId, name: string, value: unknown): string {
  const field = known(fieldOf(definitionOf(register), name), `${register} have ${name}`);
  const accepted = acceptValue(field, value);
  return accepted.ok ? '' : problemText(accepted.error);
}

describe('a JSON value that does not fit its field', () => {
  it('is told in terms of JSON', () => {
    expect(said('tasks', 'durationDays', '5')).toBe(
      '“Days” takes a number, and “5” is text. Leave out the quotation marks.',
    );
    expect(said('tasks', 'durationDays', 'five')).toMatch(/^“Days” takes a number, and “five” is not one/);
    expect(said('tasks', 'owner', 'Jordan')).toBe(
      '“Owner” takes the id of one of the people; “Jordan” is none.',
    );
    expect(said('costs', 'internal', 'no')).toMatch(/takes true or false, and “no” is neither/);
    expect(said('costs', 'unitCost', 0.5)).toMatch(/takes a whole number of the smallest unit/);
    expect(said('costs', 'quantity', 1.1234567)).toBe(
      '“Qty” keeps at most 6 decimals; “1.1234567” has more.',
    );
    expect(said('costs', 'quantity', Infinity)).toMatch(/“Infinity” is not one/);
  });

  it('that holds several values is told which one, or that they are too many', () => {
    expect(said('calendars', 'holidays', '2027-01-01')).toBe('“Days off” takes a list.');
    expect(said('calendars', 'holidays', ['2027-13-01'])).toMatch(/“2027-13-01” is not one/);
    expect(said('calendars', 'holidays', Array(2001).fill('2027-01-01'))).toBe(
      '“Days off” lists 2001; at most 2000 fit.',
    );
    expect(said('risks', 'impacts', 5)).toMatch(
      /takes a score for each of schedule, .*; “5” does not say which/,
    );
    expect(said('risks', 'impacts', { money: 3 })).toMatch(/“money” is not among them/);
  });
});
