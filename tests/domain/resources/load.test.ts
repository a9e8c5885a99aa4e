import { describe, expect, it } from 'vitest';
import { problemText } from '../../../shared/domain/base/problemText';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { loadOf, loadPercent, overRuns } from '../../../shared/domain/resources/load';
import { mondayOf, weekOf } from '../../../shared/domain/resources/weeks';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';

const TODAY = '2027-01-04';
/** Two weeks from Monday, January 4. */
const BUILD = { id: 'build', name: 'Build', durationDays: 10 };

function planWith(story: Story): Plan {
  return planOf(makeWorkbook({ people: [{ id: 'ana', name: 'Ana' }], tasks: [BUILD], ...story }), TODAY);
}

/** `Jan 4: 150` by Monday, for the first person. */
function percents({ workbook, schedule }: Plan, person = 0): Record<string, number | null> {
  const weeks = loadOf(workbook, schedule)[person]?.weeks ?? [];
  return Object.fromEntries(weeks.map((week) => [mondayOf(week.week), loadPercent(week)]));
}

function told(plan: Plan): string[] {
  return plan.findings
    .filter(({ problem: { code } }) => code.startsWith('resources/'))
    .map(({ level, problem, id, field }) => {
      const named = ['one', 'two', 'three'].find((word) => uuid(word) === id) ?? '';
      return `${level} ${named}.${field ?? ''}: ${problemText(problem)}`;
    });
}

describe('the load of a person', () => {
  it('is the share of each working day of the task, week by week', () => {
    const plan = planWith({
      tasks: [{ ...BUILD, durationDays: 7 }],
      assignments: [{ id: 'one', task: 'build', person: 'ana', unitsPercent: 50 }],
    });
    expect(percents(plan)).toEqual({ '2027-01-04': 50, '2027-01-11': 20 });
  });

  it('counts parts of a day by the minute', () => {
    const plan = planWith({
      tasks: [{ ...BUILD, durationDays: 0.5 }],
      assignments: [{ id: 'one', task: 'build', person: 'ana' }],
    });
    expect(percents(plan)).toEqual({ '2027-01-04': 10 });
  });

  it('is set against employment and what of it is free for the project', () => {
    const plan = planWith({
      people: [{ id: 'ana', name: 'Ana', employmentPercent: 80, projectPercent: 50 }],
      assignments: [{ id: 'one', task: 'build', person: 'ana', unitsPercent: 40 }],
    });
    expect(percents(plan)).toEqual({ '2027-01-04': 100, '2027-01-11': 100 });
    expect(told(plan)).toEqual([]);
  });

  it('counts days off of the person as absence, by their own calendar', () => {
    const plan = planWith({
      calendars: [{ id: 'hers', name: 'Ana’s', holidays: ['2027-01-06', '2027-01-07'] }],
      people: [{ id: 'ana', name: 'Ana', calendar: 'hers' }],
      assignments: [{ id: 'one', task: 'build', person: 'ana', unitsPercent: 60 }],
    });
    expect(percents(plan)).toEqual({ '2027-01-04': 100, '2027-01-11': 60 });
  });

  it('takes a role for whoever holds it, and a person before a role', () => {
    const plan = planWith({
      people: [
        { id: 'ana', name: 'Ana' },
        { id: 'ben', name: 'Ben' },
      ],
      roles: [{ id: 'it', name: 'IT lead', person: 'ben' }],
      assignments: [
        { id: 'one', task: 'build', role: 'it', unitsPercent: 30 },
        { id: 'two', task: 'build', person: 'ana', role: 'it', unitsPercent: 20 },
      ],
    });
    expect(percents(plan, 0)).toEqual({ '2027-01-04': 20, '2027-01-11': 20 });
    expect(percents(plan, 1)).toEqual({ '2027-01-04': 30, '2027-01-11': 30 });
  });

  it('leaves out what is done, in the bin, a milestone or not there', () => {
    const plan = planWith({
      tasks: [
        { ...BUILD, percentComplete: 100 },
        { id: 'old', name: 'Old', archived: true },
        { id: 'live', name: 'Live', kind: 'milestone', durationDays: 0 },
      ],
      assignments: ['build', 'old', 'live', 'nothing'].map((task) => ({ id: task, task, person: 'ana' })),
    });
    expect(percents(plan)).toEqual({});
    expect(told(plan)).toEqual([]);
  });

  it('never reads 100 where it is above, and is none where there is no time', () => {
    expect(loadPercent({ load: 100_001, capacity: 100_000 })).toBe(101);
    expect(loadPercent({ load: 4, capacity: 3 })).toBe(133);
    expect(loadPercent({ load: 99_999, capacity: 100_000 })).toBe(100);
    expect(loadPercent({ load: 1, capacity: 0 })).toBeNull();
    expect(loadPercent({ load: 0, capacity: 0 })).toBe(0);
  });

  it('is a longer run over 100 % only where the weeks follow each other', () => {
    const at = (word: string, constraintDate: string): object => ({
      ...{ id: word, name: word, durationDays: 5, constraint: 'mso', constraintDate },
    });
    const plan = planWith({
      tasks: [at('a', '2027-01-04'), at('b', '2027-01-18'), at('c', '2027-01-25')],
      assignments: ['a', 'b', 'c'].map((task) => ({ id: task, task, person: 'ana', unitsPercent: 110 })),
    });
    const [load] = loadOf(plan.workbook, plan.schedule);
    const runs = load === undefined ? [] : overRuns(load);
    expect(runs.map(({ weeks }) => weeks.map(({ week }) => mondayOf(week)))).toEqual([
      ['2027-01-04'],
      ['2027-01-18', '2027-01-25'],
    ]);
  });
});

