/**
 * What happened to the plan of a what-if before the what-if was made of it, as far as the history on this computer
 * reaches: a what-if has a history of its own, and the questions it began with are older.
 */
import path from 'node:path';
import { isRecordId } from '../../shared/domain/base/ids';
import type { ClientClock } from '../../shared/domain/edits/change';
import type { RecordedEdit } from '../../shared/domain/edits/recordHistory';
import type { GoliveFile } from '../../shared/sync/goliveFile';
import { baseIn, scenarioIn } from '../../shared/sync/scenarioFile';
import type { DocumentReader } from './documentReader';
import { foldersOf } from './folders';
import { nodeCodec } from './nodeCodec';
import { PlanHistory } from './planHistory';

export interface Origin {
  /** The folder of the workbook, beside those of the others. */
  readonly folder: string;
  /** What its newest file says besides its content. */
  readonly carried: GoliveFile | undefined;
  readonly reader: Pick<DocumentReader, 'clocksOf'>;
}

/** Oldest first; nothing for a workbook that is no what-if, or whose plan is not on this computer. */
export async function editsBefore({ folder, carried, reader }: Origin): Promise<readonly RecordedEdit[]> {
  const mark = scenarioIn(carried?.otherMembers ?? {});
  const base = carried === undefined ? undefined : baseIn(carried, nodeCodec);
  if (mark === undefined || base?.ok !== true || base.value === undefined) return [];
  if (!isRecordId(mark.plan)) return [];
  const clocks = reader.clocksOf(base.value);
  const isIn = ([client, clock]: ClientClock): boolean => clock < (clocks.get(client) ?? 0);
  const edits = await new PlanHistory(foldersOf(path.join(path.dirname(folder), mark.plan))).edits();
  return edits.filter(({ begins, merged }) =>
    begins !== undefined ? isIn(begins) : merged?.knew.every(([client, clock]) => isIn([client, clock - 1])),
  );
}
