import { describe, expect, it } from 'vitest';
import { problemText } from '../../shared/domain/base/problemText';
import type { RegisterId } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { parseCsv, type TableImport } from '../../shared/export/csvRead';
import { registerToCsv } from '../../shared/export/csvWrite';
import { importEdits } from '../../shared/domain/imports/importedRecords';
import { makeWorkbook, uuid } from '../support/makeWorkbook';
import { samplePlan } from './samplePlan';

const empty = makeWorkbook({});

function read(text: string, register: RegisterId = 'tasks', workbook: Workbook = empty): TableImport {
  return parseCsv(text, register, { workbook, name: 'list.csv' });
}

function texts({ problems }: TableImport): string[] {
  return problems.map((found) => problemText(found));
}

function column(imported: TableImport, name: string): unknown[] {
  return imported.rows.map((row) => row.values[name]);
}

describe('reading a list of costs', () => {
  it('takes European files: semicolons, decimal commas and dotted dates', () => {
    const imported = read(
      'Cost line;Qty;Unit cost;From\r\nLicenses;12;1.234,50 €;1.3.2027\r\nSwitch;0,5;99,00;15.4.2027\r\n',
      'costs',
    );
    expect(imported.problems).toEqual([]);
    expect(imported.rows.map(({ values }) => values)).toEqual([
      { name: 'Licenses', quantity: 12, unitCost: 123450, start: '2027-03-01' },
      { name: 'Switch', quantity: 0.5, unitCost: 9900, start: '2027-04-15' },
    ]);
  });

  it('takes American files: commas, quoted thousands and month first', () => {
    const imported = read(
      'name,quantity,unitCost,start\nLicenses,12,"$1,234.50",3/1/2027\nSwitch,1,$99.00,4/15/2027\n',
      'costs',
    );
    expect(imported.problems).toEqual([]);
    expect(column(imported, 'unitCost')).toEqual([123450, 9900]);
    expect(column(imported, 'start')).toEqual(['2027-03-01', '2027-04-15']);
  });

  it('finds columns by label or name, in any case and spacing, and says what it left', () => {
    const imported = read('COST LINE\tunit cost\tFavourite color\nLicenses\t10\tred\n', 'costs');
    expect(imported.rows[0]?.values).toEqual({ name: 'Licenses', unitCost: 1000 });
    expect(imported.ignoredColumns).toEqual(['Favourite color']);
  });

  it('takes options by label', () => {
    const imported = read('name,category,driver\nServer,Network power connectivity,Per site\n', 'costs');
    expect(imported.rows[0]?.values).toMatchObject({ category: 'network', driver: 'per-site' });
  });

  it('names the row, the column and the cell that cannot be read, and keeps the rest of the row', () => {
    const imported = read('name,quantity,start\nLicenses,twelve,2027-02-30\nSwitch,2,\n', 'costs');
    expect(texts(imported)).toEqual([
      'Row 2: “Qty” takes a number, and “twelve” is not one. Type digits, for instance 12 or 1.5.',
      'Row 2: “From” takes a date that exists between 1950 and 2199, such as 2027-03-01; “2027-02-30” is not one.',
    ]);
    expect(imported.rows[0]?.values).toEqual({ name: 'Licenses' });
  });

  it('refuses cents the currency does not have', () => {
    expect(texts(read('name,unitCost\nLicenses,10.005\n', 'costs'))).toHaveLength(1);
  });

  it('leaves out a new row without a name and says so', () => {
    const imported = read('name,quantity\n,3\n', 'costs');
    expect(imported.rows).toEqual([]);
    expect(texts(imported)).toEqual(['Row 2: “Cost line” must not be empty.']);
  });

  it('says which columns it knows when it knows none of the given ones', () => {
    expect(read('a,b\n1,2\n', 'costs').problems[0]?.code).toBe('file/noColumns');
    expect(read('', 'costs').problems[0]?.code).toBe('file/empty');
    expect(read('PK\u0003\u0004\0\0name', 'costs').problems[0]?.code).toBe('file/unreadable');
  });

  it('says once of a row that its quotation marks do not pair, and how to mend it', () => {
    expect(texts(read('name,notes\nA,"one"two"three"\nB,x\n'))).toEqual([
      'Row 2: A quotation mark stands within a quoted cell; write it twice.',
    ]);
    expect(texts(read('name,notes\nA,x\nB,"y\n'))).toEqual([
      'Row 3: A quotation mark is opened here and never closed.',
    ]);
  });

  it('honors the line with which some spreadsheets announce their delimiter', () => {
    expect(read('sep=;\r\nname;quantity\r\nServer;2\r\n', 'costs').rows[0]).toMatchObject({
      row: 3,
      values: { quantity: 2 },
    });
  });
});

