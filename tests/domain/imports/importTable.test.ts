import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../../shared/domain/base/problemText';
import { checkEdits } from '../../../shared/domain/edits/checkEdits';
import { bestHead, bestTable, guessedPlace } from '../../../shared/domain/imports/bestTable';
import type { FileCell, FileTable } from '../../../shared/domain/imports/fileTable';
import { guessTargets } from '../../../shared/domain/imports/guessTargets';
import { countOf, importOutcome, type ImportOutcome } from '../../../shared/domain/imports/importCommand';
import { outcomeSentence, previewRows } from '../../../shared/domain/imports/preview';
import { readTable, type ReadingWish, type TableReading } from '../../../shared/domain/imports/readTable';
import { exactTargets } from '../../../shared/domain/imports/targets';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { registerIds, type RegisterId } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';

function tableOf(...rows: readonly (readonly FileCell[])[]): FileTable {
  return { name: 'Sheet1', rows, firstRow: 1, mark: '.' };
}

const PLAN = makeWorkbook({
  people: [{ id: 'ana', name: 'Ana Ruiz', initials: 'AR' }],
  risks: [
    { id: 'r1', title: 'Line fails', code: 'R01', probability: 2, mitigation: 'Second line' },
    { id: 'r2', title: 'Twice' },
    { id: 'r3', title: 'twice ' },
  ],
  costs: [{ id: 'k', name: 'Licenses', unitCost: 100_00, start: '2027-03-01', end: '2027-06-01' }],
});

function wishFor(table: FileTable, register: RegisterId, more: Partial<ReadingWish> = {}): ReadingWish {
  const { headRow } = bestHead(table, register);
  const { targets } = guessTargets(PLAN, table, { register, headRow });
  return { register, targets, headRow, matchBy: 'name', emptyCells: 'keep', newNames: 'add', ...more };
}

function read(table: FileTable, register: RegisterId, more: Partial<ReadingWish> = {}): TableReading {
  return readTable(PLAN, table, wishFor(table, register, more));
}

function outcomeOf(reading: TableReading, onlyWholeRows = false, workbook: Workbook = PLAN): ImportOutcome {
  let count = 0;
  const newId = (): string => uuid(`new${String((count += 1))}`);
  const outcome = importOutcome(workbook, reading, { label: 'Import of list.xlsx', newId, onlyWholeRows });
  if (!outcome.ok) throw new Error(problemText(outcome.error));
  return outcome.value;
}

function guessed(
  register: RegisterId,
  heads: readonly string[],
  ...rows: readonly (readonly FileCell[])[]
): unknown[] {
  const { targets } = guessTargets(PLAN, tableOf(heads, ...rows), { register, headRow: 0 });
  return targets.map((target) => (target?.kind === 'field' ? target.field : (target?.kind ?? null)));
}

const registerOf = (table: FileTable): RegisterId => guessedPlace([table]).register;

describe('what people write in a cell', () => {
  it('means what it means when it is typed: ranges of weekdays, ticks, and a dash for nothing', () => {
    const valuesOf = (register: RegisterId, ...rows: readonly (readonly string[])[]): unknown[] =>
      (outcomeOf(read(tableOf(...rows), register)).command?.edits ?? []).map((edit) =>
        edit.kind === 'add' || edit.kind === 'set' ? edit.values : edit.kind,
      );
    expect(
      valuesOf('calendars', ['Name', 'Working days'], ['Desk', 'Mon-Fri'], ['Weekend', 'Saturday to Sunday']),
    ).toMatchObject([{ workingWeek: ['mon', 'tue', 'wed', 'thu', 'fri'] }, { workingWeek: ['sat', 'sun'] }]);
    expect(valuesOf('roadmapItems', ['Title', 'Fixed date'], ['Portal', '✓'])).toMatchObject([
      { fixedDate: true },
    ]);
    expect(valuesOf('costs', ['Name', 'Unit cost'], ['Training', '–'], ['Travel', '12.50'])).toMatchObject([
      { name: 'Training' },
      { unitCost: 12_50 },
    ]);
  });
});

