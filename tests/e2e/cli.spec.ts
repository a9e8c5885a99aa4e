/** The command line's contract, seen from outside: exit codes, streams, untouched targets, and what a dump says. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, closeSync, copyFileSync, existsSync, openSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { Desk } from './cli/commandLine';

const TITLE_FIELDS = {
  sites: 'name',
  departments: 'name',
  people: 'name',
  roles: 'name',
  phases: 'name',
  calendars: 'name',
  tasks: 'name',
  costs: 'name',
  actuals: 'note',
  fundingSources: 'name',
  risks: 'title',
  roadmapItems: 'title',
  comments: 'text',
} as const;

test.describe('edits', () => {
  test('a record needs only its title; the rest has defaults or is empty', () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const added = Object.entries(TITLE_FIELDS).map(([register, field]) => ({
      register,
      add: { [field]: `A ${register}` },
    }));
    const ids = desk.edit(file, added);
    const { registers } = desk.dump(file);
    for (const [index, [register, field]] of Object.entries(TITLE_FIELDS).entries()) {
      expect(registers[register]?.at(-1), register).toMatchObject({
        id: ids[index],
        [field]: `A ${register}`,
      });
    }
    expect(registers['tasks']?.[0]).toMatchObject({
      kind: 'task',
      durationDays: 1,
      percentComplete: 0,
      parent: null,
      notes: '',
    });
    expect(registers['links']).toEqual([]);
  });

  test('what does not fit is refused by its position, and nothing of the list is applied', () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const [a = '', b = ''] = desk.edit(
      file,
      ['A', 'B'].map((name) => ({ register: 'tasks', add: { name } })),
    );
    desk.edit(file, [{ register: 'links', add: { predecessor: a, successor: b } }]);
    const before = desk.bytes(file);
    const missing = '00000000-0000-4000-8000-000000000000';
    const misfits: unknown[] = [
      { register: 'secrets', add: { name: 'x' } },
      { register: 'tasks', add: { nam: 'x' } },
      { register: 'tasks', add: {} },
      { register: 'tasks', add: { name: 'x', deadline: '2027-02-30' } },
      { register: 'tasks', add: { name: 'x', percentComplete: 150 } },
      { register: 'costs', add: { name: 'x', unitCost: -1 } },
      { register: 'costs', add: { name: 'x', unitCost: 1.5 } },
      { register: 'links', add: { predecessor: a, successor: a } },
      { register: 'links', add: { predecessor: a, successor: b } },
      { register: 'links', add: { predecessor: b, successor: a } },
      { register: 'tasks', id: a, set: { parent: a } },
      { register: 'tasks', id: missing, set: { name: 'x' } },
      { register: 'tasks', id: missing, archive: true },
      { register: 'organisation', add: { name: 'Second' } },
      { register: 'tasks', id: a },
      'nonsense',
    ];
    for (const misfit of misfits) {
      const edits = desk.editsFile([{ register: 'tasks', add: { name: 'Fits' } }, misfit]);
      expect(desk.refused('edit', file, '--from', edits), JSON.stringify(misfit)).toMatch(/^Edit 2: /);
    }
    desk.refused('edit', file, '--from', desk.editsFile({ register: 'tasks' }));
    desk.refused('edit', file, '--from', desk.write('edits.json', '{'));
    expect(desk.bytes(file).equals(before)).toBe(true);
  });

  test('archived records leave the dump, and show with --all', () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const [kept, gone] = desk.edit(
      file,
      ['Kept', 'Gone'].map((title) => ({ register: 'risks', add: { title } })),
    );
    desk.edit(file, [{ register: 'risks', id: gone, archive: true }]);
    expect(desk.dump(file).registers['risks']?.map(({ id }) => id)).toEqual([kept]);
    expect(desk.dump(file, '--all').registers['risks']).toMatchObject([
      { id: kept },
      { id: gone, archived: true },
    ]);
  });
});

test('a file of answers makes the plan it describes; a bad answer is refused by name and nothing is made', () => {
  const desk = new Desk();
  const answers = { sites: ['Hill', 'Valley'], strategy: 'phased-by-site', wantedGoLive: '2028-03-06' };
  const make = (given: unknown, file: string) => {
    desk.write('answers.json', JSON.stringify(given));
    return ['new', '--pack', 'small-practice-saas', '--answers', 'answers.json', '-o', file];
  };
  desk.done(...make(answers, 'plan.golive'));
  const { registers, schedule } = desk.dump('plan.golive');
  expect(registers['sites']).toMatchObject([{ name: 'Hill' }, { name: 'Valley' }]);
  expect(schedule.goLive).toBe('2028-03-06');

  const messages = desk.refused(...make({ ...answers, providers: 'many' }, 'other.golive'));
  expect(messages).toContain('“providers”');
  expect(existsSync(path.join(desk.folder, 'other.golive'))).toBe(false);
  const listed = JSON.parse(desk.done('packs', '--json').result) as readonly { id: string }[];
  expect(listed.map(({ id }) => id)).toEqual([
    ...['blank', 'demo-five-provider-saas', 'multi-site-phased', 'pilot-then-rollout'],
    ...['rural-hospital-on-premises', 'small-practice-saas'],
  ]);
});

test('wrong usage ends with 2 and says what is missing, without a result', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const wrong = [
    [],
    ['paint'],
    ['dump'],
    ['dump', file, '--everything'],
    ['dump', file, '--moment', 'soon'],
    ['dump', file, '--moment', '1960-01-01'],
    ['new', '--pack', 'blank'],
    ['new', '--pack', 'nothing', '-o', 'x.golive'],
    ['new', '--pack', 'blank', '--start', '2027-02-30', '-o', 'x.golive'],
    ['edit', file],
    ['export', file, '--format', 'docx'],
    ['export', file, '--format', 'csv', '--register', 'secrets'],
    ['import', 'x.csv'],
    ['import', 'x.csv', '--into', file, '--start', '2027-01-04'],
    ['import', 'x.golive', '-o', 'x.golive', '--start', '2027-01-04'],
    ['import', 'x.xml', '-o', 'x.golive', '--register', 'costs'],
    ['new', '--pack', 'blank', '-o', '-'],
    ['merge', file],
    ['merge', file, '-o', 'x.json', '--report', 'x.json'],
  ];
  for (const args of wrong) {
    const { exitCode, result, messages } = desk.run(...args);
    expect([exitCode, result], args.join(' ')).toEqual([2, '']);
    expect(messages).not.toBe('');
  }
  expect(existsSync(path.join(desk.folder, 'x.golive'))).toBe(false);
  expect(desk.done('merge', '--help').result).toContain('golive merge');
});

test.describe('files', () => {
  /** A correct checksum over an altered header: what a newer app would write. */
  function withHeader(bytes: Buffer, change: Readonly<Record<string, unknown>>): Buffer {
    const length = bytes.readUInt32LE(8);
    const header = JSON.parse(bytes.subarray(12, 12 + length).toString()) as Record<string, unknown>;
    const changed = Buffer.from(JSON.stringify({ ...header, ...change }));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(changed.length);
    const body = Buffer.concat([bytes.subarray(0, 8), size, changed, bytes.subarray(12 + length, -32)]);
    return Buffer.concat([body, createHash('sha256').update(body).digest()]);
  }

  test('damaged, foreign and hostile files are refused by every command that reads them', () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const whole = desk.bytes(file);
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
    const bad: Record<string, Buffer> = {
      empty: Buffer.alloc(0),
      foreign: Buffer.from('PK\u0003\u0004 not a plan'),
      truncated: whole.subarray(0, -1),
      flipped,
      'other workbook': withHeader(whole, { workbook: '00000000-0000-4000-8000-000000000000' }),
      'unreadable newer': withHeader(whole, { format: 99, minReader: 99 }),
    };
    for (const [name, bytes] of Object.entries(bad)) {
      desk.write('bad.golive', bytes);
      expect(desk.refused('check', 'bad.golive'), name).toContain('bad.golive');
      desk.refused('merge', file, 'bad.golive', '-o', 'merged.golive');
    }
    desk.write('bad.golive', flipped);
    desk.refused('edit', 'bad.golive', '--from', desk.editsFile([]));
    expect(desk.bytes('bad.golive').equals(flipped)).toBe(true);
    expect(existsSync(path.join(desk.folder, 'merged.golive'))).toBe(false);
    expect(desk.bytes(file).equals(whole)).toBe(true);
  });

  test('a file of a newer app can be read and passed on, not changed', () => {
    const desk = new Desk();
    desk.write(
      'newer.golive',
      withHeader(desk.bytes(desk.blankPlan('plan.golive')), { format: 99, note: 7 }),
    );
    const before = desk.bytes('newer.golive');
    desk.dump('newer.golive');
    const edits = desk.editsFile([{ register: 'tasks', add: { name: 'x' } }]);
    expect(desk.refused('edit', 'newer.golive', '--from', edits)).toContain('newer version');
    desk.refused('import', desk.write('t.csv', 'name\nA\n'), '--into', 'newer.golive');
    desk.refused('import', 'plan.golive', '--into', 'newer.golive');
    expect(desk.bytes('newer.golive').equals(before)).toBe(true);
    desk.done('import', 'newer.golive', '-o', 'copy.golive');
    expect(desk.bytes('copy.golive').subarray(0, 200).toString()).toContain('"note":7');
  });

  test('a target that cannot be written stays as it was, with nothing left beside it', () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    desk.refused('export', file, '--format', 'csv', '-o', 'missing/plan.csv');
    desk.refused('merge', file, '-o', 'merged.golive', '--report', 'missing/report.json');
    desk.refused('merge', file, '-o', 'missing/merged.golive', '--report', 'report.json');
    desk.refused('new', '--pack', 'blank', '-o', '.');
    desk.done('export', file, '--format', 'json', '-o', 'plan.json');
    desk.done('export', file, '--format', 'json', '-o', 'plan.json');
    expect(readdirSync(desk.folder).sort()).toEqual(['plan.golive', 'plan.json']);
  });

  test('what was read is not written over, nor what is marked as read-only', () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const kept = new Map(
      [file, desk.write('tasks.csv', 'name\nA\n'), desk.write('answers.json', '{}')].map((name) => [
        name,
        desk.bytes(name),
      ]),
    );
    symlinkSync(file, path.join(desk.folder, 'link.golive'));
    for (const args of [
      ['export', file, '--format', 'csv', '-o', `./${file}`],
      ['export', 'link.golive', '--format', 'json', '-o', file],
      ['import', 'tasks.csv', '-o', 'tasks.csv'],
      ['new', '--pack', 'blank', '--answers', 'answers.json', '-o', 'answers.json'],
      ['merge', file, '-o', 'm.json', '--report', 'm.json'],
    ]) {
      expect(desk.run(...args).exitCode, args.join(' ')).toBe(2);
    }
    chmodSync(path.join(desk.folder, file), 0o444);
    desk.refused('edit', file, '--from', desk.editsFile([{ register: 'tasks', add: { name: 'x' } }]));
    desk.refused('new', '--pack', 'blank', '-o', file);
    for (const [name, bytes] of kept) expect(desk.bytes(name).equals(bytes), name).toBe(true);
  });

  test('a result that cannot be put out is a failure, and a device is written into, not replaced', () => {
    test.skip(!existsSync('/dev/full'), 'this system has none');
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const full = openSync('/dev/full', 'w');
    const command = [path.resolve('out/cli/golive.js'), 'dump', path.join(desk.folder, file)];
    const { status, stderr } = spawnSync(process.execPath, command, { stdio: ['ignore', full, 'pipe'] });
    closeSync(full);
    expect([status, stderr.toString()]).toEqual([1, expect.stringContaining('ENOSPC')]);
    const piped = '"$0" "$1" export "$2" --format csv -o /dev/stdout | cat';
    const words = [
      '-c',
      piped,
      process.execPath,
      path.resolve('out/cli/golive.js'),
      path.join(desk.folder, file),
    ];
    expect(spawnSync('sh', words).stdout.toString()).toBe(
      desk.done('export', file, '--format', 'csv').result,
    );
  });
});

