/** A list of tasks copied from a spreadsheet or from MS Project: which of its columns mean what. */
import { plainWord } from '../register/accept';
import { durationDays } from '../register/typedNumbers';
import { isTaskColumn, type NewTaskRow, type TaskColumn } from './taskColumns';

/** What people and programs call the columns. */
const HEADS: Readonly<Record<string, TaskColumn | 'level' | 'wbs'>> = {
  task: 'name',
  taskname: 'name',
  name: 'name',
  title: 'name',
  activity: 'name',
  step: 'name',
  milestone: 'name',
  days: 'durationDays',
  duration: 'durationDays',
  workingdays: 'durationDays',
  start: 'start',
  startdate: 'start',
  finish: 'finish',
  finishdate: 'finish',
  end: 'finish',
  enddate: 'finish',
  who: 'owner',
  owner: 'owner',
  responsible: 'owner',
  assignedto: 'owner',
  resourcenames: 'owner',
  done: 'percentComplete',
  '%done': 'percentComplete',
  '%complete': 'percentComplete',
  progress: 'percentComplete',
  predecessors: 'predecessors',
  predecessor: 'predecessors',
  dependson: 'predecessors',
  level: 'level',
  outlinelevel: 'level',
  wbs: 'wbs',
  outlinenumber: 'wbs',
};

export interface PastedList {
  readonly rows: readonly NewTaskRow[];
  /** Heads of columns that were not understood. */
  readonly ignored: readonly string[];
}

/** Rows without any text are left out. Without heads, the first column of words holds the names. */
export function pastedTasks(block: readonly (readonly string[])[]): PastedList {
  const lines = block.filter((line) => line.some((cell) => cell.trim() !== ''));
  const heads = (lines[0] ?? []).map((cell) => HEADS[plainWord(cell)]);
  const hasHeads = heads.includes('name');
  const columns = hasHeads ? heads : guessedColumns(lines);
  const rows = (hasHeads ? lines.slice(1) : lines).flatMap((line) => rowOf(line, columns));
  const ignored = hasHeads
    ? (lines[0] ?? [])
        .filter((cell, at) => columns[at] === undefined && cell.trim() !== '')
        .map((cell) => cell.trim())
    : [];
  return { rows, ignored };
}

type Columns = readonly (TaskColumn | 'level' | 'wbs' | undefined)[];

function rowOf(line: readonly string[], columns: Columns): NewTaskRow[] {
  const cells: Partial<Record<TaskColumn, string>> = {};
  let outline: NewTaskRow['outline'];
  line.forEach((text, at) => {
    const column = columns[at];
    if (isTaskColumn(column)) cells[column] ??= text;
    else if (column !== undefined && text.trim() !== '') outline = { kind: column, text };
  });
  if ((cells.name ?? '').trim() === '') return [];
  return [{ cells, ...(outline === undefined ? {} : { outline }) }];
}

/** Numbers before the names are row numbers; durations right behind them are durations. */
function guessedColumns(lines: readonly (readonly string[])[]): Columns {
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const column = (at: number): string[] =>
    lines.map((line) => (line[at] ?? '').trim()).filter((cell) => cell !== '');
  const names = Array.from({ length: width }, (_, at) => at).find((at) =>
    column(at).some((cell) => /\p{L}/u.test(cell)),
  );
  const next = column((names ?? 0) + 1);
  const hasDays = next.length > 0 && next.every((cell) => durationDays(cell, '.') !== null);
  return Array.from({ length: width }, (_, at) => {
    if (at === (names ?? 0)) return 'name';
    return hasDays && at === (names ?? 0) + 1 ? 'durationDays' : undefined;
  });
}
