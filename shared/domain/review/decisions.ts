/**
 * Fields that several sites wrote apart, as questions to a person: what stands to choose, who wrote it and when.
 * Fields that must change together are one question, so that no mixture of two people's values can be chosen.
 */
import type { FieldPlace } from '../edits/baseValues';
import { recordName } from '../records/recordName';
import { sameValue } from '../register/canonical';
import type { ReviewClass, StoredValue } from '../register/field';
import { fieldOf, fieldsOf } from '../register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../registers/all';
import type { Conflict, Workbook } from '../workbook';
import { ARCHIVED_FIELD, conflictLabel, conflictText, fieldLabel } from './valueText';

export interface DecisionOption {
  /** Field to value: what choosing this writes. */
  readonly values: Readonly<Record<string, StoredValue>>;
  /** The same in words, one line for each field. */
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** Who wrote it, and when: ISO 8601 in UTC. */
  readonly by: string;
  readonly at: string;
  /** Tells writers of one name apart: the number of the writer where it is known. */
  readonly writer: number | string;
  /** What the plan is calculated with meanwhile. */
  readonly isShown: boolean;
}

export interface Decision {
  /** Stable while the question stands. */
  readonly key: string;
  readonly register: RegisterId;
  readonly id: string;
  readonly recordName: string;
  readonly label: string;
  readonly fields: readonly string[];
  readonly options: readonly DecisionOption[];
  /** `decide`: waits for a person. `kept`: the newer value was kept, the other can still be chosen. */
  readonly weight: 'decide' | 'kept';
  /** Why nothing was chosen by itself. */
  readonly reason: string;
}

/** The questions of each plan: the rail, the status bar and the pages ask for the same ones. */
const known = new WeakMap<Workbook, readonly Decision[]>();

/** All questions of a plan: register by register, in the order of the records and of their fields. */
export function decisionsOf(workbook: Workbook): readonly Decision[] {
  const decisions = known.get(workbook) ?? findDecisions(workbook);
  known.set(workbook, decisions);
  return decisions;
}

/** The questions that such conflicts are, in their order: fields that must change together are one. */
export function questionsIn(workbook: Workbook, conflicts: readonly Conflict[]): readonly Decision[] {
  return [...groupedFields(conflicts)].map(([key, group]) => decisionOf(workbook, key, group));
}

/** Places by the record and the fields that must change together. */
export function groupedFields<T extends FieldPlace>(places: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const place of places) {
    const key = questionKey(place);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}

function findDecisions(workbook: Workbook): readonly Decision[] {
  return inPlanOrder(workbook, questionsIn(workbook, workbook.conflicts));
}

/** Register by register, in the order of the records and of their fields: the same on every computer. */
export function inPlanOrder(workbook: Workbook, decisions: readonly Decision[]): readonly Decision[] {
  const places = new Map<string, number>();
  return decisions
    .map((decision) => ({ decision, place: placeOf(workbook, decision, places) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ decision }) => decision);
}

/** The same for fields that must change together. */
export function questionKey({ register, id, field }: FieldPlace): string {
  const group = isRegisterId(register) ? fieldOf(definitionOf(register), field)?.group : undefined;
  return `${register}/${id}/${group ?? field}`;
}

function decisionOf(workbook: Workbook, key: string, conflicts: readonly Conflict[]): Decision {
  const [first] = conflicts;
  const register = first?.register ?? 'tasks';
  const id = first?.id ?? '';
  const fields = conflicts.map(({ field }) => field);
  return {
    key,
    register,
    id,
    recordName: recordName(workbook, register, id),
    label: conflicts.map(conflictLabel).join(', '),
    fields,
    options: optionsOf(workbook, conflicts),
    weight: conflicts.some(needsPerson) ? 'decide' : 'kept',
    reason: reasonFor(register, conflicts),
  };
}

function needsPerson(conflict: Conflict): boolean {
  return (
    conflict.cause !== undefined ||
    reviewClass(conflict.register, conflict.field) === 'decide' ||
    isOverForOne(conflict)
  );
}

/** Done for one, not done for another. Of a share, something done is on the way there, and only nothing is against it. */
function isOverForOne({ register, field: name, values }: Conflict): boolean {
  const field = fieldOf(definitionOf(register), name);
  const ends: readonly unknown[] = field?.ends ?? [];
  const isAgainst = (value: unknown): boolean =>
    field?.kind === 'percent' ? value === (field.min ?? 0) : !ends.includes(value);
  return values.some(({ value }) => ends.includes(value)) && values.some(({ value }) => isAgainst(value));
}

function reviewClass(register: RegisterId, field: string): ReviewClass {
  return field === ARCHIVED_FIELD ? 'decide' : (fieldOf(definitionOf(register), field)?.review ?? 'decide');
}

