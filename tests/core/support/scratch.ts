/** Folders for one test, removed after it, and stores in them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Problem } from '../../../shared/domain/base/problem';
import type { Result } from '../../../shared/domain/base/result';
import { Ballast } from '../../../electron/core/ballast';
import { documentReader } from '../../../electron/core/documentReader';
import { openPlan } from '../../../electron/core/openPlan';
import type { PlanStore, StoreSetting } from '../../../electron/core/planStore';
import { WORKBOOK } from './samplePlan';

export async function scratchFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'golive-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** There is always room: tests of a full disk use the real ballast on a small one. */
class NoBallast extends Ballast {
  override ensure(): Promise<boolean> {
    return Promise.resolve(true);
  }
}

export function settingFor(folder: string, changes: Partial<StoreSetting> = {}): StoreSetting {
  return {
    workbook: WORKBOOK,
    folder: path.join(folder, WORKBOOK),
    reader: documentReader,
    ballast: new NoBallast(path.join(folder, 'ballast')),
    now: () => new Date(),
    onProblem: (problem) => {
      throw new Error(JSON.stringify(problem));
    },
    ...changes,
  };
}

export async function openStore(folder: string, changes: Partial<StoreSetting> = {}): Promise<PlanStore> {
  const setting = settingFor(folder, changes);
  let isOver = false;
  const onProblem = (problem: Problem): void => {
    if (!isOver) setting.onProblem(problem);
  };
  const store = must(await openPlan({ ...setting, onProblem }));
  // For a test this process is the crash; the descriptors are given back when the test is over, and what the store
  // then finds in the place of its folder is the test's doing.
  onTestFinished(async () => {
    isOver = true;
    await store.close();
  });
  return store;
}

/** The value of what must succeed here. */
export function must<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
