/** Review in the real window with 1,000 fields to choose, beside the timeline of the same plan. */
import type { Page } from '@playwright/test';
import { milliseconds, type RowSamples } from './contest';
import { goToPage } from './probe';
import { inTurn, row } from './turns';

export async function reviewRow(app: Page, runs: number): Promise<RowSamples> {
  const fromOverview = async (title: 'Review' | 'Timeline'): Promise<number> => {
    await goToPage(app, 'Overview');
    return goToPage(app, title);
  };
  const samples = await inTurn(
    { ours: () => fromOverview('Review'), limit: () => fromOverview('Timeline') },
    runs,
  );
  return row(
    'review',
    'Review of 1,000 fields in conflict: click to first paint',
    milliseconds(200),
    samples,
  );
}
