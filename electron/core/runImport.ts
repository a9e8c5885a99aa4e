/** Reads a file of tables in a thread of its own: whatever the file does there, nothing else waits for it or ends with it. */
import { Worker } from 'node:worker_threads';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { FileTable } from '../../shared/domain/imports/fileTable';
import type { ImportJob, ImportMessage } from '../../shared/export/importJob';

export interface ImportOptions {
  /** The built `importWorker.js`. */
  readonly workerFile: string | URL;
  /** Milliseconds after which reading is given up. */
  readonly limit?: number;
}

/** Enough for the largest file that is taken; beyond it the thread ends instead of the program. */
const resourceLimits = { maxOldGenerationSizeMb: 1536, maxYoungGenerationSizeMb: 128 };
const LIMIT_MS = 60_000;

export function runImport(
  file: ImportJob,
  { workerFile, limit = LIMIT_MS }: ImportOptions,
): Promise<Result<readonly FileTable[], Problem>> {
  return new Promise((resolve) => {
    const worker = new Worker(workerFile, { workerData: file, resourceLimits });
    const finish = (result: Result<readonly FileTable[], Problem>): void => {
      clearTimeout(timer);
      resolve(result);
      // Settled already; the thread has nothing left to do and its end changes nothing.
      void worker.terminate();
    };
    const fail = (reason: string): void =>
      finish(err(problem('file/unreadable', { name: file.name, reason })));
    const timer = setTimeout(() => fail('reading it took too long'), limit);
    worker.on('message', (message: ImportMessage) => {
      finish(message.kind === 'done' ? ok(message.tables) : err(message.problem));
    });
    worker.on('error', (error: Error & { code?: string }) =>
      fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'it needs more memory than there is' : error.message),
    );
    worker.on('exit', (code) => fail(`reading it ended early with code ${String(code)}`));
  });
}
