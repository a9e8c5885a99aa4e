/** The columns of a list of tasks that a person can write in. */

export const TASK_COLUMNS = [
  'name',
  'durationDays',
  'start',
  'finish',
  'owner',
  'percentComplete',
  'predecessors',
] as const;

export type TaskColumn = (typeof TASK_COLUMNS)[number];

export function isTaskColumn(value: unknown): value is TaskColumn {
  return TASK_COLUMNS.some((column) => column === value);
}

/** A row that is to become a task. */
export interface NewTaskRow {
  readonly cells: Readonly<Partial<Record<TaskColumn, string>>>;
  /** Its outline level or number, where the list has a column for it; otherwise the indent of its name counts. */
  readonly outline?: { readonly kind: 'level' | 'wbs'; readonly text: string };
}