/** One option for each time somebody wrote; of fields that belong together, all values of that time. */
function optionsOf(workbook: Workbook, conflicts: readonly Conflict[]): DecisionOption[] {
  const written = conflicts.map((conflict) => ({ conflict, values: stampedValues(conflict) }));
  const stamps = new Map<string, Pick<Stamped, 'by' | 'at' | 'writer'>>();
  for (const { values } of written)
    for (const { stamp, by, at, writer } of values) stamps.set(stamp, { by, at, writer });
  return [...stamps].map(([stamp, { by, at, writer }]) => {
    const entries = written.map(({ conflict, values }) => [conflict.field, valueAt(values, stamp)] as const);
    return {
      values: Object.fromEntries(entries),
      lines: written.map(({ conflict, values }) => ({
        label: fieldLabel(conflict.register, conflict.field),
        text: conflictText(workbook, conflict, valueAt(values, stamp)),
      })),
      by,
      at,
      writer,
      isShown: written.every(
        ({ conflict, values }) =>
          conflict.cause !== 'contradictory' &&
          sameValue(conflict.values[0]?.value ?? null, valueAt(values, stamp)),
      ),
    };
  });
}

interface Stamped {
  readonly stamp: string;
  readonly value: StoredValue;
  readonly by: string;
  readonly at: string;
  readonly writer: number | string;
}

/** Two writes of one writer within a second are told apart by their turn. */
function stampedValues({ values }: Conflict): Stamped[] {
  const turns = new Map<string, number>();
  return values.map(({ value, by, at, actor }) => {
    const writer = actor ?? by;
    const name = JSON.stringify([writer, at]);
    const turn = (turns.get(name) ?? 0) + 1;
    turns.set(name, turn);
    // A conflict's values have been read through their field, so they are stored values.
    return { stamp: `${name}/${String(turn)}`, value: value as StoredValue, by, at, writer };
  });
}

/** The value a field had in one write. A write whose value does not fit the field says nothing of it: what is shown stays. */
function valueAt(values: readonly Stamped[], stamp: string): StoredValue {
  const exact = values.find((entry) => entry.stamp === stamp);
  return (exact ?? values[0])?.value ?? null;
}

function reasonFor(register: RegisterId, conflicts: readonly Conflict[]): string {
  const fields = conflicts.map(({ field }) => field);
  const causes = conflicts.map(({ cause }) => cause);
  if (causes.includes('archivedButEdited')) return 'Archived by one, edited by another';
  if (causes.includes('circle')) return 'Tasks were put under each other';
  if (causes.includes('contradictory')) return 'Decided both ways; choose which stands, or decide anew';
  if (fields.includes(ARCHIVED_FIELD)) return 'One site archived it, another kept it';
  if (conflicts.some(isOverForOne)) return 'It is over for one, not for another';
  const definition = definitionOf(register);
  const kinds = fields.map((name) => fieldOf(definition, name)?.kind);
  if (kinds.includes('money')) return 'Money is never averaged';
  if (fields.length > 1) return 'These belong together and are chosen together';
  if (kinds.includes('date')) return 'Dates are never averaged';
  if (kinds.includes('days')) return 'Days are never averaged';
  if (kinds.some((kind) => kind === 'decimal' || kind === 'percent' || kind === 'integer')) {
    return 'Figures are never averaged';
  }
  return 'Each was written without knowing of the other';
}

type Place = readonly [number, number, number];

function placeOf(workbook: Workbook, { register, id, fields }: Decision, places: Map<string, number>): Place {
  if (!places.has(`${register}/`)) {
    places.set(`${register}/`, 0);
    const { live, archived } = workbook.tables[register];
    [...live, ...archived].forEach((record, index) => places.set(`${register}/${record.id}`, index));
  }
  const names = fieldsOf(definitionOf(register)).map(([name]) => name);
  const field = names.indexOf(fields[0] ?? '');
  return [
    registerIds.indexOf(register),
    places.get(`${register}/${id}`) ?? 0,
    field === -1 ? names.length : field,
  ];
}

function comparePlaces(a: Place, b: Place): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** How many questions wait for a person; where the newer value was kept, none does. */
export function countToDecide(workbook: Workbook): number {
  return decisionsOf(workbook).filter(({ weight }) => weight === 'decide').length;
}

export interface ReviewWriter {
  readonly writer: number | string;
  readonly name: string;
  /** In how many of the questions there is a value of theirs. */
  readonly count: number;
}

/** Everyone who wrote a value that waits, by how many of the questions they have one in. */
export function writersOf(decisions: readonly Decision[]): readonly ReviewWriter[] {
  const writers = new Map<number | string, ReviewWriter>();
  for (const { options } of decisions) {
    for (const [writer, name] of new Map(options.map((option) => [option.writer, option.by])))
      writers.set(writer, { writer, name, count: (writers.get(writer)?.count ?? 0) + 1 });
  }
  return [...writers.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The place of the newest option; of equals the one that is shown. */
export function newestOption({ options }: Decision): number {
  return options.reduce((best, option, index) => ((options[best]?.at ?? '') < option.at ? index : best), 0);
}

/** The place of a writer's newest option; undefined where they wrote none. */
export function optionBy(decision: Decision, writer: ReviewWriter['writer']): number | undefined {
  const theirs = decision.options.flatMap((option, index) =>
    option.writer === writer ? [{ option, index }] : [],
  );
  return theirs.sort((a, b) => (a.option.at < b.option.at ? 1 : -1))[0]?.index;
}
