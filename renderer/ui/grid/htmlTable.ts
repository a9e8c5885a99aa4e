/**
 * Reads the first table out of clipboard HTML, as Excel, LibreOffice, Google Sheets and Word write it, without a DOM:
 * nothing pasted is ever interpreted as markup. Total: any text gives a table or null.
 */

/** A comment, a tag (closing mark, name, attributes), a run of text, or a stray `<`. */
const TOKEN = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+)|</g;

const ENTITY = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['euro', '€'],
  ['pound', '£'],
]);

/** No sheet is wider; a forged colspan must not fill the memory. */
const MOST_COLUMNS = 2_000;
const MOST_SPANNED_ROWS = 20_000;

function characterOf(reference: string): string | undefined {
  if (!reference.startsWith('#')) return NAMED.get(reference);
  const hex = reference[1] === 'x' || reference[1] === 'X';
  const code = Number.parseInt(reference.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

function decoded(text: string): string {
  return text
    .replace(ENTITY, (whole, reference: string) => characterOf(reference) ?? whole)
    .replaceAll('\u00a0', ' ');
}

function spanOf(attributes: string, name: string, most: number): number {
  const match = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(attributes);
  return Math.min(most, Math.max(1, Number(match?.[1] ?? 1)));
}

/** The table while it is read: the open cell's lines, and columns still covered by a cell above. */
class TableReader {
  readonly rows: string[][] = [];
  #row: string[] | null = null;
  #lines: string[] | null = null;
  #columnSpan = 1;
  #rowSpan = 1;
  readonly #covered: number[] = [];

  openRow(): void {
    this.closeRow();
    this.#row = [];
  }

  openCell(attributes: string): void {
    if (this.#row === null) this.openRow();
    this.closeCell();
    this.#lines = [''];
    this.#columnSpan = spanOf(attributes, 'colspan', MOST_COLUMNS);
    this.#rowSpan = spanOf(attributes, 'rowspan', MOST_SPANNED_ROWS);
  }

  text(raw: string): void {
    if (this.#lines === null) return;
    this.#lines.push((this.#lines.pop() ?? '') + raw.replace(/[ \t\r\n\f]+/g, ' '));
  }

  breakLine(): void {
    this.#lines?.push('');
  }

  /** A paragraph starts on a line of its own, and the first on the line that is there. */
  openParagraph(): void {
    if (this.#lines?.at(-1)?.trim() !== '') this.breakLine();
  }

  closeCell(): void {
    if (this.#lines === null || this.#row === null) return;
    this.#fillCovered(this.#row);
    const text = this.#lines
      .map((line) => decoded(line.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ')))
      .join('\n');
    for (let span = 0; span < this.#columnSpan && this.#row.length < MOST_COLUMNS; span += 1) {
      this.#covered[this.#row.length] = this.#rowSpan - 1;
      this.#row.push(span === 0 ? text : '');
    }
    this.#lines = null;
  }

  closeRow(): void {
    this.closeCell();
    if (this.#row === null) return;
    this.#fillCovered(this.#row);
    this.rows.push(this.#row);
    this.#row = null;
  }

  #fillCovered(row: string[]): void {
    for (let left = this.#covered[row.length] ?? 0; left > 0; left = this.#covered[row.length] ?? 0) {
      this.#covered[row.length] = left - 1;
      row.push('');
    }
  }
}

/** Rows of cell texts of the first table with a cell in it, or null without one. */
export function parseHtmlTable(html: string): string[][] | null {
  const reader = new TableReader();
  let depth = 0;
  let hidden: string | null = null;
  for (const [, slash, tag, attributes = '', text] of html.matchAll(TOKEN)) {
    const name = tag?.toLowerCase();
    const closing = slash === '/';
    if (hidden !== null) {
      if (closing && name === hidden) hidden = null;
    } else if (!closing && (name === 'style' || name === 'script' || name === 'title')) {
      hidden = name;
    } else if (name === 'table') {
      depth += closing ? -1 : 1;
      if (closing && depth <= 0) break;
    } else if (depth > 0 && name !== undefined) {
      readTag(reader, { name, closing, attributes, nested: depth > 1 });
    } else if (depth > 0 && text !== undefined) {
      reader.text(text);
    }
  }
  reader.closeRow();
  const rows = reader.rows.filter((row) => row.length > 0);
  return rows.length === 0 ? null : rows;
}

interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: string;
  /** In a table inside a cell: its cells are words of that cell. */
  readonly nested: boolean;
}

function readTag(reader: TableReader, { name, closing, attributes, nested }: Tag): void {
  if (name === 'br') reader.breakLine();
  else if ((name === 'p' || name === 'div' || name === 'li') && !closing) reader.openParagraph();
  else if (nested) reader.text(' ');
  else if (name === 'tr') {
    if (closing) reader.closeRow();
    else reader.openRow();
  } else if (name === 'td' || name === 'th') {
    if (closing) reader.closeCell();
    else reader.openCell(attributes);
  }
}