describe('the guess where columns go', () => {
  it('knows what people call the fields', () => {
    expect(
      guessed(
        'risks',
        ['Ref', 'Description', 'Likelihood', 'Responsible', 'Actions', 'Review date'],
        ['R7', 'Power fails', 4, 'Ana Ruiz', 'Buy a battery', { date: '2027-03-01' }],
      ),
    ).toEqual(['code', 'title', 'probability', 'owner', 'mitigation', 'nextReview']);
    expect(
      guessed(
        'costs',
        ['Item', 'Supplier', 'Price (USD)', 'Count', 'Start date'],
        ['Server', 'ACME', 5, 2, '3/1/2027'],
      ),
    ).toEqual(['name', 'vendor', 'unitCost', 'quantity', 'start']);
  });

  it('believes what stands in a column more than its head', () => {
    expect(
      guessed('risks', ['Risk', 'Likelihood'], ['Power fails', 'quite high'], ['Line fails', 'low']),
    ).toEqual(['title', null]);
    expect(guessed('costs', ['Item', 'Cost'], ['Server', 'to be agreed'])).toEqual(['name', null]);
  });

  it('says which columns are certain', () => {
    const { isSure } = guessTargets(PLAN, tableOf(['Risk', 'Likelihood'], ['A', 3]), {
      register: 'risks',
      headRow: 0,
    });
    expect(isSure).toEqual([true, false]);
  });

  it('leaves calculated columns and a second column for one field alone', () => {
    expect(guessed('costs', ['Cost line', 'Total', 'Price', 'Unit price'], ['A', 5, 5, 5])).toEqual([
      'name',
      null,
      'unitCost',
      null,
    ]);
    expect(
      guessed('tasks', ['Task', 'Start', 'Finish', 'No.'], ['A', '3/1/2027', '3/2/2027', '1.1']),
    ).toEqual(['name', null, null, 'wbs']);
  });

  it('finds the heads below titles, the sheet, and the register they speak of', () => {
    const risks = tableOf(
      ['Risk register'],
      [],
      ['as of March'],
      ['Code', 'Risk', 'Probability', 'Owner'],
      ['R1', 'A', 3, ''],
    );
    expect(bestHead(risks, 'risks').headRow).toBe(3);
    expect(registerOf(risks)).toBe('risks');
    expect(registerOf(tableOf(['Cost line', 'Qty', 'Unit cost'], ['A', 1, 2]))).toBe('costs');
    expect(registerOf(tableOf(['Name', 'Email', 'Phone'], ['A', 'a@b.example', '1']))).toBe('people');
    expect(registerOf({ ...tableOf(['Name', 'Notes'], ['A', '']), name: 'Departments' })).toBe('departments');
    const notes = tableOf(['Some', 'words'], ['a', 'b']);
    expect(guessedPlace([notes, risks], 'people')).toMatchObject({
      table: risks,
      headRow: 3,
      register: 'risks',
    });
    expect(guessedPlace([notes], 'people').register).toBe('people');
    expect(registerOf(tableOf(['Name', 'Taken on'], ['As agreed', '']))).not.toBe('organisation');
    expect(bestTable([notes, risks], 'risks')).toMatchObject({ table: risks, headRow: 3 });
  });
});

describe('typed cells', () => {
  it('mean what they say, whatever mark and order the texts beside them use', () => {
    const { rows } = read(
      tableOf(
        ['Cost line', 'Qty', 'Unit cost', 'From', 'Own staff time'],
        ['A', 1.234, 1234.5, { date: '2027-04-03' }, true],
        ['B', '1.234,5', '2.000,00 €', '3.4.2027', 'no'],
      ),
      'costs',
    );
    expect(rows.map(({ problems }) => problems)).toEqual([[], []]);
    expect(rows.map(({ values }) => values)).toEqual([
      { name: 'A', quantity: 1.234, unitCost: 123450, start: '2027-04-03', internal: true },
      { name: 'B', quantity: 1234.5, unitCost: 200000, start: '2027-04-03', internal: false },
    ]);
  });

  it('lose what binary fractions add, and nothing else', () => {
    const { rows } = read(tableOf(['Cost line', 'Unit cost'], ['A', 0.1 + 0.2], ['B', 33.333333]), 'costs');
    expect(rows[0]?.values['unitCost']).toBe(30);
    expect(rows[1]?.problems.map(({ problem }) => problem.code)).toEqual(['field/tooManyDecimals']);
  });

  it('can stand where text is wanted', () => {
    const { rows } = read(tableOf(['Risk', 'Code', 'Notes'], [2027, 7, { date: '2027-01-02' }]), 'risks');
    expect(rows[0]?.values).toMatchObject({ title: '2027', code: '7', notes: '2027-01-02' });
  });
});

