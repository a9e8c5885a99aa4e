/**
 * Commands on tasks themselves: adding and removing them, what kind they are, how long they take, who does them. Each is
 * one step to undo; null where nothing would change.
 */
import type { Command, Edit, FieldValues } from '../edits/edit';
import type { Task } from '../registers/all';
import { recordIn, type Workbook } from '../workbook';
import { outermostTasks } from './taskOutline';

/** Where a new task goes. */
export type TaskPlace =
  { readonly kind: 'after' | 'firstUnder'; readonly task: string } | { readonly kind: 'last' };

export const NEW_TASK_NAME = 'New task';

/** A task of one day after another one of the same summary, first under a summary, or last of all. */
export function addTask(workbook: Workbook, id: string, place: TaskPlace, values: FieldValues = {}): Command {
  const edit = taskAt(workbook, id, place, { name: NEW_TASK_NAME, ...values });
  return { label: 'Add task', edits: [edit] };
}

function taskAt(workbook: Workbook, id: string, place: TaskPlace, values: FieldValues): Edit {
  const add = { kind: 'add', register: 'tasks', id } as const;
  switch (place.kind) {
    case 'last':
      return { ...add, values };
    case 'firstUnder':
      return { ...add, values: { ...values, parent: place.task }, after: null };
    case 'after': {
      const row = workbook.outline.rows[workbook.outline.index.get(place.task) ?? -1];
      if (row === undefined) return { ...add, values };
      return { ...add, values: { ...values, parent: row.parent }, after: place.task };
    }
  }
}

export function renameTask(id: string, name: string): Command {
  return changed('Rename task', id, { name });
}

/** Working days of the task's calendar. A milestone that is given days becomes a task; a task without days, a milestone. */
export function setDuration(workbook: Workbook, id: string, days: number): Command | null {
  const task = recordIn(workbook, 'tasks', id);
  return task === undefined ? null : changed('Change duration', id, durationValues(task, days));
}

/** What a duration makes of a task: a milestone takes no time; a gate may, and stays a gate. */
export function durationValues(task: Pick<Task, 'kind'>, days: number): FieldValues {
  if (task.kind === 'gate') return { durationDays: days };
  const kind = days > 0 ? 'task' : 'milestone';
  return { durationDays: days, ...(task.kind === kind ? {} : { kind }) };
}

/** @param person null for nobody */
export function setOwner(ids: readonly string[], person: string | null): Command | null {
  return changedAll('Change owner', ids, () => ({ owner: person }));
}

/** @param percent 0 to 100 */
export function setPercent(ids: readonly string[], percent: number): Command | null {
  return changedAll('Change progress', ids, () => ({ percentComplete: percent }));
}

const KIND_LABELS: Readonly<Record<Task['kind'], string>> = {
  summary: 'Make summary',
  task: 'Make task',
  milestone: 'Make milestone',
  gate: 'Make gate',
};

/** A milestone takes no days, a gate those it had; what becomes a task takes one at least. */
export function setKind(workbook: Workbook, ids: readonly string[], kind: Task['kind']): Command | null {
  const edits = ids.flatMap((id): Edit[] => {
    const task = recordIn(workbook, 'tasks', id);
    if (task === undefined || task.kind === kind) return [];
    const days =
      kind === 'milestone'
        ? { durationDays: 0 }
        : kind === 'task' && task.durationDays === 0
          ? { durationDays: 1 }
          : {};
    return [{ kind: 'set', register: 'tasks', id, values: { kind, ...days } }];
  });
  return edits.length === 0 ? null : { label: KIND_LABELS[kind], edits };
}

export function makeMilestone(workbook: Workbook, ids: readonly string[]): Command | null {
  return setKind(workbook, ids, 'milestone');
}

/** Makes a task the one whose finish is the go-live date; null for no task takes the mark away. */
export function markAsGoLive(workbook: Workbook, id: string | null): Command | null {
  const [organisation] = workbook.tables.organisation.live;
  if (organisation === undefined || organisation.goLive === id) return null;
  return {
    label: id === null ? 'Unmark go-live' : 'Mark as go-live',
    edits: [{ kind: 'set', register: 'organisation', id: organisation.id, values: { goLive: id } }],
  };
}

/** Puts tasks into the bin; what lies under them and the links at their ends go with them. */
export function archiveTasks(workbook: Workbook, ids: readonly string[]): Command | null {
  const tasks = outermostTasks(workbook, ids);
  if (tasks.length === 0) return null;
  return {
    label: tasks.length === 1 ? 'Remove task' : `Remove ${tasks.length} tasks`,
    edits: tasks.map(({ id }) => ({ kind: 'archive', register: 'tasks', id })),
  };
}

function changed(label: string, id: string, values: FieldValues): Command {
  return { label, edits: [{ kind: 'set', register: 'tasks', id, values }] };
}

function changedAll(
  label: string,
  ids: readonly string[],
  valuesFor: (id: string) => FieldValues,
): Command | null {
  if (ids.length === 0) return null;
  return { label, edits: ids.map((id) => ({ kind: 'set', register: 'tasks', id, values: valuesFor(id) })) };
}
