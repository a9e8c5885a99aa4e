/** Importing by the command line: spreadsheets, dumps and Microsoft Project, and the way back from an export. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { Desk } from './commandLine';

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
  expect([charter?.['parent'], overlap?.['parent'], live?.['parent']]).toEqual([phase?.id, phase?.id, null]);
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
