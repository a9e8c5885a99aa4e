/** Gates, decisions, and what they rest on. */
import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../shared/domain/approvals/approvalState';
import { decide } from '../../../shared/domain/approvals/decide';
import {
  decidedShare,
  gatesAnswer,
  gateStates,
  verdictOf,
} from '../../../shared/domain/approvals/gateStates';
import { addUsualGates } from '../../../shared/domain/approvals/usualGates';
import { decisionText, factsText } from '../../../shared/domain/approvals/words';
import { problemText } from '../../../shared/domain/base/problemText';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { mergeChecks } from '../../../shared/domain/review/mergeChecks';
import type { Approval } from '../../../shared/domain/registers/all';
import { uuid } from '../../support/makeWorkbook';
import {
  add,
  copyOf,
  mergeBoth,
  ORGANISATION,
  run,
  set,
  startWorkbook,
  TestClock,
} from '../../support/replicas';
import { PlanBoard, TODAY } from '../commands/planBoard';

/** A plan of five days that goes live on Friday, 2027-01-08. */
function board(): PlanBoard {
  const plan = new PlanBoard(['Build 5', 'Live 0'], ['Build Live']);
  plan.organisation({ goLive: uuid('Live') });
  return plan;
}

const planNow = ({ workbook }: PlanBoard, today = TODAY): Plan => planOf(workbook, today);

function say(plan: PlanBoard, word: string, values: FieldValues): Approval {
  const command = decide(planNow(plan), { id: uuid(word), values }, TODAY);
  if (!command.ok) throw new Error(problemText(command.error));
  plan.do(command.value);
  const added = plan.workbook.tables.approvals.live.find(({ id }) => id === uuid(word));
  if (added === undefined) throw new Error('It was not added.');
  return added;
}

const found = (plan: PlanBoard, today = TODAY): readonly string[] =>
  planNow(plan, today)
    .findings.filter(({ problem: { code } }) => code.startsWith('approval/') || code.startsWith('gate/'))
    .map(({ level, problem }) => `${level}: ${problemText(problem)}`);

