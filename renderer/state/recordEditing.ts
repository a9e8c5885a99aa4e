/**
 * What a person can do with the records of a register, from its table, its drawer and the buttons. Each is one step to
 * undo, and what does not fit is said in words.
 */
import { useMemo } from 'react';
import type { CalendarDate } from '../../shared/domain/base/dates';
import { problemText } from '../../shared/domain/base/problemText';
import { chooseValue } from '../../shared/domain/commands/conflictChoice';
import {
  addRecord,
  addRecords,
  archiveRecords,
  moveRecord,
  restoreRecords,
  typeRecords,
  type RecordTyping,
} from '../../shared/domain/commands/records';
import {
  runTyped,
  type TypedCell,
  type TypedCommand,
  type TypedOutcome,
} from '../../shared/domain/commands/typedCells';
import { wholeRecord } from '../../shared/domain/commands/wholeRecord';
import { planOf } from '../../shared/domain/plan';
import type { Command, FieldValues } from '../../shared/domain/edits/edit';
import { capitalized, counted } from '../../shared/domain/format/sentence';
import { recordName } from '../../shared/domain/records/recordName';
import { usesOf } from '../../shared/domain/records/references';
import type { StoredValue } from '../../shared/domain/register/field';
import { fieldOf, pluralOf } from '../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../shared/domain/registers/all';
import { tableOf, type Conflict, type Workbook } from '../../shared/domain/workbook';
import { useCommands, type Commands } from './commands';
import { say } from './messages';
import { useToday } from './today';

/** A row that a paste brings beyond the last one. */
export interface NewRow {
  readonly cells: readonly Omit<TypedCell, 'id'>[];
  /** What it starts with. */
  readonly values?: FieldValues;
}

export interface RecordEditing {
  /** Texts from a table, and rows beyond its end, as one step. */
  readonly type: (cells: readonly TypedCell[], rows?: readonly NewRow[], after?: string) => TypedOutcome;
  /** Shows what `type` or the table left out until it is read. */
  readonly tellLeftOut: (report: string, isWritten: boolean) => void;
  /** A text from a form. @returns why it was refused, if it was */
  readonly typeField: (id: string, field: string, text: string) => string | undefined;
  readonly pick: (id: string, field: string, value: StoredValue) => void;
  /** Settles a field that was written apart. */
  readonly choose: (conflict: Conflict, index: number) => void;
  /** @returns the new record's id; undefined when it was refused */
  readonly add: (values?: FieldValues, after?: string) => string | undefined;
  /** One all of whose fields are written together. @returns why it was refused, if it was */
  readonly addWhole: (id: string, values: FieldValues) => string | undefined;
  /** Several at once, under a name that undo will show. */
  readonly addAll: (label: string, records: readonly FieldValues[]) => void;
  /** Runs a command about these records and says why if it is refused. */
  readonly run: (command: Command | undefined) => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly restore: (ids: readonly string[]) => void;
  /** `peers`: the records it stands with, in their order; all of them unless said. */
  readonly move: (id: string, direction: 'up' | 'down', peers?: readonly string[]) => void;
}

/** How typed texts of a register become one change, where it is not the general way. */
export type RecordTyper = (workbook: Workbook, typing: RecordTyping) => TypedCommand;

export function useRecordEditing(register: RegisterId, typer?: RecordTyper): RecordEditing {
  const commands = useCommands();
  const today = useToday();
  return useMemo(
    () => recordEditing({ register, commands, today, typer }),
    [register, commands, today, typer],
  );
}

interface Bench {
  readonly register: RegisterId;
  readonly commands: Commands;
  readonly today: CalendarDate;
  readonly typer: RecordTyper | undefined;
}

