/** Currencies the plan can be kept in: ISO 4217 codes and how many digits their minor unit has. */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  VND: 0,
  ISK: 0,
  UGX: 0,
  KWD: 3,
  BHD: 3,
  JOD: 3,
  OMR: 3,
  TND: 3,
};

/** ISO 4217: two digits unless the currency is one of the exceptions above. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/** The amount in major units as exact text, for files: 123456 minor units of USD become `1234.56`. */
export function majorText(minorUnits: number, currency: string): string {
  const digits = minorDigits(currency);
  const negative = minorUnits < 0;
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const point = text.length - digits;
  const major = digits === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
  return negative ? `-${major}` : major;
}
