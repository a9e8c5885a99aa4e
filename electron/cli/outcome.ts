/** How a command ends: its exit code, its result on standard output, its messages on standard error. */
import { IN_FILES, problemText } from '../../shared/domain/base/problemText';
import type { Problem } from '../../shared/domain/base/problem';

export interface Outcome {
  /** 0 done, 1 refused or failed with the target untouched, 2 wrong usage. */
  readonly exitCode: 0 | 1 | 2;
  readonly output?: string | Uint8Array;
  readonly messages?: readonly string[];
}

export function done(output?: string | Uint8Array, messages: readonly string[] = []): Outcome {
  return { exitCode: 0, messages, ...(output === undefined ? {} : { output }) };
}

export function failed(problem: Problem, ...more: readonly string[]): Outcome {
  return { exitCode: problem.code === 'usage' ? 2 : 1, messages: [problemText(problem, IN_FILES), ...more] };
}

/** The calendar date of a moment, in UTC, so that the same command gives the same plan everywhere. */
export function dateOfMoment(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
