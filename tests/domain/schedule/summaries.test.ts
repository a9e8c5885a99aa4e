import { describe, expect, it } from 'vitest';
import { uuid } from '../../support/makeWorkbook';
import { datesOf, findingsOf, scheduled, taskOf } from './planStory';

const SUMMARY = { kind: 'summary' as const };

describe('a summary', () => {
  it('spans what lies under it, at any depth', () => {
    const schedule = scheduled({
      tasks: {
        S: SUMMARY,
        A: { parent: 'S', durationDays: 3, constraint: 'snet', constraintDate: '2027-01-05' },
        Inner: { ...SUMMARY, parent: 'S' },
        B: { parent: 'Inner', durationDays: 5 },
      },
      links: ['A B'],
    });
    expect(taskOf(schedule, 'S')).toMatchObject({
      ...{ start: '2027-01-05', finish: '2027-01-14', durationDays: 8 },
      ...{ totalFloatDays: 0, critical: true, driver: { kind: 'children' } },
    });
    expect(datesOf(schedule, 'Inner')).toBe('2027-01-08 2027-01-14');
  });

  it('is what any task with tasks under it is, whatever its kind and duration', () => {
    const schedule = scheduled({ tasks: { S: { durationDays: 50 }, A: { parent: 'S', durationDays: 2 } } });
    expect(taskOf(schedule, 'S')).toMatchObject({ finish: '2027-01-05', durationDays: 2 });
    expect(schedule.projectFinish).toBe('2027-01-05');
  });

  it('has the least slack of what lies under it', () => {
    const schedule = scheduled({
      tasks: {
        Long: { durationDays: 10 },
        S: SUMMARY,
        A: { parent: 'S' },
        B: { parent: 'S', durationDays: 6 },
      },
    });
    expect(taskOf(schedule, 'S')).toMatchObject({ totalFloatDays: 4, freeFloatDays: 4, critical: false });
  });

  it('holds everything under it until its predecessor finishes', () => {
    const schedule = scheduled({
      tasks: {
        P: { durationDays: 4 },
        S: SUMMARY,
        A: { parent: 'S' },
        Inner: { ...SUMMARY, parent: 'S' },
        B: { parent: 'Inner' },
      },
      links: ['P S FS+1'],
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-11');
    expect(datesOf(schedule, 'B')).toBe('2027-01-11');
    expect(taskOf(schedule, 'B').driver).toEqual({ kind: 'link', link: uuid('P S FS+1') });
    expect(taskOf(schedule, 'P')).toMatchObject({ totalFloatDays: 0, freeFloatDays: 0 });
  });

  it('lets what waits for it begin when the last of it finishes', () => {
    const schedule = scheduled({
      tasks: { S: SUMMARY, A: { parent: 'S', durationDays: 3 }, B: { parent: 'S', durationDays: 5 }, Z: {} },
      links: ['S Z'],
    });
    expect(datesOf(schedule, 'Z')).toBe('2027-01-11');
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: 2, freeFloatDays: 2 });
    expect(taskOf(schedule, 'B').critical).toBe(true);
  });

  it('lets what waits for its start begin with the first of it', () => {
    const schedule = scheduled({
      tasks: {
        S: SUMMARY,
        A: { parent: 'S', durationDays: 9, constraint: 'snet', constraintDate: '2027-01-06' },
        B: { parent: 'S', durationDays: 1, constraint: 'snet', constraintDate: '2027-01-12' },
        Z: { durationDays: 3 },
      },
      links: ['S Z SS+2'],
    });
    // Two working days after Wednesday; the project ends with A on Monday the 18th, so Z can slip by 4 days.
    expect(datesOf(schedule, 'Z')).toBe('2027-01-08 2027-01-12');
    expect(taskOf(schedule, 'Z').totalFloatDays).toBe(4);
    expect(taskOf(schedule, 'A').freeFloatDays).toBe(0);
    expect(taskOf(schedule, 'B').freeFloatDays).toBe(4);
  });

  it('passes links on between summaries, and slack back through them', () => {
    const schedule = scheduled({
      tasks: {
        S: SUMMARY,
        A: { parent: 'S', durationDays: 2 },
        T: SUMMARY,
        B: { parent: 'T', durationDays: 1 },
        C: { parent: 'T', durationDays: 4 },
        M: { kind: 'milestone' },
      },
      links: ['S T', 'T M'],
    });
    expect(datesOf(schedule, 'C')).toBe('2027-01-06 2027-01-11');
    expect(datesOf(schedule, 'M')).toBe('2027-01-11');
    expect(taskOf(schedule, 'B')).toMatchObject({ totalFloatDays: 3, freeFloatDays: 3 });
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: 0, critical: true });
  });

  it('gives free float up to what waits for it, and to its predecessor up to what lies under it', () => {
    const schedule = scheduled({
      tasks: {
        Long: { durationDays: 20 },
        P: { durationDays: 1 },
        S: SUMMARY,
        A: { parent: 'S', durationDays: 2, constraint: 'snet', constraintDate: '2027-01-07' },
        B: { parent: 'S', durationDays: 3, constraint: 'snet', constraintDate: '2027-01-11' },
        Z: {},
      },
      links: ['P S', 'S Z'],
    });
    // P finishes on Monday and A begins on Thursday; A finishes on Friday, and Z begins on the Thursday after.
    expect(taskOf(schedule, 'P')).toMatchObject({ totalFloatDays: 15, freeFloatDays: 2 });
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: 14, freeFloatDays: 3 });
    expect(taskOf(schedule, 'B')).toMatchObject({ totalFloatDays: 11, freeFloatDays: 0 });
  });

  it('does not lengthen the plan by a date that nothing under it follows', () => {
    const schedule = scheduled({
      tasks: {
        S: { ...SUMMARY, constraint: 'snet', constraintDate: '2027-02-01' },
        Pinned: { parent: 'S', constraint: 'mso', constraintDate: '2027-01-05' },
        A: { durationDays: 5 },
      },
    });
    expect(schedule.projectFinish).toBe('2027-01-08');
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: 0, critical: true });
  });

  it('puts a milestone under it where its predecessor finishes', () => {
    const schedule = scheduled({
      tasks: { P: { durationDays: 5 }, S: SUMMARY, M: { parent: 'S', kind: 'milestone' } },
      links: ['P S'],
    });
    expect(datesOf(schedule, 'M')).toBe('2027-01-08');
  });

  it('holds what lies under it to its earliest start, its latest finish and its deadline', () => {
    const schedule = scheduled({
      tasks: {
        S: { ...SUMMARY, constraint: 'snet', constraintDate: '2027-01-06', deadline: '2027-01-11' },
        A: { parent: 'S', durationDays: 2 },
        B: { parent: 'S', durationDays: 5 },
        T: { ...SUMMARY, constraint: 'fnlt', constraintDate: '2027-01-08' },
        C: { parent: 'T', durationDays: 3 },
        Long: { durationDays: 20 },
      },
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-06 2027-01-07');
    expect(taskOf(schedule, 'A').totalFloatDays).toBe(2);
    expect(taskOf(schedule, 'B').totalFloatDays).toBe(-1);
    expect(taskOf(schedule, 'C').totalFloatDays).toBe(2);
    expect(findingsOf(schedule, 'S')).toEqual(['plan/deadlineMissed']);
  });

  it('with nothing under it takes no time, and is reported', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 3 }, S: { ...SUMMARY, durationDays: 9 } },
      links: ['A S'],
    });
    expect(taskOf(schedule, 'S')).toMatchObject({
      start: '2027-01-06',
      finish: '2027-01-06',
      durationDays: 0,
    });
    expect(findingsOf(schedule, 'S')).toEqual(['plan/emptySummary']);
  });
});
