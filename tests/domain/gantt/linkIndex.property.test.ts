import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachLinkBetween, linkIndex } from '../../../shared/domain/gantt/linkIndex';
import { makeWorkbook } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';

const ROWS = 300;

describe('the index of links', () => {
  it('finds exactly the links that touch or cross the rows in view, each once', () => {
    const pair = fc.tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1)).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), fc.nat(ROWS - 1), fc.nat(80), (pairs, first, height) => {
        const workbook = makeWorkbook({
          tasks: Array.from({ length: ROWS }, (_, row) => ({ id: `t${row}`, name: `Task ${row}` })),
          links: pairs.map(([from, to], index) => ({
            id: `l${index}`,
            predecessor: `t${from}`,
            successor: `t${to}`,
          })),
        });
        const last = Math.min(ROWS - 1, first + height);
        const found: string[] = [];
        eachLinkBetween(linkIndex(workbook, workbook.outline.rows), first, last, (link) =>
          found.push(`${link.from} ${link.to}`),
        );
        const expected = pairs
          .filter(([from, to]) => from <= last && to >= first)
          .map(([from, to]) => `${from} ${to}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
      tries(40),
    );
  });

  it('leaves out links to rows that are folded away and links that are not in force', () => {
    const workbook = makeWorkbook({
      tasks: [
        { id: 'a', name: 'A' },
        { id: 'b', name: 'B' },
        { id: 'c', name: 'C' },
      ],
      links: [
        { id: 'ab', predecessor: 'a', successor: 'b' },
        { id: 'bc', predecessor: 'b', successor: 'c' },
        { id: 'ba', predecessor: 'b', successor: 'a' },
      ],
    });
    const count = (rows: typeof workbook.outline.rows): number => {
      let links = 0;
      eachLinkBetween(linkIndex(workbook, rows), 0, rows.length, () => (links += 1));
      return links;
    };
    expect(count(workbook.outline.rows)).toBe(2);
    expect(count(workbook.outline.rows.slice(0, 2))).toBe(1);
  });
});
