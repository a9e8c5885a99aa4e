import { describe, expect, it } from 'vitest';
import { known } from '../../shared/domain/base/assert';
import { tableWith } from '../../shared/domain/recordTable';
import { tableOf } from '../../shared/domain/workbook';
import { makeWorkbook, uuid } from '../support/makeWorkbook';

const table = tableOf(
  makeWorkbook({
    risks: [
      { id: 'a', title: 'Line fails' },
      { id: 'b', title: 'Nobody comes' },
      { id: 'c', title: 'Dropped', archived: true },
    ],
  }),
  'risks',
);

const first = known(table.live[0], 'a risk');

describe('a table with other values in one record', () => {
  // The second one is made by hand, as code that puts a workbook together otherwise does.
  for (const [name, before] of [
    ['of a plan', table],
    ['of plain lists', { live: table.live, archived: table.archived, byId: new Map(table.byId) }],
  ] as const) {
    it(`${name} has them wherever the record is looked up, and the rest as it was`, () => {
      const [, second] = before.live;
      const changed = { ...first, title: 'Line fails at noon' };
      const after = tableWith(before, [changed]);
      expect(after.live[0]).toBe(changed);
      expect(after.byId.get(uuid('a'))).toBe(changed);
      expect([...after.byId.values()]).toContain(changed);
      expect(after.live[1]).toBe(second);
      expect(after.archived).toEqual(before.archived);
      expect(after.byId.size).toBe(3);
      expect(before.live[0]).toBe(first);
      expect(before.byId.get(uuid('a'))).toBe(first);
    });

    it(`${name} stays as it is for a record it does not have`, () => {
      const after = tableWith(before, [{ ...first, id: uuid('nobody') }]);
      expect(after.live).toEqual(before.live);
      expect(after.byId.has(uuid('nobody'))).toBe(false);
    });
  }
});
