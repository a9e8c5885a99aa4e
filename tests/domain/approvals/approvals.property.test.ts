/** Decisions taken apart: nobody's is lost, every copy asks the same, and settling ends the asking. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { approvalStates, stateOf } from '../../../shared/domain/approvals/approvalState';
import { decide } from '../../../shared/domain/approvals/decide';
import { planOf } from '../../../shared/domain/plan';
import { chooseValue } from '../../../shared/domain/commands/conflictChoice';
import { mergeAccount, parseMergeAccount } from '../../../shared/domain/review/mergeAccount';
import { mergeReport } from '../../../shared/export/mergeReport/mergeReport';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import type { Conflict } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, mergeBoth, startWorkbook, TestClock } from '../../support/replicas';
import { tries } from '../../support/tries';

const TODAY = '2027-01-04';

interface Said {
  readonly site: 0 | 1 | 2;
  readonly about: 'gate' | 'budget';
  readonly decision: 'approved' | 'conditions' | 'refused' | 'deferred';
  readonly by: 'Ann' | 'Ben';
  /** Whether the site takes in what the next one has before it goes on. */
  readonly merges: boolean;
}

const saying: fc.Arbitrary<Said> = fc.record({
  site: fc.constantFrom(0, 1, 2),
  about: fc.constantFrom('gate', 'budget'),
  decision: fc.constantFrom('approved', 'conditions', 'refused', 'deferred'),
  by: fc.constantFrom('Ann', 'Ben'),
  merges: fc.boolean(),
});

function sites(): { readonly clock: TestClock; readonly documents: readonly WorkbookDocument[] } {
  const clock = new TestClock();
  const first = startWorkbook(clock, [add('gates', 'gate', { name: 'Go / no-go', offsetDays: -1 })]);
  return { clock, documents: [first, copyOf(first, 2, 'Priya', clock), copyOf(first, 3, 'Sam', clock)] };
}

/** @returns how many decisions were added */
function tell(said: readonly Said[], documents: readonly WorkbookDocument[], clock: TestClock): number {
  said.forEach(({ site, about, decision, by, merges }, index) => {
    const document = documents[site];
    const next = documents[(site + 1) % documents.length];
    if (document === undefined || next === undefined) return;
    if (merges) document.merge(next.encodeState());
    clock.advance(60);
    const values = {
      ...(about === 'gate' ? { about: uuid('gate') } : { kind: 'budget' }),
      decision,
      byName: by,
    };
    const command = decide(
      planOf(document.workbook(), TODAY),
      { id: uuid(`d${String(index)}`), values },
      TODAY,
    );
    if (!command.ok) throw new Error(JSON.stringify(command.error));
    expect(document.run(command.value).ok).toBe(true);
  });
  return said.length;
}

function mergeAll(documents: readonly WorkbookDocument[], order: readonly number[]): void {
  for (const at of [...order, ...order, ...order]) {
    const [one, other] = [documents[at % 3], documents[(at + 1) % 3]];
    if (one !== undefined && other !== undefined) mergeBoth(one, other);
  }
}

/** Ann approved a gate at the first site and Ben refused it at the second; neither site has read the other. */
function decidedBothWays(): readonly [WorkbookDocument, WorkbookDocument] {
  const { clock, documents } = sites();
  const [a, b] = documents;
  if (a === undefined || b === undefined) throw new Error('There are three.');
  const gate = { about: 'gate', merges: false } as const;
  tell(
    [
      { ...gate, site: 0, decision: 'approved', by: 'Ann' },
      { ...gate, site: 1, decision: 'refused', by: 'Ben' },
    ],
    documents,
    clock,
  );
  return [a, b];
}

const asked = ({ conflicts }: ReturnType<WorkbookDocument['workbook']>): readonly Conflict[] =>
  conflicts.filter(({ cause }) => cause === 'contradictory');