describe('references in a list', () => {
  const workbook = makeWorkbook({
    people: [
      { id: 'a', name: 'Ana Ruiz' },
      { id: 'b', name: 'Bo Lind' },
      { id: 'c', name: 'Bo Lind' },
    ],
  });

  it('are found by title or id', () => {
    const imported = read(`name,owner\nTrain,ana  ruiz\nTest,${uuid('b')}\n`, 'tasks', workbook);
    expect(column(imported, 'owner')).toEqual([uuid('a'), uuid('b')]);
  });

  it('that are unknown or borne by several records are problems of their row', () => {
    const imported = read('name,owner\nTrain,Bo Lind\nTest,Nobody\n', 'tasks', workbook);
    expect(texts(imported)).toEqual([
      'Row 2: “Owner” takes one of the people, and several are called “Bo Lind”. Pick one from the list, or give its id.',
      'Row 3: “Owner” takes one of the people; “Nobody” is not there.',
    ]);
  });
});

describe('the outline of a list of tasks', () => {
  const PLAN = [
    ['Prepare', null],
    ['Charter', 'row 2'],
    ['Draft', 'row 3'],
    ['Select', 'row 2'],
    ['Build', null],
  ];
  const outline = (imported: TableImport): unknown[] =>
    imported.rows.map(({ values }) => [values['name'], values['parent'] ?? null]);

  it('is read from levels', () => {
    expect(outline(read('Outline Level,Name\n1,Prepare\n2,Charter\n3,Draft\n2,Select\n1,Build\n'))).toEqual(
      PLAN,
    );
  });

  it('is read from outline numbers', () => {
    expect(outline(read('WBS,Name\n1,Prepare\n1.1,Charter\n1.1.1,Draft\n1.2,Select\n2,Build\n'))).toEqual(
      PLAN,
    );
  });

  it('is read from indents', () => {
    expect(outline(read('Task\nPrepare\n  Charter\n    Draft\n  Select\nBuild\n'))).toEqual(PLAN);
  });

  it('is read from the names of parents', () => {
    expect(
      outline(read('Task,Under\nPrepare,\nCharter,prepare\nDraft,Charter\nSelect,Prepare\nBuild,\n')),
    ).toEqual(PLAN);
  });

  it('survives levels that jump, repeat and lie', () => {
    expect(outline(read('level,name\n5,A\n9,B\n6,C\nx,D\n7,E\n'))).toEqual([
      ['A', null],
      ['B', 'row 2'],
      ['C', 'row 2'],
      ['D', null],
      ['E', null],
    ]);
  });

  it('makes summaries of tasks with others under them and milestones of those that take no time', () => {
    const imported = read('level,name,duration\n1,A,5 days\n2,B,3 days\n2,C,0 days\n');
    expect(column(imported, 'kind')).toEqual(['summary', undefined, 'milestone']);
  });

  it('says when a parent is not there or means two tasks', () => {
    const imported = read('Task,Under\nA,\nA,\nB,A\nC,Nothing\n');
    expect(imported.problems).toHaveLength(2);
  });
});

describe('predecessors in the notation of MS Project', () => {
  const links = (imported: TableImport): unknown[] =>
    imported.links.map(({ values }) => [
      values['predecessor'],
      values['successor'],
      values['type'],
      values['lagDays'],
    ]);

  it('name rows by their number, with type and signed lag', () => {
    const text =
      'ID,Name,Duration,Predecessors\n1,A,5 days,\n2,B,10 days,1\n3,C,1 day,"1FS+2 days,2SS-1d"\n4,D,1 day,2FF+50%;3SF-1 wk;1FS+7 edays\n';
    expect(links(read(text))).toEqual([
      ['row 2', 'row 3', 'FS', 0],
      ['row 2', 'row 4', 'FS', 2],
      ['row 3', 'row 4', 'SS', -1],
      ['row 3', 'row 5', 'FF', 5],
      ['row 4', 'row 5', 'SF', -5],
      ['row 2', 'row 5', 'FS', 5],
    ]);
  });

  it('name tasks by outline number where there is one', () => {
    const text = 'WBS;Task;Predecessors\n1;A;\n1.1;B;\n1.2;C;1.1SS+0,5d\n2;D;1.2\n';
    expect(links(read(text))).toEqual([
      ['row 3', 'row 4', 'SS', 0.5],
      ['row 4', 'row 5', 'FS', 0],
    ]);
  });

  it('name tasks by name, even one that ends like a link type or holds a comma', () => {
    const text =
      'Task,Predecessors\nKickoff,\n"Test, train",\nGo live,"Test, train"\nParty,Kickoff FF+1d;Go live\n';
    expect(links(read(text))).toEqual([
      ['row 3', 'row 4', 'FS', 0],
      ['row 2', 'row 5', 'FF', 1],
      ['row 4', 'row 5', 'FS', 0],
    ]);
  });

  it('that are unknown, point at their own row or come twice are problems', () => {
    const imported = read('Task,Predecessors\nA,9\nB,2\nC,1;1SS\nD,1FS+soon\n');
    expect(texts(imported)).toHaveLength(4);
    expect(links(imported)).toEqual([['row 2', 'row 4', 'FS', 0]]);
  });
});

