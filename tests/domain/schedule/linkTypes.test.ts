import { describe, expect, it } from 'vitest';
import { datesOf, scheduled, taskOf } from './planStory';

// January 2027: the 4th is a Monday, the 8th a Friday, the 11th the next Monday.
describe('shapes of plans', () => {
  it('runs a chain one task after the other, across the weekend', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 3 }, B: { durationDays: 4 }, C: { durationDays: 1 } },
      links: ['A B', 'B C'],
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-04 2027-01-06');
    expect(datesOf(schedule, 'B')).toBe('2027-01-07 2027-01-12');
    expect(datesOf(schedule, 'C')).toBe('2027-01-13');
    expect(schedule.projectFinish).toBe('2027-01-13');
  });

  it('starts both arms of a fork together and gives the shorter one the difference', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 2 }, Long: { durationDays: 5 }, Short: { durationDays: 1 } },
      links: ['A Long', 'A Short'],
    });
    expect(taskOf(schedule, 'Long')).toMatchObject({
      start: '2027-01-06',
      totalFloatDays: 0,
      critical: true,
    });
    expect(taskOf(schedule, 'Short')).toMatchObject({
      start: '2027-01-06',
      totalFloatDays: 4,
      critical: false,
    });
  });

  it('joins a rhombus at its later arm', () => {
    const schedule = scheduled({
      tasks: { A: {}, Long: { durationDays: 5 }, Short: { durationDays: 2 }, Z: {} },
      links: ['A Long', 'A Short', 'Long Z', 'Short Z'],
    });
    expect(datesOf(schedule, 'Z')).toBe('2027-01-12');
    expect(taskOf(schedule, 'Short')).toMatchObject({ totalFloatDays: 3, freeFloatDays: 3 });
    expect(['A', 'Long', 'Z'].every((name) => taskOf(schedule, name).critical)).toBe(true);
  });

  it('shares total float along a chain, and gives free float to its last task', () => {
    const schedule = scheduled({
      tasks: { Long: { durationDays: 10 }, A: { durationDays: 2 }, B: { durationDays: 2 }, Z: {} },
      links: ['Long Z', 'A B', 'B Z'],
    });
    expect(taskOf(schedule, 'A')).toMatchObject({ totalFloatDays: 6, freeFloatDays: 0 });
    expect(taskOf(schedule, 'B')).toMatchObject({ totalFloatDays: 6, freeFloatDays: 6 });
  });
});

describe.each([
  // A runs from Wednesday the 6th to Friday the 8th; B takes 2 days.
  ['A B FS', '2027-01-11 2027-01-12'],
  ['A B FS+3', '2027-01-14 2027-01-15'],
  ['A B FS-1', '2027-01-08 2027-01-11'],
  ['A B SS', '2027-01-06 2027-01-07'],
  ['A B SS+4', '2027-01-12 2027-01-13'],
  ['A B SS-1', '2027-01-05 2027-01-06'],
  ['A B FF', '2027-01-07 2027-01-08'],
  ['A B FF+1', '2027-01-08 2027-01-11'],
  ['A B FF-1', '2027-01-06 2027-01-07'],
  ['A B SF', '2027-01-04 2027-01-05'],
  ['A B SF+5', '2027-01-11 2027-01-12'],
])('the link %s', (link, dates) => {
  const tasks = {
    A: { durationDays: 3, constraint: 'snet' as const, constraintDate: '2027-01-06' },
    B: { durationDays: 2 },
  };

  it(`puts the successor on ${dates}`, () => {
    expect(datesOf(scheduled({ tasks, links: [link] }), 'B')).toBe(dates);
  });
});

describe('lags', () => {
  it('cannot start anything before the plan', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 1 }, B: { durationDays: 3 } },
      links: ['A B SS-4', 'A B FF-9'],
    });
    expect(datesOf(schedule, 'B')).toBe('2027-01-04 2027-01-06');
  });

  it('count the working days of the successor', () => {
    const story = {
      tasks: { A: { durationDays: 5 }, B: { calendar: 'everyDay' } },
      calendars: [
        {
          id: 'everyDay',
          name: 'Every day',
          workingWeek: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const,
        },
      ],
    };
    // A finishes on Friday the 8th: two days of an everyday calendar later is Monday.
    expect(datesOf(scheduled({ ...story, links: ['A B FS+2'] }), 'B')).toBe('2027-01-11');
  });
});

describe('parts of days', () => {
  it('share a day between tasks', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 0.5 }, B: { durationDays: 0.5 }, C: { durationDays: 1 } },
      links: ['A B', 'B C'],
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-04');
    expect(datesOf(schedule, 'B')).toBe('2027-01-04');
    expect(datesOf(schedule, 'C')).toBe('2027-01-05');
  });

  it('carry work over to the next day and the next week', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 4.5 }, B: { durationDays: 1 } },
      links: ['A B'],
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-04 2027-01-08');
    expect(datesOf(schedule, 'B')).toBe('2027-01-08 2027-01-11');
  });

  it('are kept to the minute of an eight-hour day, and floats are days again', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 0.333333 }, B: { durationDays: 2 }, Z: { durationDays: 1 } },
      links: ['A Z', 'B Z'],
    });
    expect(taskOf(schedule, 'A')).toMatchObject({ durationDays: 0.3333, totalFloatDays: 1.6667 });
    expect(taskOf(schedule, 'B').totalFloatDays).toBe(0);
  });

  it('come from lags as well', () => {
    const schedule = scheduled({ tasks: { A: {}, B: {} }, links: ['A B FS+0.5'] });
    expect(datesOf(schedule, 'B')).toBe('2027-01-05 2027-01-06');
  });
});
