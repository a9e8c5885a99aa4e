/**
 * A what-if beside the plan it was made from, change by change. Three states are compared: the common base, the plan as
 * it stands now, and the what-if. Fields that are stored as one value are one change, so that no mixture can be taken.
 */
import type { FieldChange } from '../edits/change';
import { fieldChanges } from '../edits/fieldChanges';
import { recordName } from '../records/recordName';
import { sameValue } from '../register/canonical';
import { isSetField } from '../register/field';
import { emptyRecord, fieldOf, fieldsOf, type AnyRecord } from '../register/record';
import { definitionOf, isRegisterId, type RegisterId } from '../registers/all';
import { changesByRecord } from '../review/takeBackMerge';
import { ARCHIVED_FIELD, fieldLabel, valueText } from '../review/valueText';
import { tableOf, type Conflict, type Workbook } from '../workbook';

/** The three states that are compared. */
export interface ScenarioStates {
  /** The plan when the what-if was made. */
  readonly base: Workbook;
  readonly plan: Workbook;
  readonly scenario: Workbook;
}

/** What a field says in each of the three, in words. */
export interface ComparedField {
  readonly field: string;
  readonly label: string;
  readonly base: string;
  readonly plan: string;
  readonly scenario: string;
}

export interface ScenarioChange {
  /** Stable while the change stands. */
  readonly key: string;
  readonly kind: 'added' | 'changed' | 'archived' | 'restored';
  readonly register: RegisterId;
  readonly id: string;
  readonly recordName: string;
  /** Of a new record, everything that is filled in but its name; else at least one. */
  readonly fields: readonly ComparedField[];
  /**
   * The plan has changed the same since. `question`: one of the two must be chosen, now or under Review; `joins`: taken
   * in, both come together, as with texts and sets.
   */
  readonly beside: 'question' | 'joins' | null;
  /** Keys of new records that this one names: taken without them it would lead nowhere. */
  readonly needs: readonly string[];
}

export interface ScenarioComparison {
  /** Register by register, in the order of the records and their fields. */
  readonly changes: readonly ScenarioChange[];
  /** Records the plan has changed or added since, of which the what-if knows nothing. */
  readonly planMoved: number;
}

export function compareScenario(states: ScenarioStates): ScenarioComparison {
  const { plan, scenario } = states;
  const moved = new Set<string>();
  const changes: Unlinked[] = [];
  for (const fields of changesByRecord({ before: plan, after: scenario })) {
    const found = recordChanges(states, fields);
    changes.push(...found.changes);
    if (found.hasMoved) moved.add(`${found.register}/${found.id}`);
  }
  for (const { register, id } of fieldChanges(scenario, plan)) {
    if (isRegisterId(register) && !tableOf(scenario, register).byId.has(id)) moved.add(`${register}/${id}`);
  }
  const added = new Map(changes.filter(({ kind }) => kind === 'added').map(({ id, key }) => [id, key]));
  const named = changes.map((change) => ({ ...change, needs: needsOf(scenario, change, added) }));
  return { changes: named, planMoved: moved.size };
}

type Unlinked = Omit<ScenarioChange, 'needs'>;

interface RecordChanges {
  readonly register: string;
  readonly id: string;
  readonly changes: readonly Unlinked[];
  /** The plan says something newer than the what-if. */
  readonly hasMoved: boolean;
}

/** @param differing of one record: what the plan and the what-if say differently */
function recordChanges(states: ScenarioStates, differing: readonly FieldChange[]): RecordChanges {
  const { register, id } = differing[0] ?? { register: '', id: '' };
  const nothing = { register, id, changes: [], hasMoved: false };
  if (!isRegisterId(register)) return nothing;
  const definition = definitionOf(register);
  const at = (workbook: Workbook): AnyRecord | undefined => tableOf(workbook, register).byId.get(id);
  const [base, plan, scenario] = [at(states.base), at(states.plan), at(states.scenario)];
  if (scenario === undefined) return nothing;
  const common = { register, id, recordName: recordName(states.scenario, register, id) } as const;
  const compared = (field: string): ComparedField => comparedField(states, register, id, field);
  // A record that came and went in the what-if was never meant for the plan.
  if (plan === undefined && scenario.archived) return nothing;
  const wasLeftOut = base === undefined && plan?.archived === true && !scenario.archived;
  if (plan === undefined || wasLeftOut) {
    const empty = emptyRecord(definition, id);
    const filled = fieldsOf(definition).filter(
      ([field]) => field !== definition.titleField && !sameValue(empty[field], scenario[field]),
    );
    const key = `${register}/${id}`;
    const fields = filled.map(([field]) => compared(field));
    return {
      ...nothing,
      changes: [{ ...common, key, kind: 'added', fields, beside: null }],
    };
  }
  const differs = new Set(differing.map(({ field }) => field));
  const openFields = askedSince(states, id);
  const changes: Unlinked[] = [];
  let hasMoved = false;
  for (const group of groupsOf(register)) {
    const fields = group.filter((field) => differs.has(field));
    if (fields.length === 0) continue;
    const byScenario = group.some((field) => isOther(base, scenario, field));
    const byPlan = group.some((field) => isOther(base, plan, field) || openFields.has(field));
    if (!byScenario) {
      hasMoved = true;
      continue;
    }
    const key = `${register}/${id}/${group[0] ?? ''}`;
    const beside = byPlan ? (group.every((field) => joins(register, field)) ? 'joins' : 'question') : null;
    changes.push({ ...common, key, kind: 'changed', fields: fields.map(compared), beside });
  }
  const isWritten = changes.some(({ fields }) => fields.some(({ field }) => !isLongText(register, field)));
  const archiving = archivingOf(register, { base, plan, scenario }, isWritten);
  if (archiving === 'moved') hasMoved = true;
  else if (archiving !== null) {
    const kind = scenario.archived ? 'archived' : 'restored';
    const key = `${register}/${id}/${ARCHIVED_FIELD}`;
    changes.push({ ...common, key, kind, fields: [compared(ARCHIVED_FIELD)], beside: archiving.beside });
  }
  return { register, id, changes, hasMoved };
}

