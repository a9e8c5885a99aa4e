/**
 * Turns texts typed or pasted into cells into one command: each text becomes a value of its field, what does not fit is
 * left out and said, and the rest is done in one step.
 */
import type { CalendarDate } from '../base/dates';
import { problem, type Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import { err, ok, type Result } from '../base/result';
import type { Command, Edit, FieldValues } from '../edits/edit';
import { mayStillBeWritten } from '../edits/fixedFields';
import { formatMoney } from '../format/money';
import { parseText } from '../register/parseText';
import type { Field } from '../register/field';
import { fieldOf, pluralOf, titleOf, type AnyRecord } from '../register/record';
import { notAnOption } from '../register/typedValues';
import { writingOf } from '../register/writing';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';

/** A text somebody typed into a field of a record. */
export interface TypedCell {
  readonly id: string;
  readonly field: string;
  readonly text: string;
  /** The option or record picked from a list, where one was. */
  readonly picked?: string;
}

export interface RefusedCell {
  readonly id: string;
  readonly field: string;
  /** Of a row that was to be added: which one, from 0. */
  readonly newRow?: number;
  /** A sentence for people. */
  readonly reason: string;
}

/** A change of one record and the fields it came from. */
export interface TypedEdit {
  readonly edit: Edit;
  readonly fields: readonly string[];
}

export interface TypedCommand {
  readonly label: string;
  readonly edits: readonly TypedEdit[];
  readonly refused: readonly RefusedCell[];
}

/** Reads a column that is no field of its own; undefined for a column that is. */
export type ColumnReader = (
  cell: TypedCell,
  record: AnyRecord | undefined,
) => Result<FieldValues, Problem> | undefined;

/** A row that a paste brings beyond the last one; `values` is what it starts with. */
export interface TypedRow {
  readonly id: string;
  readonly values: FieldValues;
  readonly cells: readonly Omit<TypedCell, 'id'>[];
  /** The record it stands behind. */
  readonly after: string | null;
}

export interface TypedInput {
  readonly register: RegisterId;
  readonly cells: readonly TypedCell[];
  readonly rows?: readonly TypedRow[];
  readonly readColumn?: ColumnReader;
  /** A date typed without its year means the one nearest to this. */
  readonly near?: CalendarDate;
}

export function typedCommand(workbook: Workbook, input: TypedInput): TypedCommand {
  const { register, cells, rows = [] } = input;
  const refused: RefusedCell[] = [];
  const changes = new Map<string, { values: Record<string, FieldValues[string]>; fields: string[] }>();
  const table = tableOf(workbook, register);
  const readCell = cellReader(workbook, input);
  for (const cell of cells) {
    const read = keptFixed(workbook, register, {
      record: table.byId.get(cell.id),
      read: readCell(cell, table.byId.get(cell.id)),
    });
    if (!read.ok) {
      refused.push({ id: cell.id, field: cell.field, reason: problemText(read.error) });
      continue;
    }
    const change = changes.get(cell.id) ?? { values: {}, fields: [] };
    Object.assign(change.values, read.value);
    change.fields.push(cell.field);
    changes.set(cell.id, change);
  }
  const edits = [...changes].map(([id, { values, fields }]): TypedEdit => {
    return { edit: { kind: 'set', register, id, values }, fields };
  });
  const added = rows.flatMap((row) => {
    const read = readRow(register, row, readCell);
    refused.push(...read.refused);
    return read.edit === undefined ? [] : [read.edit];
  });
  const fields = edits.flatMap((edit) => edit.fields);
  return { label: labelOf(register, fields, added.length), edits: [...edits, ...added], refused };
}

/** A field that stays as it was written is refused by itself, so that the others of the record are taken. */
function keptFixed(
  workbook: Workbook,
  register: RegisterId,
  { record, read }: { readonly record: AnyRecord | undefined; readonly read: Result<FieldValues, Problem> },
): Result<FieldValues, Problem> {
  if (!read.ok || record === undefined) return read;
  const definition = definitionOf(register);
  const { id } = record;
  const held = Object.entries(read.value).find(
    ([field, value]) =>
      fieldOf(definition, field)?.fixed === true &&
      !mayStillBeWritten(workbook, { register, id, field }, [record[field], value]),
  );
  const label = fieldOf(definition, held?.[0] ?? '')?.label ?? '';
  return held === undefined ? read : err(problem('field/fixed', { label, register: definition.title }));
}

/** A row that brings nothing usable adds no record; what of it does not fit is said. */
function readRow(
  register: RegisterId,
  row: TypedRow,
  readCell: CellReader,
): { edit?: TypedEdit; refused: RefusedCell[] } {
  const { id, after } = row;
  const values: Record<string, FieldValues[string]> = { ...row.values };
  const fields: string[] = [];
  const refused: RefusedCell[] = [];
  for (const cell of row.cells) {
    if (cell.text.trim() === '') continue;
    const read = readCell({ ...cell, id }, undefined);
    if (!read.ok) refused.push({ id, field: cell.field, reason: problemText(read.error) });
    else {
      Object.assign(values, read.value);
      fields.push(cell.field);
    }
  }
  if (fields.length === 0) return { refused };
  return { edit: { edit: { kind: 'add', register, id, values, after }, fields }, refused };
}

/** One typed text as the value of its field, or why it is none; nothing is changed. */
export function readTypedText(
  workbook: Workbook,
  register: RegisterId,
  cell: Omit<TypedCell, 'id'>,
  near: CalendarDate,
): Result<FieldValues, string> {
  const typed = { ...cell, id: '' };
  const read = cellReader(workbook, { register, cells: [typed], near })(typed, undefined);
  return read.ok ? read : err(problemText(read.error));
}

type CellReader = (cell: TypedCell, record: AnyRecord | undefined) => Result<FieldValues, Problem>;

/** Reads cells as they are meant among the others that came with them. */
function cellReader(workbook: Workbook, input: TypedInput): CellReader {
  const { register, cells, rows = [], readColumn, near } = input;
  const definition = definitionOf(register);
  const currency = workbook.tables.organisation.live[0]?.currency ?? 'USD';
  const all = [...cells, ...rows.flatMap((row) => row.cells)];
  const writing = writingOf(
    all.flatMap(({ field: name, text }) => {
      const field = fieldOf(definition, name);
      return field === undefined ? [] : [{ field, text }];
    }),
  );
  return (cell, record) => {
    const special = readColumn?.(cell, record);
    if (special !== undefined) return special;
    const field = fieldOf(definition, cell.field);
    if (field === undefined) {
      return err(problem('field/computed', { register: definition.title, field: cell.field }));
    }
    if (cell.picked !== undefined) return ok({ [cell.field]: cell.picked });
    const read = parseText(field, cell.text, {
      currency,
      resolve: (target, text) => recordsCalled(workbook, target, text),
      ...writing,
      ...(near === undefined ? {} : { near }),
    });
    return read.ok
      ? ok({ [cell.field]: read.value })
      : err(inTypedWords(read.error, field, cell.text, currency));
  };
}

/** Limits of money are told in the units people type, and options by the words they see. */
function inTypedWords(error: Problem, field: Field, text: string, currency: string): Problem {
  const { label } = field;
  const given = text.trim();
  if (error.code === 'field/notAnOption' && field.kind === 'choice') return notAnOption(field, given);
  if (error.code !== 'field/outOfRange' || field.kind !== 'money') return error;
  const limit = (units: number | undefined): string =>
    units === undefined ? '' : formatMoney(units, currency);
  return problem('field/outOfRange', { label, given, min: limit(field.min), max: limit(field.max) });
}

/** The records in use that go by this name; where there are none, those by these initials. */
function recordsCalled(workbook: Workbook, target: string, text: string): readonly string[] {
  const register = registerIds.find((id) => id === target);
  if (register === undefined) return [];
  const wanted = folded(text);
  const { live } = tableOf(workbook, register);
  const named = live.filter((record) => folded(titleOf(definitionOf(register), record)) === wanted);
  const short = live.filter((record) => {
    const initials = record['initials'];
    return typeof initials === 'string' && initials !== '' && folded(initials) === wanted;
  });
  return (named.length > 0 ? named : short).map(({ id }) => id);
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}

/** @param changed the fields that are written, one for each cell */
function labelOf(register: RegisterId, changed: readonly string[], added: number): string {
  const definition = definitionOf(register);
  const { singular, fields } = definition;
  if (added > 0) {
    return added === 1 ? `Add ${singular.toLowerCase()}` : `Add ${String(added)} ${pluralOf(definition)}`;
  }
  const [first = ''] = changed;
  const field = fields[first]?.label ?? first;
  return changed.length === 1 ? `Change ${field.toLowerCase()}` : `Change ${String(changed.length)} cells`;
}

export interface TypedOutcome {
  /** How many cells were taken over. */
  readonly accepted: number;
  readonly refused: readonly RefusedCell[];
}

/** Rules between fields refuse one record at a time; after so many the whole change is refused. */
const MOST_TRIES = 50;

/**
 * Runs a typed command as one step. A record whose new values break a rule, such as an end before its start, is left as
 * it is and told; the others are changed.
 */
export function runTyped(
  typed: TypedCommand,
  attempt: (command: Command) => Result<undefined, Problem & { readonly edit?: number }>,
): TypedOutcome {
  const refused = [...typed.refused];
  let edits = typed.edits;
  for (let tries = 0; edits.length > 0; tries++) {
    const done = attempt({ label: typed.label, edits: edits.map(({ edit }) => edit) });
    if (done.ok) return { accepted: edits.reduce((sum, { fields }) => sum + fields.length, 0), refused };
    const culprit = tries < MOST_TRIES ? edits[done.error.edit ?? -1] : undefined;
    const left = culprit === undefined ? edits : [culprit];
    const reason = problemText(done.error);
    refused.push(
      ...left.flatMap(({ edit, fields }) => fields.map((field) => ({ id: edit.id, field, reason }))),
    );
    edits = culprit === undefined ? [] : edits.filter((edit) => edit !== culprit);
  }
  return { accepted: 0, refused };
}
