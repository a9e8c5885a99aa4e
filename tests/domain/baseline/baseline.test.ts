import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goLiveSince } from '../../../shared/domain/baseline/baselineWords';
import { figuresHead, MOST_FIGURES, parseFigures } from '../../../shared/domain/baseline/figures';
import { figuresText } from '../../../shared/domain/baseline/figuresText';
import {
  baselinesByDay,
  figuresOf,
  sinceBaseline,
  type SinceBaseline,
} from '../../../shared/domain/baseline/compareBaseline';
import { figuresNow, nextBaselineName, takeBaseline } from '../../../shared/domain/baseline/takeBaseline';
import { problemText } from '../../../shared/domain/base/problemText';
import { checkEdits } from '../../../shared/domain/edits/checkEdits';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { acceptValue } from '../../../shared/domain/register/accept';
import { registers, type Baseline } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';
import { arbitraryPlan } from '../../export/arbitraryPlan';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';

const TODAY = '2027-01-04';
const { figures: FIGURES } = registers.baselines.fields;

/** Monday to Friday, then go-live; two cost lines. */
const STORY = {
  organisation: [
    { id: 'organisation', name: 'Test practice', currency: 'USD', start: '2027-01-04', goLive: 'live' },
  ],
  tasks: [
    { id: 'train', name: 'Training', durationDays: 5 },
    { id: 'notes', name: 'Tip sheets', durationDays: 2 },
    { id: 'live', name: 'Go-live', kind: 'milestone', durationDays: 0 },
  ],
  links: [{ id: 'tl', predecessor: 'train', successor: 'live' }],
  costs: [
    { id: 'rooms', name: 'Rooms', unitCost: 120_000, quantity: 1, start: '2027-01-04' },
    { id: 'paper', name: 'Paper', unitCost: 5_050, quantity: 2, start: '2027-01-04' },
  ],
} as const satisfies Story;

const plan = (story: Story): Plan => planOf(makeWorkbook(story), TODAY);

function baselineOf(taken: Plan, partial: Partial<Baseline> = {}): Baseline {
  const named = { id: uuid('b1'), archived: false, name: 'Agreed', takenOn: TODAY, takenBy: 'Maria' };
  return { ...named, reason: '', figures: figuresNow(taken), ...partial };
}

function since(now: Plan, then: Plan): SinceBaseline {
  const compared = sinceBaseline(now, baselineOf(then));
  if (compared === null) throw new Error('the figures cannot be read');
  return compared;
}

describe('taking a baseline', () => {
  it('is an ordinary change that writes one record', () => {
    const given = { id: uuid('b'), name: 'Agreed', takenOn: TODAY, takenBy: 'Maria', reason: 'Signed' };
    const taken = takeBaseline(plan(STORY), given);
    if (!taken.ok) throw new Error(taken.error.code);
    const { workbook } = plan(STORY);
    expect(checkEdits(workbook, taken.value.edits).ok).toBe(true);
    expect(figuresText(figuresNow(plan(STORY)))).toBe('3 tasks, go-live Jan 8, 2027, $1,301.00');
  });

  it('proposes the next name that nobody has taken', () => {
    const name = (...names: string[]): string =>
      nextBaselineName(
        makeWorkbook({
          baselines: names.map((each) => ({
            ...baselineOf(plan(STORY), { name: each }),
            id: each,
          })),
        }),
      );
    expect(name()).toBe('Baseline 1');
    expect(name('Baseline 1')).toBe('Baseline 2');
    expect(name('Contract', 'baseline 3 ')).toBe('Baseline 4');
  });

  it('keeps what it wrote: figures and dates cannot be written over, its name and reason can', () => {
    const workbook = makeWorkbook({ ...STORY, baselines: [{ ...baselineOf(plan(STORY)), id: 'b' }] });
    const set = (values: Record<string, string>) =>
      checkEdits(workbook, [{ kind: 'set', register: 'baselines', id: uuid('b'), values }]);
    expect(set({ name: 'As signed', reason: 'Signed by all' }).ok).toBe(true);
    expect(set({ takenOn: '2027-02-01' })).toMatchObject({ error: { code: 'field/fixed' } });
    expect(set({ figures: figuresNow(plan({})) })).toMatchObject({ error: { code: 'field/fixed' } });
  });

  it('cannot be made by hand, and says how', () => {
    const values = { name: 'Mine', takenOn: TODAY };
    const made = checkEdits(makeWorkbook(STORY), [
      { kind: 'add', register: 'baselines', id: uuid('b'), values },
    ]);
    if (made.ok) throw new Error('it was made');
    expect(problemText(made.error)).toContain('Take baseline');
  });

  it('refuses what is too large, and says that nothing is lost', () => {
    const tasks = Array.from({ length: 9_000 }, (_, at) => ({ id: `t${at}`, name: '変'.repeat(199) }));
    const given = { id: uuid('b'), name: 'Big', takenOn: TODAY, takenBy: '', reason: '' };
    const taken = takeBaseline(plan({ tasks }), given);
    expect(taken).toMatchObject({ error: { code: 'baseline/tooLarge' } });
    expect(acceptValue(FIGURES, 'x'.repeat(MOST_FIGURES + 1)).ok).toBe(false);
  });

  it('takes under 400 KB for 5,000 tasks', () => {
    const tasks = Array.from({ length: 5_000 }, (_, at) => ({
      id: `t${at}`,
      name: `Prepare exam room number ${at}`,
      durationDays: 3,
    }));
    expect(figuresNow(plan({ tasks })).length).toBeLessThan(400_000);
  });
});