describe('rows and the records that are there', () => {
  const table = tableOf(
    ['Risk', 'Code', 'Probability', 'Mitigation'],
    ['line  FAILS', '', 5, ''],
    ['Brand new', 'R09', 1, 'Watch it'],
  );

  it('meet by name, and what the file leaves empty stays', () => {
    const outcome = outcomeOf(read(table, 'risks'));
    expect([...outcome.fates]).toEqual([
      [2, 'changed'],
      [3, 'added'],
    ]);
    expect(outcome.command).toEqual({
      label: 'Import of list.xlsx',
      edits: [
        { kind: 'set', register: 'risks', id: uuid('r1'), values: { title: 'line  FAILS', probability: 5 } },
        {
          kind: 'add',
          register: 'risks',
          id: uuid('new1'),
          values: { title: 'Brand new', code: 'R09', probability: 1, mitigation: 'Watch it' },
        },
      ],
    });
  });

  it('are emptied by empty cells only where that is wished', () => {
    const { command } = outcomeOf(read(table, 'risks', { emptyCells: 'clear' }));
    expect(command?.edits[0]).toMatchObject({ values: { code: '', mitigation: '', probability: 5 } });
  });

  it('are all new where nobody wants them matched', () => {
    expect(outcomeOf(read(table, 'risks', { matchBy: 'id' }))).toMatchObject({
      fates: new Map([
        [2, 'added'],
        [3, 'added'],
      ]),
    });
  });

  it('meet by id before they meet by name', () => {
    const named = tableOf(['Id', 'Risk'], [uuid('r1'), 'Twice'], [uuid('elsewhere'), 'Line fails']);
    const { rows } = read(named, 'risks');
    expect(rows.map(({ id }) => id)).toEqual([uuid('r1'), uuid('r1')]);
  });

  it('change nothing when the same comes again', () => {
    const same = outcomeOf(read(tableOf(['Risk', 'Code'], ['Line fails', 'R01']), 'risks'));
    expect(same).toMatchObject({ command: null, fates: new Map([[2, 'unchanged']]), leftRows: [] });
  });

  it('are left out with a reason where nobody can tell which is meant', () => {
    const { leftRows, command } = outcomeOf(
      read(
        tableOf(['Risk', 'Code'], ['Twice', 'X'], ['Line fails', 'A'], ['LINE FAILS', 'B'], ['', 'C']),
        'risks',
      ),
    );
    expect(leftRows).toEqual([
      { row: 2, reason: expect.stringContaining('More than one record of Risks is called “Twice”') },
      { row: 4, reason: '“LINE FAILS” stands in the file a second time; the first row counts.' },
      { row: 5, reason: '“Risk” must not be empty.' },
    ]);
    expect(command?.edits).toEqual([
      { kind: 'set', register: 'risks', id: uuid('r1'), values: { code: 'A' } },
    ]);
  });

  it('get identities of their own when the file brings unknown ones', () => {
    const { command } = outcomeOf(read(tableOf(['Id', 'Risk'], [uuid('stranger'), 'New']), 'risks'));
    expect(command?.edits[0]).toMatchObject({ kind: 'add', id: uuid('new1') });
  });
});