describe('a plan moved as CSV', () => {
  it('into an empty workbook keeps outline, durations and links', () => {
    const { workbook, schedule } = samplePlan();
    const people = workbook.tables.people.live.map(({ name }, index) => ({ id: `p${index}`, name }));
    const imported = read(registerToCsv(workbook, 'tasks', { schedule }), 'tasks', makeWorkbook({ people }));
    expect(imported.problems).toEqual([]);
    const original = workbook.tables.tasks.live;
    expect(
      imported.rows.map(({ id, values }) => [id, values['parent'], values['durationDays'], values['kind']]),
    ).toEqual(original.map(({ id, parent, durationDays, kind }) => [id, parent, durationDays, kind]));
    const ends = (predecessor: unknown, successor: unknown): string =>
      `${String(predecessor)} ${String(successor)}`;
    expect(
      new Set(imported.links.map(({ values }) => ends(values['predecessor'], values['successor']))),
    ).toEqual(
      new Set(workbook.tables.links.live.map(({ predecessor, successor }) => ends(predecessor, successor))),
    );
  });

  it('brings only what differs', () => {
    const { workbook } = samplePlan();
    const changed = registerToCsv(workbook, 'tasks').replace(
      'Dress rehearsal',
      'Dress rehearsal with patients',
    );
    const { rows, links } = read(changed, 'tasks', workbook);
    expect(importEdits([...rows, ...links], workbook, () => uuid('new')).map(({ edit }) => edit)).toEqual([
      { kind: 'set', register: 'tasks', id: uuid('d5'), values: { name: 'Dress rehearsal with patients' } },
    ]);
  });

  it('gives new rows identities and points their references at them', () => {
    const { rows, links } = read('Task,Under,Predecessors\nA,,\nB,A,\nC,A,B\n');
    let count = 0;
    const edits = importEdits([...rows, ...links], empty, () => uuid(`n${(count += 1)}`)).map(
      ({ edit }) => edit,
    );
    expect(
      edits.map((edit) => [
        edit.kind,
        edit.register,
        edit.id,
        'values' in edit ? (edit.values['parent'] ?? null) : null,
      ]),
    ).toEqual([
      ['add', 'tasks', uuid('n1'), null],
      ['add', 'tasks', uuid('n2'), uuid('n1')],
      ['add', 'tasks', uuid('n3'), uuid('n1')],
      ['add', 'links', uuid('n4'), null],
    ]);
    expect(edits[3]).toMatchObject({ values: { predecessor: uuid('n2'), successor: uuid('n3') } });
  });
});

describe('a register written as CSV', () => {
  it('is UTF-8 for Excel, with CRLF, field names as heads and calculated columns behind them', () => {
    const { workbook, schedule } = samplePlan();
    const text = registerToCsv(workbook, 'tasks', { schedule });
    expect(text.startsWith('\ufeffid,name,kind,parent,')).toBe(true);
    const [head = '', ...lines] = text.split('\r\n');
    expect(head.endsWith('notes,wbs,start,finish,totalFloatDays,predecessors')).toBe(true);
    const rehearsal = lines.find((line) => line.includes('Dress rehearsal')) ?? '';
    const dates = schedule.task(uuid('d5'));
    expect(rehearsal.endsWith(`,4.5,${dates?.start ?? ''},${dates?.finish ?? ''},0,4.4`)).toBe(true);
  });

  it('shows money in major units and text that looks like a formula with an apostrophe', () => {
    const workbook = makeWorkbook({ costs: [{ id: 'k', name: '=1+1', unitCost: 123450, quantity: 2.5 }] });
    expect(registerToCsv(workbook, 'costs')).toContain(",'=1+1,other,one-time,no,fixed,2.5,1234.50,");
  });

  it('names a referenced record by its title only where no other bears it', () => {
    const workbook = makeWorkbook({
      people: [
        { id: 'a', name: 'Ana Ruiz' },
        { id: 'b', name: 'Bo Lind' },
        { id: 'c', name: 'bo lind ' },
      ],
      tasks: [
        { id: 't', name: 'Train', owner: 'a' },
        { id: 'u', name: 'Test', owner: 'b' },
      ],
    });
    const lines = registerToCsv(workbook, 'tasks').split('\r\n');
    expect(lines[1]).toContain(',Ana Ruiz,');
    expect(lines[2]).toContain(`,${uuid('b')},`);
  });

  it('is the same text for the same plan', () => {
    const { workbook, schedule } = samplePlan();
    expect(registerToCsv(workbook, 'tasks', { schedule })).toBe(
      registerToCsv(samplePlan().workbook, 'tasks', { schedule }),
    );
  });
});