describe('a plan against its baseline', () => {
  it('has not moved where nothing was changed, whatever the plan holds', () => {
    fc.assert(
      fc.property(arbitraryPlan, (workbook) => {
        const now = planOf(workbook, TODAY);
        const { tasks, costs, goLive, end, total } = since(now, now);
        expect(tasks.filter(({ state }) => state !== 'same')).toEqual([]);
        expect(tasks.map(({ wbs }) => wbs)).toEqual(workbook.outline.rows.map(({ wbs }) => wbs));
        expect(costs.filter(({ state }) => state !== 'same')).toEqual([]);
        expect([goLive?.slip ?? 0, end.slip]).toEqual([0, 0]);
        expect(total?.now).toBe(total?.then);
        expect(acceptValue(FIGURES, figuresNow(now))).toEqual({ ok: true, value: figuresNow(now) });
      }),
      tries(60),
    );
  });

  it('tells in working days how far tasks, go-live and the end moved', () => {
    const [training, ...others] = STORY.tasks;
    const now = plan({ ...STORY, tasks: [{ ...training, durationDays: 8 }, ...others] });
    const { tasks, goLive, end } = since(now, plan(STORY));
    expect(tasks.map(({ name, state, finishSlip, longer }) => [name, state, finishSlip, longer])).toEqual([
      ['Training', 'moved', 3, 3],
      ['Tip sheets', 'same', 0, 0],
      ['Go-live', 'moved', 3, 0],
    ]);
    expect(goLive).toEqual({ then: '2027-01-08', now: '2027-01-13', slip: 3 });
    expect(end.slip).toBe(3);
    expect(since(plan(STORY), now).goLive?.slip).toBe(-3);
  });

  it('lists what came and what went, with the dates and sums of that day', () => {
    const [training, notes, live] = STORY.tasks;
    const [rooms, paper] = STORY.costs;
    const now = plan({
      ...STORY,
      tasks: [training, { ...notes, archived: true }, live, { id: 'new', name: 'Dress rehearsal' }],
      costs: [
        { ...rooms, unitCost: 150_000 },
        { ...paper, archived: true },
      ],
    });
    const { tasks, costs, total } = since(now, plan(STORY));
    expect(tasks.find(({ id }) => id === uuid('new'))).toMatchObject({ state: 'added', then: null });
    expect(tasks.find(({ id }) => id === uuid('notes'))).toMatchObject({
      state: 'removed',
      name: 'Tip sheets',
      then: { start: '2027-01-04', finish: '2027-01-05' },
      now: null,
    });
    expect(costs).toEqual([
      { id: uuid('rooms'), name: 'Rooms', state: 'changed', then: 120_000, now: 150_000 },
      { id: uuid('paper'), name: 'Paper', state: 'removed', then: 10_100, now: null },
    ]);
    expect(total).toEqual({ then: 130_100, now: 150_000 });
  });

  it('says nothing of sums in another currency', () => {
    const [organisation] = STORY.organisation;
    const euros = plan({ ...STORY, organisation: [{ ...organisation, currency: 'EUR' }] });
    expect(since(euros, plan(STORY)).total).toBeNull();
  });
});

describe('the work that people are planned to do', () => {
  const people = [{ id: 'ann', name: 'Ann' }];
  const half = { id: 'a1', task: 'train', person: 'ann', unitsPercent: 50 };

  it('is kept task by task and compared in days of one person', () => {
    const then = plan({ ...STORY, people, assignments: [half] });
    const [training, ...others] = STORY.tasks;
    const now = plan({
      ...STORY,
      people,
      tasks: [{ ...training, durationDays: 8 }, ...others],
      assignments: [half, { id: 'a2', task: 'notes', person: 'ann', unitsPercent: 33 }],
    });
    expect(parseFigures(figuresNow(then))?.tasks.get(uuid('train'))?.unitsPercent).toBe(50);
    expect(since(now, then).work).toEqual({ then: 2.5, now: 4.66 });
    expect(since(then, then).work).toEqual({ then: 2.5, now: 2.5 });
  });

  it('leaves out what names nobody, is in the bin, or stands on a milestone', () => {
    const assignments = [
      { ...half, person: null },
      { ...half, id: 'a2', archived: true },
      { ...half, id: 'a3', task: 'live' },
    ];
    const now = plan({ ...STORY, people, assignments });
    expect(since(now, now).work).toEqual({ then: 0, now: 0 });
  });

  it('stays when the task is done', () => {
    const [training, ...others] = STORY.tasks;
    const done = plan({
      ...STORY,
      people,
      tasks: [{ ...training, percentComplete: 100 }, ...others],
      assignments: [half],
    });
    expect(since(done, plan({ ...STORY, people, assignments: [half] })).work.now).toBe(2.5);
  });
});

