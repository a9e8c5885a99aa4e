/** What the operating system says went wrong with a file, as a problem with words for people. */
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';

/** Why it failed, in words; what is not listed is named by its code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not change it there',
  EPERM: 'the system does not allow it',
  EROFS: 'the drive can only be read',
  EBUSY: 'another program is holding it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
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

export function isDiskFull({ code }: Problem): boolean {
  return code === 'file/diskFull';
}
