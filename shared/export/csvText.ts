/** Rows of texts as the text of a CSV file. What a spreadsheet would take for a formula is guarded before (`guarded`). */
import Papa from 'papaparse';

/** Tells a spreadsheet that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

export function csvText(rows: readonly (readonly string[])[]): string {
  return `${BYTE_ORDER_MARK}${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}
