import { describe, expect, it } from 'vitest';
import type { FieldValues } from '../../shared/domain/edits/edit';
import type { RegisterId } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { mergeReport } from '../../shared/export/mergeReport';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../support/replicas';

type Write = readonly [RegisterId, string, FieldValues];

function merged(mine: readonly Write[], theirs: readonly Write[]): Workbook {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [
    add('people', 'p', { name: 'Jordan' }),
    add('people', 'q', { name: 'Sam <IT>' }),
    add('calendars', 'week', { name: 'Clinic days' }),
    add('tasks', 'a', { name: 'Build' }),
    add('tasks', 'b', { name: 'Training' }),
    add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') }),
    add('risks', 'r', { title: 'Late interface', impacts: { schedule: 3 } }),
    add('costs', 'c', { name: 'Seats', unitCost: 100 }),
  ]);
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  clock.advance(60);
  run(maria, ...mine.map((write) => set(...write)));
  clock.advance(60);
  run(shah, ...theirs.map((write) => set(...write)));
  mergeBoth(maria, shah);
  return maria.workbook();
}

const workbook = merged(
  [
    ['tasks', 'a', { durationDays: 8, deadline: '2027-02-01', owner: uuid('p'), percentComplete: 50 }],
    ['links', 'l', { lagDays: 1 }],
    ['calendars', 'week', { workingWeek: ['mon', 'tue'] }],
    ['risks', 'r', { impacts: { cost: 4, safety: 2 } }],
    ['costs', 'c', { unitCost: 120_000, driver: 'per-provider' }],
  ],
  [
    ['tasks', 'a', { durationDays: 0.5, deadline: '2027-03-01', owner: uuid('q'), percentComplete: 70 }],
    ['links', 'l', { lagDays: -2 }],
    ['calendars', 'week', { workingWeek: ['mon'] }],
    ['risks', 'r', { impacts: {} }],
    ['costs', 'c', { unitCost: null, driver: 'per-site' }],
  ],
);

describe('the report of a merge', () => {
  it('names records and says values of every kind in words, the newer one first', () => {
    const text = mergeReport(workbook, 'txt');
    const blocks = text
      .trim()
      .split('\n\n')
      .map((block) => block.replace(/ {4}\(.*\)/g, '').split('\n  '));
    const said = new Map(blocks.map(([heading = '', ...values]) => [heading, values]));
    expect(Object.fromEntries(said)).toMatchObject({
      'Task “Build”: Days': ['0.5 working days', '8 working days'],
      'Task “Build”: Deadline': ['Mon, Mar 1, 2027', 'Mon, Feb 1, 2027'],
      'Task “Build”: Owner': ['Sam <IT>', 'Jordan'],
      'Task “Build”: Done': ['70%', '50%'],
      'Link “Build → Training”: Lag, days': ['−2 working days', '1 working day'],
      'Calendar “Clinic days”: Working days': ['Mon', 'Mon, Tue'],
      'Risk “Late interface”: Impacts': ['Empty', 'Cost 4; Safety 2'],
      'Cost line “Seats”: Unit cost': ['Empty', '$1,200.00'],
      'Cost line “Seats”: Driver': ['per site', 'per provider'],
    });
    expect(text).not.toMatch(/[{[]"/);
    expect(text).toContain('8 working days    (Maria, Mon, Jan 4, 2027, 08:01 UTC)');
  });

  it('is a page that shows the same, with names as text and not as tags', () => {
    const page = mergeReport(workbook, 'html');
    expect(page).toContain('<td>Cost 4; Safety 2</td><td>Maria, Mon, Jan 4, 2027, 08:01 UTC</td>');
    expect(page).toContain('Sam &lt;IT&gt;');
    expect(page).not.toContain('<IT>');
  });

  it('keeps stored values for programs', () => {
    const { conflicts } = JSON.parse(mergeReport(workbook, 'json')) as Pick<Workbook, 'conflicts'>;
    const impacts = conflicts.find(({ field }) => field === 'impacts');
    expect(impacts?.values.map(({ value }) => value)).toEqual([{}, { cost: 4, safety: 2 }]);
  });

  it('says so when nobody wrote the same field apart', () => {
    expect(mergeReport(merged([], []), 'txt')).toBe('Nobody wrote the same field apart.\n');
  });
});
