/** Writing what `-o` and `--report` name: files whole or not at all, devices and pipes as they are. */
import { stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { keptAsItIs, stageFile, type StagedFile, type Verify } from '../core/atomicFile';
import { writingProblem } from '../core/systemProblem';

/** Whether two names lead to one file, also by a link or in other letters where the drive takes those for the same. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (resolve(one) === resolve(other)) return true;
  const identityOf = async (file: string): Promise<string | undefined> => {
    const present = await stat(file, { bigint: true }).catch(() => undefined);
    return present === undefined ? undefined : `${String(present.dev)}/${String(present.ino)}`;
  };
  const identity = await identityOf(one);
  return identity !== undefined && identity === (await identityOf(other));
}

/** Replaces a file atomically. A device or a pipe (`/dev/stdout`) is written into, never replaced by a file. */
export async function writeOutput(
  target: string,
  bytes: Uint8Array,
  verify?: Verify,
): Promise<Result<void, Problem>> {
  const staged = await stageOutput(target, bytes, verify);
  return staged.ok ? staged.value.commit() : staged;
}

/** All of the files or none: each gets its name only when every one of them lies whole on its disk. */
export async function writeTogether(
  outputs: readonly { readonly path: string; readonly bytes: Uint8Array; readonly verify?: Verify }[],
): Promise<Result<void, Problem>> {
  const ready: StagedFile[] = [];
  for (const { path, bytes, verify } of outputs) {
    const staged = await stageOutput(path, bytes, verify);
    if (!staged.ok) {
      for (const { discard } of ready) await discard();
      return staged;
    }
    ready.push(staged.value);
  }
  for (const { commit } of ready) {
    const written = await commit();
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** Makes everything ready that can fail. */
async function stageOutput(
  target: string,
  bytes: Uint8Array,
  verify: Verify | undefined,
): Promise<Result<StagedFile, Problem>> {
  const present = await stat(target).catch(() => undefined);
  if (present?.isDirectory() === true)
    return err(problem('file/unwritable', { name: basename(target), reason: 'it is a folder' }));
  if (present === undefined || present.isFile()) {
    const kept = await keptAsItIs(target);
    return kept === undefined ? stageFile(target, bytes, verify) : err(kept);
  }
  const commit = async (): Promise<Result<void, Problem>> => {
    try {
      await writeFile(target, bytes);
      return ok(undefined);
    } catch (error) {
      return err(writingProblem(error, target));
    }
  };
  return ok({ commit, discard: () => Promise.resolve() });
}
