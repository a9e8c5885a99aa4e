/** Exact amounts of the budget as the numbers a spreadsheet holds: major units, rounded only to the nearest double. */
import { minorDigits } from '../../domain/base/currency';
import { add, decimalText, percentOf, roundHalfEven, ZERO, type Decimal } from '../../domain/base/decimal';

/** Minor units of the currency in major units: 123456 cents become 1234.56. */
export function majorNumber(amount: Decimal, currency: string): number {
  return Number(decimalText({ digits: amount.digits, scale: amount.scale + minorDigits(currency) }));
}

/** A plain figure, such as a factor. */
export function numberOf(value: Decimal): number {
  return Number(decimalText(value));
}

export function sumOf(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce(add, ZERO);
}

/** 15 becomes 0.15, which a percent cell shows as 15 %. */
export function share(percent: number | null): number | null {
  return percent === null ? null : numberOf(percentOf(percent));
}

/** Rounded half-even to whole minor units, as the app shows amounts; in major units. */
export function roundedNumber(amount: Decimal, currency: string): number {
  return majorNumber({ digits: BigInt(roundHalfEven(amount)), scale: 0 }, currency);
}

/**
 * The same rounding as a formula, for amounts that are not negative. ROUND alone takes halves up, so half a minor unit
 * is taken off where the whole units before a half are even. The inner roundings remove what binary fractions add.
 */
export function roundedFormula(amount: string, currency: string): string {
  const digits = minorDigits(currency);
  const isEvenHalf = `MOD(ROUND(${amount}*${10 ** digits},6),2)=0.5`;
  return `ROUND(ROUND(${amount},8)-IF(${isEvenHalf},${5 / 10 ** (digits + 1)},0),${digits})`;
}

/** Characters that a column needs for amounts up to the given one. */
export function moneyWidth(largest: number, currency: string, moreDigits = 0): number {
  const whole = Math.trunc(Math.abs(largest)).toString().length;
  const digits = minorDigits(currency) + moreDigits;
  return Math.max(12, whole + Math.floor((whole - 1) / 3) + digits + 4);
}