test.describe('merge', () => {
  test('every order gives one plan and one report, which lists exactly what was written apart', () => {
    const desk = new Desk();
    const file = desk.blankPlan('base.golive');
    const [task = '', cost = '', gone = '', same = ''] = desk.edit(file, [
      { register: 'tasks', add: { name: 'Task', durationDays: 5, notes: 'alpha beta' } },
      { register: 'costs', add: { name: 'Cost', unitCost: 100 } },
      { register: 'risks', add: { title: 'Risk' } },
      { register: 'tasks', add: { name: 'Same' } },
    ]);
    const copies = { Ann: 'a.golive', Bob: 'b.golive', Cy: 'c.golive' };
    for (const copy of Object.values(copies)) {
      copyFileSync(path.join(desk.folder, file), path.join(desk.folder, copy));
    }
    const write = (by: keyof typeof copies, moment: string, edits: readonly object[]): void => {
      desk.edit(copies[by], edits, '--as', by, '--moment', moment);
    };
    write('Ann', '2027-01-10T10:00:00Z', [
      { register: 'tasks', id: task, set: { durationDays: 7, notes: 'alpha Ann beta' } },
      { register: 'costs', id: cost, set: { unitCost: 200 } },
      { register: 'risks', id: gone, archive: true },
      { register: 'tasks', id: same, set: { name: 'Renamed' } },
      { register: 'tasks', add: { name: 'New by Ann' } },
    ]);
    write('Bob', '2027-01-10T11:00:00Z', [
      { register: 'tasks', id: task, set: { durationDays: 9, notes: 'alpha beta Bob' } },
      { register: 'costs', id: cost, set: { unitCost: 300 } },
      { register: 'risks', id: gone, set: { title: 'Edited' } },
      { register: 'tasks', id: same, set: { name: 'Renamed' } },
    ]);
    write('Cy', '2027-01-10T12:00:00Z', [{ register: 'tasks', add: { name: 'New by Cy' } }]);

    const outcomes = new Set<string>();
    for (const order of ['abc', 'cba', 'baacbc']) {
      const names = Array.from(order, (letter) => `${letter}.golive`);
      desk.done('merge', ...names, '-o', 'merged.golive', '--report', 'report.json');
      outcomes.add(desk.dumpText('merged.golive', '--all') + desk.bytes('report.json').toString());
    }
    desk.done('merge', 'merged.golive', 'a.golive', '-o', 'merged.golive', '--report', 'report.json');
    outcomes.add(desk.dumpText('merged.golive', '--all') + desk.bytes('report.json').toString());
    expect(outcomes.size).toBe(1);

    const by = (name: string, hour: number, value: unknown): object => ({
      value,
      by: name,
      at: `2027-01-10T${String(hour)}:00:00Z`,
    });
    expect(desk.conflicts('report.json')).toEqual([
      { register: 'costs', id: cost, field: 'unitCost', values: [by('Bob', 11, 300), by('Ann', 10, 200)] },
      { register: 'tasks', id: task, field: 'durationDays', values: [by('Bob', 11, 9), by('Ann', 10, 7)] },
    ]);
    const merged = desk.dump('merged.golive');
    expect(merged.registers['tasks']?.find(({ id }) => id === task)?.['notes']).toBe('alpha Ann beta Bob');
    expect(merged.registers['tasks']?.map(({ name }) => name).sort()).toEqual([
      'New by Ann',
      'New by Cy',
      'Renamed',
      'Task',
    ]);
    expect(merged.findings.map(({ code }) => code)).toContain('plan/archivedButEdited');
  });

  test('a circle made by merging suspends one link, the same in both orders', () => {
    const desk = new Desk();
    const file = desk.blankPlan('a.golive');
    const [a = '', b = ''] = desk.edit(
      file,
      ['A', 'B'].map((name) => ({ register: 'tasks', add: { name } })),
    );
    copyFileSync(path.join(desk.folder, file), path.join(desk.folder, 'b.golive'));
    desk.edit(file, [{ register: 'links', add: { predecessor: a, successor: b } }]);
    desk.edit('b.golive', [{ register: 'links', add: { predecessor: b, successor: a } }]);
    desk.done('merge', file, 'b.golive', '-o', 'ab.golive');
    desk.done('merge', 'b.golive', file, '-o', 'ba.golive');
    expect(desk.dumpText('ab.golive')).toBe(desk.dumpText('ba.golive'));
    const { findings } = desk.dump('ab.golive');
    expect(findings.filter(({ code }) => code === 'plan/linkSuspended')).toHaveLength(1);
  });

  test('different workbooks are not merged', () => {
    const desk = new Desk();
    const [a, b] = [desk.blankPlan('a.golive'), desk.blankPlan('b.golive')];
    const before = desk.bytes(a);
    desk.refused('merge', a, b, '-o', a, '--report', 'report.json');
    expect(desk.bytes(a).equals(before)).toBe(true);
    expect(existsSync(path.join(desk.folder, 'report.json'))).toBe(false);
  });
});

