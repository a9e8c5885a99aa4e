/** What lies in the file, what happens on the way, and that a cancelled export leaves nothing. */
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../../electron/workers/writeWorkbook';
import type { Look, SheetModel } from '../../../shared/export/sheetModel';
import { workbookOfPack } from '../../domain/templates/packFiles';
import { bytesOf, modelOf, opened, sheetOf } from './reopened';
import { zipEntries } from './zipEntries';

const look: Look = { role: 'calculation', format: 'money' };
const plainModel: SheetModel = {
  title: 'T & T',
  subject: 'S',
  company: 'C',
  application: 'A 1',
  createdAt: '2027-01-04T09:30:00.000Z',
  currency: 'USD',
  paper: 'a4',
  names: new Map([['Start', 'Big!A1']]),
  sheets: [
    {
      name: 'Big',
      columns: [10],
      rows: [{ cells: [{ kind: 'number', value: 2, look }] }],
      fills: [
        {
          ...{ row: 1, column: 2, rowCount: 300, columnCount: 200 },
          formula: '$A$1*B$600',
          results: Float64Array.from({ length: 60_000 }, (_, index) => index / 4),
          look,
        },
      ],
      tables: [],
      validations: [],
      conditions: [],
      freeze: { rows: 0, columns: 0 },
      print: { pagesWide: 1 },
      locked: false,
    },
  ],
};

/** The same without the large part. */
const smallModel: SheetModel = {
  ...plainModel,
  sheets: plainModel.sheets.map((sheet) => ({ ...sheet, fills: [] })),
};

describe('a written file', () => {
  test('asks for calculation when it is opened, and links to nothing outside', async () => {
    const entries = zipEntries(await bytesOf(modelOf(workbookOfPack('demo-five-provider-saas'))));
    expect(entries.get('xl/workbook.xml')).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
    const names = [...entries.keys()];
    expect(names.filter((name) => /external|vba|macro|\.bin$/i.test(name))).toEqual([]);
    const relations = names.filter((name) => name.endsWith('.rels')).map((name) => entries.get(name) ?? '');
    expect(relations.filter((xml) => xml.includes('TargetMode="External"'))).toEqual([]);
  });

  test('validates whole ranges, none of which overlap', async () => {
    const entries = zipEntries(await bytesOf(modelOf(workbookOfPack('demo-five-provider-saas'))));
    const costs = entries.get('xl/worksheets/sheet3.xml') ?? '';
    const ranges = [...costs.matchAll(/<dataValidation [^>]*sqref="([^"]+)"/g)].map(([, range]) => range);
    expect(ranges).toEqual(
      ['B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'S'].map(
        (column) => `${column}6:${column}39`,
      ),
    );
  });

  test('keeps a filled formula once and its results in every cell', async () => {
    const bytes = await bytesOf(plainModel);
    const xml = zipEntries(bytes).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml.match(/\$A\$1\*B\$600/g)).toHaveLength(1);
    const sheet = sheetOf(await opened(bytes), 'Big');
    expect([sheet.getCell('B1').formula, sheet.getCell('GS300').formula]).toEqual([
      '$A$1*B$600',
      '$A$1*GS$600',
    ]);
    expect([sheet.getCell('C1').result, sheet.getCell('GS300').result]).toEqual([0.25, 59_999 / 4]);
  });

  test('shows the ampersand of a name in its heading', async () => {
    const sheet = sheetOf(await opened(await bytesOf(smallModel)), 'Big');
    expect(sheet.headerFooter.oddHeader).toContain('T && T');
  });

  test('cuts text at the length a cell can hold', async () => {
    const cells = [{ kind: 'text' as const, text: 'x'.repeat(40_000), look }];
    const sheets = smallModel.sheets.map((sheet) => ({ ...sheet, rows: [{ cells }] }));
    const sheet = sheetOf(await opened(await bytesOf({ ...smallModel, sheets })), 'Big');
    expect(sheet.getCell('A1').value).toHaveLength(32_767);
  });
});

describe('writing', () => {
  test('reports progress that only grows, up to all of it', async () => {
    const shares: number[] = [];
    await writeWorkbook(plainModel, { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test('stops at the next chunk when it is cancelled, with nothing to show', async () => {
    const cancel = new AbortController();
    const shares: number[] = [];
    const written = await writeWorkbook(plainModel, {
      signal: cancel.signal,
      onProgress: (share) => {
        shares.push(share);
        if (shares.length === 2) cancel.abort();
      },
    });
    expect(written).toEqual({ ok: false, error: { code: 'job/cancelled', facts: {} } });
    expect(shares.length).toBe(2);
  });

  test('does not begin when it is cancelled before', async () => {
    const written = await writeWorkbook(plainModel, { signal: AbortSignal.abort() });
    expect(written.ok).toBe(false);
  });
});
