/** Which records of a starter pack are made, how often, and which copy a reference leads to. */
import type { Id } from '../base/ids';
import { fieldOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { conditionsHold, type Answers } from './answers';
import { WAVES } from './amount';
import type { Pack, PackRecord, PackTarget, WhichCopies } from './pack';

/** One record to be made. */
export interface Copy {
  readonly record: PackRecord;
  readonly id: Id;
  /** 1 for the first; 1 as well where there is only one. */
  readonly number: number;
  /** What it is made for; empty where it is made once. */
  readonly name: string;
  /** True if the record has several copies. */
  readonly hasSiblings: boolean;
  /** The part of the practice it stands for. */
  readonly share: number;
}

/** All records to be made, with a way from one to another. */
export class Copies {
  readonly all: readonly Copy[];
  private byRecord: ReadonlyMap<string, readonly Copy[]> = new Map();

  constructor(pack: Pack, answers: Answers, idFor: (register: RegisterId, key: string) => Id) {
    const wanted = pack.records
      .filter(({ when }) => conditionsHold(when, answers))
      .flatMap((record) => copiesOf(record, answers, idFor));
    this.all = this.thoseThatCanBe(wanted);
  }

  /** The records a target means, seen from a copy; none if they are left out. */
  find({ register, key, copy: which }: PackTarget, from: Copy): readonly Copy[] {
    const copies = this.byRecord.get(placeOf(register, key)) ?? [];
    switch (which) {
      case 'all':
        return copies;
      case 'first':
        return copies.slice(0, 1);
      case 'last':
        return copies.slice(-1);
      case 'previous':
        return copies.filter(({ number }) => number === from.number - 1);
      case 'same': {
        // What is made once is the same for everyone.
        return copies.filter(({ record, number }) => record.each === null || number === from.number);
      }
    }
  }

  /** Leaving one out may take the ground from another. */
  private thoseThatCanBe(wanted: readonly Copy[]): readonly Copy[] {
    this.byRecord = grouped(wanted);
    const parents = new Set(wanted.map((copy) => this.parentOf(copy)));
    const able = wanted.filter(
      (copy) => this.hasWhatItNeeds(copy) && (!isSummary(copy) || parents.has(copy)),
    );
    return able.length === wanted.length ? able : this.thoseThatCanBe(able);
  }

  /** A record needs those it must refer to: a link both its tasks. */
  private hasWhatItNeeds(copy: Copy): boolean {
    const definition = definitionOf(copy.record.register);
    return Object.entries(copy.record.values).every(
      ([name, value]) =>
        value.kind !== 'ref' ||
        fieldOf(definition, name)?.required !== true ||
        value.targets.some((target) => this.find(target, copy).length > 0),
    );
  }

  private parentOf(copy: Copy): Copy | undefined {
    const parent = copy.record.values['parent'];
    return parent?.kind === 'ref'
      ? parent.targets.flatMap((target) => this.find(target, copy))[0]
      : undefined;
  }
}

/** A heading, which is of no use with nothing under it. */
function isSummary({ record }: Copy): boolean {
  const kind = record.values['kind'];
  return record.register === 'tasks' && kind?.kind === 'literal' && kind.value === 'summary';
}

function placeOf(register: RegisterId, key: string): string {
  return `${register}/${key}`;
}

function grouped(copies: readonly Copy[]): ReadonlyMap<string, readonly Copy[]> {
  const groups = new Map<string, Copy[]>();
  for (const copy of copies) {
    const place = placeOf(copy.record.register, copy.record.key);
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [copy]);
    else group.push(copy);
  }
  return groups;
}

function copiesOf(
  record: PackRecord,
  answers: Answers,
  idFor: (register: RegisterId, key: string) => Id,
): readonly Copy[] {
  const { register, key, each } = record;
  if (each === null) {
    return [{ record, id: idFor(register, key), number: 1, name: '', hasSiblings: false, share: 1 }];
  }
  const members = membersOf(each.set, answers);
  return members.flatMap(({ name, share }, index): readonly Copy[] => {
    const number = index + 1;
    if (!isAmong(each.copies, number, members.length)) return [];
    const id = idFor(register, number === 1 ? key : `${key}-${String(number)}`);
    return [{ record, id, number, name, hasSiblings: members.length > 1, share }];
  });
}

function membersOf(set: string, { of, waves }: Answers): readonly { name: string; share: number }[] {
  if (set === WAVES) return waves;
  const names = of.get(set);
  return typeof names === 'object' ? names.map((name) => ({ name, share: 1 / names.length })) : [];
}

function isAmong(copies: WhichCopies, number: number, count: number): boolean {
  switch (copies) {
    case 'all':
      return true;
    case 'first':
      return number === 1;
    case 'later':
      return number > 1;
    case 'earlier':
      return number < count;
  }
}
