/**
 * Exact decimals for money: a whole number times a power of ten. Sums and products of what people type are finite
 * decimals, so nothing is rounded until it is shown.
 */
export interface Decimal {
  /** The digits. */
  readonly digits: bigint;
  /** How many of the digits stand behind the point; never negative. */
  readonly scale: number;
}

export const ZERO: Decimal = { digits: 0n, scale: 0 };
export const ONE: Decimal = { digits: 1n, scale: 0 };

const POWERS: bigint[] = [1n];

function powerOfTen(exponent: number): bigint {
  for (let next = POWERS.length; next <= exponent; next++) POWERS.push((POWERS[next - 1] ?? 1n) * 10n);
  return POWERS[exponent] ?? 1n;
}

/** The decimal that a number prints as: 1.95 means exactly 1.95. Non-finite numbers count as 0. */
export function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 };
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) return ZERO;
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale >= 0 ? { digits, scale } : { digits: digits * powerOfTen(-scale), scale: 0 };
}

/** A percentage as a factor: 5 becomes 0.05. */
export function percentOf(value: number): Decimal {
  const decimal = decimalOf(value);
  return { digits: decimal.digits, scale: decimal.scale + 2 };
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale };
  if (a.scale > b.scale)
    return { digits: a.digits + b.digits * powerOfTen(a.scale - b.scale), scale: a.scale };
  return { digits: a.digits * powerOfTen(b.scale - a.scale) + b.digits, scale: b.scale };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** `base` to the power of a whole, non-negative exponent. */
export function power(base: Decimal, exponent: number): Decimal {
  return { digits: base.digits ** BigInt(exponent), scale: base.scale * exponent };
}

export function isZero(value: Decimal): boolean {
  return value.digits === 0n;
}

export function compare(a: Decimal, b: Decimal): number {
  const difference = add(a, { digits: -b.digits, scale: b.scale }).digits;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest whole number; a tie goes to the even one. */
export function roundHalfEven(value: Decimal): number {
  const unit = powerOfTen(value.scale);
  const negative = value.digits < 0n;
  const magnitude = negative ? -value.digits : value.digits;
  const whole = magnitude / unit;
  const twiceRest = (magnitude % unit) * 2n;
  const up = twiceRest > unit || (twiceRest === unit && whole % 2n === 1n);
  const rounded = Number(up ? whole + 1n : whole);
  return negative && rounded !== 0 ? -rounded : rounded;
}

/** The decimal written out: `-12.50`. Trailing zeros are kept as computed. */
export function decimalText(value: Decimal): string {
  const negative = value.digits < 0n;
  const digits = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0');
  const point = digits.length - value.scale;
  const text = value.scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return negative ? `-${text}` : text;
}
