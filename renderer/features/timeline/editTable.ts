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
  const outcome = writeTable(commands, schedule, cells, rows);
  if (outcome === null)
    return { accepted: 0, skipped: edits.map((edit) => ({ ...edit, reason: 'Refused.' })) };
  const isNamed = ({ cells: { name = '' } }: NewTaskRow): boolean => name.trim() !== '';
  const named = [...rows.keys()].filter((index) => rows[index] !== undefined && isNamed(rows[index]));
  const newRowOf = new Map(outcome.added.map((task, at) => [task, named[at]]));
  const skipped = outcome.skipped.map(({ cell, problem }): SkippedEdit => {
    const newRow = newRowOf.get(cell.task);
    const reason = problemText(problem);
    return { rowKey: cell.task, columnId: cell.column, reason, ...(newRow === undefined ? {} : { newRow }) };
  });
  const nameless = rows.flatMap((row, newRow): SkippedEdit[] => {
    const isEmpty = Object.values(row.cells).every((text) => text.trim() === '');
    if (isNamed(row) || isEmpty) return [];
    return [{ rowKey: '', columnId: 'name', reason: 'A new row needs the name of a task.', newRow }];
  });
  return { accepted: outcome.accepted, skipped: [...skipped, ...nameless] };
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
