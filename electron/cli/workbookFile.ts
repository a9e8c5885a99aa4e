/** Opening and saving `.golive` files from the command line. Every command writes as a replica of its own. */
import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { uuidFromBytes } from '../../shared/domain/base/ids';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { FORMAT } from '../../shared/document/formatRule';
import { factsOf } from '../../shared/document/stateFacts';
import { WorkbookDocument, type Replica } from '../../shared/document/workbookDocument';
import { openWorkbookFile } from '../../shared/sync/foreignFile';
import { encodeGoliveFile, type GoliveFile } from '../../shared/sync/goliveFile';
import { scenarioIn } from '../../shared/sync/scenarioFile';
import { holds } from '../core/checkpoint';
import { nodeCodec } from '../core/nodeCodec';
import { readingProblem } from '../core/systemProblem';
import { writeOutput } from './outputFile';

export interface OpenWorkbook {
  readonly file: GoliveFile;
  readonly document: WorkbookDocument;
}

export function randomId(): string {
  return uuidFromBytes(randomBytes(16));
}

/** The same id for the same thing of a starter pack, so that making a plan twice gives the same records. */
export function packRecordId(pack: string, register: string, key: string): string {
  return uuidFromBytes(createHash('sha256').update(`${pack}\n${register}\n${key}`).digest());
}

/** A replica that has never written before. @param moment milliseconds since 1970 */
export function newReplica(moment: number, name?: string): Replica {
  return {
    actor: randomBytes(4).readUInt32LE() >>> 1,
    name: name ?? userName(),
    clock: () => moment,
    random: () => randomBytes(4).readUInt32LE() / 2 ** 32,
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A system without an entry for the user is still one that can write a plan.
    return 'Someone';
  }
}

export async function readBytes(path: string): Promise<Result<Uint8Array, Problem>> {
  try {
    return ok(await readFile(path));
  } catch (error) {
    return err(readingProblem(error, path));
  }
}

/** Reads and checks a workbook file; nothing of it reaches a document unchecked. */
export async function readWorkbookFile(path: string): Promise<Result<GoliveFile, Problem>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  return openWorkbookFile(bytes.value, basename(path), nodeCodec);
}

export async function openWorkbook(path: string, replica: Replica): Promise<Result<OpenWorkbook, Problem>> {
  const file = await readWorkbookFile(path);
  if (!file.ok) return file;
  return ok({ file: file.value, document: WorkbookDocument.open(file.value.state, replica, file.value) });
}

/** Opens a workbook to change it; one of a newer format can only be read and passed on. */
export async function openForWriting(path: string, replica: Replica): Promise<Result<OpenWorkbook, Problem>> {
  const opened = await openWorkbook(path, replica);
  if (!opened.ok) return opened;
  const { format, readOnly } = opened.value.document.format;
  return readOnly ? err(problem('document/readOnly', { format, known: FORMAT })) : opened;
}

/** Writes a state as a `.golive` file, replacing what is there only when the whole new file was read back and holds it. */
export async function saveState(
  path: string,
  state: Uint8Array,
  moment: number,
  previous?: GoliveFile,
): Promise<Result<void, Problem>> {
  return writeOutput(path, bytesOfState(state, moment, previous), holds(state, path));
}

/** @param previous the file it comes from: what newer apps added stays in it */
export function bytesOfState(state: Uint8Array, moment: number, previous?: GoliveFile): Uint8Array {
  const { workbook, name, records, format } = factsOf(state);
  const isScenario = scenarioIn(previous?.otherMembers ?? {}) !== undefined;
  return encodeGoliveFile(
    {
      ...{ workbook: (isScenario ? previous?.workbook : undefined) ?? workbook, name, records, state },
      created: moment,
      format: Math.max(format, previous?.format ?? FORMAT),
      otherSections: previous?.otherSections ?? [],
      otherMembers: previous?.otherMembers ?? {},
    },
    nodeCodec,
  );
}
