/**
 * A process that edits a plan as fast as it can, several edits at a time, with checkpoints between them, and prints the
 * number of every record once it was told that it is saved. Made to be killed.
 */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { Ballast } from '../../../electron/core/ballast';
import { documentReader } from '../../../electron/core/documentReader';
import { openPlan } from '../../../electron/core/openPlan';
import { describing, recordsIn, SamplePlan, WORKBOOK } from './samplePlan';

const WRITERS = 6;
const CHECKPOINT_EVERY = 40;

async function main(folder: string): Promise<void> {
  const opened = await openPlan({
    workbook: WORKBOOK,
    folder: path.join(folder, WORKBOOK),
    reader: documentReader,
    ballast: new Ballast(path.join(folder, 'ballast')),
    now: () => new Date(),
    onProblem: (problem) => {
      throw new Error(JSON.stringify(problem));
    },
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const store = opened.value;
  const plan = new SamplePlan(store.clientId, store.state());
  writeSync(1, `client ${store.clientId}\n`);
  let next = Math.max(-1, ...recordsIn(store.state())) + 1;

  const write = async (): Promise<never> => {
    for (;;) {
      const index = next++;
      const saved = await store.append(plan.add(index), describing(index));
      if (!saved.ok) throw new Error(JSON.stringify(saved.error));
      // Straight to the pipe: what is printed was acknowledged, whatever happens next.
      writeSync(1, `saved ${index}\n`);
      if (index % CHECKPOINT_EVERY === 0) {
        const written = await store.checkpoint();
        if (!written.ok) throw new Error(JSON.stringify(written.error));
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
}

void main(process.argv[2] ?? '');
