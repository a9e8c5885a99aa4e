import { describe, expect, it } from 'vitest';
import type { FieldValues } from '../../shared/domain/edits/edit';
import type { RegisterId } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { planOf } from '../../shared/domain/plan';
import { mergeAccount } from '../../shared/domain/review/mergeAccount';
import { mergeReport, type TextReportForm } from '../../shared/export/mergeReport/mergeReport';
import { mergeSheets } from '../../shared/export/mergeReport/mergeSheets';
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

const TIME = { today: '2027-01-05', now: '2027-01-05T09:30:00Z', appVersion: '1.0.0' };

/** What waits, without what was brought. */
function report(of: Workbook, form: TextReportForm): string {
  return mergeReport({ workbook: of, merges: [], writerOf: () => undefined }, form, TIME);
}

describe('the report of a merge', () => {
  it('names records and says values of every kind in words, the newer one first', () => {
    const text = report(workbook, 'txt');
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
    const page = report(workbook, 'html');
    expect(page).toContain(
      '<th scope="row">Cost 4; Safety 2</th><td>Maria</td><td class="n">Mon, Jan 4, 2027, 08:01 UTC</td>',
    );
    expect(page).toContain('Sam &lt;IT&gt;');
    expect(page).not.toContain('<IT>');
  });

  it('asks in the order of the plan, each field once, in one table', () => {
    const names = ['Zeta', 'Alpha', 'Mid'];
    const clock = new TestClock();
    const mine = startWorkbook(
      clock,
      names.map((name) => add('costs', name, { name, unitCost: 100 })),
    );
    const theirs = copyOf(mine, 2, 'Dr. Shah', clock);
    for (const [document, unitCost] of [
      [mine, 200],
      [theirs, 300],
    ] as const)
      run(document, ...names.map((name) => set('costs', name, { unitCost })));
    mergeBoth(mine, theirs);
    const page = report(mine.workbook(), 'html');
    expect(page.match(/Cost line “[^”]*”/g)).toEqual(names.map((name) => `Cost line “${name}”`));
    expect(page.match(/<table>/g)).toHaveLength(1);
  });

  it('numbers the computers where two people, or one on two computers, go by one name', () => {
    const clock = new TestClock();
    const here = startWorkbook(clock, [add('tasks', 'a', { name: 'Build' })]);
    const there = copyOf(here, 2, 'Maria', clock);
    run(here, set('tasks', 'a', { durationDays: 8 }));
    clock.advance(1);
    run(there, set('tasks', 'a', { durationDays: 9 }));
    mergeBoth(here, there);
    for (const document of [here, there]) {
      const text = report(document.workbook(), 'txt');
      expect(text).toContain('9 working days    (Maria (computer 2), Mon, Jan 4, 2027');
      expect(text).toContain('8 working days    (Maria (computer 1), Mon, Jan 4, 2027');
    }
  });

  it('keeps stored values for programs', () => {
    const { conflicts } = JSON.parse(report(workbook, 'json')) as Pick<Workbook, 'conflicts'>;
    const impacts = conflicts.find(({ field }) => field === 'impacts');
    expect(impacts?.values.map(({ value }) => value)).toEqual([{}, { cost: 4, safety: 2 }]);
  });

  it('says so when nobody wrote the same field apart', () => {
    expect(report(merged([], []), 'txt')).toBe('Nobody wrote the same field apart.\n');
  });
});

