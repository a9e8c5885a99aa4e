/** What main asks the core to do with files and new workbooks, so that all reading and writing is done in one place. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { uuidFromBytes } from '../../shared/domain/base/ids';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { MOST_BYTES } from '../../shared/domain/imports/limits';
import type { OpenedPlan, OpenedTables } from '../../shared/ipc/openedFiles';
import { openForeignFile } from '../../shared/sync/foreignFile';
import { encodeGoliveFile } from '../../shared/sync/goliveFile';
import { keptAsItIs, writeFileAtomically } from './atomicFile';
import { nodeCodec } from './nodeCodec';
import { createFromFile, type Library } from './planLibrary';
import { runImport } from './runImport';
import { readingProblem } from './systemProblem';

/** Keeps a workbook that was made in the window. Its state passes the same gate as a foreign file. */
export async function keepState(
  library: Library,
  state: Uint8Array,
): Promise<Result<{ workbook: string }, Problem>> {
  const { workbook, name, records } = library.reader.factsOf(state);
  const created = library.now().getTime();
  const bytes = encodeGoliveFile({ workbook, name, created, records, state }, nodeCodec);
  const kept = await createFromFile(library, bytes, 'the new plan');
  return kept.ok ? ok({ workbook: kept.value.workbook }) : kept;
}

export async function makeFromPack(
  library: Library,
  packId: string,
): Promise<Result<{ workbook: string }, Problem>> {
  const file = path.join(__dirname, '..', 'resources', 'templates', `${packId}.json`);
  try {
    const [{ parsePack }, { workbookFromPack }] = await Promise.all([
      import('../../shared/domain/templates/parsePack'),
      import('../../shared/document/packWorkbook'),
    ]);
    const pack = parsePack(JSON.parse(await readFile(file, 'utf8')) as unknown);
    if (!pack.ok) return pack;
    const idFor = (register: string, key: string): string =>
      uuidFromBytes(createHash('sha256').update(`${packId}\n${register}\n${key}`).digest());
    const replica = {
      actor: randomBytes(4).readUInt32LE() >>> 1,
      name: 'Golive Workbook',
      clock: () => library.now().getTime(),
      random: () => randomBytes(4).readUInt32LE() / 2 ** 32,
    };
    const made = workbookFromPack(
      pack.value,
      { answers: {}, idFor },
      uuidFromBytes(randomBytes(16)),
      replica,
    );
    return made.ok ? await keepState(library, made.value.encodeState()) : made;
  } catch (error) {
    return err(readingProblem(error, file));
  }
}

/** The file itself is never changed: its workbook is kept here, or waits to be merged into the one that is. */
export async function openFile(library: Library, file: string): Promise<Result<OpenedPlan, Problem>> {
  const name = path.basename(file);
  try {
    const bytes = new Uint8Array(await readFile(file));
    const created = await createFromFile(library, bytes, name);
    if (!created.ok) return created;
    const { workbook, existed } = created.value;
    if (!existed) return ok({ name, workbook, existed, state: null });
    const content = openForeignFile(bytes, name, nodeCodec);
    return content.ok ? ok({ name, workbook, existed, state: content.value.state }) : content;
  } catch (error) {
    return err(readingProblem(error, file));
  }
}

/**
 * The tables of a file, read in a thread of their own; a file that is too large is not even loaded.
 * @param workerFile the built `importWorker.js`
 */
export async function readTables(file: string, workerFile: string): Promise<Result<OpenedTables, Problem>> {
  const name = path.basename(file);
  try {
    const { size } = await stat(file);
    if (size > MOST_BYTES) {
      const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1024 / 1024))} MB`;
      return err(problem('file/tooLarge', { name, size: megabytes(size), limit: megabytes(MOST_BYTES) }));
    }
    const bytes = new Uint8Array(await readFile(file));
    const tables = await runImport({ name, bytes }, { workerFile });
    return tables.ok ? ok({ name, tables: tables.value }) : tables;
  } catch (error) {
    return err(readingProblem(error, file));
  }
}

/** @param signal raised before the file has its name, nothing of it is left and what was there stays */
export async function writeTo(
  target: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
): Promise<Result<null, Problem>> {
  const cancelled = (): Problem | undefined =>
    signal?.aborted === true ? problem('job/cancelled', {}) : undefined;
  const kept = await keptAsItIs(target);
  if (kept !== undefined) return err(kept);
  const written = await writeFileAtomically(target, bytes, cancelled);
  return written.ok ? ok(null) : written;
}
