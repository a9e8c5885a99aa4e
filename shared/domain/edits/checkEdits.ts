/**
 * Checks a list of edits against a workbook before anything is written: all of them fit, or the first misfit is told
 * and nothing happens. Later edits of a list see the earlier ones.
 */
import { isRecordId } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { acceptValue } from '../register/accept';
import { isWritable } from '../register/field';
import { emptyRecord, fieldOf, fieldsOf, titleOf, type AnyRecord } from '../register/record';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import type { Workbook } from '../workbook';
import { DraftPlan } from './draftPlan';
import type { Edit, FieldValues } from './edit';
import { findCircle } from './findCircle';
import { mayStillBeWritten } from './fixedFields';
import { recordRule } from './recordRules';

/** @returns the edits in the form in which they are stored, archiving what hangs on an archived task too. */
export function checkEdits(
  workbook: Workbook,
  edits: readonly Edit[],
): Result<readonly Edit[], Problem & { edit?: number }> {
  const draft = new DraftPlan(workbook, edits);
  const checked: Edit[] = [];
  const movedBy = new Map<string, number>();
  for (const [index, edit] of edits.entries()) {
    const result = checkEdit(draft, edit);
    if (!result.ok) return err({ ...result.error, edit: index });
    checked.push(...result.value);
    for (const moved of result.value.filter(movesAnEdge)) movedBy.set(`${moved.register}/${moved.id}`, index);
  }
  const circle = movedBy.size > 0 ? findCircle(draft, movedBy) : undefined;
  return circle === undefined ? ok(checked) : err(circle);
}

/** Whether an edit can close a circle; most cannot, and looking for one walks the whole plan. */
function movesAnEdge(edit: Edit): boolean {
  if (edit.register !== 'links' && edit.register !== 'tasks') return false;
  if (edit.kind === 'restore') return true;
  if (edit.kind !== 'add' && edit.kind !== 'set') return false;
  return ['parent', 'predecessor', 'successor'].some((field) => (edit.values[field] ?? null) !== null);
}

function checkEdit(draft: DraftPlan, edit: Edit): Result<readonly Edit[], Problem> {
  const definition = definitionOf(edit.register);
  const existing = draft.record(edit.register, edit.id);
  if (edit.kind === 'add') {
    if (definition.singleton === true)
      return err(problem('record/singleton', { register: definition.title }));
    if (!isRecordId(edit.id)) return err(problem('record/badId', { id: edit.id }));
    if (existing !== undefined)
      return err(problem('record/exists', { register: definition.title, id: edit.id }));
    return checkValues(draft, edit, emptyRecord(definition, edit.id), true);
  }
  if (existing === undefined)
    return err(problem('record/unknown', { register: definition.title, id: edit.id }));
  switch (edit.kind) {
    case 'set':
      return checkValues(draft, edit, existing, false);
    case 'archive':
    case 'restore':
      if (definition.singleton === true)
        return err(problem('record/singleton', { register: definition.title }));
      return ok(withWhatHangsOnIt(draft, edit));
    case 'place':
      if (edit.after !== null && draft.record(edit.register, edit.after) === undefined) {
        return err(problem('record/unknown', { register: definition.title, id: edit.after }));
      }
      return ok([edit]);
    case 'placeAt':
      return ok([edit]);
  }
}

function checkValues(
  draft: DraftPlan,
  edit: Extract<Edit, { values: FieldValues }>,
  before: AnyRecord,
  isNew: boolean,
): Result<readonly Edit[], Problem> {
  const definition = definitionOf(edit.register);
  const values: Record<string, AnyRecord[string]> = {};
  for (const [name, value] of Object.entries(edit.values)) {
    const field = fieldOf(definition, name);
    if (field === undefined) {
      const known = fieldsOf(definition)
        .map(([field]) => field)
        .join(', ');
      return err(problem('field/unknown', { register: definition.title, field: name, known }));
    }
    const accepted = acceptValue(field, value);
    if (!accepted.ok) return accepted;
    const place = { register: edit.register, id: edit.id, field: name };
    const stays = !isNew && field.fixed === true;
    if (stays && !mayStillBeWritten(draft.workbook, place, [before[name], accepted.value])) {
      return err(problem('field/fixed', { label: field.label, register: definition.title }));
    }
    const missing = missingReference(
      draft,
      field.kind === 'ref' || field.kind === 'refs' ? field.register : undefined,
      accepted.value,
      before[name],
    );
    if (missing !== undefined) {
      const register = field.kind === 'ref' || field.kind === 'refs' ? field.register : '';
      return err(problem('field/notAnId', { label: field.label, given: missing, register }));
    }
    values[name] = accepted.value;
  }
  if (isNew) {
    const lacking = fieldsOf(definition).find(
      ([name, field]) => field.required === true && values[name] === undefined,
    );
    if (lacking !== undefined) {
      const [, field] = lacking;
      const code = isWritable(field) ? 'field/required' : 'field/notFigures';
      return err(problem(code, { label: field.label }));
    }
  }
  const after: AnyRecord = { ...before, ...values };
  draft.put(edit.register, after);
  const broken = recordRule(draft, edit.register, after, before, titleOf(definition, after));
  return broken === undefined ? ok([{ ...edit, values }]) : err(broken);
}

/** A reference that leads nowhere and did not stand there before. */
function missingReference(
  draft: DraftPlan,
  register: string | undefined,
  value: unknown,
  before: unknown,
): string | undefined {
  const target = registerIds.find((id) => id === register);
  if (target === undefined) return undefined;
  const ids = Array.isArray(value) ? (value as readonly string[]) : typeof value === 'string' ? [value] : [];
  const old: readonly unknown[] = Array.isArray(before) ? before : [before];
  return ids.find((id) => !draft.has(target, id) && !old.includes(id));
}

/**
 * Archiving a task archives what lies under it and the links at its ends; restoring brings them back. A record that is
 * where it should go already is written only if that settles something, and what hangs on it stays where it is.
 */
function withWhatHangsOnIt(
  draft: DraftPlan,
  edit: Extract<Edit, { kind: 'archive' | 'restore' }>,
): readonly Edit[] {
  const archived = edit.kind === 'archive';
  const edits: Edit[] = [];
  const turn = (register: RegisterId, record: AnyRecord): void => {
    if (record.archived === archived) return;
    draft.put(register, { ...record, archived });
    edits.push({ kind: edit.kind, register, id: record.id });
  };
  const first = draft.record(edit.register, edit.id);
  if (first === undefined) return edits;
  if (first.archived === archived) return isUndecided(draft.workbook, edit) ? [edit] : edits;
  if (edit.register !== 'tasks') {
    turn(edit.register, first);
    return edits;
  }
  const family = draft.whatHangs.family(edit.id);
  for (const id of family) {
    const task = draft.record('tasks', id);
    if (task !== undefined) turn('tasks', task);
  }
  for (const id of draft.whatHangs.linksAt(family)) {
    const current = draft.record('links', id);
    if (current === undefined) continue;
    const bothThere = [current['predecessor'], current['successor']].every(
      (end) => typeof end === 'string' && draft.record('tasks', end)?.archived === false,
    );
    if (archived || bothThere) turn('links', current);
  }
  return edits;
}

/** Whether sites disagree about a record being in the bin: one archived it, another kept it or went on editing it. */
function isUndecided({ conflicts }: Workbook, { register, id }: Edit): boolean {
  return conflicts.some(
    (waits) => waits.id === id && waits.register === register && waits.field === 'archived',
  );
}
