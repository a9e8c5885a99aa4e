/** How numbers are written in a spreadsheet: a format code for each kind, money with the digits of its currency. */
import { minorDigits } from '../domain/base/currency';
import type { Format } from './sheetModel';

/** Positive; negative in red; zero as a dash. The trailing blank keeps a hair's breadth to the cell's edge. */
function moneyCode(prefix: string, digits: number): string {
  const code = `${prefix}#,##0${digits === 0 ? '' : `.${'0'.repeat(digits)}`}`;
  return `${code}_ ;[Red]-${code}_ ;"–"_ `;
}

export function formatCode(format: Format, currency: string): string {
  switch (format) {
    case 'general':
      return 'General';
    case 'integer':
      return '#,##0';
    case 'decimal':
      // Optional decimals would leave a lonely point behind whole numbers.
      return 'General';
    case 'money':
      return moneyCode('', minorDigits(currency));
    case 'exactMoney':
      return moneyCode('', minorDigits(currency) + 2);
    case 'currency':
      return moneyCode(/^[A-Z]{3}$/.test(currency) ? `"${currency} "` : '', minorDigits(currency));
    case 'percent':
      return '0.00%';
    case 'share':
      return '0.0%';
    case 'date':
      return 'yyyy-mm-dd';
    case 'moment':
      return 'yyyy-mm-dd hh:mm:ss';
    case 'month':
      return 'mmm yyyy';
    case 'fiscalYear':
      return '"FY "0';
  }
}
