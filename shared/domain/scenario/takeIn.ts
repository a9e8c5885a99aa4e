/**
 * After a what-if was merged into its plan: the one command that makes the plan say what was chosen. Merging brings in
 * everything; what was not chosen goes back to what the plan said, and where both had changed a field and a person has
 * chosen already, the choice is written. With everything chosen there is mostly nothing left to do.
 */
import type { Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import { fieldPlaceKey } from '../edits/baseValues';
import { ok, type Result } from '../base/result';
import { checkEdits } from '../edits/checkEdits';
import type { Command, Edit } from '../edits/edit';
import { fieldChanges } from '../edits/fieldChanges';
import { fittingEdits, type FittingEdits } from '../edits/fittingEdits';
import { setApart } from '../edits/fixedFields';
import { sameValue } from '../register/canonical';
import type { StoredValue } from '../register/field';
import type { AnyRecord } from '../register/record';
import { isRegisterId, type RegisterId } from '../registers/all';
import { TURN } from '../review/takeBackMerge';
import { ARCHIVED_FIELD } from '../review/valueText';
import { tableOf, type Workbook } from '../workbook';
import { choiceOf, type Choices } from './choices';
import type { ScenarioChange, ScenarioComparison } from './compareScenario';

export interface TakenIn {
  /** Undefined when merging alone has done it all. */
  readonly command: Command | undefined;
  /** Records in which a rule of the plan keeps what was not chosen, or keeps out what was. */
  readonly kept: number;
  /** Records that were to be asked about and cannot be, because the what-if was in the plan before: it goes on as it is. */
  readonly unasked: number;
  /** Why, for the first of them. */
  readonly reason?: string;
}

export interface TakenStates {
  /** The plan before the what-if was merged into it. */
  readonly before: Workbook;
  readonly scenario: Workbook;
  /** The plan with the what-if merged into it. */
  readonly merged: Workbook;
}

/** @param comparison of the what-if with the plan before the merge */
export function settleTakeIn(states: TakenStates, comparison: ScenarioComparison, choices: Choices): TakenIn {
  const wishes = new Wishes(states);
  for (const change of comparison.changes) wishes.add(change, choiceOf(change, choices));
  wishes.keepTheRest();
  const fitting = fittingWishes(states.merged, wishes);
  if (!fitting.ok)
    return {
      ...{ command: undefined, kept: comparison.changes.length, unasked: 0 },
      reason: problemText(fitting.error),
    };
  const { entries: fits, left } = fitting.value;
  const command: Command = { label: 'Take in only what was chosen', edits: fits.map(({ edit }) => edit) };
  return {
    command: fits.length === 0 ? undefined : command,
    kept: new Set(left.map(({ entry }) => entry.edit.id)).size,
    unasked: wishes.unasked.size,
    ...(left[0] === undefined ? {} : { reason: problemText(left[0].problem) }),
  };
}

interface EditEntry {
  readonly edit: Edit;
}

/** How often what a task takes along may in turn take something along. */
const MOST_ROUNDS = 4;

/**
 * A task takes what lies under it and its links along, into the bin and out of it. What was not meant by that goes back
 * after it, in the same command.
 */
function fittingWishes(merged: Workbook, wishes: Wishes): Result<FittingEdits<EditEntry>, Problem> {
  const entries: EditEntry[] = wishes.edits().map((edit) => ({ edit }));
  entries.sort((a, b) => TURN[a.edit.kind] - TURN[b.edit.kind]);
  let fitting = fittingEdits(merged, entries);
  for (let round = 0; round < MOST_ROUNDS && fitting.ok; round++) {
    const { entries: fits, left } = fitting.value;
    const checked = checkEdits(
      merged,
      fits.map(({ edit }) => edit),
    );
    const meant = checked.ok ? wishes.missed(checked.value) : [];
    if (meant.length === 0) break;
    const next = fittingEdits(merged, [...fits, ...meant.map((edit) => ({ edit }))]);
    fitting = next.ok ? ok({ ...next.value, left: [...left, ...next.value.left] }) : next;
  }
  return fitting;
}

interface Wish {
  readonly register: RegisterId;
  readonly id: string;
  readonly values: Record<string, StoredValue>;
  archived?: boolean;
}

/** What the merged plan is to say where it does not say it by itself. */
class Wishes {
  private readonly wishes = new Map<string, Wish>();
  /** `register/id/field` of what somebody chose about, and of new records without a field. */
  private readonly settled = new Set<string>();
  private readonly newConflicts: ReadonlySet<string>;
  /** Ids of records about which nothing could be asked. */
  readonly unasked = new Set<string>();
  /** `register/id` to whether it is meant to be in the bin, where somebody chose. */
  private readonly bins = new Map<string, boolean>();

  constructor(private readonly states: TakenStates) {
    const known = new Set(states.before.conflicts.map(fieldPlaceKey));
    this.newConflicts = new Set(states.merged.conflicts.map(fieldPlaceKey).filter((key) => !known.has(key)));
  }

  add(change: ScenarioChange, choice: ReturnType<typeof choiceOf>): void {
    const { register, id, kind } = change;
    if (kind === 'added') {
      this.settled.add(`${register}/${id}`);
      this.wishArchived(register, id, choice === 'leave');
      return;
    }
    for (const { field } of change.fields) this.settled.add(fieldPlaceKey({ register, id, field }));
    if (choice === 'take' && change.beside === 'joins') return;
    if (choice === 'ask') {
      if (kind === 'changed' && !this.isAsked(change)) this.goOnAsBefore(change);
      return;
    }
    const wanted = this.recordIn(choice === 'take' ? 'scenario' : 'before', register, id);
    if (wanted === undefined) return;
    for (const { field } of change.fields) this.wish(register, wanted, field);
  }

  /** What the what-if wrote and took back again may come in beside what the plan says; the plan goes on saying it. */
  keepTheRest(): void {
    const { before, merged } = this.states;
    const changed = fieldChanges(before, merged).map(fieldPlaceKey);
    for (const key of new Set([...changed, ...this.newConflicts])) {
      const [register = '', id = '', field = ''] = key.split('/');
      if (this.settled.has(key) || this.settled.has(`${register}/${id}`) || !isRegisterId(register)) continue;
      const was = this.recordIn('before', register, id);
      if (was !== undefined) this.wish(register, was, field);
    }
  }

  edits(): readonly Edit[] {
    return [...this.wishes.values()].flatMap(({ register, id, values, archived }): Edit[] => [
      ...setApart(register, id, values),
      ...(archived === undefined ? [] : [{ kind: archived ? 'archive' : 'restore', register, id } as const]),
    ]);
  }

  /** What puts records back that others have taken along. @param checked edits with all that they take along */
  missed(checked: readonly Edit[]): readonly Edit[] {
    const last = new Map<string, Edit>();
    for (const edit of checked) {
      if (edit.kind === 'archive' || edit.kind === 'restore') last.set(`${edit.register}/${edit.id}`, edit);
    }
    return [...last].flatMap(([key, { kind, register, id }]): Edit[] => {
      const wanted = this.bins.get(key) ?? this.recordIn('merged', register, id)?.archived;
      return wanted === undefined || wanted === (kind === 'archive')
        ? []
        : [{ kind: wanted ? 'archive' : 'restore', register, id }];
    });
  }

  /** The value of the what-if is one of those that wait for a choice. */
  private isAsked({ register, id, fields }: ScenarioChange): boolean {
    const wanted = this.recordIn('scenario', register, id);
    return this.states.merged.conflicts.some(
      (conflict) =>
        conflict.register === register &&
        conflict.id === id &&
        fields.some(({ field }) => conflict.field === field) &&
        conflict.values.some(({ value }) => sameValue(value, wanted?.[conflict.field])),
    );
  }

  /** What was merged and settled before is not asked again: the plan says what it said, and what waits goes on waiting. */
  private goOnAsBefore({ register, id, fields }: ScenarioChange): void {
    const [was, is] = [this.recordIn('before', register, id), this.recordIn('merged', register, id)];
    if (was === undefined || is === undefined) return;
    this.unasked.add(id);
    for (const { field } of fields) if (!sameValue(was[field], is[field])) this.wish(register, was, field);
  }

  private wish(register: RegisterId, wanted: AnyRecord, field: string): void {
    const { id } = wanted;
    if (field === ARCHIVED_FIELD) {
      this.wishArchived(register, id, wanted.archived);
      return;
    }
    const is = this.recordIn('merged', register, id);
    const isOpen = this.states.merged.conflicts.some(
      (conflict) => conflict.register === register && conflict.id === id && conflict.field === field,
    );
    if (is === undefined || (sameValue(is[field], wanted[field]) && !isOpen)) return;
    this.wishFor(register, id).values[field] = wanted[field] ?? null;
  }

  private wishArchived(register: RegisterId, id: string, archived: boolean): void {
    this.bins.set(`${register}/${id}`, archived);
    const is = this.recordIn('merged', register, id);
    const isOpen = this.newConflicts.has(fieldPlaceKey({ register, id, field: ARCHIVED_FIELD }));
    if (is !== undefined && (is.archived !== archived || isOpen))
      this.wishFor(register, id).archived = archived;
  }

  private wishFor(register: RegisterId, id: string): Wish {
    const key = `${register}/${id}`;
    const wish = this.wishes.get(key) ?? { register, id, values: {} };
    this.wishes.set(key, wish);
    return wish;
  }

  private recordIn(which: keyof TakenStates, register: RegisterId, id: string): AnyRecord | undefined {
    return tableOf(this.states[which], register).byId.get(id);
  }
}
