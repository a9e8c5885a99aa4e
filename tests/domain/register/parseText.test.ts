import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptValue } from '../../../shared/domain/register/accept';
import * as define from '../../../shared/domain/register/define';
import type { Field, StoredValue } from '../../../shared/domain/register/field';
import { parseText, textOf, type ParseContext } from '../../../shared/domain/register/parseText';
import { fieldsOf } from '../../../shared/domain/register/record';
import { writingOf } from '../../../shared/domain/register/writing';
import { definitionOf, registerIds } from '../../../shared/domain/registers/all';
import { uuid } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';

const review = 'flag' as const;
const PEOPLE: Readonly<Record<string, string>> = {
  [uuid('ann')]: 'Ann Ng',
  [uuid('jo')]: 'Jo Lee',
};

const context: ParseContext = {
  currency: 'USD',
  resolve: (register, text) =>
    register === 'people'
      ? Object.keys(PEOPLE).filter((id) => PEOPLE[id]?.toLowerCase() === text.toLowerCase())
      : [],
};
const texts = { currency: 'USD', titleOf: (_: string, id: string) => PEOPLE[id] };

/** The stored value of a text, or the code of what is wrong with it. */
function parsed(field: Field, text: string, more: Partial<ParseContext> = {}): unknown {
  const result = parseText(field, text, { ...context, ...more });
  return result.ok ? result.value : result.error.code;
}

const decimal = define.decimal({ label: 'Quantity', review });
const money = define.money({ label: 'Price', review });
const days = define.days({ label: 'Days', review });
const date = define.date({ label: 'Due', review });

describe('numbers', () => {
  test('may be grouped and marked in the way of any country', () => {
    expect(parsed(decimal, '1,234.50')).toBe(1234.5);
    expect(parsed(decimal, '1.234,50')).toBe(1234.5);
    expect(parsed(decimal, '1 234,5')).toBe(1234.5);
    expect(parsed(decimal, '12,34,567')).toBe(1234567);
    expect(parsed(decimal, '0,5')).toBe(0.5);
    expect(parsed(decimal, '−3')).toBe(-3);
  });

  test('that fit two readings mean thousands, unless the column says otherwise', () => {
    expect(parsed(decimal, '1,234')).toBe(1234);
    expect(parsed(decimal, '1.234')).toBe(1.234);
    expect(parsed(decimal, '1,234', { mark: ',' })).toBe(1.234);
  });

  test('of money are minor units of the currency, exactly', () => {
    expect(parsed(money, '$1,100')).toBe(110000);
    expect(parsed(money, '(12.5)')).toBe(-1250);
    expect(parsed(money, '0.29')).toBe(29);
    expect(parsed(money, '1234', { currency: 'JPY' })).toBe(1234);
    expect(parsed(money, '1.234', { currency: 'KWD' })).toBe(1234);
    expect(parsed(money, '1.005')).toBe('field/tooManyDecimals');
  });

  test('of accounting formats write a zero as a dash, and nothing as a dash alone', () => {
    expect(parsed(money, ' $ -   ')).toBe(0);
    expect(parsed(money, '-')).toBeNull();
    expect(parsed(money, '—')).toBeNull();
  });

  test('of percent may carry their sign', () => {
    expect(parsed(define.percent({ label: 'Done', review }), '36 %')).toBe(36);
    expect(parsed(define.percent({ label: 'Done', review }), '101')).toBe('field/outOfRange');
  });

  test('that are none are refused by name', () => {
    expect(parsed(decimal, 'many')).toBe('field/notANumber');
    expect(parsed(define.integer({ label: 'Users', review }), '1.5')).toBe('field/notWhole');
  });
});