describe('a decision', () => {
  test('is kept with the figures of its day, the role of the person, and what it is about', () => {
    const plan = board();
    run(
      plan.document,
      add('people', 'ann', { name: 'Dr. Ann Shah' }),
      add('roles', 'r', { name: 'Sponsor', person: uuid('ann') }),
    );
    run(
      plan.document,
      add('costs', 'c', {
        name: 'Licenses',
        category: 'licenses',
        quantity: 2,
        unitCost: 150_050,
        start: '2027-01-04',
      }),
    );
    const approval = say(plan, 'a', { kind: 'budget', decision: 'approved', by: uuid('ann') });
    expect(approval).toMatchObject({ subject: 'Budget', byName: 'Dr. Ann Shah', role: 'Sponsor', on: TODAY });
    expect(decisionText(plan.workbook, approval)).toBe('Approved: Dr. Ann Shah (Sponsor), Jan 14, 2027');
    expect(factsText(approval)).toMatch(/^go-live Jan 8, 2027, plan end Jan 8, 2027, total \$[\d,]+\.\d\d, /);
  });

  test('needs a word and a name', () => {
    const plan = board();
    const lacks = (values: FieldValues): unknown => {
      const done = decide(planNow(plan), { id: uuid('a'), values }, TODAY);
      return done.ok ? 'nothing' : done.error.code;
    };
    expect(lacks({ byName: 'Ann' })).toBe('approval/noDecision');
    expect(lacks({ decision: 'approved', byName: '  ' })).toBe('approval/noPerson');
    expect(lacks({ decision: 'approved', byName: 'Ann' })).toBe('nothing');
  });

  test('takes the place of what the same person said and of what others said otherwise, and stands beside who agrees', () => {
    const plan = board();
    const about = { kind: 'schedule' } as const;
    say(plan, 'a', { ...about, decision: 'refused', byName: 'Ann' });
    say(plan, 'b', { ...about, decision: 'approved', byName: 'Ben' });
    say(plan, 'c', { ...about, decision: 'conditions', byName: 'Cy', conditions: 'The lab agrees' });
    expect(stateOf(plan.workbook, 'schedule')).toMatchObject({ outcome: 'conditions' });
    expect(
      stateOf(plan.workbook, 'schedule')
        .standing.map(({ byName }) => byName)
        .sort(),
    ).toEqual(['Ben', 'Cy']);
    say(plan, 'd', { ...about, decision: 'approved', byName: 'Cy' });
    expect(stateOf(plan.workbook, 'schedule').outcome).toBe('approved');
    expect(stateOf(plan.workbook, 'schedule').decisions).toHaveLength(4);
  });

  test('in the bin no longer replaces what it replaced', () => {
    const plan = board();
    say(plan, 'a', { kind: 'goLive', decision: 'approved', byName: 'Ann' });
    say(plan, 'b', { kind: 'goLive', decision: 'deferred', byName: 'Ben' });
    expect(stateOf(plan.workbook, 'goLive').outcome).toBe('deferred');
    run(plan.document, { kind: 'archive', register: 'approvals', id: uuid('b') });
    expect(stateOf(plan.workbook, 'goLive').outcome).toBe('approved');
  });

  test('that is named as replaced by itself, or two by each other, still stand', () => {
    const plan = board();
    for (const word of ['a', 'b', 'c', 'd', 'e'])
      run(
        plan.document,
        add('approvals', word, { subject: word, kind: 'charter', decision: 'approved', byName: word }),
      );
    run(plan.document, set('approvals', 'a', { replacedBy: uuid('a') }));
    // One that leads to those two is replaced by neither; one that leads to what stands by itself is.
    run(plan.document, set('approvals', 'd', { replacedBy: uuid('b') }));
    run(plan.document, set('approvals', 'e', { replacedBy: uuid('a') }));
    run(
      plan.document,
      set('approvals', 'b', { replacedBy: uuid('c') }),
      set('approvals', 'c', { replacedBy: uuid('b') }),
    );
    expect(
      stateOf(plan.workbook, 'charter')
        .standing.map(({ byName }) => byName)
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd']);
  });
});

test('of kinds a plan has several of, decisions on different things do not meet', () => {
  const plan = board();
  say(plan, 'a', { kind: 'scopeChange', subject: 'Portal', decision: 'approved', byName: 'Ann' });
  say(plan, 'b', { kind: 'scopeChange', subject: 'Kiosk', decision: 'refused', byName: 'Ann' });
  say(plan, 'c', { kind: 'scopeChange', subject: ' portal', decision: 'deferred', byName: 'Ben' });
  const standing = plan.workbook.tables.approvals.live.filter(({ replacedBy }) => replacedBy === null);
  expect(standing.map(({ byName, subject }) => [byName, subject.trim()])).toEqual([
    ['Ann', 'Kiosk'],
    ['Ben', 'portal'],
  ]);
});

describe('the plan says', () => {
  test('when what a yes rests on has changed, and is content when it has changed back', () => {
    const plan = board();
    say(plan, 'a', { kind: 'schedule', decision: 'approved', byName: 'Ann' });
    expect(found(plan)).toEqual([]);
    plan.set('Build', { durationDays: 6 });
    expect(found(plan)).toEqual([
      'warning: “Schedule”: Approved was said at go-live Jan 8, 2027, plan end Jan 8, 2027; now Jan 11, 2027, Jan 11, 2027. Ask again whether it holds.',
    ]);
    plan.set('Build', { durationDays: 5 });
    expect(found(plan)).toEqual([]);
  });

  test('nothing about a date to whom approved money, and a note where it got cheaper', () => {
    const plan = board();
    run(
      plan.document,
      add('costs', 'c', {
        name: 'Licenses',
        category: 'licenses',
        quantity: 2,
        unitCost: 100_00,
        start: '2027-01-04',
      }),
    );
    say(plan, 'a', { kind: 'budget', decision: 'approved', byName: 'Ann' });
    plan.set('Build', { durationDays: 9 });
    expect(found(plan)).toEqual([]);
    run(plan.document, set('costs', 'c', { unitCost: 90_00 }));
    expect(found(plan)).toMatchObject([
      expect.stringMatching(/^info: “Budget”: Approved was said at total \$/),
    ]);
    plan.organisation({ currency: 'EUR' });
    expect(found(plan)).toMatchObject([expect.stringMatching(/^warning: .* now €/)]);
  });

  test('that a gate passed undecided, that a must was open at a go, and that a must was accepted without a reason', () => {
    const plan = board();
    run(
      plan.document,
      add('gates', 'g', { name: 'Go / no-go', offsetDays: -1 }),
      add('gateCriteria', 'm', { text: 'Contract signed', gate: uuid('g') }),
      add('gateCriteria', 's', { text: 'Notices out', gate: uuid('g'), severity: 'should' }),
    );
    expect(found(plan, '2027-01-07')).toEqual([]);
    expect(found(plan)).toEqual([
      'warning: The gate “Go / no-go” was Thu, Jan 7, 2027, and nothing was decided.',
    ]);
    say(plan, 'a', { about: uuid('g'), decision: 'approved', byName: 'Ann' });
    expect(found(plan)).toEqual([
      'warning: The gate “Go / no-go” was decided “go”, and a must is not met: Contract signed.',
    ]);
    run(plan.document, set('gateCriteria', 'm', { state: 'accepted' }));
    expect(found(plan)).toEqual(['warning: “Contract signed” was accepted as it is, without a reason.']);
    run(plan.document, set('gateCriteria', 'm', { reason: 'Letter of intent is there' }));
    expect(found(plan)).toEqual([]);
  });
});

describe('gates', () => {
  test('stand in time order: a date of their own, a milestone, or days from go-live', () => {
    const plan = board();
    run(
      plan.document,
      add('gates', 'late', { name: 'After', offsetDays: 14 }),
      add('gates', 'none', { name: 'Some day' }),
      add('gates', 'build', { name: 'Built', milestone: uuid('Build'), offsetDays: -90 }),
      add('gates', 'own', { name: 'Promise', date: '2026-11-02', milestone: uuid('Build') }),
    );
    expect(gateStates(planNow(plan), TODAY).map(({ gate, date }) => [gate.name, date])).toEqual([
      ['Promise', '2026-11-02'],
      ['Built', '2027-01-08'],
      ['After', '2027-01-22'],
      ['Some day', null],
    ]);
    expect(sentenceText(gatesAnswer(gateStates(planNow(plan), TODAY)))).toBe(
      'Promise is overdue, Mon, Nov 2, 2026. Every must is met.',
    );
  });

  test('begin with seven usual ones, whose criteria are counted as they are met', () => {
    const plan = board();
    plan.do(addUsualGates(plan.newId));
    const [first] = gateStates(planNow(plan), TODAY);
    expect(gateStates(planNow(plan), TODAY)).toHaveLength(7);
    expect(first).toMatchObject({ date: '2026-10-10', met: 0, mustsOpen: 6 });
    expect(first === undefined ? '' : verdictOf(first)).toBe('Not ready: 6 musts open');
    for (const { id } of first?.criteria ?? [])
      run(plan.document, { kind: 'set', register: 'gateCriteria', id, values: { state: 'met' } });
    say(plan, 'a', { about: first?.gate.id ?? '', decision: 'approved', byName: 'Ann' });
    const [decided] = gateStates(planNow(plan), TODAY);
    expect(decided).toMatchObject({ met: 8, mustsOpen: 0, isOverdue: false });
    expect(decided === undefined ? '' : verdictOf(decided)).toBe('Go');
    expect(decidedShare(plan.workbook)).toBeCloseTo(1 / 7);
    plan.document.undo();
    expect(decidedShare(plan.workbook)).toBe(0);
  });
});

test('a merge tells the decisions it brought, and that a date they rest on has moved', () => {
  const clock = new TestClock();
  const tasks = [add('tasks', 'Build', { name: 'Build', durationDays: 5 })];
  const mine = startWorkbook(clock, tasks);
  run(mine, { kind: 'set', register: 'organisation', id: ORGANISATION, values: { goLive: uuid('Build') } });
  const theirs = copyOf(mine, 2, 'Priya', clock);
  clock.advance(60);
  run(mine, set('tasks', 'Build', { durationDays: 7 }));
  const said = decide(
    planOf(theirs.workbook(), TODAY),
    { id: uuid('a'), values: { kind: 'goLive', decision: 'approved', byName: 'Priya' } },
    TODAY,
  );
  if (said.ok) theirs.run(said.value);
  const before = planOf(mine.workbook(), TODAY);
  mergeBoth(mine, theirs);
  const checks = mergeChecks(before, planOf(mine.workbook(), TODAY));
  expect(checks).toContainEqual({
    tone: 'moved',
    text: 'Decided on “Go-live”: Go: Priya, Jan 14, 2027',
    record: { register: 'approvals', id: uuid('a') },
  });
  expect(checks).toContainEqual({
    tone: 'moved',
    text: '“Go-live”: Go was said at go-live Jan 8, 2027; now Jan 12, 2027. Ask again whether it holds.',
    record: { register: 'approvals', id: uuid('a') },
  });
});
