import { describe, expect, it } from 'vitest';
import { datesOf, findingsOf, scheduled, taskOf } from './planStory';

describe('calendars', () => {
  const calendars = [
    { id: 'office', name: 'Office', holidays: ['2027-01-06'] },
    { id: 'fourDays', name: 'Four days', workingWeek: ['mon', 'tue', 'wed', 'thu'] as const },
    {
      id: 'everyDay',
      name: 'Every day',
      workingWeek: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const,
    },
  ];

  it('let work rest on holidays', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 3 } },
      calendars,
      organisation: { calendar: 'office' },
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-04 2027-01-07');
  });

  it('are the task’s own before the organisation’s', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 5, calendar: 'fourDays' }, B: { durationDays: 5 } },
      calendars,
      organisation: { calendar: 'office' },
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-04 2027-01-11');
    expect(datesOf(schedule, 'B')).toBe('2027-01-04 2027-01-11');
  });

  it('are the organisation’s where the task’s own is not there', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 3, calendar: 'gone' } },
      calendars,
      organisation: { calendar: 'office' },
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-04 2027-01-07');
  });

  it('start a task on its first working day when the plan starts on a day off', () => {
    const schedule = scheduled({ tasks: { A: {} }, organisation: { start: '2027-01-09' } });
    expect(schedule.projectStart).toBe('2027-01-09');
    expect(datesOf(schedule, 'A')).toBe('2027-01-11');
  });

  it('measure slack in the days of the task that has it', () => {
    // Both wait for nothing and hold up nothing; the plan ends on Friday the 15th.
    const schedule = scheduled({
      tasks: {
        Long: { durationDays: 10 },
        A: { durationDays: 4, calendar: 'fourDays' },
        B: { durationDays: 4, calendar: 'everyDay' },
      },
      calendars,
    });
    expect(taskOf(schedule, 'A').totalFloatDays).toBe(4);
    expect(taskOf(schedule, 'B').totalFloatDays).toBe(8);
  });

  it('let a task slip into days that its successor cannot use', () => {
    // A finishes on Friday; its successor works again on Monday, so A could take the weekend as well.
    const schedule = scheduled({
      tasks: { A: { durationDays: 5, calendar: 'everyDay' }, B: { durationDays: 5 } },
      links: ['A B'],
      calendars,
    });
    expect(taskOf(schedule, 'A')).toMatchObject({
      finish: '2027-01-08',
      totalFloatDays: 2,
      freeFloatDays: 2,
    });
    expect(taskOf(schedule, 'B').critical).toBe(true);
  });

  it('count as Monday to Friday when they have no working day, and say so', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 6, calendar: 'none' } },
      calendars: [{ id: 'none', name: 'None', workingWeek: [] }],
    });
    expect(datesOf(schedule, 'A')).toBe('2027-01-04 2027-01-11');
    expect(findingsOf(schedule, 'none')).toEqual(['plan/noCalendarDays']);
  });

  it('count the days of a summary by the calendar of the project', () => {
    const schedule = scheduled({
      tasks: { S: { kind: 'summary' }, A: { parent: 'S', durationDays: 8, calendar: 'everyDay' } },
      calendars,
      organisation: { calendar: 'office' },
    });
    expect(taskOf(schedule, 'S')).toMatchObject({
      start: '2027-01-04',
      finish: '2027-01-11',
      durationDays: 5,
    });
  });
});
