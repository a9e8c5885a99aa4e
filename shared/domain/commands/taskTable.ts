/**
 * What typing, pasting, filling and clearing cells of the list of tasks does to the plan. Any number of cells is one
 * command; a cell that cannot be taken is left out and told, and never keeps the others from being written.
 */
import type { CalendarDate } from '../base/dates';
import type { IdSource } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { checkEdits } from '../edits/checkEdits';
import type { Command, Edit, FieldValues } from '../edits/edit';
import { acceptValue } from '../register/accept';
import type { Field, StoredValue } from '../register/field';
import { parseText, type ParseContext } from '../register/parseText';
import { writingOf, type Writing } from '../register/writing';
import { registers, type Task } from '../registers/all';
import type { Schedule } from '../schedule/schedule';
import { recordIn, type Workbook } from '../workbook';
import { outlineParents } from './pastedOutline';
import { PeopleByName } from './peopleByName';
import type { NewTaskRow, TaskColumn } from './taskColumns';
import { finishValues, startValues } from './taskDates';
import { setPredecessors, taskNumbering, type TaskNumbering } from './taskLinks';
import { durationValues } from './tasks';

export interface TaskCell {
  readonly task: string;
  readonly column: TaskColumn;
  readonly text: string;
  /** The person picked from a list, where a name may mean several. */
  readonly person?: string;
}

export interface TaskTablePlan {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  readonly newId: IdSource;
}

export interface SkippedCell {
  readonly cell: TaskCell;
  readonly problem: Problem;
}

export interface TaskTableOutcome {
  /** Null when nothing is left to write. */
  readonly command: Command | null;
  readonly accepted: number;
  readonly skipped: readonly SkippedCell[];
  /** Tasks that new rows become. */
  readonly added: readonly string[];
  /** Names of people who were not in the plan before. */
  readonly newPeople: readonly string[];
}

/** One cell and what it does; its edits make no sense without each other. */
interface CellEdits {
  readonly cell: TaskCell;
  readonly edits: readonly Edit[];
}

export function editTaskCells(
  plan: TaskTablePlan,
  cells: readonly TaskCell[],
  newRows: readonly NewTaskRow[] = [],
): TaskTableOutcome {
  const rows = newRows.filter((row) => (row.cells.name ?? '').trim() !== '');
  const ids = rows.map(() => plan.newId());
  const added = addedTasks(plan.workbook, rows, ids);
  const later = rows.flatMap((row, at) => cellsOfRow(row, ids[at] ?? ''));
  const writing = writingOf(
    [...cells, ...later].map(({ column, text }) => ({ field: FIELDS[column], text })),
  );
  const writer = new CellReader(plan, taskNumbering(plan.workbook, ids), writing);
  const read: CellEdits[] = [];
  const skipped: SkippedCell[] = [];
  for (const cell of [...cells, ...later]) {
    const edits = writer.editsOf(cell);
    if (edits.ok) read.push({ cell, edits: edits.value });
    else skipped.push({ cell, problem: edits.error });
  }
  const fitting = whatFits(plan.workbook, [...added, ...writer.people.added], read);
  const edits = merged([...added, ...writer.people.added, ...fitting.read.flatMap((entry) => entry.edits)]);
  return {
    command: edits.length === 0 ? null : { label: labelOf(fitting.read, rows.length), edits },
    accepted: fitting.read.length + rows.length,
    skipped: [...skipped, ...fitting.skipped],
    added: ids,
    newPeople: writer.people.newNames,
  };
}

function cellsOfRow(row: NewTaskRow, task: string): TaskCell[] {
  return Object.entries(row.cells).flatMap(([column, text]): TaskCell[] =>
    column === 'name' || text.trim() === '' ? [] : [{ task, column: column as TaskColumn, text }],
  );
}

type AddEdit = Extract<Edit, { kind: 'add' }>;

/** New rows stand last. A list with an outline of its own starts at the top; one without goes beside the last task. */
function addedTasks(workbook: Workbook, rows: readonly NewTaskRow[], ids: readonly string[]): AddEdit[] {
  const texts = (kind: 'level' | 'wbs'): string[] =>
    rows.map(({ outline }) => (outline?.kind === kind ? outline.text : ''));
  const kinds = new Set(rows.map(({ outline }) => outline?.kind));
  const parents = outlineParents(
    kinds.has('level')
      ? { kind: 'levels', cells: texts('level') }
      : kinds.has('wbs')
        ? { kind: 'wbs', cells: texts('wbs') }
        : { kind: 'indents', names: rows.map(({ cells }) => cells.name ?? '') },
  );
  const isFlat = parents.every((parent) => parent === null);
  const beside = isFlat ? (workbook.outline.rows.at(-1)?.parent ?? null) : null;
  return rows.map(({ cells }, at): AddEdit => {
    const above = parents[at] ?? null;
    const name = acceptValue(registers.tasks.fields.name, shortened(cells.name ?? ''));
    const values = {
      name: name.ok ? name.value : '',
      parent: above === null ? beside : (ids[above] ?? null),
    };
    return { kind: 'add', register: 'tasks', id: ids[at] ?? '', values };
  });
}

/** A pasted name that is too long loses its end rather than its row. */
function shortened(name: string): string {
  return name.trim().slice(0, registers.tasks.fields.name.maxLength);
}

class CellReader {
  readonly people: PeopleByName;

  constructor(
    private readonly plan: TaskTablePlan,
    private readonly numbering: TaskNumbering,
    private readonly writing: Writing,
  ) {
    this.people = new PeopleByName(plan.workbook, plan.newId);
  }

