/** The least a promise to have saved can cost: a few bytes written behind a file and forced onto the disk. */
import { open } from 'node:fs/promises';
import path from 'node:path';

const EDIT_LENGTH = 300;
const PAUSE_MS = 30;

/** Milliseconds of each save. */
export async function bareSaves(folder: string, count: number): Promise<number[]> {
  const file = await open(path.join(folder, 'bare.wal'), 'a');
  const samples: number[] = [];
  try {
    for (let save = 0; save < count; save++) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const begun = performance.now();
      await file.appendFile(new Uint8Array(EDIT_LENGTH));
      await file.datasync();
      samples.push(performance.now() - begun);
    }
  } finally {
    await file.close();
  }
  return samples;
}