describe('texts that come together', () => {
  const writing = (...texts: (readonly [Field, string])[]) =>
    writingOf(texts.map(([field, text]) => ({ field, text })));

  test('settle for each other what a mark means', () => {
    expect(writing([money, '1.250,50'], [decimal, '1.250'])).toMatchObject({ mark: ',' });
    expect(writing([money, '$1,250.50'], [days, '2.5 wks'])).toEqual({ mark: '.' });
    expect(writing([money, '1.250'], [date, '2027-03-01'])).toEqual({});
    expect(parsed(money, '1.250', writing([money, '1.250'], [money, '3,50']))).toBe(125000);
  });

  test('settle for each other whether the day or the month comes first', () => {
    const order = writing([date, '3/4/2027'], [date, '25/12/2027']);
    expect(parsed(date, '3/4/2027', order)).toBe('2027-04-03');
    expect(parsed(date, '3/4/2027')).toBe('2027-03-04');
    expect(parsed(date, '12/25/2027', order)).toBe('2027-12-25');
  });

  test('with a comma before the decimals write the day first, unless a date says otherwise', () => {
    expect(writing([money, '1.250,50'], [date, '3/4/2027'])).toEqual({ mark: ',', order: 'dayFirst' });
    expect(writing([money, '1.250,50'], [date, '4/25/2027'])).toEqual({ mark: ',', order: 'monthFirst' });
  });
});

test('durations may be in days, weeks, hours and months', () => {
  expect(['5', '5d', '5 days', '2w', '2 wks', '4h', '1 mo', '1.5'].map((text) => parsed(days, text))).toEqual(
    [5, 5, 5, 10, 10, 0.5, 20, 1.5],
  );
  expect(parsed(days, '5 years')).toBe('field/notANumber');
});

describe('dates', () => {
  test('are read in the ways people write them', () => {
    const march = [
      '2027-03-05',
      '3/5/2027',
      '5.3.2027',
      '5 Mar 2027',
      'March 5, 2027',
      'Fri, Mar 5, 2027',
      '3/5/27',
    ];
    expect(new Set(march.map((text) => parsed(date, text)))).toEqual(new Set(['2027-03-05']));
    expect(parsed(date, '25/3/2027')).toBe('2027-03-25');
  });

  test('without a year mean the one nearest to a date at hand', () => {
    expect(parsed(date, 'Jan 5', { near: '2027-12-20' })).toBe('2028-01-05');
    expect(parsed(date, '12/20', { near: '2027-01-10' })).toBe('2026-12-20');
    expect(parsed(date, '5 Mar', { near: '2027-06-01' })).toBe('2027-03-05');
    expect(parsed(date, 'Tue, Sep 14', { near: '2027-06-01' })).toBe('2027-09-14');
    expect(parsed(date, 'Feb 29', { near: '2027-06-01' })).toBe('2028-02-29');
    expect(parsed(date, 'Jan 5')).toBe('field/notADate');
  });

  test('that do not exist are refused', () => {
    expect(parsed(date, '2027-02-30')).toBe('field/notADate');
    expect(parsed(date, 'soon', { near: '2027-06-01' })).toBe('field/notADate');
    expect(parsed(date, '5', { near: '2027-06-01' })).toBe('field/notADate');
  });
});

test('yes and no have many words', () => {
  const field = define.boolean({ label: 'Approved', default: false, review });
  expect(['Yes', 'x', 'TRUE', '1'].map((text) => parsed(field, text))).toEqual([true, true, true, true]);
  expect(['no', 'N', '0'].map((text) => parsed(field, text))).toEqual([false, false, false]);
  expect(parsed(field, 'maybe')).toBe('field/notYesOrNo');
});

test('choices are told by label or id, references by title', () => {
  const choice = define.choice({ label: 'Kind', review, default: null, options: { oneTime: 'One-time' } });
  expect(parsed(choice, 'one time')).toBe('oneTime');
  expect(parsed(choice, 'twice')).toBe('field/notAnOption');
  const owner = define.ref({ label: 'Owner', register: 'people', review });
  expect(parsed(owner, 'ann ng')).toBe(uuid('ann'));
  expect(parsed(owner, 'Nobody')).toBe('field/notAReference');
  expect(parsed(owner, 'Jo', { resolve: () => Object.keys(PEOPLE) })).toBe('field/ambiguous');
  const team = define.refs({ label: 'Team', register: 'people', review });
  expect(parsed(team, 'Jo Lee; Ann Ng; jo lee')).toEqual([uuid('jo'), uuid('ann')].sort());
});

