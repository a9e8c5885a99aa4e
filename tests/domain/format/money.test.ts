import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ZERO } from '../../../shared/domain/base/decimal';
import { compactMoney, formatMoney, moneyCell } from '../../../shared/domain/format/money';

describe('money in words', () => {
  test('is whole units with the sign of the currency, or exact with cents', () => {
    expect(formatMoney(38839500, 'USD')).toBe('$388,395');
    expect(formatMoney(110000, 'USD', { cents: true })).toBe('$1,100.00');
    expect(formatMoney(110000, 'USD', { cents: true, bare: true })).toBe('1,100.00');
    expect(formatMoney(-550, 'EUR')).toBe('\u2212€6');
  });

  test('follows the minor digits of the currency', () => {
    expect(formatMoney(1234, 'JPY', { cents: true })).toBe('¥1,234');
    expect(formatMoney(1234567, 'KWD', { cents: true, bare: true })).toBe('1,234.567');
  });

  test('rounds the exact amount once, ties to the even unit', () => {
    expect(formatMoney(4223250, 'USD')).toBe('$42,232');
    expect(formatMoney(4223350, 'USD')).toBe('$42,234');
    expect(formatMoney({ digits: 49999n, scale: 3 }, 'USD')).toBe('$0');
    expect(formatMoney({ digits: -49999n, scale: 3 }, 'USD')).toBe('$0');
  });

  test('shows a plan whose currency is no code without a sign', () => {
    expect(formatMoney(12300, '')).toBe('123');
    expect(formatMoney(12300, '€')).toBe('123');
  });

  test('with cents writes every amount exactly', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (minor) => {
        const text = formatMoney(minor, 'USD', { cents: true, bare: true });
        expect(Number(text.replace('\u2212', '-').replace(/[,.]/g, ''))).toBe(minor);
      }),
    );
  });

  test('in a column is a dash for nothing, and 0 for next to nothing', () => {
    expect(moneyCell(ZERO, 'USD')).toBe('–');
    expect(moneyCell(undefined, 'USD')).toBe('–');
    expect(moneyCell({ digits: 3n, scale: 0 }, 'USD')).toBe('0');
  });

  test('on an axis is short', () => {
    expect(compactMoney(8_000_000, 'USD')).toBe('80K');
    expect(compactMoney(-120_000_000, 'USD')).toBe('\u22121.2M');
    expect(compactMoney(500, 'JPY')).toBe('500');
  });
});
