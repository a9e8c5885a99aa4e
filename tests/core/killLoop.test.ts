import { describe, expect, it } from 'vitest';
import { killLoop } from './support/killLoop';
import { scratchFolder } from './support/scratch';

describe('kill -9 at any moment', () => {
  it('loses no edit that was acknowledged', { timeout: 180_000 }, async () => {
    const { acknowledged, lost } = await killLoop(await scratchFolder(), 12, 250);
    expect(lost).toEqual([]);
    expect(acknowledged).toBeGreaterThan(12);
  });
});
