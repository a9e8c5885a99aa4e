/** Two windows that take turns, and the row that comes of it. */
import type { Goal, RowSamples } from './contest';

interface Turns {
  readonly ours: () => Promise<number>;
  readonly limit: () => Promise<number>;
}

/** The first turn warms both up and is not counted. */
export async function inTurn(
  { ours, limit }: Turns,
  runs: number,
): Promise<{ ours: number[]; limit: number[] }> {
  console.error(`[bench] … ${String(runs)} turns in the window`);
  const samples: { ours: number[]; limit: number[] } = { ours: [], limit: [] };
  for (let run = -1; run < runs; run++) {
    const pair = [await ours(), await limit()] as const;
    if (run < 0) continue;
    samples.ours.push(pair[0]);
    samples.limit.push(pair[1]);
  }
  return samples;
}

export const row = (
  name: string,
  title: string,
  goal: Goal | null,
  samples: Pick<RowSamples, 'ours' | 'limit'>,
  unit: RowSamples['unit'] = 'wall',
): RowSamples => ({ name, title, goal, unit, ...samples });