function recordEditing({ register, commands, today, typer }: Bench): RecordEditing {
  const typed: RecordTyper = typer ?? ((workbook, typing) => typeRecords(workbook, register, typing));
  const run = (typing: RecordTyping): TypedOutcome => {
    const workbook = commands.workbook();
    return runTyped(typed(workbook, { ...typing, near: nearFor(workbook, today) }), commands.attempt);
  };
  return {
    type: (cells, rows = [], after) => {
      const minted = rows.map((row) => ({ ...row, id: commands.newId() }));
      const newRowOf = new Map(minted.map(({ id }, index) => [id, index]));
      const { accepted, refused } = run({
        cells,
        rows: minted,
        ...(after === undefined ? {} : { after }),
      });
      const told = refused.map((cell) => {
        const newRow = newRowOf.get(cell.id);
        return newRow === undefined ? cell : { ...cell, newRow };
      });
      return { accepted, refused: told };
    },
    tellLeftOut: commands.tellLeftOut,
    typeField: (id, field, text) => run({ cells: [{ id, field, text }] }).refused[0]?.reason,
    pick: (id, field, value) => {
      const label = fieldOf(definitionOf(register), field)?.label ?? field;
      commands.edit(`Change ${label.toLowerCase()}`, {
        kind: 'set',
        register,
        id,
        values: { [field]: value },
      });
    },
    choose: (conflict, index) => {
      const command = chooseValue(commands.workbook(), conflict, index);
      if (command !== undefined) commands.run(command);
    },
    add: (values = {}, after) => {
      const id = commands.newId();
      const command = addRecord(register, { id, values, ...(after === undefined ? {} : { after }) });
      return commands.run(command) ? id : undefined;
    },
    addWhole: (id, values) => {
      const plan = planOf(commands.workbook(), today);
      const command = wholeRecord(plan, { register, id, values }, today);
      const done = command.ok ? commands.attempt(command.value) : command;
      return done.ok ? undefined : problemText(done.error);
    },
    addAll: (label, records) => {
      const all = records.map((values) => ({ id: commands.newId(), values }));
      commands.run({ ...addRecords(register, all), label });
    },
    run: (command) => {
      if (command !== undefined) commands.run(command);
    },
    remove: (ids) => {
      const workbook = commands.workbook();
      const command = archiveRecords(workbook, register, ids);
      if (command === undefined || !commands.run(command)) return;
      const gone = command.edits.map(({ id }) => id);
      say(removedText(workbook, register, gone), {
        label: 'Undo',
        run: () => {
          const back = restoreRecords(commands.workbook(), register, gone);
          if (back !== undefined) commands.run(back);
        },
      });
    },
    restore: (ids) => {
      const command = restoreRecords(commands.workbook(), register, ids);
      if (command !== undefined) commands.run(command);
    },
    move: (id, direction, peers) => {
      const command = moveRecord(commands.workbook(), register, id, direction, peers);
      if (command !== undefined) commands.run(command);
    },
  };
}

/** A date typed without its year lies near today, or near the start of a plan that has not begun. */
function nearFor(workbook: Workbook, today: CalendarDate): CalendarDate {
  const start = workbook.tables.organisation.live[0]?.start ?? '';
  return start > today ? start : today;
}

/** `“Maria Ortega” is in the bin. Three records still name it.` */
function removedText(workbook: Workbook, register: RegisterId, gone: readonly string[]): string {
  const definition = definitionOf(register);
  const [first = ''] = gone;
  const record = tableOf(workbook, register).byId.get(first);
  const name =
    gone.length === 1 && record !== undefined
      ? `“${recordName(workbook, register, first)}” is`
      : `${capitalized(counted(gone.length, definition.singular.toLowerCase(), pluralOf(definition)))} are`;
  const uses = new Set(
    gone
      .flatMap((id) => usesOf(workbook, register, id).map((use) => use.id))
      .filter((id) => !gone.includes(id)),
  ).size;
  const named = gone.length === 1 ? 'it' : 'them';
  const verb = uses === 1 ? 'names' : 'name';
  const still = uses === 0 ? '' : ` ${capitalized(counted(uses, 'record'))} still ${verb} ${named}.`;
  return `${name} in the bin.${still}`;
}
