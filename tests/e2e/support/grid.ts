/** The timeline's list as a person reads it: cells by the name of the task and the head of the column. */
import type { Locator, Page } from '@playwright/test';

export function rowOf(window: Page, name: string): Locator {
  return window.getByRole('row').filter({ has: window.getByRole('rowheader', { name, exact: true }) });
}

/** The cell of a task in the column with this head. */
export async function cellOf(window: Page, task: string, column: string): Promise<Locator> {
  const heads = await window
    .getByRole('treegrid', { name: 'Tasks' })
    .getByRole('columnheader')
    .allInnerTexts();
  return rowOf(window, task).locator(`[aria-colindex="${String(heads.indexOf(column) + 1)}"]`);
}
