/** Makes an export in a thread of its own, so that nothing else waits; ends the thread when it is cancelled. */
import { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { ExportJob, ExportMessage, FinishedExport } from '../../shared/export/exportJob';

export interface ExportOptions {
  /** The built `exportWorker.js`. */
  readonly workerFile: string | URL;
  /** What is made, for the words of a problem. */
  readonly name: string;
  /** Called with the share that is done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Enough for 10,000 cost lines over ten years; beyond it the thread ends instead of the program. */
const resourceLimits = { maxOldGenerationSizeMb: 3072, maxYoungGenerationSizeMb: 128 };

/**
 * The finished export. `job/cancelled` when the signal was raised; `file/unwritable` when the plan is too large for the
 * memory there is or the thread could not start.
 */
export function runExport(job: ExportJob, options: ExportOptions): Promise<Result<FinishedExport, Problem>> {
  const { workerFile, name, onProgress, signal } = options;
  if (signal?.aborted === true) return Promise.resolve(err(problem('job/cancelled', {})));
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: job, resourceLimits });
    const finish = (result: Result<FinishedExport, Problem>): void => {
      signal?.removeEventListener('abort', cancel);
      resolve(result);
      // Settled already; the thread has nothing left to do and its end changes nothing.
      void worker.terminate();
    };
    const cancel = (): void => finish(err(problem('job/cancelled', {})));
    const fail = (reason: string): void => finish(err(problem('file/unwritable', { name, reason })));
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: ExportMessage) => {
      if (message.kind === 'progress') onProgress?.(message.share);
      else if (message.kind === 'failed') finish(err(message.problem));
      else finish(ok(message));
    });
    worker.on('error', (error: Error & { code?: string }) =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'there is not enough memory' : error.message),
    );
    worker.on('exit', (code) => fail(`the export ended early with code ${code}`));
  });
}