test('dates follow all four link types, lags, holidays and extra working days', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const calendar = desk.dump(file).registers['calendars']?.[0]?.id ?? '';
  const set = { holidays: ['2027-03-03'], extraWorkingDays: ['2027-03-13'] };
  const days = { a: 5, b: 5, c: 2, d: 3, e: 4 };
  const ids = desk.edit(file, [
    ...Object.entries(days).map(([name, durationDays]) => ({
      register: 'tasks',
      add: { name, durationDays },
    })),
    { register: 'tasks', add: { name: 'live', kind: 'milestone' } },
    { register: 'calendars', id: calendar, set },
  ]);
  const [a, b, c, d, e, live] = ids;
  const link = (predecessor = '', successor = '', type = 'FS', lagDays = 0): object => ({
    register: 'links',
    add: { predecessor, successor, type, lagDays },
  });
  desk.edit(file, [
    link(a, b, 'SS', 2),
    link(a, c, 'FF', 1),
    link(c, d, 'SF'),
    link(b, e, 'FS', -2),
    link(e, live),
  ]);
  const { tasks } = desk.dump(file).schedule;
  const span = (id = ''): (string | undefined)[] => [tasks[id]?.start, tasks[id]?.finish];
  expect(span(a)).toEqual(['2027-03-01', '2027-03-08']);
  expect(span(b)).toEqual(['2027-03-04', '2027-03-10']);
  expect(span(c)).toEqual(['2027-03-08', '2027-03-09']);
  expect(span(d)).toEqual(['2027-03-02', '2027-03-05']);
  expect(span(e)).toEqual(['2027-03-09', '2027-03-12']);
  expect(span(live)).toEqual(['2027-03-12', '2027-03-12']);
  expect(tasks[e ?? '']).toMatchObject({ totalFloatDays: 0, critical: true });
  expect(tasks[c ?? '']).toMatchObject({ totalFloatDays: 3, freeFloatDays: 0, critical: false });
});

