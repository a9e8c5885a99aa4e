import { describe, expect, it } from 'vitest';
import { edgePull } from '../../renderer/ui/useEdgePull';

describe('a drag at the edge of the view', () => {
  it('scrolls on, faster the farther out, and not at all inside', () => {
    expect(edgePull(400, 300, 775)).toBe(0);
    expect(edgePull(760, 300, 775)).toBeGreaterThan(0);
    expect(edgePull(900, 300, 775)).toBeGreaterThan(edgePull(760, 300, 775));
    expect(edgePull(10, 300, 775)).toBeLessThan(0);
    expect(edgePull(-100, 300, 775)).toBeLessThan(edgePull(10, 300, 775));
  });

  it('that began there scrolls only once it is pulled out of the view', () => {
    expect([edgePull(774, 760, 775), edgePull(2, 12, 775)]).toEqual([0, 0]);
    expect(edgePull(790, 760, 775)).toBeGreaterThan(0);
    expect(edgePull(-10, 12, 775)).toBeLessThan(0);
  });
});
