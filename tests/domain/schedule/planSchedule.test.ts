import { describe, expect, it } from 'vitest';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import { uuid } from '../../support/makeWorkbook';
import { datesOf, plan, scheduled, START, taskOf } from './planStory';

describe('the schedule of a workbook', () => {
  const workbook = plan({ tasks: { A: { durationDays: 3 }, B: {} }, links: ['A B'] });

  it('is the same value while the tables it reads are', () => {
    const costsChanged = { ...workbook, tables: { ...workbook.tables, costs: { ...workbook.tables.costs } } };
    expect(scheduleOf(costsChanged, START) === scheduleOf(workbook, START)).toBe(true);
  });

  it('is a new one for other links, calendars, settings or another day', () => {
    const { tables } = workbook;
    const first = scheduleOf(workbook, START);
    const others = [
      { ...workbook, tables: { ...tables, links: { ...tables.links, live: [] } } },
      { ...workbook, tables: { ...tables, calendars: { ...tables.calendars } } },
      { ...workbook, tables: { ...tables, organisation: { ...tables.organisation } } },
      { ...workbook, suspendedLinks: new Set([uuid('A B')]) },
    ];
    expect(others.map((other) => scheduleOf(other, START) === first)).toEqual([false, false, false, false]);
    expect(scheduleOf(workbook, '2027-02-01') === scheduleOf(workbook, START)).toBe(false);
    expect(datesOf(scheduleOf(others[3] ?? workbook, START), 'B')).toBe(START);
  });

  it('gives out the same object for a task each time', () => {
    const schedule = scheduleOf(workbook, START);
    expect(taskOf(schedule, 'A')).toBe(taskOf(schedule, 'A'));
  });

  it('knows nothing of archived and unknown tasks', () => {
    const schedule = scheduled({
      tasks: { A: { durationDays: 3 }, Gone: { archived: true, durationDays: 50 }, B: {} },
      links: ['A B', 'Gone B'],
    });
    expect(schedule.task(uuid('Gone'))).toBeUndefined();
    expect(schedule.task('no such task')).toBeUndefined();
    expect(datesOf(schedule, 'B')).toBe('2027-01-07');
  });

  it('leaves archived links out', () => {
    const linked = plan({ tasks: { A: { durationDays: 3 }, B: {} }, links: ['A B'] });
    const { links } = linked.tables;
    const archived = links.live.map((link) => ({ ...link, archived: true }));
    const without = { ...linked, tables: { ...linked.tables, links: { ...links, live: [], archived } } };
    expect(datesOf(scheduleOf(without, START), 'B')).toBe(START);
  });

  it('has no go-live without its milestone', () => {
    expect(scheduleOf(workbook, START).goLive).toBeNull();
    expect(scheduled({ tasks: { A: {} }, organisation: { goLive: 'elsewhere' } }).goLive).toBeNull();
  });

  it('of an empty plan starts and ends with the plan', () => {
    const schedule = scheduled({ tasks: {} });
    expect([schedule.projectStart, schedule.projectFinish]).toEqual([START, START]);
    expect(schedule.findings).toEqual([]);
  });
});