test('lists of days and scores are read too', () => {
  const week = define.weekdays({ label: 'Week', review, default: ['mon'] });
  expect(parsed(week, 'Fri, Monday; wed')).toEqual(['mon', 'wed', 'fri']);
  expect(parsed(week, 'Mon-Thu')).toEqual(['mon', 'tue', 'wed', 'thu']);
  expect(parsed(week, 'Saturday to Monday, wed')).toEqual(['mon', 'wed', 'sat', 'sun']);
  expect(parsed(week, 'Mon to Someday')).toBe('field/notAnOption');
  expect(parsed(define.dates({ label: 'Off', review }), '1/2/2027; 2027-01-01')).toEqual([
    '2027-01-01',
    '2027-01-02',
  ]);
  const scores = define.scores({ label: 'Impact', review, scales: { safety: 'Safety' }, min: 1, max: 5 });
  expect(parsed(scores, 'Safety 4')).toEqual({ safety: 4 });
  expect(parsed(scores, 'safety=9')).toBe('field/outOfRange');
  expect(parsed(scores, 'Speed: 2')).toBe('field/notAnOption');
});

test('an empty text empties a field, and a required one refuses', () => {
  expect([decimal, money, date].map((field) => parsed(field, '  '))).toEqual([null, null, null]);
  expect(parsed(define.percent({ label: 'Done', default: 0, review }), '')).toBe(0);
  expect(parsed(define.date({ label: 'Due', required: true, review }), '')).toBe('field/required');
});

describe('texts of values', () => {
  const describedFields = registerIds.flatMap((register) =>
    fieldsOf(definitionOf(register)).map(([name, field]) => ({ name: `${register}.${name}`, field })),
  );

  test('are empty for nothing, in every field there is', () => {
    for (const { field } of describedFields) expect(textOf(field, null, texts)).toBe('');
  });

  test('read back as the same value, in every field there is', () => {
    const limited = (field: Field, scale: number): fc.Arbitrary<number> => {
      const { min = -1000, max = 1000 } = field as { min?: number; max?: number };
      const [least, most] = [Math.max(min, -1_000_000), Math.min(max, 1_000_000)];
      return fc
        .integer({ min: Math.ceil(least * scale), max: Math.floor(most * scale) })
        .map((n) => n / scale);
    };
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-02-${String(n).padStart(2, '0')}`);
    const valueOf = (field: Field): fc.Arbitrary<StoredValue> => {
      switch (field.kind) {
        case 'text':
        case 'longText':
          return fc.constantFrom('', 'Kick-off', '12', 'a; b');
        case 'integer':
        case 'money':
          return limited(field, 1);
        case 'decimal':
        case 'percent':
        case 'days':
          return limited(field, 100);
        case 'boolean':
          return fc.boolean();
        case 'date':
          return day;
        case 'dates':
          return fc.array(day);
        case 'choice':
          return fc.constantFrom(...Object.keys(field.options));
        case 'ref':
          return field.register === 'people' ? fc.constantFrom(...Object.keys(PEOPLE)) : fc.constant(null);
        case 'refs':
          return field.register === 'people' ? fc.subarray(Object.keys(PEOPLE)) : fc.constant([]);
        case 'anyRef':
          return fc.constant(uuid('any'));
        case 'figures':
          return fc.constant('');
        case 'weekdays':
          return fc.subarray(['mon', 'tue', 'sat'], { minLength: 1 });
        case 'scores':
          return fc.record(
            Object.fromEntries(Object.keys(field.scales).map((scale) => [scale, limited(field, 1)])),
          );
      }
    };
    for (const { name, field } of describedFields) {
      fc.assert(
        fc.property(valueOf(field), (given) => {
          const accepted = acceptValue(field, given);
          if (!accepted.ok) return;
          const back = parseText(field, textOf(field, accepted.value, texts), context);
          expect({ name, back }).toEqual({ name, back: accepted });
        }),
        tries(12),
      );
    }
  });

  test('never fail on values a merge may have left', () => {
    const anything: StoredValue[] = [null, 3, 'x', true, [], ['y'], { z: 1 }];
    for (const { field } of describedFields)
      for (const value of anything) expect(typeof textOf(field, value, texts)).toBe('string');
  });

  test('any text at all is a value or a problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...describedFields), fc.string({ maxLength: 30 }), ({ field }, text) => {
        expect(typeof parseText(field, text, { ...context, near: '2027-06-01' }).ok).toBe('boolean');
      }),
      tries(400),
    );
  });
});
