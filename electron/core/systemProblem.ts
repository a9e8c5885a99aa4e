/** What the operating system says went wrong with a file, as a problem with words for people. */
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';

/** Why it failed, in words; what is not listed is named by its code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not change it there',
  EPERM: 'the system does not allow it',
  EROFS: 'the drive can only be read',
  EEXIST: 'a file is where its folder should be',
  EBUSY: 'another program is holding it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a file is where its folder should be',
  EFBIG: 'the system allows no larger file',
  EIO: 'the drive reported an error',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** @throws what is not the system's doing, for that is a bug */
export function writingProblem(error: unknown, file: string): Problem {
  const code = codeOf(error);
  const name = path.basename(file);
  if (code === 'ENOSPC' || code === 'EDQUOT') return problem('file/diskFull', { name });
  if (code === 'ENOENT') return problem('file/notFound', { name: path.basename(path.dirname(file)) });
  return problem('file/unwritable', { name, reason: reasonOf(error, code) });
}

/** @throws what is not the system's doing, for that is a bug */
export function readingProblem(error: unknown, file: string): Problem {
  const code = codeOf(error);
  const name = path.basename(file);
  if (code === 'ENOENT') return problem('file/notFound', { name });
  const reason = code === 'EACCES' ? 'you may not read it' : reasonOf(error, code);
  return problem('file/unreadable', { name, reason });
}

function reasonOf(error: unknown, code: string | undefined): string {
  if (code === undefined) throw error;
  return REASONS[code] ?? `the system reported ${code}`;
}

/**
 * What keeps changes from being saved, for someone who never heard of the file it happened to: what is safe, and what
 * to do.
 */
export function savingProblem(found: Problem): Problem {
  switch (found.code) {
    case 'file/diskFull':
      return problem('storage/diskFull', {});
    case 'file/notFound':
      return problem('storage/notSaved', { reason: 'the folder of this plan is gone' });
    case 'file/unwritable':
      return problem('storage/notSaved', { reason: found.facts.reason });
    default:
      return found;
  }
}

export function isNotThere({ code }: Problem): boolean {
  return code === 'file/notFound';
}

export function isDiskFull({ code }: Problem): boolean {
  return code === 'file/diskFull';
}
