/** Killing a process that edits a plan, again and again on the same plan, and counting what it had been promised. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { bundleScript, runScript } from './childProcess';
import { recordsIn } from './samplePlan';
import { openStore } from './scratch';

export interface KillLoopOutcome {
  readonly acknowledged: number;
  readonly lost: readonly number[];
}

/** @param liveMs how long a process lives after its first acknowledged edit: up to this, evenly spread */
export async function killLoop(folder: string, rounds: number, liveMs: number): Promise<KillLoopOutcome> {
  const script = await bundleScript(new URL('./appender.ts', import.meta.url), folder);
  const acknowledged = new Set<number>();
  const clients = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const child = runScript(script, folder);
    while (!child.lines().some((line) => line.startsWith('saved')) && child.process.exitCode === null) {
      await pause(5);
    }
    await pause((liveMs * ((round * 7) % rounds)) / rounds);
    child.process.kill('SIGKILL');
    await child.ended;
    expect(child.errors()).toBe('');
    for (const line of child.lines()) {
      const [what, number = ''] = line.split(' ');
      if (what === 'saved') acknowledged.add(Number(number));
      else clients.add(number);
    }
  }
  expect(clients.size, 'a killed process must not hand its number on').toBe(rounds);
  const kept = new Set(recordsIn((await openStore(folder)).state()));
  return { acknowledged: acknowledged.size, lost: [...acknowledged].filter((index) => !kept.has(index)) };
}
