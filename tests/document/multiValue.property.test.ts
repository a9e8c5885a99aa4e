/**
 * The promise of the register, over thousands of random schedules of two to five replicas that write, deliver late, in
 * any order, twice, or only in part: no value is lost that nobody saw, none comes back that somebody replaced, all
 * replicas show the same one first and have the same digest.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentDigest } from '../../shared/document/fingerprint';
import { rootsOf, type WrittenValue } from '../../shared/document/layout';
import { readRegister, replaceRegister } from '../../shared/document/multiValue';
import { tries } from '../support/tries';

const RECORDS = ['r0', 'r1'];
const KEYS = ['name', 'timing'];

interface Write {
  readonly number: number;
  readonly record: string;
  readonly key: string;
  readonly replaced: readonly number[];
}

type Step =
  | { kind: 'write'; replica: number; record: number; key: number; skew: number; value: number }
  | { kind: 'deliver'; from: number; to: number; skip: number; reverse: boolean; twice: boolean };

class ReplicaUnderTest {
  readonly doc = new Y.Doc();
  readonly sent: Uint8Array[] = [];

  constructor(private readonly actor: number) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'own') this.sent.push(update);
    });
  }

  entries(record: string): Y.Array<unknown> {
    const array = rootsOf(this.doc).records.get(record);
    if (!(array instanceof Y.Array)) throw new Error('record is missing');
    return array;
  }

  /** The value carries the write's number, so that the oracle can tell equal-looking writes apart. */
  write(number: number, record: string, key: string, skew: number, value: number): Write {
    const written: WrittenValue = {
      key,
      value: [number, value],
      time: 1000 + number + skew,
      actor: this.actor,
    };
    const before = this.doc.transact(() => replaceRegister(this.entries(record), key, [written]), 'own');
    return { number, record, key, replaced: before.map((entry) => (entry.value as number[])[0] ?? -1) };
  }

  numbers(record: string, key: string): number[] {
    return readRegister(this.entries(record), key).map((entry) => (entry.value as number[])[0] ?? -1);
  }
}

function replicas(count: number): ReplicaUnderTest[] {
  const all = Array.from({ length: count }, (_, index) => new ReplicaUnderTest(index + 1));
  const seed = new Y.Doc();
  for (const record of RECORDS) rootsOf(seed).records.set(record, new Y.Array());
  const state = Y.encodeStateAsUpdate(seed);
  for (const replica of all) Y.applyUpdate(replica.doc, state, 'seed');
  return all;
}

function play(count: number, steps: readonly Step[]): { all: ReplicaUnderTest[]; writes: Write[] } {
  const all = replicas(count);
  const writes: Write[] = [];
  for (const step of steps) {
    if (step.kind === 'write') {
      const replica = all[step.replica % count];
      const [record, key] = [RECORDS[step.record] ?? 'r0', KEYS[step.key] ?? 'name'];
      if (replica !== undefined)
        writes.push(replica.write(writes.length, record, key, step.skew, step.value));
      continue;
    }
    const [from, to] = [all[step.from % count], all[step.to % count]];
    if (from === undefined || to === undefined || from === to) continue;
    const batch = from.sent.slice(step.skip % (from.sent.length + 1));
    if (step.reverse) batch.reverse();
    for (const update of step.twice ? [...batch, ...batch] : batch) Y.applyUpdate(to.doc, update, 'peer');
  }
  for (const from of all)
    for (const to of all)
      for (const update of from.sent) if (from !== to) Y.applyUpdate(to.doc, update, 'peer');
  return { all, writes };
}

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('write' as const),
    replica: fc.nat(4),
    record: fc.nat(1),
    key: fc.nat(1),
    skew: fc.integer({ min: -900, max: 900 }),
    value: fc.nat(2),
  }),
  fc.record({
    kind: fc.constant('deliver' as const),
    from: fc.nat(4),
    to: fc.nat(4),
    skip: fc.nat(20),
    reverse: fc.boolean(),
    twice: fc.boolean(),
  }),
);

function holdsItsPromise(count: number, steps: readonly Step[]): void {
  const { all, writes } = play(count, steps);
  const replaced = new Set(writes.flatMap((write) => write.replaced));
  for (const record of RECORDS) {
    for (const key of KEYS) {
      const expected = writes
        .filter((write) => write.record === record && write.key === key && !replaced.has(write.number))
        .map((write) => write.number);
      for (const replica of all) {
        expect([...replica.numbers(record, key)].sort((a, b) => a - b)).toEqual(expected);
      }
      expect(new Set(all.map((replica) => replica.numbers(record, key)[0])).size).toBe(1);
    }
  }
  expect(new Set(all.map((replica) => contentDigest(replica.doc))).size).toBe(1);
}

describe('the multi-value register', () => {
  test('loses no value, brings none back, shows one first and has one digest on every replica', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5 }),
        fc.array(step, { minLength: 1, maxLength: 50 }),
        (count, steps) => {
          holdsItsPromise(count, steps);
        },
      ),
      tries(400),
    );
  });

  test('shows the later write first whatever the order of arrival', () => {
    const [a, b] = replicas(2);
    if (a === undefined || b === undefined) throw new Error('two replicas were asked for');
    a.write(1, 'r0', 'name', 50, 0);
    b.write(2, 'r0', 'name', 0, 0);
    for (const update of b.sent) Y.applyUpdate(a.doc, update);
    for (const update of a.sent) Y.applyUpdate(b.doc, update);
    expect(a.numbers('r0', 'name')).toEqual([1, 2]);
    expect(b.numbers('r0', 'name')).toEqual([1, 2]);
  });
});
