import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  htmlTableOf,
  parseClipboard,
  parseTabText,
  tabTextOf,
  type TextBlock,
} from '../../../renderer/ui/grid/clipboard';
import { parseHtmlTable } from '../../../renderer/ui/grid/htmlTable';

/** Cells as people and spreadsheets write them: quotes, tabs, breaks, markup and signs of several bytes. */
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', '\t', '\n', '\r\n', ' ', 'a', '&', '<', '>', ';', '€', '👩‍⚕️', '<td>'),
    maxLength: 10,
  }),
);

const block: fc.Arbitrary<TextBlock> = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
  );

const withPlainBreaks = (rows: TextBlock): TextBlock =>
  rows.map((row) => row.map((text) => text.replace(/\r\n?/g, '\n')));
/** HTML knows one kind of space; what a spreadsheet writes as a no-break space means an ordinary one. */
const withPlainSpaces = (rows: TextBlock): TextBlock =>
  rows.map((row) => row.map((text) => text.replaceAll('\u00a0', ' ')));

describe('tab-separated text', () => {
  it('gives back every block it wrote', () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTabText(tabTextOf(rows))).toEqual(withPlainBreaks(rows));
      }),
    );
  });

  it('reads rows that end with carriage return and line feed', () => {
    expect(parseTabText('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps an empty last row only when a line break follows it', () => {
    expect(parseTabText('a\n')).toEqual([['a']]);
    expect(parseTabText('a\n\n')).toEqual([['a'], ['']]);
  });

  it('reads a quoted cell with line breaks, tabs and doubled quotes as one cell', () => {
    expect(parseTabText('"first\r\nsecond\tand ""more"""\tnext')).toEqual([
      ['first\nsecond\tand "more"', 'next'],
    ]);
  });

  it('takes a quote that does not enclose its cell as an ordinary character', () => {
    expect(parseTabText('"Big" screen\t24"')).toEqual([['"Big" screen', '24"']]);
    expect(parseTabText('"never closed\tb\nc')).toEqual([['"never closed', 'b'], ['c']]);
  });

  it('writes a single cell without a closing line break', () => {
    expect(tabTextOf([['one cell']])).toBe('one cell');
  });
});

describe('HTML tables', () => {
  it('give back every block that was written', () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseHtmlTable(htmlTableOf(rows))).toEqual(withPlainSpaces(withPlainBreaks(rows)));
      }),
    );
  });

  it('read what Excel puts on the clipboard', () => {
    const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!-- td {color:black} --></style>
      <title>ignored</title></head><body><!--StartFragment-->
      <table border=0 cellpadding=0><col width=64><tr height=20>
      <td class=xl65 style='mso-number-format:"Short Date"'>6/3/2026</td>
      <td align=right x:num="1234.5">1,234.50</td></tr>
      <tr><td>Two<br style='mso-data-placement:same-cell'>lines &amp;
        more</td><td>&nbsp;</td></tr></table><!--EndFragment--></body></html>`;
    expect(parseHtmlTable(excel)).toEqual([
      ['6/3/2026', '1,234.50'],
      ['Two\nlines & more', ' '],
    ]);
  });

  it('leave the cells free that a merged cell covers', () => {
    const merged = '<table><tr><td colspan=2 rowspan=2>A</td><td>B</td></tr><tr><td>C</td></tr></table>';
    expect(parseHtmlTable(merged)).toEqual([
      ['A', '', 'B'],
      ['', '', 'C'],
    ]);
  });

  it('read rows and cells whose end tags are missing', () => {
    expect(parseHtmlTable('<TABLE><TR><TD>a<TD>b<TR><TD>c</TABLE>')).toEqual([['a', 'b'], ['c']]);
  });

  it('put the paragraphs of a word processor on lines of their own', () => {
    expect(parseHtmlTable('<table><tr><td><p>one</p><p>two</p></td></tr></table>')).toEqual([['one\ntwo']]);
  });

  it('never follow a forged span to a table without end', () => {
    const rows = parseHtmlTable('<table><tr><td colspan=999999 rowspan=999999>x</td></tr></table>');
    expect(rows?.[0]?.length).toBeLessThanOrEqual(2_000);
  });

  it('answer any text with rows or null', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('<', '>', '/', 'table', 'tr', 'td', ' ', '"', 'x', '&#0;', '<!--'),
        }),
        (html) => {
          const rows = parseHtmlTable(html);
          expect(rows === null || rows.every((row) => row.length > 0)).toBe(true);
        },
      ),
    );
  });
});

describe('a paste', () => {
  it('takes the table where there is one, because its cells are marked and not guessed', () => {
    const html = htmlTableOf([['a\tb']]);
    expect(parseClipboard({ text: 'a\tb', html })).toEqual([['a\tb']]);
  });

  it('takes the text where the HTML holds no table', () => {
    expect(parseClipboard({ text: 'a\tb', html: '<b>a</b> b' })).toEqual([['a', 'b']]);
  });

  it('brings nothing from an empty clipboard', () => {
    expect(parseClipboard({ text: '', html: '' })).toBeNull();
  });
});