describe('references', () => {
  const twins = makeWorkbook({
    people: [
      { id: 'bo1', name: 'Bo Lind' },
      { id: 'bo2', name: 'Bo Lind' },
      { id: 'mo', name: 'Maria Ortega', initials: 'MO' },
    ],
    risks: [{ id: 'r', title: 'Line fails', owner: 'bo2' }],
    comments: [{ id: 'c', text: 'Soon?', about: 'r' }],
  });
  const taken = (register: RegisterId, ...rows: readonly (readonly FileCell[])[]): ImportOutcome => {
    const table = tableOf(...rows);
    const { targets } = guessTargets(twins, table, { register, headRow: 0 });
    const wish = {
      register,
      targets,
      headRow: 0,
      matchBy: 'name',
      emptyCells: 'keep',
      newNames: 'refuse',
    } as const;
    return outcomeOf(readTable(twins, table, wish), false, twins);
  };

  it('stay where the name they go by is borne by others too', () => {
    expect(taken('risks', ['Risk', 'Owner'], ['Line fails', 'bo lind'])).toMatchObject({
      command: null,
      leftCells: [],
    });
    expect(taken('risks', ['Risk', 'Owner'], ['New one', 'Bo Lind']).leftCells).toHaveLength(1);
  });

  it('are found by initials, and in any register where any is meant', () => {
    expect(taken('risks', ['Risk', 'Owner'], ['Line fails', 'mo']).command?.edits).toMatchObject([
      { values: { owner: uuid('mo') } },
    ]);
    expect(taken('comments', ['Comment', 'About'], ['Soon?', 'LINE fails'])).toMatchObject({ command: null });
    expect(taken('comments', ['Comment', 'About'], ['New', 'Line fails']).command?.edits).toMatchObject([
      { values: { about: uuid('r') } },
    ]);
  });
});

describe('what does not fit', () => {
  const table = tableOf(
    ['Risk', 'Probability', 'Owner'],
    ['A', 9, 'Ana Ruiz'],
    ['B', 3, 'Jo New'],
    ['C', 2, 'jo  new'],
  );

  it('is left out cell by cell, with the rest of the row taken', () => {
    const outcome = outcomeOf(read(table, 'risks'));
    expect(outcome).toMatchObject({ leftRows: [], named: ['Jo New'] });
    expect(countOf(outcome, 'added')).toBe(3);
    expect(outcome.leftCells).toEqual([
      { row: 2, reason: expect.stringMatching(/^“Probability” must lie between/) },
    ]);
    expect(outcome.command?.edits[0]).toMatchObject({
      kind: 'add',
      register: 'people',
      values: { name: 'Jo New' },
    });
    const [, , b, c] = outcome.command?.edits ?? [];
    expect([b, c]).toEqual([
      expect.objectContaining({ values: { title: 'B', probability: 3, owner: uuid('new1') } }),
      expect.objectContaining({ values: { title: 'C', probability: 2, owner: uuid('new1') } }),
    ]);
  });

  it('is told with the choices as people see them', () => {
    const outcome = outcomeOf(read(tableOf(['Subject', 'Decision'], ['Scope', 'Maybe']), 'approvals'));
    expect(outcome.leftCells.map(({ reason }) => reason)).toEqual([
      '“Decision” takes one of: Go, approved; With conditions; No-go, refused; Deferred. “Maybe” is not among them.',
    ]);
  });

  it('takes its whole row with it where that is wished, and the people only that row names', () => {
    const outcome = outcomeOf(
      read(tableOf(['Risk', 'Probability', 'Owner'], ['A', 9, 'Jo New']), 'risks'),
      true,
    );
    expect(outcome).toMatchObject({ command: null, named: [], leftRows: [{ row: 2 }] });
  });

  it('is an unknown person where new ones are not wished', () => {
    const { leftCells } = outcomeOf(read(table, 'risks', { newNames: 'refuse' }));
    expect(leftCells).toHaveLength(3);
  });

  it('is a row that breaks a rule between fields; the others come', () => {
    const outcome = outcomeOf(
      read(
        tableOf(['Cost line', 'From', 'Until'], ['Licenses', '2027-09-01', ''], ['New', '2027-01-01', '']),
        'costs',
      ),
    );
    expect([...outcome.fates.values()]).toEqual(['left', 'added']);
    expect(outcome.leftRows).toEqual([{ row: 2, reason: expect.stringContaining('would end') }]);
  });

  it('is a link that closes a circle; its task comes', () => {
    const outcome = outcomeOf(
      read(tableOf(['Task', 'Predecessors'], ['A', 'B'], ['B', 'A'], ['C', 'B;nothing']), 'tasks'),
    );
    expect(outcome.leftRows).toEqual([]);
    expect(countOf(outcome, 'added')).toBe(3);
    expect(outcome.leftCells.map(({ row }) => row).sort()).toEqual([3, 4]);
  });
});

