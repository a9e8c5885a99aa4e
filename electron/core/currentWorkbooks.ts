/** The workbooks on this computer as they are at this moment: an open one out of its store, any other off the disk. */
import type { Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import type { HistoryFound } from '../../shared/domain/history/changesFound';
import type { HistoryFilter } from '../../shared/domain/history/query';
import type { PlanSummary } from '../../shared/ipc/planSummary';
import { encodeGoliveFile, type GoliveContent } from '../../shared/sync/goliveFile';
import { foldersOf } from './folders';
import { nodeCodec } from './nodeCodec';
import type { OpenWorkbooks } from './openWorkbooks';
import { PlanHistory } from './planHistory';
import { contentOfPlan, listPlans, planFolder, type Library } from './planLibrary';
import { underItsName } from './scenarios';

export class CurrentWorkbooks {
  constructor(
    private readonly library: Library,
    private readonly open: OpenWorkbooks,
  ) {}

  /** The list tells what stands in checkpoints; of a plan that was open it would tell an old name and count. */
  async list(): Promise<readonly PlanSummary[]> {
    await this.open.checkpointAll();
    return listPlans(this.library);
  }

  async content(workbook: string): Promise<Result<GoliveContent, Problem>> {
    const open = await this.open.storeOf(workbook);
    return open === undefined ? contentOfPlan(this.library, workbook) : ok(open.content());
  }

  /** The bytes of a `.golive` file, under the name that a what-if bears now. */
  async file(workbook: string): Promise<Result<Uint8Array, Problem>> {
    const content = await this.content(workbook);
    if (!content.ok) return content;
    const named = await underItsName(planFolder(this.library, workbook), content.value);
    return ok(encodeGoliveFile(named, nodeCodec));
  }

  /** All that is known of a workbook; joining it, and everything that follows from it, is left to a thread. */
  async states(workbook: string): Promise<Result<readonly Uint8Array[], Problem>> {
    const open = await this.open.storeOf(workbook);
    if (open !== undefined) return ok(open.parts());
    const content = await contentOfPlan(this.library, workbook);
    return content.ok ? ok([content.value.state]) : content;
  }

  async historyFound(workbook: string, filter: HistoryFilter): Promise<HistoryFound> {
    const open = await this.open.storeOf(workbook);
    if (open !== undefined) return open.past.history.found(filter, await open.past.visits.last());
    return new PlanHistory(foldersOf(planFolder(this.library, workbook))).found(filter, null);
  }
}
