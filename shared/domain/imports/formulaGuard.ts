/** A guard against spreadsheets that take text for formulas: an apostrophe in front. */

/** What a spreadsheet would evaluate, apostrophes before it included so that a guard can be taken off again. */
const LOOKS_LIKE_FORMULA = /^'*[=+\-@\t\r]/;
const IS_GUARDED = /^'+[=+\-@\t\r]/;

/** Text that begins like a formula gets an apostrophe in front; a spreadsheet then shows it as text. */
export function guarded(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the guard off. */
export function unguarded(text: string): string {
  return IS_GUARDED.test(text) ? text.slice(1) : text;
}
