/** The heads of tables as a person left them: read when a workbook is opened, kept as soon as one is set. */
import { headsOf, withHeads, type KeptHeads, type TableHeads } from '../../shared/domain/records/keptHeads';
import { desktop } from '../platform/desktop';

let kept: KeptHeads = [];

/** What the settings hold. */
export function recallHeads(heads: KeptHeads): void {
  // What is on its way there is newer.
  if (waiting === undefined) kept = heads;
}

export function keptHeads(workbook: string, table: string): TableHeads | undefined {
  return headsOf(kept, workbook, table);
}

/** A column that is dragged wider says so with every pixel. */
const REST_MS = 200;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Where it cannot be kept it holds until the app is closed, which is worth no message. */
export function keepHeads(workbook: string, table: string, heads: TableHeads): void {
  kept = withHeads(kept, { workbook, table, heads });
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    waiting = undefined;
    void desktop.call('settings.change', { heads: kept });
  }, REST_MS);
}
