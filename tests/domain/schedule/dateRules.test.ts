import { describe, expect, it } from 'vitest';
import { datesOf, findingsOf, scheduled, taskOf } from './planStory';

const rule = (
  constraint: 'alap' | 'snet' | 'snlt' | 'fnet' | 'fnlt' | 'mso' | 'mfo',
  constraintDate: string | null,
) => ({
  constraint,
  constraintDate,
});

describe('date rules', () => {
  it('push a task to its earliest start', () => {
    const schedule = scheduled({ tasks: { A: { durationDays: 2, ...rule('snet', '2027-01-07') } } });
    expect(taskOf(schedule, 'A')).toMatchObject({ start: '2027-01-07', driver: { kind: 'constraint' } });
  });

  it('push a task to its earliest finish', () => {
    const schedule = scheduled({ tasks: { A: { durationDays: 2, ...rule('fnet', '2027-01-07') } } });
    expect(datesOf(schedule, 'A')).toBe('2027-01-06 2027-01-07');
    expect(taskOf(schedule, 'A').driver).toEqual({ kind: 'constraint' });
  });

  it('finish on the next working day what must not finish before a day off', () => {
    const schedule = scheduled({ tasks: { A: { durationDays: 2, ...rule('fnet', '2027-01-09') } } });
    expect(datesOf(schedule, 'A')).toBe('2027-01-08 2027-01-11');
    expect(findingsOf(schedule, 'A')).not.toContain('plan/constraintBroken');
  });

  it('leave a task alone that is late enough by its links', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 5 }, B: rule('snet', '2027-01-06'), C: rule('fnet', '2027-01-06') },
      links: ['A B', 'A C'],
    });
    expect(datesOf(schedule, 'B')).toBe('2027-01-11');
    expect(taskOf(schedule, 'C').driver.kind).toBe('link');
  });

  it('pin a start and a finish', () => {
    const schedule = scheduled({
      tasks: {
        A: { durationDays: 3, ...rule('mso', '2027-01-07') },
        B: { durationDays: 3, ...rule('mfo', '2027-01-12') },
        Long: { durationDays: 20 },
      },
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-07 2027-01-11');
    expect(datesOf(schedule, 'B')).toBe('2027-01-08 2027-01-12');
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: 0, critical: true });
    expect(findingsOf(schedule)).not.toContain('plan/constraintBroken');
  });

  it('pin a task against its links, say so, and show how much too late its predecessor is', () => {
    const schedule = scheduled({
      tasks: {
        A: { durationDays: 5 },
        B: { durationDays: 1, ...rule('mso', '2027-01-06') },
        Long: { durationDays: 20 },
      },
      links: ['A B'],
    });
    expect(datesOf(schedule, 'B')).toBe('2027-01-06');
    expect(findingsOf(schedule, 'B')).toContain('plan/constraintBroken');
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: -3, critical: true, freeFloatDays: 0 });
  });

  it('only measure slack by a latest start or finish', () => {
    const schedule = scheduled({
      tasks: {
        A: { durationDays: 2, ...rule('snlt', '2027-01-06') },
        B: { durationDays: 2, ...rule('fnlt', '2027-01-08') },
        Long: { durationDays: 20 },
      },
    });
    expect(taskOf(schedule, 'A')).toMatchObject({ start: '2027-01-04', totalFloatDays: 2 });
    expect(taskOf(schedule, 'B')).toMatchObject({ start: '2027-01-04', totalFloatDays: 3 });
  });

  it('are reported when a latest start or finish is missed', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 5 }, B: rule('snlt', '2027-01-08'), C: rule('fnlt', '2027-01-08') },
      links: ['A B', 'A C'],
    });
    expect(taskOf(schedule, 'B').totalFloatDays).toBe(-1);
    expect(findingsOf(schedule, 'B')).toContain('plan/constraintBroken');
    expect(findingsOf(schedule, 'C')).toContain('plan/constraintBroken');
  });

  it('do nothing without a date', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 5 }, B: rule('mso', null) },
      links: ['A B'],
    });
    expect(datesOf(schedule, 'B')).toBe('2027-01-11');
    expect(findingsOf(schedule)).not.toContain('plan/constraintBroken');
  });
});

describe('a deadline', () => {
  it('moves nothing, but turns slack negative along the path that misses it', () => {
    const schedule = scheduled({
      tasks: {
        A: { durationDays: 5 },
        B: { durationDays: 5, deadline: '2027-01-13' },
        Long: { durationDays: 20 },
      },
      links: ['A B'],
    });
    expect(datesOf(schedule, 'B')).toBe('2027-01-11 2027-01-15');
    expect(taskOf(schedule, 'A').totalFloatDays).toBe(-2);
    expect(taskOf(schedule, 'B').totalFloatDays).toBe(-2);
    expect(findingsOf(schedule, 'B')).toEqual(['plan/deadlineMissed']);
  });

  it('is kept by finishing on its day', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 5, deadline: '2027-01-08' }, Long: { durationDays: 20 } },
    });
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: 0, critical: true });
    expect(findingsOf(schedule)).not.toContain('plan/deadlineMissed');
  });

  it('limits free float as it limits total float', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 5, deadline: '2027-01-12' }, Long: { durationDays: 20 } },
    });
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: 2, freeFloatDays: 2 });
  });
});

describe('as late as possible', () => {
  it('waits until just before what waits for it', () => {
    const schedule = scheduled({
      tasks: { Long: { durationDays: 10 }, A: { durationDays: 2, ...rule('alap', null) }, Z: {} },
      links: ['Long Z', 'A Z'],
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-14 2027-01-15');
    expect(taskOf(schedule, 'A')).toMatchObject({
      totalFloatDays: 0,
      freeFloatDays: 0,
      driver: { kind: 'constraint' },
    });
    expect(datesOf(schedule, 'Z')).toBe('2027-01-18');
  });

  it('moves a chain of such tasks one behind the other', () => {
    const schedule = scheduled({
      tasks: {
        Long: { durationDays: 10 },
        A: { durationDays: 2, ...rule('alap', null) },
        B: { durationDays: 3, ...rule('alap', null) },
        Z: {},
      },
      links: ['A B', 'B Z', 'Long Z'],
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-11 2027-01-12');
    expect(datesOf(schedule, 'B')).toBe('2027-01-13 2027-01-15');
  });

  it('delays no task that goes as soon as possible, though that one could slip itself', () => {
    const schedule = scheduled({
      tasks: {
        Long: { durationDays: 10 },
        Other: { durationDays: 4 },
        A: { durationDays: 1, ...rule('alap', null) },
        B: {},
      },
      links: ['Other B', 'A B'],
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-07');
    expect(datesOf(schedule, 'B')).toBe('2027-01-08');
    expect(taskOf(schedule, 'A').totalFloatDays).toBe(5);
  });

  it('goes to the end of the plan where nothing waits, or to its deadline', () => {
    const schedule = scheduled({
      tasks: {
        Long: { durationDays: 10 },
        A: { durationDays: 0.5, ...rule('alap', null) },
        B: { durationDays: 2, ...rule('alap', null), deadline: '2027-01-12' },
        M: { kind: 'milestone', ...rule('alap', null) },
      },
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-15');
    expect(datesOf(schedule, 'B')).toBe('2027-01-11 2027-01-12');
    expect(datesOf(schedule, 'M')).toBe('2027-01-15');
  });
});