describe('any table into any register', () => {
  const cell: fc.Arbitrary<FileCell> = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '',
      'Line fails',
      'Twice',
      'Ana Ruiz',
      '3',
      '1.1',
      '=1+1',
      uuid('r1'),
      '2027-02-30',
      '1;2SS',
    ),
    fc.double(),
    fc.boolean(),
    fc.constant({ date: '2027-02-03' }),
  );
  const heads = fc.constantFrom(
    'id',
    'Risk',
    'Task',
    'Name',
    'Owner',
    'Under',
    'Level',
    'Predecessors',
    'Qty',
    'From',
    'x',
    '',
  );

  it('ends in a command that fits the plan, or in none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...registerIds),
        fc.array(heads, { minLength: 1, maxLength: 6 }),
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
        fc.record({
          matchBy: fc.constantFrom('id' as const, 'name' as const),
          emptyCells: fc.constantFrom('clear' as const, 'keep' as const),
          newNames: fc.constantFrom('add' as const, 'refuse' as const),
        }),
        fc.boolean(),
        (register, first, rows, wish, onlyWholeRows) => {
          const table = tableOf(first, ...rows);
          const reading = read(table, register, wish);
          const outcome = outcomeOf(reading, onlyWholeRows);
          const { fates, leftRows, command } = outcome;
          expect(fates.size).toBe(reading.rows.length);
          expect(leftRows).toHaveLength(countOf(outcome, 'left'));
          if (command !== null) expect(checkEdits(PLAN, command.edits)).toMatchObject({ ok: true });
        },
      ),
      tries(300),
    );
  });

  it('is mapped by its exact heads as the command line maps it', () => {
    expect(exactTargets(['Risk', 'Likelihood', 'ID'], 'risks')).toEqual([
      { kind: 'field', field: 'title' },
      null,
      { kind: 'id' },
    ]);
  });
});

describe('the preview', () => {
  const table = tableOf(
    ['Risk', 'Probability', 'Owner', 'Cost if it happens', 'Mood'],
    ['A', 9, 'Jo New', 1234.5, 'x'],
    ['', 2, '', '', 'y'],
    ['Line fails', '', '', '', ''],
  );

  it('shows each row as it will stand in the plan, and what is wrong where it is wrong', () => {
    const wish = wishFor(table, 'risks');
    const reading = readTable(PLAN, table, wish);
    const rows = previewRows({ workbook: PLAN, table, wish, reading, outcome: outcomeOf(reading) }, 10);
    expect(rows).toEqual([
      {
        row: 2,
        fate: 'added',
        cells: [
          { text: 'A' },
          { text: '9', problem: expect.stringContaining('must lie between') },
          { text: 'Jo New' },
          { text: '$1,234.50' },
        ],
      },
      {
        row: 3,
        fate: 'left',
        reason: '“Risk” must not be empty.',
        cells: [{ text: '', problem: expect.any(String) }, { text: '2' }, { text: '' }, { text: '' }],
      },
      {
        row: 4,
        fate: 'unchanged',
        cells: [{ text: 'Line fails' }, { text: '' }, { text: '' }, { text: '' }],
      },
    ]);
  });

  it('is summed up in a sentence', () => {
    const summed = (...rows: readonly (readonly FileCell[])[]): string =>
      sentenceText(outcomeSentence(outcomeOf(read(tableOf(['Risk', 'Probability'], ...rows), 'risks'))));
    expect(summed(['A', 1], ['Line fails', 3], ['', 3], ['B', 'x'])).toBe(
      '2 records are added, 1 changed. 1 row and 1 cell are left out.',
    );
    expect(summed(['Line fails', 2])).toBe('1 stays as it is.');
    expect(summed(['', 2])).toBe('No row of the file can be taken over. 1 row is left out.');
  });
});
