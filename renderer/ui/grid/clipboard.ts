/**
 * Blocks of cells as the clipboard carries them: tab-separated text as spreadsheets write it (a cell with a tab or a
 * line break stands in quotes), and the HTML table beside it. Pure; line breaks inside a cell are `\n`.
 */
import { parseHtmlTable } from './htmlTable';

/** Rows of cells, as text. */
export type TextBlock = readonly (readonly string[])[];

function normalBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Where a quoted cell that opens at `start` closes, or -1 if it never does before a tab, a line break or the end. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    const next = text[at + 1];
    return next === undefined || next === '\t' || next === '\n' ? at : -1;
  }
  return -1;
}

function endOfPlainCell(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\t' || text[at] === '\n') return at;
  }
  return text.length;
}

/**
 * Reads tab-separated text. A quote that does not enclose its whole cell is an ordinary character, because not every
 * program quotes; one line break at the very end closes the last row and opens none.
 */
export function parseTabText(source: string): TextBlock {
  const text = normalBreaks(source);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const close = text[at] === '"' ? closingQuote(text, at) : -1;
    const end = close === -1 ? endOfPlainCell(text, at) : close + 1;
    row.push(close === -1 ? text.slice(at, end) : text.slice(at + 1, close).replaceAll('""', '"'));
    if (text[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + 1;
    if (at >= text.length) return rows;
  }
}

function tabCell(value: string): string {
  const text = normalBreaks(value);
  return /[\t\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes a block as tab-separated text. A single cell carries no closing line break: it may be pasted into a sentence. */
export function tabTextOf(block: TextBlock): string {
  const lines = block.map((row) => row.map(tabCell).join('\t'));
  const single = block.length === 1 && block[0]?.length === 1;
  return single ? lines.join('') : lines.map((line) => `${line}\r\n`).join('');
}

function htmlCell(value: string): string {
  const text = normalBreaks(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return (
    text
      // HTML folds white space; what a person typed is kept by writing every foldable character as a reference.
      .replace(/[\t\f]/g, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/^ | $|(?<= ) |(?<=\n) | (?=\n)/g, '&#160;')
      .replaceAll('\n', '<br>')
  );
}

/** Writes a block as an HTML table, the form word processors and mail programs take. */
export function htmlTableOf(block: TextBlock): string {
  const rows = block.map((row) => `<tr>${row.map((cell) => `<td>${htmlCell(cell)}</td>`).join('')}</tr>`);
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

/**
 * The block that a paste brings. A table in the HTML wins, because there cells are marked and not guessed; else the
 * text; null when the clipboard holds neither.
 */
export function parseClipboard(content: { readonly text: string; readonly html: string }): TextBlock | null {
  const table = content.html === '' ? null : parseHtmlTable(content.html);
  if (table !== null) return table;
  return content.text === '' ? null : parseTabText(content.text);
}
