import { expect, it } from 'vitest';
import { Restarts } from '../../electron/main/restarts';

it('a process is started again at once, then later and later, and at last not by itself', () => {
  const restarts = new Restarts();
  const waits = [0, 100, 800, 3_000].map((now) => restarts.ended(now));
  expect(waits.map(({ times }) => times)).toEqual([1, 2, 3, 4]);
  const [first, second, third, fourth] = waits.map(({ wait }) => wait);
  expect(first).toBe(0);
  expect(second).toBeGreaterThan(0);
  expect(third).toBeGreaterThan(second ?? 0);
  expect(fourth).toBeNull();
});

it('an end once in a while is forgotten', () => {
  const restarts = new Restarts();
  for (let minute = 0; minute < 30; minute++) {
    expect(restarts.ended(minute * 61_000)).toEqual({ times: 1, wait: 0 });
  }
});
