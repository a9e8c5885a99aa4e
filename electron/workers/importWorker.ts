/** The thread that reads tables from files: takes one file, answers with what is in it, and ends. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { ImportJob, ImportMessage } from '../../shared/export/importJob';
import { readTableFile } from './readTableFile';

async function work(port: MessagePort, { name, bytes }: ImportJob): Promise<void> {
  const read = await readTableFile(name, bytes);
  const message: ImportMessage = read.ok
    ? { kind: 'done', tables: read.value }
    : { kind: 'failed', problem: read.error };
  port.postMessage(message);
}

// A failure here is a bug; thrown in the thread, it reaches whoever started it as the worker's error.
if (parentPort !== null) void work(parentPort, workerData as ImportJob);