  editsOf(cell: TaskCell): Result<readonly Edit[], Problem> {
    if (cell.column === 'predecessors') {
      const { workbook, newId } = this.plan;
      return setPredecessors(workbook, cell.task, cell.text, { newId, numbering: this.numbering });
    }
    const values = this.valuesOf(cell, cell.column);
    return values.ok ? ok([{ kind: 'set', register: 'tasks', id: cell.task, values: values.value }]) : values;
  }

  private valuesOf(
    cell: TaskCell,
    column: Exclude<TaskColumn, 'predecessors'>,
  ): Result<FieldValues, Problem> {
    const { workbook, schedule } = this.plan;
    const { writing } = this;
    const row = workbook.outline.rows[workbook.outline.index.get(cell.task) ?? -1];
    const isGathered = column === 'durationDays' || column === 'finish' || column === 'percentComplete';
    if (row?.hasChildren === true && isGathered)
      return err(problem('field/computed', { register: 'Summary tasks', field: COLUMN_LABELS[column] }));
    switch (column) {
      case 'name':
        return parsed(FIELDS.name, cell.text, writing, (name) => ({ name }));
      case 'durationDays': {
        const task: Pick<Task, 'kind'> = recordIn(workbook, 'tasks', cell.task) ?? { kind: 'task' };
        return parsed(FIELDS.durationDays, cell.text, writing, (days) => durationValues(task, Number(days)));
      }
      case 'percentComplete':
        return parsed(FIELDS.percentComplete, cell.text, writing, (percent) => ({
          percentComplete: percent,
        }));
      case 'owner':
        return this.ownerOf(cell);
      case 'start':
        return this.dateOf(cell, schedule.task(cell.task)?.start, startValues);
      case 'finish':
        return this.dateOf(cell, schedule.task(cell.task)?.finish, finishValues);
    }
  }

  private ownerOf({ text, person }: TaskCell): Result<FieldValues, Problem> {
    if (person !== undefined) return ok({ owner: person });
    if (text.trim() === '') return ok({ owner: null });
    const found = this.people.find(text);
    return found.ok ? ok({ owner: found.value }) : found;
  }

  private dateOf(
    { text, column }: TaskCell,
    now: CalendarDate | undefined,
    valuesFor: (date: CalendarDate | null) => FieldValues,
  ): Result<FieldValues, Problem> {
    const context = { ...this.writing, near: now ?? this.plan.schedule.projectStart };
    return parsed(FIELDS[column], text, context, (date) => valuesFor(typeof date === 'string' ? date : null));
  }
}

/** What the columns are called, for messages. */
const COLUMN_LABELS: Readonly<Record<TaskColumn, string>> = {
  name: 'Task',
  durationDays: 'Days',
  start: 'Start',
  finish: 'Finish',
  owner: 'Who',
  percentComplete: 'Done',
  predecessors: 'Predecessors',
};

/** The field each column is read as. */
const FIELDS: Readonly<Record<TaskColumn, Field>> = {
  name: registers.tasks.fields.name,
  durationDays: registers.tasks.fields.durationDays,
  start: { ...registers.tasks.fields.constraintDate, label: COLUMN_LABELS.start },
  finish: { ...registers.tasks.fields.constraintDate, label: COLUMN_LABELS.finish },
  owner: registers.tasks.fields.owner,
  percentComplete: registers.tasks.fields.percentComplete,
  predecessors: registers.links.fields.predecessor,
};

function parsed(
  field: Field,
  text: string,
  context: Pick<ParseContext, 'mark' | 'order' | 'near'>,
  valuesFor: (value: StoredValue) => FieldValues,
): Result<FieldValues, Problem> {
  const value = parseText(field, text, { currency: '', resolve: () => [], ...context });
  return value.ok ? ok(valuesFor(value.value)) : value;
}

/** Cells that break a rule of the plan together with the ones before them, such as a circle of links, are left out. */
function whatFits(
  workbook: Workbook,
  given: readonly Edit[],
  read: readonly CellEdits[],
): { read: readonly CellEdits[]; skipped: readonly SkippedCell[] } {
  const all = [...given, ...read.flatMap(({ edits }) => edits)];
  if (checkEdits(workbook, all).ok) return { read, skipped: [] };
  const fitting: CellEdits[] = [];
  const skipped: SkippedCell[] = [];
  const edits = [...given];
  for (const entry of read) {
    const checked = checkEdits(workbook, [...edits, ...entry.edits]);
    if (checked.ok) {
      edits.push(...entry.edits);
      fitting.push(entry);
    } else skipped.push({ cell: entry.cell, problem: checked.error });
  }
  return { read: fitting, skipped };
}

/** One write for each record, so that a row pasted whole is not written cell by cell. */
function merged(edits: readonly Edit[]): readonly Edit[] {
  const writes = new Map<string, number>();
  const result: Edit[] = [];
  for (const edit of edits) {
    const key = `${edit.register}/${edit.id}`;
    const at = writes.get(key);
    const before = at === undefined ? undefined : result[at];
    if (edit.kind === 'set' && at !== undefined && (before?.kind === 'set' || before?.kind === 'add')) {
      result[at] = { ...before, values: { ...before.values, ...edit.values } };
      continue;
    }
    if (edit.kind === 'set' || edit.kind === 'add') writes.set(key, result.length);
    result.push(edit);
  }
  return result;
}

function labelOf(read: readonly CellEdits[], newRows: number): string {
  if (newRows > 0) return newRows === 1 ? 'Add task' : `Add ${newRows} tasks`;
  const [first] = read;
  if (first !== undefined && read.length === 1)
    return `Change ${COLUMN_LABELS[first.cell.column].toLowerCase()}`;
  return `Change ${read.length} cells`;
}
