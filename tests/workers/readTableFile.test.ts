import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../shared/domain/base/problemText';
import type { FileTable } from '../../shared/domain/imports/fileTable';
import { MOST_ROWS } from '../../shared/domain/imports/limits';
import { planOf } from '../../shared/domain/plan';
import { registerSheet } from '../../shared/export/registerSheet';
import { readTableFile } from '../../electron/workers/readTableFile';
import { writeWorkbook } from '../../electron/workers/writeWorkbook';
import { judgeZip } from '../../electron/workers/zipGuard';
import { zipEntries } from '../export/xlsx/zipEntries';
import { makeWorkbook } from '../support/makeWorkbook';

async function excel(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function tablesIn(bytes: Uint8Array, name = 'list.xlsx'): Promise<readonly FileTable[]> {
  const read = await readTableFile(name, bytes);
  if (!read.ok) throw new Error(problemText(read.error));
  return read.value;
}

async function refusal(bytes: Uint8Array, name = 'list.xlsx'): Promise<string> {
  const read = await readTableFile(name, bytes);
  return read.ok ? 'taken' : problemText(read.error);
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('an Excel file', () => {
  it('comes as typed cells, each row at its number', async () => {
    const bytes = await excel((workbook) => {
      const sheet = workbook.addWorksheet('Risks');
      sheet.getCell('A2').value = 'Risk';
      sheet.getCell('B2').value = 'Chance';
      sheet.getCell('A4').value = { richText: [{ text: 'Line ' }, { text: 'fails', font: { bold: true } }] };
      sheet.getCell('B4').value = 0.15;
      sheet.getCell('B4').numFmt = '0%';
      sheet.getCell('C4').value = new Date(Date.UTC(2027, 2, 1));
      sheet.getCell('D4').value = true;
      sheet.getCell('F4').value = 1234.5;
    });
    expect(await tablesIn(bytes)).toEqual([
      {
        name: 'Risks',
        firstRow: 1,
        mark: '.',
        rows: [[], ['Risk', 'Chance'], [], ['Line fails', 15, { date: '2027-03-01' }, true, '', 1234.5]],
      },
    ]);
  });

  it('gives formulas as the results saved with them, and nothing where none was', async () => {
    const bytes = await excel((workbook) => {
      const sheet = workbook.addWorksheet('A');
      sheet.addRow([
        { formula: '1+1', result: 2 },
        { formula: 'HYPERLINK("http://evil.example","x")', result: 'x' },
        { formula: "'[other.xlsx]Sheet1'!A1" },
        { formula: '1/0', result: { error: '#DIV/0!' } },
        { text: 'a link', hyperlink: 'file:///etc/passwd' },
      ]);
    });
    expect((await tablesIn(bytes))[0]?.rows).toEqual([[2, 'x', '', '#DIV/0!', 'a link']]);
  });

  it('shows its visible sheets that hold anything', async () => {
    const bytes = await excel((workbook) => {
      workbook.addWorksheet('Empty');
      workbook.addWorksheet('Hidden', { state: 'hidden' }).addRow(['x']);
      workbook.addWorksheet('Very', { state: 'veryHidden' }).addRow(['x']);
      workbook.addWorksheet('Shown').addRow(['x']);
    });
    expect((await tablesIn(bytes)).map(({ name }) => name)).toEqual(['Shown']);
    expect(await refusal(await excel((workbook) => workbook.addWorksheet('Empty')))).toContain('is empty');
  });

  it('that names a billion cells in its rules is read in no time', async () => {
    const everything = 'A1:XFD1048576';
    const bytes = await excel((workbook) => {
      const sheet = workbook.addWorksheet('A');
      sheet.addRow(['Risk']);
      sheet.addRow(['A']);
      sheet.addConditionalFormatting({
        ref: everything,
        rules: [{ type: 'expression', priority: 1, formulae: ['TRUE'], style: {} }],
      });
    });
    const withRules = replaceInZip(bytes, 'xl/worksheets/sheet1.xml', (sheet) =>
      sheet.replace(
        '</sheetData>',
        `</sheetData><mergeCells count="1"><mergeCell ref="${everything}"/></mergeCells>` +
          `<dataValidations count="1"><dataValidation type="list" sqref="${everything}"><formula1>"a"</formula1></dataValidation></dataValidations>`,
      ),
    );
    expect((await tablesIn(withRules))[0]?.rows).toEqual([['Risk'], ['A']]);
  });

  it('written by the app is read back with its values', async () => {
    const workbook = makeWorkbook({
      costs: [
        {
          id: 'k',
          name: 'Licenses',
          quantity: 2.5,
          unitCost: 123450,
          start: '2027-03-01',
          contingencyPercent: 12.5,
        },
      ],
    });
    const { schedule, budget } = planOf(workbook, '2027-01-01');
    const stamp = { now: '2027-01-01T10:00:00.000Z', appVersion: '1' };
    const written = await writeWorkbook(registerSheet(workbook, 'costs', { schedule, budget, ...stamp }));
    if (!written.ok) throw new Error('not written');
    const [table] = await tablesIn(written.value);
    const heads = table?.rows[3] ?? [];
    const cell = (head: string): unknown => table?.rows[4]?.[heads.indexOf(head)];
    expect([cell('Cost line'), cell('Qty'), cell('Unit cost'), cell('From'), cell('Contingency')]).toEqual([
      'Licenses',
      2.5,
      1234.5,
      { date: '2027-03-01' },
      12.5,
    ]);
  });
});

describe('a file that is not what it should be', () => {
  it('is refused in words', async () => {
    expect(await refusal(text('a,b'), 'list.xls')).toContain('of a kind that cannot be read here');
    expect(await refusal(new Uint8Array(), 'list.csv')).toContain('is empty');
    expect(await refusal(text('no zip at all'))).toContain('it is no Excel file, or it is protected');
    expect(await refusal(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toContain(
      'password',
    );
    expect(await refusal(zipOf([['readme.txt', text('hello')]]))).toContain('it is no Excel workbook');
    const sound = await excel((workbook) => workbook.addWorksheet('A').addRow(['x']));
    expect(await refusal(sound.slice(0, sound.length - 200))).toContain('could not be read');
    const damaged = sound.slice();
    damaged.fill(0xff, 200, 600);
    expect(await refusal(damaged)).toContain('could not be read');
  });

  it('that unpacks to more than there is room for is not unpacked', () => {
    const bomb = zipOf([['xl/worksheets/sheet1.xml', new Uint8Array(40 * 1024 * 1024)]]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(judgeZip(bomb, 30 * 1024 * 1024)).toBe('tooLarge');
    expect(judgeZip(bomb, 50 * 1024 * 1024)).toBe('sound');
    const many = zipOf(Array.from({ length: 20 }, () => ['a', new Uint8Array(2 * 1024 * 1024)] as const));
    expect(judgeZip(many, 30 * 1024 * 1024)).toBe('tooLarge');
  });

  it('with more rows than anybody reads says how many are taken', async () => {
    const bytes = await excel((workbook) => {
      workbook.addWorksheet('A').getCell(MOST_ROWS + 5, 1).value = 'far away';
    });
    expect(await refusal(bytes)).toContain('20,005 rows; the limit is 20,000 rows');
    expect(await refusal(text('a\n'.repeat(MOST_ROWS + 1)), 'list.csv')).toContain(
      'the limit is 20,000 rows',
    );
  });
});

describe('a file of text', () => {
  it('is read in the encoding and with the delimiter of its program', async () => {
    const rows = [
      ['Risk', 'Code'],
      ['Größe', 'R1'],
    ];
    const latin = Uint8Array.from(Array.from('Risk;Code\r\nGröße;R1', (letter) => letter.charCodeAt(0)));
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...Array.from('Risk\tCode\r\nGröße\tR1').flatMap((letter) => [letter.charCodeAt(0), 0]),
    ]);
    for (const bytes of [text('\ufeffRisk,Code\r\nGröße,R1'), latin, wide])
      expect((await tablesIn(bytes, 'list.csv'))[0]?.rows).toEqual(rows);
    expect((await tablesIn(latin, 'list.csv'))[0]?.mark).toBe(',');
  });

  it('keeps its delimiter also where no head is known', async () => {
    expect((await tablesIn(text('Was;Wie viel\r\na, b;1\r\n'), 'list.txt'))[0]?.rows).toEqual([
      ['Was', 'Wie viel'],
      ['a, b', '1'],
      [''],
    ]);
  });
});

/** A zip file of these parts (PKWARE APPNOTE, sections 4.3.7, 4.3.12 and 4.3.16), its checksums left at zero. */
function zipOf(parts: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    pieces.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...pieces, listing, end]));
}

function replaceInZip(bytes: Uint8Array, name: string, change: (content: string) => string): Uint8Array {
  const entries = [...zipEntries(bytes)];
  return zipOf(entries.map(([entry, content]) => [entry, text(entry === name ? change(content) : content)]));
}
