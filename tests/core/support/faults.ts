/** Damaging one file of a plan's folder in every way a disk or a person can, and judging what the store makes of it. */
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { openPlan } from '../../../electron/core/openPlan';
import type { PlanStore } from '../../../electron/core/planStore';
import { describing, recordsIn, SamplePlan, upTo, WORKBOOK } from './samplePlan';
import { must, openStore, settingFor } from './scratch';

export type FaultKind = 'flip' | 'cut' | 'zero' | 'delete';
export const FAULT_KINDS: readonly FaultKind[] = ['flip', 'cut', 'zero', 'delete'];

export interface Fault {
  readonly kind: FaultKind;
  /** Which file and where in it; taken modulo what there is. */
  readonly file: number;
  readonly position: number;
}

const RECORDS = 24;
/** How many of them the newest checkpoint holds. */
const CHECKPOINTED = 20;

/** A plan as years leave it: three checkpoints, journal files, history, backups, and edits only the journal holds. */
export async function plantPlan(folder: string): Promise<void> {
  const store = await openStore(folder);
  const plan = new SamplePlan(store.clientId, store.state());
  for (let index = 0; index < RECORDS; index++) {
    must(await store.append(plan.add(index), describing(index)));
    if (index % 5 === 4) must(await store.checkpoint());
    if (index === 9) must(await store.backupDaily(null));
  }
}

export async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(path.join(folder, WORKBOOK), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** Damages a copy of the planted folder, opens it twice, and states everything that must hold. */
export async function judge(planted: string, copy: string, fault: Fault): Promise<void> {
  await cp(planted, copy, { recursive: true, preserveTimestamps: true });
  const files = await filesOf(copy);
  const file = files[fault.file % files.length] ?? '';
  const isOnlyCopy = file === files.filter((name) => name.endsWith('.wal')).at(-1);
  const lost = await damage(path.join(copy, file), fault);

  const first = await openIn(copy);
  const records = recordsIn(first.state());
  const isDetected = first.incidents.some(({ kind }) => kind !== 'copied');
  if (!isOnlyCopy) expect(records, `${file} was not made up for`).toEqual(upTo(RECORDS));
  // An edit that is gone hides those of the same writer that rest on it, but no checkpointed one.
  expect(records.length).toBeGreaterThanOrEqual(CHECKPOINTED);
  // What is gone altogether, or ends where a frame ends, can look like something that never was.
  if (lost && /\.(wal|ckpt)$/.test(file) && (fault.kind === 'flip' || fault.kind === 'zero')) {
    expect(isDetected, `${fault.kind} in ${file} was not noticed`).toBe(true);
  }
  expect(new Set(records).size).toBe(records.length);
  expect(upTo(RECORDS)).toEqual(expect.arrayContaining(records));

  // The store goes on working, and what it restored stays.
  const plan = new SamplePlan(first.clientId, first.state());
  must(await first.append(plan.add(100), describing(100)));
  must(await first.close());
  const second = await openIn(copy);
  expect(recordsIn(second.state())).toEqual([...records, 100]);
  must(await second.close());
  await rm(copy, { recursive: true });
}

async function openIn(folder: string): Promise<PlanStore> {
  return must(await openPlan(settingFor(folder)));
}

/** @returns whether any byte changed */
async function damage(file: string, { kind, position }: Fault): Promise<boolean> {
  const bytes = await readFile(file);
  const at = bytes.length === 0 ? 0 : position % bytes.length;
  switch (kind) {
    case 'flip':
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (position % 8));
      await writeFile(file, bytes);
      return true;
    case 'zero': {
      const before = Buffer.from(bytes);
      bytes.fill(0, at, Math.min(at + 64, bytes.length));
      await writeFile(file, bytes);
      // Zeros up to the end are what a crash leaves behind an append.
      return !before.equals(bytes) && at + 64 < bytes.length;
    }
    case 'cut':
      await truncate(file, at);
      return true;
    case 'delete':
      await rm(file);
      return true;
  }
}