test('money is exact and rounded half-even once, by month and by a fiscal year from July', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const organisation = desk.dump(file).registers['organisation']?.[0]?.id ?? '';
  const cost = (name: string, more: object): object => ({
    register: 'costs',
    add: { name, quantity: 1, ...more },
  });
  const recurring = { kind: 'recurring', category: 'support' };
  desk.edit(file, [
    { register: 'organisation', id: organisation, set: { fiscalYearStartMonth: 7, budgetMonths: 24 } },
    // 2.5 and 7.5 cents: 2 and 8 rounded apart, exactly 10 together.
    cost('Half', { category: 'hardware', quantity: 0.5, unitCost: 5, start: '2027-05-01' }),
    cost('Half', { category: 'network', quantity: 0.5, unitCost: 15, start: '2027-05-01' }),
    // 13 months at 1,000.00 and 8 at 1,050.00 cost the step of the anniversary in May 2028.
    cost('Monthly', {
      ...recurring,
      frequency: 'monthly',
      unitCost: 1000,
      start: '2027-05-15',
      escalatorPercentPerYear: 5,
    }),
    cost('Yearly', {
      ...recurring,
      frequency: 'yearly',
      unitCost: 700,
      start: '2027-06-01',
      end: '2028-06-30',
    }),
    cost('Quarterly', {
      ...recurring,
      frequency: 'quarterly',
      unitCost: 90,
      start: '2027-12-01',
      end: '2028-08-15',
    }),
    cost('Staff', { category: 'staff', internal: true, unitCost: 12_345, quantity: 2, start: '2027-04-30' }),
    cost('Dip', { category: 'productivity', kind: 'induced', unitCost: 999, start: '2027-09-01' }),
  ]);
  const { budget } = desk.dump(file);
  // Monthly: 12 × 1000 + 10 × 1050 within the 24 months from March 2027.
  const support = 22_500 + 2 * 700 + 3 * 90;
  expect(budget).toMatchObject({
    externalOneTime: 10,
    recurring: support,
    contingency: 0,
    cashOutlay: 10 + support,
    internalStaffTime: 24_690,
    productivityLoss: 999,
    totalCostOfOwnership: 10 + support + 24_690 + 999,
    byCategory: { hardware: 2, network: 8, support, staff: 24_690, productivity: 999 },
    horizonMonths: 24,
  });
  expect(budget.byMonth['2027-12']).toBe(1000 + 90);
  expect(budget.byMonth['2028-06']).toBe(1050 + 700 + 90);
  expect(Object.keys(budget.byFiscalYear)).toHaveLength(3);
});

