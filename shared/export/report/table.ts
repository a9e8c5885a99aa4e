/** Tables of the report: a caption, heads that say what they are, and long ones cut into parts that can be folded. */
import { markup, type Markup, type Part } from './markup';

export interface ReportColumn {
  readonly label: string;
  /** Figures and dates: set to the right, one under the other. */
  readonly isNumeric?: boolean;
}

export interface ReportRow {
  readonly cells: readonly Part[];
  /** Steps from the left of the cell that names the row. */
  readonly depth?: number;
  readonly weight?: 'group' | 'total';
  /** Long texts, set below the row over its whole width. */
  readonly more?: readonly { readonly label: string; readonly text: string }[];
}

export interface ReportTable {
  readonly caption: string;
  /** A heading above says the same; the caption is for readers who jump from table to table. */
  readonly isHeaded?: boolean;
  readonly columns: readonly ReportColumn[];
  /** Which column names the row; the first unless said. */
  readonly nameColumn?: number;
  readonly rows: readonly ReportRow[];
}

/** More rows than this are cut into parts of this many. */
const PART = 400;
/** From so many columns on a table may be wider than a small window, and from so many than any. */
const WIDE = 7;
const WIDEST = 13;
const DEEPEST = 8;

export function table(given: ReportTable): Markup {
  const { rows, caption } = given;
  if (rows.length <= PART) return framed(given);
  const count = Math.ceil(rows.length / PART);
  const parts = Array.from({ length: count }, (_, index) => rows.slice(index * PART, (index + 1) * PART));
  return markup`<p class="note">${caption}: ${number(rows.length)} rows in ${count} parts, all in this file. All but the
  first are folded; open those you want to read or print.</p>
${parts.map((part, index) => {
  const first = index * PART + 1;
  const name = `Rows ${number(first)} to ${number(first + part.length - 1)}`;
  return markup`<details${index === 0 && markup` open="open"`}><summary>${name}</summary>
${framed({ ...given, rows: part, caption: `${caption}, ${name.toLowerCase()}` })}</details>
`;
})}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function framed({ caption, isHeaded, columns, nameColumn = 0, rows }: ReportTable): Markup {
  const body = rows.map((row) => rowMarkup(row, { columns, nameColumn }));
  const whole = markup`<table><caption${isHeaded === true && markup` class="sr"`}>${caption}</caption>
<thead><tr>${columns.map(
    ({ label, isNumeric }) =>
      markup`<th scope="col"${isNumeric === true && markup` class="n"`}>${label}</th>`,
  )}</tr></thead>
<tbody>
${body}</tbody></table>`;
  const width =
    columns.length >= WIDEST ? 'scroll wide widest' : columns.length >= WIDE ? 'scroll wide' : 'scroll';
  // What does not fit is moved by the keyboard too.
  return markup`<div class="${width}" role="group" aria-label="${caption}" tabindex="0">${whole}</div>`;
}

interface Frame {
  readonly columns: readonly ReportColumn[];
  readonly nameColumn: number;
}

function rowMarkup(
  { cells, depth = 0, weight, more = [] }: ReportRow,
  { columns, nameColumn }: Frame,
): Markup {
  const marked = cells.map((given, index) => {
    const cell = typeof given === 'string' ? breakable(given) : given;
    if (index !== nameColumn)
      return markup`<td${columns[index]?.isNumeric === true && markup` class="n"`}>${cell}</td>`;
    const step = depth === 0 ? null : markup` class="d${Math.min(depth, DEEPEST)}"`;
    return markup`<th scope="row"${step}>${cell}</th>`;
  });
  return markup`<tr${weight !== undefined && markup` class="${weight}"`}>${marked}</tr>
${
  more.length > 0 &&
  markup`<tr class="more"><td colspan="${columns.length}">${more.map(
    ({ label, text }) => markup`<p><span>${label}</span> ${breakable(text)}</p>`,
  )}</td></tr>
`
}`;
}

/** A longer word would push the other columns out of sight. */
const LONGEST_WORD = /(\S{28})(?=\S)/gu;

function breakable(text: string): Part {
  if (text.length <= 28) return text;
  return text.split(LONGEST_WORD).map((piece, index) => (index % 2 === 1 ? [piece, markup`<wbr/>`] : piece));
}
