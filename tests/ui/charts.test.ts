import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../renderer/ui/initials';
import type { KeyStroke } from '../../shared/domain/keys/keyTable';
import { heatStep } from '../../renderer/ui/charts/heatStep';
import { stacked } from '../../shared/domain/charts/stack';
import { valueTicks } from '../../shared/domain/charts/valueTicks';

describe('the ticks of a value axis', () => {
  it('are round and reach over the highest value', () => {
    expect(valueTicks(0, 74_000, 4)).toEqual([0, 20_000, 40_000, 60_000, 80_000]);
  });

  it('are zero and one where there is nothing to show', () => {
    expect(valueTicks(0, 0, 4)).toEqual([0, 1]);
    // The smallest number there is: its steps would all be zero.
    expect(valueTicks(0, Number.MIN_VALUE, 4)).toEqual([0, 1]);
    expect(valueTicks(-Number.MIN_VALUE, 0, 4)).toEqual([0, 1]);
  });

  it('cover every range with few, even steps that contain zero', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [lowest, highest] = [Math.min(a, b), Math.max(a, b)];
        const ticks = valueTicks(lowest, highest, 4);
        const slack = (Math.abs(lowest) + Math.abs(highest)) * 1e-9 + 1e-9;
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.some((tick) => tick === 0)).toBe(true);
        expect((ticks[0] ?? 0) - slack <= lowest || lowest >= 0).toBe(true);
        expect((ticks.at(-1) ?? 0) + slack >= highest).toBe(true);
      }),
    );
  });
});

describe('a stack', () => {
  const series = ['a', 'b', 'c'].map((id) => ({ id, label: id, tone: 'accent' as const }));

  it('puts values on each other and leaves zeros out', () => {
    expect(stacked(series, [10, 0, 5]).map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [10, 15],
    ]);
  });

  it('grows downward with what is negative', () => {
    expect(stacked(series, [10, -4, -6]).map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [0, -4],
      [-4, -10],
    ]);
  });
});

describe('the heat map', () => {
  const stroke = (key: string): KeyStroke => {
    return { key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
  };

  it('goes up with the likelihood and right with the impact, and stops at its edges', () => {
    expect(heatStep({ probability: 4, impact: 4 }, stroke('ArrowUp'))).toEqual({ probability: 5, impact: 4 });
    expect(heatStep({ probability: 5, impact: 4 }, stroke('ArrowUp'))).toEqual({ probability: 5, impact: 4 });
    expect(heatStep({ probability: 1, impact: 1 }, stroke('ArrowLeft'))).toEqual({
      probability: 1,
      impact: 1,
    });
  });

  it('leaves other keys alone', () => {
    expect(heatStep({ probability: 1, impact: 1 }, stroke('Tab'))).toBeNull();
  });
});

describe('initials', () => {
  it('are those of the first and the last name, without a title', () => {
    expect(initialsOf('Dr. Priya Shah')).toBe('PS');
    expect(initialsOf('Lucía Bergström-Oyelaran')).toBe('LB');
    expect(initialsOf('Front')).toBe('F');
  });

  it('never fail on an odd name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(Array.from(initialsOf(name)).length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