test.describe('import', () => {
  test('an Excel file brings the sheet that speaks of the register, with the names it needs', async () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Notes').addRow(['nothing here']);
    book
      .addWorksheet('Risks')
      .addRows([
        ['Risks of the clinic'],
        ['Risk', 'Probability', 'Owner', 'Next review'],
        ['Line fails', { formula: '2+2', result: 4 }, 'Jo Newcomer', new Date(Date.UTC(2027, 4, 3))],
      ]);
    await book.xlsx.writeFile(path.join(desk.folder, 'risks.xlsx'));
    const said = desk.done('import', 'risks.xlsx', '--into', file, '--register', 'risks');
    expect(said.messages).toContain('Also added: Jo Newcomer.');
    const { risks = [], people = [] } = desk.dump(file).registers;
    expect(people).toMatchObject([{ name: 'Jo Newcomer' }]);
    expect(risks).toMatchObject([
      { title: 'Line fails', probability: 4, owner: people[0]?.id, nextReview: '2027-05-03' },
    ]);
    const before = desk.bytes(file);
    desk.refused('import', desk.write('broken.xlsx', 'PK no zip'), '--into', file, '--register', 'risks');
    expect(desk.bytes(file).equals(before)).toBe(true);
  });

  test('a spreadsheet brings outline, predecessors with signed lags, and European numbers', () => {
    const desk = new Desk();
    const rows = [
      '\ufeffTask Name;Duration;Predecessors;Outline Level;% Complete',
      'Phase;;;1;',
      '"Charter; ""signed""";5 days;;2;50%',
      'Build;2,5;2SS+5;2;',
      'Test;3d;"2FS-2;3FF+1 day";2;',
    ];
    desk.done(
      'import',
      desk.write('plan.csv', rows.join('\r\n')),
      '-o',
      'plan.golive',
      '--start',
      '2027-03-01',
    );
    const { tasks = [], links = [] } = desk.dump('plan.golive').registers;
    expect(tasks).toMatchObject([
      { name: 'Phase', kind: 'summary', parent: null },
      { name: 'Charter; "signed"', durationDays: 5, percentComplete: 50, parent: tasks[0]?.id },
      { name: 'Build', durationDays: 2.5 },
      { name: 'Test', durationDays: 3 },
    ]);
    expect(links.map(({ type, lagDays }) => `${String(type)}${String(lagDays)}`).sort()).toEqual([
      'FF1',
      'FS-2',
      'SS5',
    ]);
  });

  test('bad rows are named and refuse the file, or are left out on request', () => {
    const desk = new Desk();
    desk.write('plan.csv', 'name,durationDays\nA,abc\nB,2\n');
    expect(desk.refused('import', 'plan.csv', '-o', 'plan.golive')).toContain('Row 2');
    expect(existsSync(path.join(desk.folder, 'plan.golive'))).toBe(false);
    desk.done('import', 'plan.csv', '-o', 'plan.golive', '--skip-bad-rows');
    expect(desk.dump('plan.golive').registers['tasks']?.map(({ name }) => name)).toEqual(['B']);
  });

  test('a start that is given goes before the one in the file, and a register alone can be taken', () => {
    const desk = new Desk();
    const organisation = [{ name: 'Clinic', start: '2027-05-03' }];
    const content = { organisation, tasks: [{ name: 'A' }], risks: [{ title: 'R' }] };
    desk.write('dump.json', JSON.stringify({ registers: content }));
    desk.done('import', 'dump.json', '-o', 'plan.golive', '--start', '2028-01-03');
    const { registers } = desk.dump('plan.golive');
    expect(registers['organisation']).toMatchObject([{ name: 'Clinic', start: '2028-01-03' }]);
    const file = desk.blankPlan('other.golive');
    desk.done('import', 'dump.json', '--into', file, '--register', 'risks');
    expect(desk.dump(file).registers).toMatchObject({ tasks: [], risks: [{ title: 'R' }] });
    expect(desk.dump(file).registers['organisation']).toMatchObject([{ start: '2027-03-01' }]);
  });

  test('Microsoft Project XML brings outline, links in tenths of minutes, and the calendar', () => {
    const desk = new Desk();
    const task = (uid: number, name: string, level: number, hours: number, more = ''): string =>
      `<Task><UID>${String(uid)}</UID><ID>${String(uid)}</ID><Name>${name}</Name><OutlineLevel>${String(level)}</OutlineLevel>` +
      `<Duration>PT${String(hours)}H0M0S</Duration><DurationFormat>7</DurationFormat>${more}</Task>`;
    const link = (from: number, type: number, lag: number): string =>
      `<PredecessorLink><PredecessorUID>${String(from)}</PredecessorUID><Type>${String(type)}</Type><LinkLag>${String(lag)}</LinkLag><LagFormat>7</LagFormat></PredecessorLink>`;
    const weekDays = [1, 2, 3, 4, 5, 6, 7]
      .map(
        (day) =>
          `<WeekDay><DayType>${String(day)}</DayType><DayWorking>${day % 7 < 2 ? '0' : '1'}</DayWorking></WeekDay>`,
      )
      .join('');
    const holiday =
      '<Exception><TimePeriod><FromDate>2027-03-03T00:00:00</FromDate><ToDate>2027-03-03T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception>';
    const project = (tasks: string, prologue = ''): string =>
      `<?xml version="1.0" encoding="UTF-8"?>${prologue}<Project xmlns="http://schemas.microsoft.com/project"><SaveVersion>14</SaveVersion>` +
      `<StartDate>2027-03-01T08:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay><Calendars><Calendar><UID>1</UID><Name>Standard</Name>` +
      `<IsBaseCalendar>1</IsBaseCalendar><WeekDays>${weekDays}</WeekDays><Exceptions>${holiday}</Exceptions></Calendar></Calendars><Tasks>${tasks}</Tasks></Project>`;
    const tasks =
      task(1, 'Phase', 1, 0, '<Summary>1</Summary>') +
      task(2, 'Charter', 2, 40) +
      task(3, 'Govern', 2, 24, link(2, 1, 9600)) +
      task(4, 'Overlap', 2, 16, link(3, 1, -4800)) +
      task(5, 'Live', 1, 0, `<Milestone>1</Milestone>${link(4, 1, 0)}`);
    desk.done('import', desk.write('plan.xml', project(tasks)), '-o', 'plan.golive');
    const { registers, schedule } = desk.dump('plan.golive');
    const [phase, charter, govern, overlap, live] = registers['tasks'] ?? [];
    expect([charter?.['parent'], overlap?.['parent'], live?.['parent']]).toEqual([
      phase?.id,
      phase?.id,
      null,
    ]);
    expect(registers['links']?.map(({ lagDays }) => lagDays)).toEqual([2, -1, 0]);
    expect(schedule.tasks[charter?.id ?? '']?.finish).toBe('2027-03-08');
    expect(schedule.tasks[govern?.id ?? '']).toMatchObject({ start: '2027-03-11', finish: '2027-03-15' });
    expect(schedule.tasks[live?.id ?? '']).toMatchObject({ start: '2027-03-16', finish: '2027-03-16' });

    const hostile = project(task(1, '&x;', 1, 8), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>');
    desk.refused('import', desk.write('hostile.xml', hostile), '-o', 'hostile.golive');
  });

  test('the demo plan comes back unchanged from its dump, its CSV and its XML', () => {
    const desk = new Desk();
    desk.done('new', '--pack', 'demo-five-provider-saas', '-o', 'demo.golive');
    const dumped = desk.dumpText('demo.golive');
    desk.done('import', desk.write('dump.json', dumped), '-o', 'again.golive');
    expect(desk.dumpText('again.golive')).toBe(dumped);

    const datesByName = (file: string): Map<unknown, unknown> => {
      const { registers, schedule } = desk.dump(file);
      return new Map((registers['tasks'] ?? []).map(({ id, name }) => [name, schedule.tasks[id]]));
    };
    for (const format of ['csv', 'xml']) {
      desk.done('export', 'demo.golive', '--format', format, '-o', `demo.${format}`);
      desk.done('import', `demo.${format}`, '-o', `${format}.golive`, '--start', '2027-01-04');
      expect(datesByName(`${format}.golive`), format).toEqual(datesByName('demo.golive'));
    }
    desk.done('import', 'demo.csv', '--into', 'demo.golive');
    desk.done('export', 'demo.golive', '--format', 'xlsx', '--register', 'tasks', '-o', 'demo.xlsx');
    desk.done('import', 'demo.xlsx', '--into', 'demo.golive');
    expect(desk.dumpText('demo.golive')).toBe(dumped);
  });
});

