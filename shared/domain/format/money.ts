/** Money as people read it. Amounts are minor units of a currency; rounding happens here, once, half to even. */
import { minorDigits } from '../base/currency';
import { decimalOf, decimalText, roundHalfEven, type Decimal } from '../base/decimal';

const LOCALE = 'en-US';
const CURRENCY_CODE = /^[A-Za-z]{3}$/;

export interface MoneyStyle {
  /** Digits behind the point as the currency has them; whole units unless said. */
  readonly cents?: boolean;
  /** Without the currency's sign, for columns whose head names it. */
  readonly bare?: boolean;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, digits: number, bare: boolean): Intl.NumberFormat {
  const key = `${bare ? '' : currency}/${String(digits)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALE, {
    ...(bare ? {} : { style: 'currency' as const, currency }),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/**
 * `$388,395`, or `$1,100.00` with cents; a minus is U+2212.
 * @param amount minor units, exact or whole
 */
export function formatMoney(amount: Decimal | number, currency: string, style: MoneyStyle = {}): string {
  const exact = typeof amount === 'number' ? decimalOf(amount) : amount;
  const minor = minorDigits(currency);
  const digits = style.cents === true ? minor : 0;
  const rounded = roundHalfEven({ digits: exact.digits, scale: exact.scale + minor - digits });
  const named = CURRENCY_CODE.test(currency);
  const format = formatOf(currency, digits, style.bare === true || !named);
  const magnitude = decimalText({ digits: BigInt(Math.abs(rounded)), scale: digits });
  const text = format.format(magnitude as `${number}`);
  return `${rounded < 0 ? '\u2212' : ''}${text}`;
}

/** For columns of figures: without sign and cents, and a dash where there is nothing. */
export function moneyCell(amount: Decimal | undefined, currency: string): string {
  if (amount === undefined || amount.digits === 0n) return '–';
  const text = formatMoney(amount, currency, { bare: true });
  return text === '0' || text === '\u22120' ? '0' : text;
}

const compactFormat = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });

/** `80K`, `1.2M`: for the ticks of an axis. @param amount minor units */
export function compactMoney(amount: number, currency: string): string {
  const text = compactFormat.format(Math.abs(amount) / 10 ** minorDigits(currency));
  return `${amount < 0 ? '\u2212' : ''}${text}`;
}
