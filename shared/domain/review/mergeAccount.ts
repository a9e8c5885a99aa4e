/**
 * What one merge brought into one copy, as a plain value: what came from whom, what it did to the plan, and what it left
 * to decide. It is made where the plan before the merge is still at hand, and can be sent to whoever writes the report.
 */
import { isCount, isJsonObject, parseAll } from '../base/json';
import { parseFieldChange, type FieldChange } from '../edits/change';
import { fieldChanges } from '../edits/fieldChanges';
import type { Plan } from '../plan';
import { canonicalJson, sameValue } from '../register/canonical';
import { isRegisterId, type RegisterId } from '../registers/all';
import { CONFLICT_CAUSES, tableOf, type Conflict, type WrittenValue } from '../workbook';
import type { MergeCheck } from './mergeCheck';
import { mergeChecks } from './mergeChecks';
import type { Merge } from './takeBackMerge';

/** How the report of it can be written. */
export type MergeReportFormat = 'html' | 'pdf' | 'xlsx' | 'json';

export interface MergeAccount {
  /** The copy that took something in; empty for the plan that is kept here. */
  readonly into: string;
  /** The files it took in. */
  readonly from: readonly string[];
  /** What became of the dates, the money and the problems, in sentences without their full stop. */
  readonly checks: readonly Pick<MergeCheck, 'tone' | 'text'>[];
  /** Records it did not have before. */
  readonly added: readonly { readonly register: RegisterId; readonly id: string }[];
  /** Field by field, with who wrote what came in. */
  readonly changes: readonly FieldChange[];
  /** Everything that waited for a choice right after it. */
  readonly asked: readonly Conflict[];
}

export interface MergeStates {
  readonly before: Plan;
  readonly after: Plan;
  readonly changes: readonly FieldChange[];
}

export function mergeAccount(
  { into, from }: Pick<MergeAccount, 'into' | 'from'>,
  { before, after, changes }: MergeStates,
): MergeAccount {
  const isNew = new Map<string, RegisterId>();
  for (const { register, id } of changes) {
    if (!isRegisterId(register) || isNew.has(id)) continue;
    if (!tableOf(before.workbook, register).byId.has(id)) isNew.set(id, register);
  }
  return {
    into,
    from,
    checks: mergeChecks(before, after).map(({ tone, text }) => ({ tone, text })),
    added: [...isNew].map(([id, register]) => ({ register, id })),
    changes,
    asked: after.workbook.conflicts,
  };
}

/** Whether these are the states between which the merge lies that an account tells of. */
export function isAccountOf({ changes }: MergeAccount, { before, after }: Merge): boolean {
  const told = changes.filter((change) => !sameValue(change.old, change.new));
  const textOf = ({ register, id, field, ...values }: FieldChange): string =>
    canonicalJson([register, id, field, values.old ?? null, values.new ?? null]);
  const known = new Set(told.map(textOf));
  const found = fieldChanges(before, after);
  return found.length === told.length && found.every((change) => known.has(textOf(change)));
}

/** Undefined when the value is none. */
export function parseMergeAccount(raw: unknown): MergeAccount | undefined {
  if (!isJsonObject(raw) || typeof raw['into'] !== 'string') return undefined;
  const from = parseAll(raw['from'], (name) => (typeof name === 'string' ? name : undefined));
  const checks = parseAll(raw['checks'], parseCheck);
  const added = parseAll(raw['added'], (place) => {
    const { register, id } = isJsonObject(place) ? place : {};
    return isRegisterId(register) && typeof id === 'string' ? { register, id } : undefined;
  });
  const changes = parseAll(raw['changes'], parseFieldChange);
  const asked = parseAll(raw['asked'], parseConflict);
  if (from === undefined || checks === undefined || added === undefined) return undefined;
  if (changes === undefined || asked === undefined) return undefined;
  return { into: raw['into'], from, checks, added, changes, asked };
}

function parseCheck(raw: unknown): MergeAccount['checks'][number] | undefined {
  const { tone, text } = isJsonObject(raw) ? raw : {};
  if (tone !== 'same' && tone !== 'moved' && tone !== 'broken') return undefined;
  return typeof text === 'string' ? { tone, text } : undefined;
}

function parseConflict(raw: unknown): Conflict | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { register, id, field, cause } = raw;
  const values = parseAll(raw['values'], parseWritten);
  if (!isRegisterId(register) || typeof id !== 'string' || typeof field !== 'string') return undefined;
  if (values === undefined) return undefined;
  const known = CONFLICT_CAUSES.find((each) => each === cause);
  return { register, id, field, values, ...(known === undefined ? {} : { cause: known }) };
}

function parseWritten(raw: unknown): WrittenValue | undefined {
  if (!isJsonObject(raw)) return undefined;
  const { by, at, value, actor } = raw;
  if (typeof by !== 'string' || typeof at !== 'string') return undefined;
  return { value, by, at, ...(isCount(actor) ? { actor } : {}) };
}
