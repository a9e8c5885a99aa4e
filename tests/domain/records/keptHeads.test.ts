import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  headsOf,
  readKeptHeads,
  withHeads,
  type KeptHeads,
  type TableHeads,
} from '../../../shared/domain/records/keptHeads';
import { uuid } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';

const heads: TableHeads = {
  columns: ['name', 'y0'],
  sort: [{ field: 'y0', descending: true }],
  widths: { name: 240 },
  shown: { end: false },
};
const [here, there] = [uuid('here'), uuid('there')];
const kept = withHeads([], { workbook: here, table: 'costs month', heads });

describe('reading what was kept', () => {
  test('gives back what was written', () => {
    expect(readKeptHeads(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  test('leaves out what is damaged and keeps the rest', () => {
    const raw = [
      { workbook: '../plans', tables: { costs: heads } },
      {
        workbook: here,
        tables: {
          costs: {
            columns: ['name', 3, 'name', ''],
            sort: [{ field: 'name' }, { descending: true }, null],
            widths: { name: -1, end: 90, total: '9', wide: 1e9 },
            shown: { end: 'no', start: true },
          },
          risks: 'none',
        },
      },
      { workbook: here, tables: {} },
      { workbook: there },
    ];
    const sort = [{ field: 'name', descending: false }];
    expect(readKeptHeads(raw)).toEqual([
      {
        workbook: here,
        tables: { costs: { columns: ['name'], sort, widths: { end: 90 }, shown: { start: true } } },
      },
      { workbook: there, tables: {} },
    ]);
  });

  test('never fails, whatever a damaged file holds', () => {
    const damaged = fc.array(fc.record({ workbook: fc.constant(here), tables: fc.jsonValue() }));
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), damaged), (raw) => {
        const read = readKeptHeads(raw);
        expect(readKeptHeads(JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
      tries(100),
    );
  });
});

test('the heads of one table leave those of others alone, and no name finds what nobody set', () => {
  const both = withHeads(kept, { workbook: there, table: 'risks', heads: { ...heads, shown: {} } });
  expect(headsOf(both, here, 'costs month')).toEqual(heads);
  expect(headsOf(both, there, 'costs month')).toBeUndefined();
  expect(headsOf(both, here, 'constructor')).toBeUndefined();
  const again = withHeads(both, { workbook: here, table: 'risks', heads });
  expect(again.map(({ workbook }) => workbook)).toEqual([here, there]);
  expect(Object.keys(again[0]?.tables ?? {})).toEqual(['costs month', 'risks']);
});

test('the workbook that was left alone longest makes room', () => {
  const many = Array.from({ length: 60 }, (_, at) => uuid(`w${String(at)}`)).reduce<KeptHeads>(
    (before, workbook) => withHeads(before, { workbook, table: 'risks', heads }),
    [],
  );
  expect(many).toHaveLength(50);
  expect(many[0]?.workbook).toBe(uuid('w59'));
});
