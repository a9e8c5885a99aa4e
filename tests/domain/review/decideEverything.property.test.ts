/** Two to four people edit apart, merge, decide everything, each for themselves, and merge until nothing is left to ask. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { applyChoices } from '../../../shared/domain/commands/review';
import type { Edit } from '../../../shared/domain/edits/edit';
import type { AnyRecord } from '../../../shared/domain/register/record';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import { tableOf } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../../support/replicas';
import { tries } from '../../support/tries';

const TASKS = ['a', 'b', 'c', 'd'];
const NAMES = ['Maria', 'Priya', 'Lee', 'Sam'];

const START: readonly Edit[] = [
  ...TASKS.map((word) => add('tasks', word, { name: `Task ${word}`, durationDays: 5 })),
  add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') }),
  add('costs', 'k', { name: 'Licenses', quantity: 1, unitCost: 5000, start: '2027-02-01' }),
];

const task = fc.constantFrom(...TASKS);

/** What the rules refuse is simply not done. */
const act: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .tuple(task, fc.integer({ min: 1, max: 60 }))
    .map(([id, days]) => set('tasks', id, { durationDays: days })),
  fc
    .tuple(task, fc.constantFrom(20, 60, 100))
    .map(([id, done]) => set('tasks', id, { percentComplete: done })),
  fc
    .tuple(task, fc.option(task))
    .map(([id, under]) => set('tasks', id, { parent: under === null ? null : uuid(under) })),
  fc.tuple(task, fc.string()).map(([id, name]) => set('tasks', id, { name: `Renamed ${name}` })),
  fc.nat(100_000).map((price) => set('costs', 'k', { unitCost: price })),
  fc.integer({ min: -20, max: 20 }).map((lagDays) => set('links', 'l', { lagDays })),
  fc
    .tuple(fc.constantFrom('archive' as const, 'restore' as const), task)
    .map(([kind, word]): Edit => ({ kind, register: 'tasks', id: uuid(word) })),
  fc
    .constantFrom('archive' as const, 'restore' as const)
    .map((kind): Edit => ({ kind, register: 'costs', id: uuid('k') })),
);

interface Round {
  /** Of each site, what it does apart from the others. */
  readonly acts: readonly (readonly Edit[])[];
  readonly picks: readonly number[];
  readonly order: readonly number[];
}

const round = (sites: number): fc.Arbitrary<Round> =>
  fc.record({
    acts: fc.array(fc.array(act, { maxLength: 6 }), { minLength: sites, maxLength: sites }),
    picks: fc.array(fc.nat(7), { minLength: 1, maxLength: 12 }),
    order: fc.shuffledSubarray(
      Array.from({ length: sites }, (_, at) => at),
      { minLength: sites, maxLength: sites },
    ),
  });

/** Everybody gets everything, in an order that differs from one to the next. */
function mergeAll(sites: readonly WorkbookDocument[], order: readonly number[]): void {
  const states = order.map((at) => sites[at]?.encodeState() ?? new Uint8Array());
  sites.forEach((site, at) => {
    const from = at % 2 === 0 ? states : states.toReversed();
    for (const state of from) site.merge(state);
  });
}

/** Chooses a value for every question; what a rule refuses is chosen otherwise the next time. */
function decideAll(site: WorkbookDocument, picks: readonly number[], turn: number): void {
  const workbook = site.workbook();
  const choices = decisionsOf(workbook).flatMap((decision, index) => {
    const pick = (picks[(index + turn) % picks.length] ?? 0) + turn;
    const option = decision.options[pick % decision.options.length];
    return option === undefined ? [] : [{ decision, values: option.values }];
  });
  applyChoices(workbook, choices, (command) => site.run(command));
}

/** Every field of every record with what is shown. */
function valuesOf(site: WorkbookDocument): ReadonlyMap<string, unknown> {
  const workbook = site.workbook();
  const records = (['tasks', 'costs', 'links'] as const).flatMap((register) => [
    ...tableOf(workbook, register).byId.values(),
  ]);
  return new Map(
    records.flatMap((record: AnyRecord) =>
      Object.entries(record).map(([field, value]) => [`${record.id}/${field}`, value]),
    ),
  );
}

test('leaves no question, the same plan everywhere, and no value lost that nobody replaced', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain((count) =>
        fc.record({
          count: fc.constant(count),
          first: round(count),
          turns: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }),
        }),
      ),
      ({ count, first: { acts, picks, order }, turns }) => {
        const clock = new TestClock();
        const base = startWorkbook(clock, START);
        const sites = Array.from({ length: count }, (_, at) => copyOf(base, at + 2, NAMES[at] ?? '', clock));
        const written = new Map<string, Set<unknown>>();
        sites.forEach((site, at) => {
          for (const edit of acts[at] ?? []) {
            clock.advance(turns[at % turns.length] ?? 1);
            site.run({ label: 'Edit', edits: [edit] });
          }
          for (const [place, value] of valuesOf(site)) {
            if (value !== valuesOf(base).get(place))
              written.set(place, (written.get(place) ?? new Set()).add(value));
          }
        });
        mergeAll(sites, order);
        // What one person wrote is shown or asked about: of a field only one wrote, nothing else is.
        const [someone] = sites;
        if (someone === undefined) return;
        const asked = new Map(
          someone
            .workbook()
            .conflicts.map((conflict) => [`${conflict.id}/${conflict.field}`, conflict.values]),
        );
        for (const [place, value] of valuesOf(someone)) {
          const choices = asked.get(place)?.map((each) => each.value) ?? [value];
          const known = written.get(place);
          if (known === undefined || place.endsWith('/archived') || place.endsWith('/parent')) continue;
          for (const wrote of known) expect(choices).toContainEqual(wrote);
        }
        // One decides everything, then everybody does, until nothing is left to decide.
        for (let turn = 0; turn < 12 && decisionsOf(someone.workbook()).length > 0; turn++) {
          clock.advance(5);
          const deciding = turn === 0 ? sites : [someone];
          for (const site of deciding) decideAll(site, picks, turn);
          mergeAll(sites, order);
        }
        for (const site of sites) expect(decisionsOf(site.workbook())).toEqual([]);
        expect(new Set(sites.map((site) => site.digest())).size).toBe(1);
      },
    ),
    tries(50),
  );
});

test('a value that only one wrote survives whatever is decided beside it', () => {
  const clock = new TestClock();
  const maria = startWorkbook(clock, START);
  const priya = copyOf(maria, 2, 'Priya', clock);
  run(maria, set('tasks', 'a', { durationDays: 7 }));
  run(priya, set('tasks', 'a', { durationDays: 9 }), set('tasks', 'a', { name: 'Only Priya' }));
  mergeAll([maria, priya], [0, 1]);
  decideAll(maria, [1], 0);
  mergeAll([maria, priya], [1, 0]);
  expect(priya.workbook().tables.tasks.byId.get(uuid('a'))?.name).toBe('Only Priya');
  expect(maria.digest()).toBe(priya.digest());
});
