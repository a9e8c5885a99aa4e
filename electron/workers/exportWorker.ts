/** The thread that makes exports: takes one job, reports progress, answers with the file or its pages, and ends. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { ExportJob, ExportMessage } from '../../shared/export/exportJob';
import { makeExport } from './makeExport';

async function work(port: MessagePort, job: ExportJob): Promise<void> {
  const send = (message: ExportMessage, transfer: readonly ArrayBuffer[] = []): void =>
    port.postMessage(message, [...transfer]);
  const made = await makeExport(job, (share) => send({ kind: 'progress', share }));
  if (!made.ok) send({ kind: 'failed', problem: made.error });
  else if (made.value.kind !== 'file') send(made.value);
  else send(made.value, [made.value.bytes.buffer as ArrayBuffer]);
}

// A failure here is a bug; thrown in the thread, it reaches whoever started it as the worker's error.
if (parentPort !== null) void work(parentPort, workerData as ExportJob);
