/** Work on one folder, one piece at a time, and with the system's failures as values. */
import type { Problem } from '../../shared/domain/base/problem';
import { err, type Result } from '../../shared/domain/base/result';
import { readingProblem } from './systemProblem';

export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {}

  take<T>(work: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
    const guarded = async (): Promise<Result<T, Problem>> => {
      try {
        return await work();
      } catch (error) {
        return err(readingProblem(error, this.folder));
      }
    };
    const done = this.last.then(guarded, guarded);
    this.last = done;
    return done;
  }
}