describe('figures that somebody changed', () => {
  const whole = figuresNow(plan(STORY));
  const changed = whole.replace('Training', 'Traininx');
  const forgedTotal = whole.replace('130100', '130000');
  /** As a foreign copy may bring it: nothing checks figures when a document is read. */
  const planWith = (figures: string): Plan => {
    const workbook = makeWorkbook({ ...STORY, baselines: [{ ...baselineOf(plan(STORY)), id: 'b' }] });
    const { baselines } = workbook.tables;
    const live = baselines.live.map((baseline) => ({ ...baseline, figures }));
    return planOf({ ...workbook, tables: { ...workbook.tables, baselines: { ...baselines, live } } }, TODAY);
  };
  const found = (figures: string): readonly string[] =>
    planWith(figures).findings.flatMap(({ register, problem }) =>
      register === 'baselines' ? [problem.code] : [],
    );

  it('are a finding, and neither compared with nor told', () => {
    for (const figures of [changed, forgedTotal]) {
      expect(figures).not.toBe(whole);
      expect(found(figures)).toEqual(['baseline/unsealed']);
      expect(figuresText(figures)).toBe('Figures that do not add up');
      expect(sinceBaseline(plan(STORY), baselineOf(plan(STORY), { figures }))).toBeNull();
      expect(goLiveSince(planWith(figures), null)).toEqual([]);
    }
    expect(found('of a newer version')).toEqual(['baseline/unreadable']);
    expect(found(whole)).toEqual([]);
    expect(goLiveSince(planWith(whole), null)).not.toEqual([]);
  });

  it('are told by any single character that is another', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.constantFrom('0', '7', 'a', '\t', '\n'), (at, other) => {
        fc.pre(whole[at] !== other);
        expect(parseFigures(whole.slice(0, at) + other + whole.slice(at + 1))).toBeUndefined();
      }),
      tries(60),
    );
  });
});

describe('figures from elsewhere', () => {
  it('never throw and are never half read', () => {
    const whole = figuresNow(plan(STORY));
    const damaged = fc
      .tuple(fc.nat(whole.length), fc.nat(12), fc.string({ unit: 'binary' }))
      .map(([at, length, given]) => whole.slice(0, at) + given + whole.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), damaged), (text) => {
        const figures = parseFigures(text);
        expect(acceptValue(FIGURES, text).ok).toBe(figures !== undefined);
        expect(figuresText(text).length).toBeLessThan(200);
        const compared = sinceBaseline(plan(STORY), baselineOf(plan(STORY), { figures: text }));
        expect(compared === null).toBe(figures === undefined);
      }),
      tries(100),
    );
  });

  it('are refused when they count other lines than they hold, name one twice or nest without end', () => {
    const [head = '', ...lines] = figuresNow(plan(STORY)).split('\n');
    expect(parseFigures([head, ...lines].join('\n'))).toBeDefined();
    expect(parseFigures([head, ...lines.slice(1)].join('\n'))).toBeUndefined();
    expect(parseFigures([head, lines[1], ...lines.slice(1)].join('\n'))).toBeUndefined();
    const deep = lines.map((line, at) => (at === 1 ? line.replace('\t0\t', '\t9\t') : line));
    expect(parseFigures([head, ...deep].join('\n'))).toBeUndefined();
    expect(figuresHead(`${head}\n${lines[0] ?? ''}…`)).toMatchObject({ tasks: 3, goLive: '2027-01-08' });
    expect(figuresText('anything else')).toBe('Figures that cannot be read');
  });
});

describe('several baselines', () => {
  it('stand with the latest first, and each is read once', () => {
    const then = plan(STORY);
    const taken = [
      { ...baselineOf(then), id: 'a', takenOn: '2027-01-04' },
      { ...baselineOf(then), id: 'b', takenOn: '2027-03-01' },
      { ...baselineOf(then), id: 'c', takenOn: '2027-03-01' },
    ];
    const workbook: Workbook = makeWorkbook({ baselines: taken });
    const found = baselinesByDay(workbook);
    expect(found.map(({ id }) => id)).toEqual(['c', 'b', 'a'].map(uuid));
    const [first] = found;
    if (first === undefined) throw new Error('no baseline');
    expect(figuresOf(first)).toBe(figuresOf(first));
  });
});
