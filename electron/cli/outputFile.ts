/** Writing what `-o` and `--report` name: files whole or not at all, devices and pipes as they are. */
import { stat, writeFile } from 'node:fs/promises';
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { writeFileAtomically } from '../core/atomicFile';
import { writingProblem } from '../core/systemProblem';

/** Replaces a file atomically. A device or a pipe (`/dev/stdout`) is written into, never replaced by a file. */
export async function writeOutput(target: string, bytes: Uint8Array): Promise<Result<void, Problem>> {
  const present = await stat(target).catch(() => undefined);
  if (present === undefined || present.isFile() || present.isDirectory())
    return writeFileAtomically(target, bytes);
  try {
    await writeFile(target, bytes);
    return ok(undefined);
  } catch (error) {
    return err(writingProblem(error, target));
  }
}
