/** What the app writes as a sheet it also reads: a register sent to somebody in Excel comes back as it went. */
import { describe, expect, it } from 'vitest';
import { problemText } from '../../shared/domain/base/problemText';
import { guessedPlace } from '../../shared/domain/imports/bestTable';
import type { FileTable } from '../../shared/domain/imports/fileTable';
import { guessTargets } from '../../shared/domain/imports/guessTargets';
import { countOf, importOutcome, type ImportOutcome } from '../../shared/domain/imports/importCommand';
import { readTable } from '../../shared/domain/imports/readTable';
import { planOf } from '../../shared/domain/plan';
import { definitionOf, registerIds, type RegisterId } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { registerToCsv, shownToCsv } from '../../shared/export/csvWrite';
import { registerSheet, shownSheet } from '../../shared/export/registerSheet';
import type { SheetModel } from '../../shared/export/sheetModel';
import { readTableFile } from '../../electron/workers/readTableFile';
import { writeWorkbook } from '../../electron/workers/writeWorkbook';
import { workbookOfPack } from '../domain/templates/packFiles';
import { makeWorkbook, uuid } from '../support/makeWorkbook';

const TODAY = '2027-05-04';
const STAMP = { now: '2027-05-04T10:00:00.000Z', appVersion: '1' };
const demo = workbookOfPack('demo-five-provider-saas');

async function written(model: SheetModel): Promise<FileTable> {
  const bytes = await writeWorkbook(model);
  if (!bytes.ok) throw new Error(problemText(bytes.error));
  return firstTable('sheet.xlsx', bytes.value);
}

async function firstTable(name: string, bytes: Uint8Array): Promise<FileTable> {
  const read = await readTableFile(name, bytes);
  if (!read.ok || read.value[0] === undefined) throw new Error(name);
  return read.value[0];
}

function importedInto(
  workbook: Workbook,
  table: FileTable,
): { register: RegisterId; outcome: ImportOutcome } {
  const { register, headRow } = guessedPlace([table]);
  const { targets } = guessTargets(workbook, table, { register, headRow });
  const wish = {
    register,
    headRow,
    targets,
    matchBy: 'name',
    emptyCells: 'keep',
    newNames: 'refuse',
  } as const;
  let count = 0;
  const outcome = importOutcome(workbook, readTable(workbook, table, wish), {
    label: 'Import',
    newId: () => uuid(`n${String((count += 1))}`),
    onlyWholeRows: false,
  });
  if (!outcome.ok) throw new Error(problemText(outcome.error));
  return { register, outcome: outcome.value };
}

describe('a register in Excel', () => {
  const { schedule, budget } = planOf(demo, TODAY);

  it.each(registerIds.filter((id) => demo.tables[id].live.length > 0))(
    'that comes back as it went changes nothing: %s',
    async (id) => {
      const table = await written(registerSheet(demo, id, { schedule, budget, ...STAMP }));
      const { register, outcome } = importedInto(demo, table);
      expect(register).toBe(id);
      expect({ ...outcome, fates: undefined }).toEqual({
        command: null,
        fates: undefined,
        leftRows: [],
        leftCells: [],
        named: [],
      });
      expect(countOf(outcome, 'unchanged')).toBe(demo.tables[id].live.length);
    },
  );

  it('brings back what was changed in it, and nothing else', async () => {
    const table = await written(registerSheet(demo, 'risks', { schedule, budget, ...STAMP }));
    const heads = table.rows[3] ?? [];
    const [column, first] = [heads.indexOf('Probability'), demo.tables.risks.live[0]];
    const rows = table.rows.map((row, index) => (index === 4 ? row.with(column, 1) : row));
    const { outcome } = importedInto(demo, { ...table, rows });
    expect(outcome.command?.edits).toEqual([
      { kind: 'set', register: 'risks', id: first?.id, values: { probability: 1 } },
    ]);
  });
});

