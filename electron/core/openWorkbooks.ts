/** The workbooks that windows show or soon will: each has one store, and the port of the window that has it. */
import { version } from '../../package.json';
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { Ballast } from './ballast';
import { namesIn } from './folders';
import { openPlan } from './openPlan';
import { planFolder, type Library } from './planLibrary';
import type { PlanStore } from './planStore';
import type { Port } from './ports';
import { WindowPort } from './windowPort';

interface OpenWorkbook {
  store: Promise<Result<PlanStore, Problem>> | undefined;
  window: WindowPort | undefined;
  /** The store waits for a window, and nobody else can have written anything under its replica number. */
  isFree: boolean;
}

export class OpenWorkbooks {
  private readonly workbooks = new Map<string, OpenWorkbook>();

  constructor(
    private readonly library: Library,
    private readonly ballast: Ballast,
    /** The folder for second backups, which may become another one at any time. */
    private readonly secondFolder: () => string | null,
  ) {}

  /** From now on a workbook is shown by the window at the other end of this port. */
  attach(workbook: string, port: Port): void {
    const entry = this.entryOf(workbook);
    entry.window?.stop();
    entry.window = new WindowPort({
      workbook,
      port,
      openStore: () => this.openStore(workbook, entry),
      secondFolder: this.secondFolder,
      onLeft: () => {
        entry.isFree = true;
      },
      version,
    });
  }

  /** Opens the store for the window that will soon attach; a workbook that is not here is left alone. */
  async openAhead(workbook: string): Promise<Result<null, Problem>> {
    const isHere = (await namesIn(this.library.folder)).includes(workbook);
    if (!isHere || this.workbooks.has(workbook)) return ok(null);
    const entry = this.entryOf(workbook);
    entry.isFree = true;
    const opened = await this.openStore(workbook, entry);
    return opened.ok ? ok(null) : opened;
  }

  /** Undefined for a workbook that is not open, or could not be opened. */
  async storeOf(workbook: string): Promise<PlanStore | undefined> {
    const opened = await this.workbooks.get(workbook)?.store;
    return opened?.ok === true ? opened.value : undefined;
  }

  /** Writes a checkpoint of each; where one cannot be written, the journal keeps everything. */
  async checkpointAll(): Promise<void> {
    for (const workbook of this.workbooks.keys()) await (await this.storeOf(workbook))?.checkpoint();
  }

  /** Every store is tried, so that one that cannot be saved keeps no other from being saved. */
  async close(): Promise<Result<null, Problem>> {
    let failure: Problem | undefined;
    for (const [workbook, { store, window }] of this.workbooks) {
      const open = await store;
      if (open?.ok === true) {
        const copied = await open.value.backupDaily(this.secondFolder());
        const closed = await open.value.close();
        if (!closed.ok) failure = closed.error;
        else if (!copied.ok) failure ??= copied.error;
      }
      window?.stop();
      this.workbooks.delete(workbook);
    }
    return failure === undefined ? ok(null) : err(failure);
  }

  private entryOf(workbook: string): OpenWorkbook {
    const entry = this.workbooks.get(workbook) ?? { store: undefined, window: undefined, isFree: false };
    this.workbooks.set(workbook, entry);
    return entry;
  }

  /**
   * The first window opens the store; a later one finds it open, and gets a replica number of its own unless the one
   * before has left in order.
   */
  private async openStore(workbook: string, entry: OpenWorkbook): Promise<Result<PlanStore, Problem>> {
    if (entry.store !== undefined) {
      const { isFree } = entry;
      entry.isFree = false;
      const present = await entry.store;
      if (present.ok) {
        if (isFree) return present;
        const renewed = await present.value.renewReplica();
        return renewed.ok ? present : renewed;
      }
    }
    const { reader, now } = this.library;
    entry.store = openPlan({
      ...{ workbook, folder: planFolder(this.library, workbook), reader, ballast: this.ballast, now },
      onProblem: (found) => entry.window?.report(found),
    });
    return entry.store;
  }
}
