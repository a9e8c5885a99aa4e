import { describe, expect, it } from 'vitest';
import { datesOf, scheduled, taskOf } from './planStory';

const MILESTONE = { kind: 'milestone' as const };

describe('a milestone', () => {
  it('falls on the day its last predecessor finishes', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 2 }, B: { durationDays: 5 }, M: MILESTONE },
      links: ['A M', 'B M'],
    });
    expect(datesOf(schedule, 'M')).toBe('2027-01-08');
  });

  it('takes no time, whatever its duration says', () => {
    const schedule = scheduled({ tasks: { M: { ...MILESTONE, durationDays: 5 }, B: {} }, links: ['M B'] });
    expect(taskOf(schedule, 'M')).toMatchObject({
      durationDays: 0,
      start: '2027-01-04',
      finish: '2027-01-04',
    });
    expect(datesOf(schedule, 'B')).toBe('2027-01-04');
  });

  it('is what a task of no days is, too', () => {
    const schedule = scheduled({ tasks: { A: { durationDays: 5 }, M: { durationDays: 0 } }, links: ['A M'] });
    expect(datesOf(schedule, 'M')).toBe('2027-01-08');
  });

  it('falls on the Sunday that a weekend cutover finishes', () => {
    const schedule = scheduled({
      tasks: {
        Build: { durationDays: 5 },
        Cutover: { durationDays: 2, calendar: 'weekend' },
        GoLive: MILESTONE,
        Support: { durationDays: 5 },
      },
      links: ['Build Cutover', 'Cutover GoLive', 'GoLive Support'],
      calendars: [{ id: 'weekend', name: 'Weekend', workingWeek: ['sat', 'sun'] }],
      organisation: { goLive: 'GoLive' },
    });
    expect(datesOf(schedule, 'Cutover')).toBe('2027-01-09 2027-01-10');
    expect(schedule.goLive).toBe('2027-01-10');
    expect(datesOf(schedule, 'Support')).toBe('2027-01-11 2027-01-15');
    expect(taskOf(schedule, 'GoLive')).toMatchObject({ totalFloatDays: 0, critical: true });
  });

  it('falls on the day a go-live weekend adds to the working week', () => {
    const schedule = scheduled({
      tasks: { Cutover: { durationDays: 6, calendar: 'golive' }, GoLive: MILESTONE },
      links: ['Cutover GoLive'],
      calendars: [
        { id: 'golive', name: 'Go-live', extraWorkingDays: ['2027-01-09'], holidays: ['2027-01-09'] },
      ],
    });
    expect(datesOf(schedule, 'GoLive')).toBe('2027-01-09');
  });

  it('falls on the day something starts, where that sets it', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 5 }, B: { durationDays: 5 }, M: MILESTONE, N: MILESTONE },
      links: ['A B', 'B M SS', 'M N'],
    });
    expect(datesOf(schedule, 'M')).toBe('2027-01-11');
    expect(datesOf(schedule, 'N')).toBe('2027-01-11');
  });

  it('stands on its date, on a day off as well', () => {
    const dated = (constraint: 'snet' | 'mso' | 'mfo') => ({
      ...MILESTONE,
      constraint,
      constraintDate: '2027-01-09',
    });
    const schedule = scheduled({ tasks: { A: dated('snet'), B: dated('mso'), C: dated('mfo') } });
    expect(['A', 'B', 'C'].map((name) => datesOf(schedule, name))).toEqual([
      '2027-01-09',
      '2027-01-09',
      '2027-01-09',
    ]);
  });

  it('comes a lag after what it waits for: days after a finish, days after a start', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 5 }, M: MILESTONE, Start: MILESTONE, N: MILESTONE },
      links: ['A M FS+3', 'Start N FS+5'],
    });
    // The third working day after Friday the 8th; five working days after Monday the 4th.
    expect(datesOf(schedule, 'M')).toBe('2027-01-13');
    expect(datesOf(schedule, 'N')).toBe('2027-01-11');
  });

  it('has the slack of what waits for it', () => {
    const schedule = scheduled({
      tasks: { Long: { durationDays: 10 }, A: { durationDays: 5 }, M: MILESTONE, B: { durationDays: 2 } },
      links: ['A M', 'M B'],
    });
    expect(taskOf(schedule, 'M')).toMatchObject({ totalFloatDays: 3, freeFloatDays: 0 });
    expect(taskOf(schedule, 'A').totalFloatDays).toBe(3);
  });
});
