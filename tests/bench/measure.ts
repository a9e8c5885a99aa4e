/**
 * Timing on a machine that others use too: what a process computes is counted in processor time, which another
 * process cannot take away, and the two sides take turns.
 */
import type { Sides } from './contest';

/** Shorter samples would measure the clock. */
const SHORTEST_SAMPLE_MS = 25;
/** So long the engine takes to have compiled what it will compile. */
const WARM_UP_MS = 400;

function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Processor time of one call, in milliseconds, all threads of this process together. */
export async function timed(work: () => unknown): Promise<number> {
  const before = processorMs();
  await work();
  return processorMs() - before;
}

async function timedRepeatedly(work: () => unknown, times: number): Promise<number> {
  const before = processorMs();
  for (let time = 0; time < times; time++) await work();
  return (processorMs() - before) / times;
}

/** How often to call something so that a sample is long enough; warms it up on the way. */
async function repetitions(work: () => unknown): Promise<number> {
  for (let spent = 0, calls = 0; spent < WARM_UP_MS || calls < 3; calls++) spent += await timed(work);
  for (let times = 1; ; times *= 2) {
    const total = (await timedRepeatedly(work, times)) * times;
    if (total >= SHORTEST_SAMPLE_MS) return times;
  }
}

/** Samples of both sides in turn, A B A B…, after both have been warmed up. */
export async function inTurn(sides: Sides, runs: number): Promise<{ ours: number[]; limit: number[] }> {
  const times = { ours: await repetitions(sides.ours), limit: await repetitions(sides.limit) };
  const samples: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  for (let run = 0; run < runs; run++) {
    samples.ours.push(await timedRepeatedly(sides.ours, times.ours));
    samples.limit.push(await timedRepeatedly(sides.limit, times.limit));
  }
  return samples;
}