describe('what a page shows, as a file', () => {
  const workbook = makeWorkbook({
    people: [{ id: 'ana', name: 'Ana Ruiz' }],
    risks: [
      { id: 'a', title: 'First', probability: 2, owner: 'ana' },
      { id: 'b', title: 'Second', impacts: { cost: 3 } },
      { id: 'c', title: 'Third' },
    ],
    tasks: [
      { id: 't', name: 'Build', durationDays: 2 },
      { id: 'u', name: 'Test', durationDays: 1 },
    ],
    links: [{ id: 'l', predecessor: 't', successor: 'u' }],
  });
  const { schedule, budget } = planOf(workbook, TODAY);
  const shown = {
    register: 'risks' as const,
    columns: ['owner', 'title', 'impacts', 'gone'],
    ids: [uuid('b'), uuid('nobody'), uuid('a')],
    note: 'Only risks with “s” in them.',
  };

  it('has its columns under their labels and its records in its order', async () => {
    expect(shownToCsv(workbook, shown)).toBe(
      '\ufeffOwner,Risk,Impacts\r\n,Second,cost=3\r\nAna Ruiz,First,\r\n',
    );
    const table = await written(shownSheet(workbook, shown, { schedule, budget, ...STAMP }));
    expect(table.name).toBe(definitionOf('risks').title);
    expect(table.rows.slice(3)).toEqual([
      ['Owner', 'Risk', 'Impacts'],
      ['', 'Second', 'Cost 3'],
      ['Ana Ruiz', 'First'],
    ]);
  });

  it('has what the app calculates where the page shows it', async () => {
    const tasks = {
      register: 'tasks' as const,
      columns: ['wbs', 'name', 'finish', 'predecessors', 'id'],
      ids: [uuid('u')],
      note: '',
    };
    const [, row = ''] = shownToCsv(workbook, tasks, { schedule, budget }).split('\r\n');
    const finish = schedule.task(uuid('u'))?.finish ?? '';
    expect(row).toBe(`2,Test,${finish},1,${uuid('u')}`);
    const table = await written(shownSheet(workbook, tasks, { schedule, budget, ...STAMP }));
    expect(table.rows.slice(3)).toEqual([
      ['No.', 'Task', 'Finish', 'Waits for', 'Id'],
      ['2', 'Test', { date: finish }, '1', uuid('u')],
    ]);
  });

  it('has the years of costs, the scores of risks, the dates of the roadmap, and what a summary comes to', () => {
    const story = makeWorkbook({
      costs: [
        {
          id: 'seat',
          name: 'Seats',
          driver: 'fixed',
          unitCost: 10_000,
          frequency: 'once',
          start: '2027-01-04',
        },
      ],
      risks: [
        {
          id: 'late',
          title: 'Late',
          probability: 4,
          impacts: { cost: 4 },
          residualProbability: 2,
          residualImpact: 3,
        },
      ],
      tasks: [
        { id: 'sum', name: 'Build', durationDays: 1 },
        { id: 'one', name: 'One', parent: 'sum', durationDays: 2, percentComplete: 100 },
        { id: 'two', name: 'Two', parent: 'sum', durationDays: 2 },
        { id: 'then', name: 'Live', kind: 'milestone', durationDays: 1 },
      ],
      links: [{ id: 'l2', predecessor: 'one', successor: 'two' }],
      roadmapItems: [
        { id: 'follows', title: 'Build', lane: 'All', tasks: ['one', 'two'], start: '2020-01-01' },
        { id: 'open', title: 'Later', lane: 'All', start: '2028-01-01' },
      ],
    });
    const sources = planOf(story, TODAY);
    const rowsOf = (
      register: RegisterId,
      columns: readonly string[],
      ...words: readonly string[]
    ): string[] =>
      shownToCsv(story, { register, columns, ids: words.map(uuid), note: '' }, sources)
        .slice(1)
        .trim()
        .split('\r\n');
    const [years] = sources.budget.fiscalYears;
    const { start = '' } = sources.schedule.task(uuid('one')) ?? {};
    const { finish = '' } = sources.schedule.task(uuid('two')) ?? {};
    expect(rowsOf('roadmapItems', ['title', 'start', 'end'], 'open', 'follows')).toEqual([
      'Title,From,Until',
      'Later,2028-01-01,',
      `Build,${start},${finish}`,
    ]);
    expect(rowsOf('costs', ['name', 'y0', 'm0', 'total'], 'seat')).toEqual([
      `Cost line,${years?.label ?? ''},Jan 2027,Total`,
      'Seats,100.00,100.00,100.00',
    ]);
    expect(rowsOf('risks', ['title', 'score', 'residualScore'], 'late')).toEqual([
      'Risk,Score,Score after response',
      'Late,16,6',
    ]);
    expect(rowsOf('tasks', ['name', 'durationDays', 'percentComplete'], 'sum', 'one', 'then')).toEqual([
      'Task,Days,Done',
      'Build,4,50',
      'One,2,100',
      'Live,0,0',
    ]);
  });

  it('changes nothing when the lists of the demo come back, with what the app calculated in them', async () => {
    const { schedule: dates, budget: sums } = planOf(demo, TODAY);
    const lists = [
      [
        'costs',
        ['name', 'category', 'driver', 'quantity', 'unitCost', 'y0', 'y1', 'y4', 'm0', 'm1', 'total'],
      ],
      ['risks', ['code', 'title', 'owner', 'probability', 'impacts', 'score', 'residualScore', 'nextReview']],
    ] as const;
    for (const [register, columns] of lists) {
      const ids = demo.tables[register].live.map(({ id }) => id);
      const text = shownToCsv(demo, { register, columns, ids, note: '' }, { schedule: dates, budget: sums });
      const csv = await firstTable(`${register}.csv`, new TextEncoder().encode(text));
      expect(importedInto(demo, csv)).toMatchObject({ register, outcome: { command: null, leftCells: [] } });
    }
  });

  it('comes back by name', async () => {
    const csv = await firstTable('risks.csv', new TextEncoder().encode(shownToCsv(workbook, shown)));
    expect(importedInto(workbook, csv).outcome).toMatchObject({ command: null, leftCells: [] });
    const whole = await firstTable('risks.csv', new TextEncoder().encode(registerToCsv(workbook, 'risks')));
    expect(importedInto(workbook, whole).outcome).toMatchObject({ command: null, leftCells: [] });
  });
});