describe('weeks', () => {
  it('begin on Mondays', () => {
    expect(mondayOf(weekOf('2027-01-10'))).toBe('2027-01-04');
    expect(mondayOf(weekOf('2027-01-11'))).toBe('2027-01-11');
    expect(weekOf('2027-01-11') - weekOf('2027-01-10')).toBe(1);
  });
});

describe('findings about who works on what', () => {
  const TRAIN = { id: 'train', name: 'Train', durationDays: 5 };

  it('tell of two weeks above 100 % as a warning, at what takes most', () => {
    const plan = planWith({
      tasks: [BUILD, { ...TRAIN, durationDays: 8 }],
      assignments: [
        { id: 'one', task: 'build', person: 'ana', unitsPercent: 70 },
        { id: 'two', task: 'train', person: 'ana', unitsPercent: 80 },
      ],
    });
    expect(told(plan)).toEqual([
      'warning two.unitsPercent: “Ana” has more work than time for 2 weeks from Mon, Jan 4, 2027, at most 150% in the week of Mon, Jan 4, 2027.',
    ]);
  });

  it('tell of a single busy week as a note', () => {
    const plan = planWith({
      tasks: [BUILD, TRAIN],
      assignments: [
        { id: 'one', task: 'build', person: 'ana', unitsPercent: 70 },
        { id: 'two', task: 'train', person: 'ana', unitsPercent: 80 },
      ],
    });
    expect(told(plan)).toEqual([
      'info two.unitsPercent: “Ana” has more work than time: 150% in the week of Mon, Jan 4, 2027.',
    ]);
  });

  it('tell, once, of work for somebody who is away all the time', () => {
    const holidays = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08'];
    const plan = planWith({
      calendars: [{ id: 'hers', name: 'Ana’s', holidays }],
      people: [{ id: 'ana', name: 'Ana', calendar: 'hers' }],
      tasks: [TRAIN],
      assignments: [{ id: 'one', task: 'train', person: 'ana' }],
    });
    expect(told(plan)).toEqual([
      'error one.person: “Ana” has no working time from Mon, Jan 4, 2027 to Fri, Jan 8, 2027, when “Train” is planned.',
    ]);
  });

  it('tell of summaries, of the same person twice, of the bin, and of roles nobody holds', () => {
    const plan = planWith({
      tasks: [
        { id: 'sum', name: 'All', kind: 'summary' },
        { ...BUILD, parent: 'sum' },
      ],
      people: [
        { id: 'ana', name: 'Ana' },
        { id: 'ben', name: 'Ben', archived: true },
      ],
      roles: [
        { id: 'lead', name: 'Lead', person: 'ana' },
        { id: 'it', name: 'IT lead' },
      ],
      assignments: [
        { id: 'sum', task: 'sum', person: 'ana' },
        { id: 'one', task: 'build', person: 'ana', unitsPercent: 10 },
        { id: 'two', task: 'build', role: 'lead', unitsPercent: 10 },
        { id: 'three', task: 'build', person: 'ben' },
        { id: 'four', task: 'build', role: 'it' },
      ],
    });
    expect(told(plan)).toEqual([
      'warning .task: Somebody is assigned to the summary “All”, which counts for nothing. Assign the tasks under it.',
      'warning two.role: “Ana” is assigned to “Build” more than once; it counts each time.',
      'warning three.person: “Ben” is in the bin and still assigned to “Build”.',
      'info .role: “Build” is for whoever is “IT lead”, and nobody is yet.',
    ]);
    expect(percents(plan)).toEqual({ '2027-01-04': 20, '2027-01-11': 20 });
  });
});