describe('the report of what a merge brought', () => {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [
    add('tasks', 'a', { name: 'Build', durationDays: 5 }),
    add('tasks', 'go', { name: 'Go-live', kind: 'milestone', durationDays: 0 }),
    add('links', 'l', { predecessor: uuid('a'), successor: uuid('go') }),
    add('costs', 'c', { name: 'Seats', quantity: 1, unitCost: 100_00, start: '2027-02-01' }),
  ]);
  run(maria, set('organisation', 'organisation', { goLive: uuid('go') }));
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  clock.advance(60);
  run(maria, set('costs', 'c', { unitCost: 120_00 }));
  clock.advance(60);
  run(shah, set('tasks', 'a', { durationDays: 8 }), set('costs', 'c', { unitCost: 90_00 }));
  run(shah, add('risks', 'r', { title: 'Late <interface>', probability: 4 }));
  const before = maria.workbook();
  maria.merge(shah.encodeState(), 'back.golive');
  const changes = maria.changesSince(before);
  const plans = { before: planOf(before, TIME.today), after: planOf(maria.workbook(), TIME.today) };
  const merge = mergeAccount({ into: '', from: ['back.golive'] }, { ...plans, changes });
  const sourceNow = () => ({
    workbook: maria.workbook(),
    merges: [merge],
    writerOf: maria.writerOf.bind(maria),
  });

  it('tells record by record and field by field who wrote it, and what it did to the plan', () => {
    const text = mergeReport(sourceNow(), 'txt', TIME);
    expect(text).toContain('What “back.golive” brought: One record added, two fields changed');
    const by = 'Dr. Shah, Mon, Jan 4, 2027, 08:02 UTC';
    expect(text).toContain(`${by}: Risk “Late <interface>”, Added (Probability: 4)`);
    expect(text).toContain(`${by}: Task “Build”, Days, from 5 working days to 8 working days`);
    expect(text).toContain('Go-live moves from Fri, Jan 8, 2027 to Wed, Jan 13, 2027, 3 working days later');
    expect(text).toContain('Cost line “Seats”: Unit cost\n  $90.00    (Dr. Shah');
  });

  it('tells what was decided since, by whom, and what was not kept', () => {
    clock.advance(60);
    run(maria, set('costs', 'c', { unitCost: 120_00 }));
    const text = mergeReport(sourceNow(), 'txt', TIME);
    expect(text).toContain('Nobody wrote the same field apart.');
    expect(text).toContain(
      'Decided: Cost line “Seats”: Unit cost\n  $120.00    (Maria, Mon, Jan 4, 2027, 08:03 UTC)\n  not kept: $90.00 (Dr. Shah)',
    );
    maria.undo();
    expect(mergeReport(sourceNow(), 'txt', TIME)).not.toContain('Decided');
  });

  it('tells fields that must change together as one, where they changed, wait and were decided', () => {
    const of = new TestClock();
    const mine = startWorkbook(of, [add('tasks', 'a', { name: 'Build', durationDays: 5 })]);
    const theirs = copyOf(mine, 2, 'Dr. Shah', of);
    const write = (document: typeof mine, constraintDate: string, durationDays: number): void => {
      of.advance(60);
      run(document, set('tasks', 'a', { constraint: 'snet', constraintDate, durationDays }));
    };
    const take = () => {
      const was = mine.workbook();
      mine.merge(theirs.encodeState());
      const between = { before: planOf(was, TIME.today), after: planOf(mine.workbook(), TIME.today) };
      return mergeAccount({ into: '', from: ['b'] }, { ...between, changes: mine.changesSince(was) });
    };
    const told = (...merges: ReturnType<typeof take>[]) =>
      mergeReport({ workbook: mine.workbook(), merges, writerOf: mine.writerOf.bind(mine) }, 'txt', TIME);
    write(theirs, '2027-02-01', 8);
    const first = told(take());
    expect(first).toContain('Three fields changed');
    expect(first).toContain(
      'Task “Build”, Days, Date rule, Rule date, from Days: 5 working days; Date rule: As soon as possible; Rule date: Empty to Days: 8 working days;',
    );
    write(mine, '2027-03-01', 6);
    write(theirs, '2027-04-01', 9);
    const merge = take();
    const values = (date: string, days: number) =>
      new RegExp(`Days: ${String(days)} working days[^\n]*${date}`);
    const waiting = told(merge);
    expect(waiting.match(/^Task “Build”: /gm)).toHaveLength(1);
    expect(waiting).toMatch(values('Mar 1, 2027', 6));
    write(mine, '2027-04-01', 9);
    const decided = told(merge);
    expect(decided.match(/^Decided: /gm)).toHaveLength(1);
    expect(decided).toMatch(/not kept: [^\n]*Mar 1, 2027/);
  });

  it('is a page of the same with nothing in it that runs, and a workbook with a table of each', () => {
    const page = mergeReport(sourceNow(), 'html', TIME);
    expect(page).toContain('Late &lt;interface&gt;');
    expect(page).not.toMatch(/<script|<interface>|javascript:|https?:/);
    const { sheets } = mergeSheets(sourceNow(), TIME);
    const texts = sheets.map(({ name, rows }) => [
      name,
      ...rows.flatMap((row) => row?.cells.map((cell) => (cell?.kind === 'text' ? cell.text : '')) ?? []),
    ]);
    expect(texts.map(([name]) => name)).toEqual([
      'What still waits',
      'Decided since',
      'What came in',
      'Effects',
    ]);
    expect(texts[0]).toContain('USD');
    expect(texts[2]).toContain('working days');
    expect(texts[1]).toContain('Nothing was decided.');
  });

  it('holds amounts, days and moments as numbers that a spreadsheet can sort and add up', () => {
    const numbers = mergeSheets(sourceNow(), TIME).sheets.map(({ rows }) =>
      rows.flatMap(
        (row) => row?.cells.flatMap((cell) => (cell?.kind === 'number' ? [cell.value] : [])) ?? [],
      ),
    );
    // January 4, 2027 is day 46,391 of a spreadsheet; Maria wrote at 8:01, Dr. Shah a minute later.
    const at = (minutes: number): number => 46_391 + (8 * 60 + minutes) / (24 * 60);
    expect(numbers[0]).toEqual([90, at(2), 120, at(1)].map((number) => expect.closeTo(number, 6) as number));
    expect(numbers[2]).toEqual(expect.arrayContaining([5, 8, expect.closeTo(at(2), 6)] as unknown[]));
  });
});
