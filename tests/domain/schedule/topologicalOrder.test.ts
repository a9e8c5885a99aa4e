import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topologicalOrder } from '../../../shared/domain/schedule/topologicalOrder';

const NODES = 12;
const pairs = fc.array(fc.tuple(fc.nat(NODES - 1), fc.nat(NODES - 1)), { maxLength: 30 });

function orderOf(links: readonly (readonly [number, number])[], left = new Uint8Array(NODES)): number[] {
  const from = Int32Array.from(links, ([a]) => a);
  const to = Int32Array.from(links, ([, b]) => b);
  return [...topologicalOrder(NODES, { count: links.length, from, to }, left)];
}

describe('the order of a network', () => {
  it('puts every node once, and behind all that lead to it', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.shuffledSubarray([...Array(NODES).keys()], { minLength: NODES }),
        (given, names) => {
          // Links from a lower number to a higher one, under other names, form no circle.
          const links = given
            .filter(([a, b]) => a !== b)
            .map(([a, b]) => [names[Math.min(a, b)] ?? 0, names[Math.max(a, b)] ?? 0] as const);
          const order = orderOf(links);
          expect([...order].sort((a, b) => a - b)).toEqual([...Array(NODES).keys()]);
          for (const [from, to] of links) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
        },
      ),
    );
  });

  it('takes in every node of any graph, circles and links to itself included', () => {
    fc.assert(
      fc.property(pairs, (links) => {
        expect(orderOf(links).sort((a, b) => a - b)).toEqual([...Array(NODES).keys()]);
      }),
    );
  });

  it('cuts a circle at its first node and keeps its other links', () => {
    const order = orderOf([
      [3, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ]);
    expect(order.filter((node) => node <= 3)).toEqual(
      [0, 1, 2, 3].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
    expect(order.indexOf(1)).toBeLessThan(order.indexOf(2));
    expect(order.indexOf(2)).toBeLessThan(order.indexOf(3));
  });

  it('leaves out what it is told to', () => {
    const left = new Uint8Array(NODES);
    left[4] = 1;
    expect(orderOf([[0, 1]], left)).not.toContain(4);
  });
});
