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

  it('scrolls only where it is pulled, not where it began', () => {
    expect(edgePull(765, 770, 775)).toBe(0);
    expect(edgePull(12, 4, 775)).toBe(0);
  });
});
