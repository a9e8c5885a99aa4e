/** Hands what was typed or pasted into the list to the plan, and tells the grid what was not taken. */
import { problemText } from '../../../shared/domain/base/problemText';
import { isTaskColumn, type NewTaskRow } from '../../../shared/domain/commands/taskColumns';
import {
  editTaskCells,
  type TaskCell,
  type TaskTableOutcome,
} from '../../../shared/domain/commands/taskTable';
import type { Schedule } from '../../../shared/domain/schedule/schedule';
import { say, sayProblem } from '../../state/messages';
import type { Commands } from '../../state/commands';
import type { EditOutcome, GridEdit, NewGridRow, SkippedEdit } from '../../ui/grid/gridTypes';

export function editTable(
  commands: Commands,
  schedule: Schedule,
  edits: readonly GridEdit[],
  newRows: readonly NewGridRow[],
): EditOutcome {
  const cells = edits.flatMap((edit) => taskCell(edit));
  const rows = newRows.map(newTaskRow);
  const unnamed = rows.filter(({ cells: { name = '' } }) => name.trim() === '').length;
  const outcome = writeTable(commands, schedule, cells, rows);
  if (outcome === null)
    return { accepted: 0, skipped: edits.map((edit) => ({ ...edit, reason: 'Refused.' })) };
  const skipped: SkippedEdit[] = outcome.skipped.map(({ cell, problem }) => ({
    rowKey: cell.task,
    columnId: cell.column,
    reason: problemText(problem),
  }));
  const nameless = Array.from({ length: unnamed }, () => ({
    rowKey: '',
    columnId: 'name',
    reason: 'A new row needs the name of a task.',
  }));
  const all = [...skipped, ...nameless];
  if (edits.length + newRows.length > 1) tellSkipped(all.map(({ reason }) => reason));
  return { accepted: outcome.accepted, skipped: all };
}

/** @returns null when the plan refused, which has been said */
export function writeTable(
  commands: Commands,
  schedule: Schedule,
  cells: readonly TaskCell[],
  rows: readonly NewTaskRow[],
): TaskTableOutcome | null {
  const plan = { workbook: commands.workbook(), schedule, newId: commands.newId };
  const outcome = editTaskCells(plan, cells, rows);
  if (outcome.command !== null) {
    const written = commands.attempt(outcome.command);
    if (!written.ok) {
      sayProblem(written.error);
      return null;
    }
  }
  if (outcome.newPeople.length > 0) say(`Added to the people: ${outcome.newPeople.join(', ')}.`);
  return outcome;
}

/** What a paste left out is shown too, not only read out. */
export function tellSkipped(reasons: readonly string[]): void {
  const [first] = new Set(reasons);
  if (first === undefined) return;
  say(
    reasons.length === 1
      ? `One cell was left out: ${first}`
      : `${reasons.length} cells were left out. The first: ${first}`,
  );
}

function taskCell({ rowKey, columnId, text, optionId }: GridEdit): TaskCell[] {
  if (!isTaskColumn(columnId)) return [];
  const person = columnId === 'owner' && optionId !== undefined ? { person: optionId } : {};
  return [{ task: rowKey, column: columnId, text, ...person }];
}

function newTaskRow(row: NewGridRow): NewTaskRow {
  return {
    cells: Object.fromEntries(
      row.flatMap(({ columnId, text }) => (isTaskColumn(columnId) ? [[columnId, text] as const] : [])),
    ),
  };
}
