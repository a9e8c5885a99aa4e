/** The thread that writes Excel files: takes one job, reports progress, answers with the bytes, and ends. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { ExportJob, ExportMessage } from '../../shared/export/exportJob';
import { writeWorkbook } from './writeWorkbook';

async function work(port: MessagePort, { model }: ExportJob): Promise<void> {
  const send = (message: ExportMessage, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, [...transfer]);
  const written = await writeWorkbook(model, { onProgress: (share) => send({ kind: 'progress', share }) });
  if (!written.ok) send({ kind: 'failed', problem: written.error });
  else send({ kind: 'done', bytes: written.value }, [written.value.buffer as ArrayBuffer]);
}

// A failure here is a bug; thrown in the thread, it reaches whoever started it as the worker's error.
if (parentPort !== null) void work(parentPort, workerData as ExportJob);