/** What waits in the plan and did not when the what-if was made: it answers itself what it began with. */
function askedSince({ base, plan }: ScenarioStates, id: string): ReadonlySet<string> {
  const known = base.conflicts.filter((conflict) => conflict.id === id);
  const isKnown = ({ field, values }: Conflict): boolean =>
    known.some((conflict) => conflict.field === field && sameValues(conflict.values, values));
  return new Set(
    plan.conflicts.flatMap((conflict) => (conflict.id === id && !isKnown(conflict) ? [conflict.field] : [])),
  );
}

function sameValues(one: Conflict['values'], other: Conflict['values']): boolean {
  return (
    one.length === other.length &&
    one.every(({ value, by, at }) =>
      other.some((each) => each.by === by && each.at === at && sameValue(each.value, value)),
    )
  );
}

/** A record that is not in the base came to both since; what was changed of it where, nobody can tell. */
function isOther(base: AnyRecord | undefined, record: AnyRecord, field: string): boolean {
  return base === undefined || !sameValue(base[field], record[field]);
}

/**
 * Whether the record is in the bin. One side only can have changed that; what the other wrote into the record meanwhile
 * makes it a question, as after every merge.
 */
function archivingOf(
  register: RegisterId,
  { base, plan, scenario }: { base: AnyRecord | undefined; plan: AnyRecord; scenario: AnyRecord },
  isWritten: boolean,
): { readonly beside: 'question' | null } | 'moved' | null {
  if (plan.archived === scenario.archived) return null;
  const byScenario = base === undefined || base.archived !== scenario.archived;
  if (!byScenario) return isWritten ? { beside: 'question' } : 'moved';
  const fields = fieldsOf(definitionOf(register)).map(([field]) => field);
  const isTouched = (field: string): boolean =>
    !isLongText(register, field) && isOther(base, plan, field) && !sameValue(plan[field], scenario[field]);
  const touched = base !== undefined && fields.some(isTouched);
  return { beside: touched ? 'question' : null };
}

/** What is written into one goes with its record, into the bin and out of it. */
function isLongText(register: RegisterId, name: string): boolean {
  return fieldOf(definitionOf(register), name)?.kind === 'longText';
}

/** The fields of a register, those together that are stored as one value. */
function groupsOf(register: RegisterId): Iterable<readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, { group = `/${name}` }] of fieldsOf(definitionOf(register))) {
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [name]);
    else known.push(name);
  }
  return groups.values();
}

/** What was written apart comes together by itself: words of a text, elements of a set. */
function joins(register: RegisterId, name: string): boolean {
  const field = fieldOf(definitionOf(register), name);
  return field !== undefined && (isSetField(field) || field.kind === 'longText');
}

function comparedField(
  states: ScenarioStates,
  register: RegisterId,
  id: string,
  field: string,
): ComparedField {
  const text = (workbook: Workbook): string => {
    const record = tableOf(workbook, register).byId.get(id);
    return record === undefined ? '' : valueText(workbook, register, field, record[field]);
  };
  return {
    ...{ field, label: fieldLabel(register, field) },
    ...{ base: text(states.base), plan: text(states.plan), scenario: text(states.scenario) },
  };
}

/** @param added ids of new records to the keys of their changes */
function needsOf(
  scenario: Workbook,
  { register, id, key, fields }: Unlinked,
  added: ReadonlyMap<string, string>,
): readonly string[] {
  const record = tableOf(scenario, register).byId.get(id);
  const definition = definitionOf(register);
  const named = fields.flatMap(({ field }): readonly unknown[] => {
    const kind = fieldOf(definition, field)?.kind;
    const value = record?.[field];
    if (kind === 'refs') return Array.isArray(value) ? value : [];
    return kind === 'ref' || kind === 'anyRef' ? [value] : [];
  });
  const keys = named.flatMap((value) => (typeof value === 'string' ? [added.get(value) ?? key] : []));
  return [...new Set(keys)].filter((needed) => needed !== key);
}