describe('decisions taken at three sites', () => {
  test('are all kept, come to the same and are asked alike everywhere, in whatever order they meet', () => {
    fc.assert(
      fc.property(
        fc.array(saying, { maxLength: 8 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        (said, order) => {
          const { clock, documents } = sites();
          const count = tell(said, documents, clock);
          mergeAll(documents, order);
          const [first, ...others] = documents.map((document) => document.workbook());
          expect(first?.tables.approvals.live).toHaveLength(count);
          for (const other of others) {
            expect(other.conflicts).toEqual(first?.conflicts);
            expect([...approvalStates(other)]).toEqual(first === undefined ? [] : [...approvalStates(first)]);
          }
          for (const state of first === undefined ? [] : approvalStates(first).values()) {
            const isAsked = asked(first ?? ({ conflicts: [] } as never)).some(({ values }) =>
              values.some(({ value }) => value === state.standing[0]?.id),
            );
            expect(state.outcome === 'contradictory').toBe(isAsked);
            expect(state.standing.length).toBeGreaterThan(0);
          }
        },
      ),
      tries(25),
    );
  });

  test('that contradict are settled by a choice on every copy; where two sites choose otherwise, it is asked again', () => {
    fc.assert(
      fc.property(
        fc.array(saying, { minLength: 2, maxLength: 7 }),
        fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
        (said, picks) => {
          const { clock, documents } = sites();
          const count = tell(said, documents, clock);
          mergeAll(documents, [0, 1, 2]);
          const choose = (document: WorkbookDocument, pick: number): string[] => {
            clock.advance(60);
            return asked(document.workbook()).map((conflict) => {
              const index = pick % conflict.values.length;
              const command = chooseValue(document.workbook(), conflict, index);
              if (command === undefined || !document.run(command).ok) throw new Error('Not chosen.');
              return String(conflict.values[index]?.value);
            });
          };
          const [a, b] = documents;
          if (a === undefined || b === undefined) return;
          const side = (id: string): boolean =>
            ['approved', 'conditions'].includes(a.workbook().tables.approvals.byId.get(id)?.decision ?? '');
          const chosenA = choose(a, picks[0] ?? 0);
          const chosenB = choose(b, picks[1] ?? 0);
          expect(asked(a.workbook())).toEqual([]);
          mergeAll(documents, [0, 1, 2]);
          const differ = chosenA.filter((id, index) => side(id) !== side(chosenB[index] ?? '')).length;
          expect(asked(a.workbook())).toHaveLength(differ);
          choose(a, picks[2] ?? 0);
          mergeAll(documents, [0, 1, 2]);
          for (const document of documents) {
            expect(asked(document.workbook())).toEqual([]);
            expect(document.workbook().tables.approvals.live).toHaveLength(count);
          }
        },
      ),
      tries(25),
    );
  });
});

test('a contradiction is one question, told in words, and a new decision answers it too', () => {
  const [a, b] = decidedBothWays();
  mergeBoth(a, b);
  const [question, ...more] = decisionsOf(a.workbook());
  expect(more).toEqual([]);
  expect(question).toMatchObject({
    weight: 'decide',
    recordName: 'Go / no-go',
    label: 'The decision that stands',
  });
  expect(question?.options.map(({ lines, by }) => [lines[0]?.text, by]).sort()).toEqual([
    ['Go: Ann, Jan 4, 2027', 'Maria'],
    ['No-go: Ben, Jan 4, 2027', 'Priya'],
  ]);
  const plan = planOf(a.workbook(), TODAY);
  expect(plan.findings.map(({ problem }) => problem.code)).toContain('approval/contradictory');
  const anew = decide(
    plan,
    { id: uuid('anew'), values: { about: uuid('gate'), decision: 'deferred', byName: 'Cy' } },
    TODAY,
  );
  if (anew.ok) expect(a.run(anew.value).ok).toBe(true);
  mergeBoth(a, b);
  expect(decisionsOf(b.workbook())).toEqual([]);
  expect(stateOf(b.workbook(), uuid('gate'))).toMatchObject({ outcome: 'deferred' });
  a.undo();
  expect(stateOf(a.workbook(), uuid('gate')).outcome).toBe('contradictory');
});

test('the report of a merge tells both decisions while they wait, and then which one stands', () => {
  const [a, b] = decidedBothWays();
  const before = planOf(a.workbook(), TODAY);
  mergeBoth(a, b);
  // Each added a decision; nobody wrote over a field of the other's.
  expect(a.changesSince(before.workbook).filter(({ isApart }) => isApart === true)).toEqual([]);
  const states = { before, after: planOf(a.workbook(), TODAY), changes: [] };
  const merges = [mergeAccount({ into: '', from: ['b.golive'] }, states)];
  expect(parseMergeAccount(JSON.parse(JSON.stringify(merges[0])))).toEqual(merges[0]);
  const report = (form: 'txt' | 'json'): string =>
    mergeReport({ workbook: a.workbook(), merges, writerOf: () => undefined }, form, {
      ...{ today: TODAY, now: '2027-01-05T09:30:00Z', appVersion: '1.0.0' },
    });
  expect(report('txt')).toContain('Approval “Go / no-go”: The decision that stands');
  expect(report('txt')).toContain('Go: Ann, Jan 4, 2027');
  expect(report('txt')).toContain('1 matter was decided both ways.');
  expect(merges[0]?.checks.map(({ text }) => text)).toContain(
    '“Go / no-go” was decided both ways: No-go: Ben, Jan 4, 2027 against Go: Ann, Jan 4, 2027. Both are kept; choose which stands, or decide anew.',
  );
  const [conflict] = asked(a.workbook());
  const at = conflict?.values.findIndex(({ value }) => value === uuid('d1')) ?? -1;
  const command = conflict === undefined ? undefined : chooseValue(a.workbook(), conflict, at);
  if (command !== undefined) a.run(command);
  expect(asked(a.workbook())).toEqual([]);
  const decided = JSON.parse(report('json')) as { readonly decided: readonly unknown[] };
  expect(decided.decided).toMatchObject([{ value: 'No-go: Ben, Jan 4, 2027' }]);
  expect(stateOf(a.workbook(), uuid('gate')).outcome).toBe('refused');
});