test.describe('export', () => {
  test('text that begins like a formula stays text, and calendar lines are folded', async () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/c calc"!A0', '漢字 🎉 '.repeat(20).trim()];
    desk.edit(
      file,
      evil.map((name) => ({ register: 'tasks', add: { name, notes: `${name}\nmore` } })),
    );
    const cells = desk.done('export', file, '--format', 'csv').result.split(/[,\r\n]/);
    expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);

    const lines = desk.done('export', file, '--format', 'ics').result.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);

    desk.done('export', file, '--format', 'xlsx', '--register', 'tasks', '-o', 'tasks.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(desk.folder, 'tasks.xlsx'));
    const texts: unknown[] = [];
    book.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell(({ value }) => texts.push(value));
      });
    });
    expect(texts).toEqual(expect.arrayContaining(evil));
  });

  test('the whole plan leaves as one page that names everything and holds no script', () => {
    const desk = new Desk();
    const file = desk.blankPlan('plan.golive');
    const evil = '<script>alert(1)</script>';
    desk.edit(file, [
      { register: 'tasks', add: { name: evil } },
      { register: 'risks', add: { title: evil, notes: evil } },
    ]);
    const moment = ['--moment', '2027-03-01T09:00:00Z'];
    const { result } = desk.done('export', file, '--format', 'html', ...moment);
    expect(result).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
    expect(result).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(result).not.toContain('<script');
    expect(desk.done('export', file, '--format', 'html', ...moment).result).toBe(result);
    desk.done('export', file, '--format', 'html', '-o', 'plan.html', ...moment);
    expect(desk.bytes('plan.html').toString()).toBe(result);
    expect(desk.run('export', file, '--format', 'html', '--register', 'tasks').exitCode).toBe(2);
  });

  test('registers of every kind leave as CSV, and both drawings as SVG', () => {
    const desk = new Desk();
    desk.done('new', '--pack', 'demo-five-provider-saas', '-o', 'demo.golive');
    for (const register of ['organisation', 'calendars', 'links', 'costs', 'comments']) {
      expect(desk.done('export', 'demo.golive', '--format', 'csv', '--register', register).result).toContain(
        'id,',
      );
    }
    for (const view of ['gantt', 'roadmap']) {
      const { result } = desk.done('export', 'demo.golive', '--format', 'svg', '--view', view);
      expect(result).toMatch(/^<(\?xml|svg)/);
      expect(result.trimEnd()).toMatch(/<\/svg>$/);
    }
  });
});
