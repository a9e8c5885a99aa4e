import { describe, expect, test } from 'vitest';
import { checkEdits } from '../../../shared/domain/edits/checkEdits';
import type { Command } from '../../../shared/domain/edits/edit';
import { lastCostLine, usualCostLines, usualValues } from '../../../shared/domain/commands/costs';
import { addRecord, addRecords, moveRecord, typeRecords } from '../../../shared/domain/commands/records';
import { overriddenQuantity, quantityHelp } from '../../../shared/domain/commands/costWords';
import { runTyped, type TypedCell, type TypedOutcome } from '../../../shared/domain/commands/typedCells';
import { planOf } from '../../../shared/domain/plan';
import type { CostLine } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';
import { run, startWorkbook, TestClock, add } from '../../support/replicas';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const PRACTICE = {
  id: 'organisation',
  name: 'Practice',
  currency: 'USD',
  start: '2027-01-04',
  devices: 14,
} as const;

const sheet = (): Workbook =>
  makeWorkbook({
    organisation: [PRACTICE],
    fundingSources: [{ id: 'loan', name: 'Equipment loan', amount: 1 }],
    costs: [
      { id: 'devices', name: 'Workstations', category: 'hardware', driver: 'per-device', unitCost: 110000 },
      { id: 'printers', name: 'Printers', category: 'hardware', unitCost: 300000, start: '2027-04-01' },
      { id: 'training', name: 'Training', category: 'training', unitCost: 400000 },
    ],
  });

const cell = (word: string, field: string, text: string): TypedCell => ({ id: uuid(word), field, text });

/** Types into a plan the way the window does: the edits are checked before anything is written. */
function type(workbook: Workbook, cells: readonly TypedCell[], near?: string) {
  const written: Command[] = [];
  const typed = typeRecords(workbook, 'costs', { cells, ...(near === undefined ? {} : { near }) });
  const outcome: TypedOutcome = runTyped(typed, (command) => {
    const checked = checkEdits(workbook, command.edits);
    if (!checked.ok) return checked;
    written.push({ ...command, edits: checked.value });
    return { ok: true, value: undefined };
  });
  return { outcome, written };
}

describe('typing into cost cells', () => {
  test('is named by the cells that are written, not by those that are refused', () => {
    const cells = [cell('devices', 'unitCost', '-5'), cell('devices', 'quantity', '16')];
    expect(type(sheet(), cells).written[0]?.label).toBe('Change qty');
  });

  test('is one command, with one edit for each line', () => {
    const cells = [
      cell('devices', 'quantity', '16'),
      cell('devices', 'unitCost', '$1,250.50'),
      cell('printers', 'start', '5/2/2027'),
      cell('printers', 'frequency', 'yearly'),
    ];
    const { outcome, written } = type(sheet(), cells);
    expect(outcome).toEqual({ accepted: 4, refused: [] });
    expect(written).toHaveLength(1);
    expect(written[0]?.label).toBe('Change 4 cells');
    expect(written[0]?.edits).toEqual([
      { kind: 'set', register: 'costs', id: uuid('devices'), values: { quantity: 16, unitCost: 125050 } },
      {
        kind: 'set',
        register: 'costs',
        id: uuid('printers'),
        values: { start: '2027-05-02', frequency: 'yearly' },
      },
    ]);
  });

  test('an emptied quantity goes back to the practice profile', () => {
    const { written } = type(sheet(), [cell('devices', 'quantity', '')]);
    expect(written[0]?.edits).toMatchObject([{ values: { quantity: null } }]);
    expect(written[0]?.label).toBe('Change qty');
  });

  test('a negative price is refused in the units people type, and nothing is written', () => {
    const { outcome, written } = type(sheet(), [cell('devices', 'unitCost', '-5')]);
    expect(written).toEqual([]);
    expect(outcome.accepted).toBe(0);
    expect(outcome.refused).toEqual([
      {
        id: uuid('devices'),
        field: 'unitCost',
        reason: '“Unit cost” must lie between $0 and $10,000,000,000; “-5” does not.',
      },
    ]);
  });

  test('a date that does not exist is refused', () => {
    const { outcome, written } = type(sheet(), [cell('printers', 'start', '2027-02-30')]);
    expect(written).toEqual([]);
    expect(outcome.refused[0]?.reason).toContain('“2027-02-30” is not one');
  });

  test('an end before the start leaves that line alone and changes the others', () => {
    const cells = [cell('printers', 'end', '2027-01-31'), cell('training', 'unitCost', '10')];
    const { outcome, written } = type(sheet(), cells);
    expect(outcome.accepted).toBe(1);
    expect(outcome.refused).toMatchObject([{ id: uuid('printers'), field: 'end' }]);
    expect(written[0]?.edits.map(({ id }) => id)).toEqual([uuid('training')]);
  });

  test('an option that is not there is refused with the words people see', () => {
    const { outcome } = type(sheet(), [cell('devices', 'driver', 'per bed')]);
    expect(outcome.refused[0]?.reason).toContain('per device');
    expect(outcome.refused[0]?.reason).not.toContain('per-device');
  });

  test('a name of a record is found whatever its case, and an unknown one is refused', () => {
    const found = type(sheet(), [cell('devices', 'fundingSource', ' equipment LOAN ')]);
    expect(found.written[0]?.edits).toMatchObject([{ values: { fundingSource: uuid('loan') } }]);
    expect(type(sheet(), [cell('devices', 'fundingSource', 'Gift')]).outcome.refused).toHaveLength(1);
  });

  test('a date without its year means the one nearest to the plan', () => {
    const { written } = type(sheet(), [cell('printers', 'start', 'Jun 3')], '2027-01-04');
    expect(written[0]?.edits).toMatchObject([{ values: { start: '2027-06-03' } }]);
  });

  test('an amount cannot be typed', () => {
    expect(type(sheet(), [cell('devices', 'y0', '5')]).outcome.refused).toHaveLength(1);
  });
});

describe('rows pasted below the last line', () => {
  const rows = (texts: readonly (readonly [string, string, string])[]) =>
    texts.map(([id, name, unitCost]) => ({
      id: uuid(id),
      values: usualValues('training'),
      cells: [
        { field: 'name', text: name },
        { field: 'unitCost', text: unitCost },
      ],
    }));

  test('become lines of the category above, in their order, as one step', () => {
    const typed = typeRecords(sheet(), 'costs', {
      cells: [],
      rows: rows([
        ['n1', 'One', '10'],
        ['n2', 'Two', '20'],
      ]),
    });
    expect(typed.label).toBe('Add 2 cost lines');
    expect(typed.edits.map(({ edit }) => edit)).toMatchObject([
      {
        kind: 'add',
        id: uuid('n1'),
        after: uuid('training'),
        values: { name: 'One', category: 'training', unitCost: 1000 },
      },
      { kind: 'add', id: uuid('n2'), after: uuid('n1'), values: { name: 'Two', unitCost: 2000 } },
    ]);
    expect(
      checkEdits(
        sheet(),
        typed.edits.map(({ edit }) => edit),
      ).ok,
    ).toBe(true);
  });

  test('are read in the way of writing of the whole block', () => {
    const typed = typeRecords(sheet(), 'costs', {
      cells: [cell('devices', 'unitCost', '1.250,50'), cell('devices', 'start', '3/4/2027')],
      rows: rows([['n1', 'One', '2.000']]),
    });
    expect(typed.edits.map(({ edit }) => edit)).toMatchObject([
      { values: { unitCost: 125050, start: '2027-04-03' } },
      { values: { unitCost: 200000 } },
    ]);
  });

  test('keep what fits and say what does not; an empty row adds nothing', () => {
    const typed = typeRecords(sheet(), 'costs', {
      cells: [],
      rows: rows([
        ['n1', 'One', 'free'],
        ['n2', ' ', ''],
      ]),
    });
    expect(typed.edits).toHaveLength(1);
    expect(typed.edits[0]?.edit).toMatchObject({ values: { name: 'One' } });
    expect(typed.refused).toMatchObject([{ id: uuid('n1'), field: 'unitCost' }]);
  });
});

describe('a new cost line', () => {
  test('stands behind the last one of its category and starts as such costs usually do', () => {
    const after = lastCostLine(sheet(), 'hardware') ?? null;
    const command = addRecord('costs', { id: uuid('new'), values: usualValues('hardware'), after });
    expect(command.edits).toEqual([
      {
        kind: 'add',
        register: 'costs',
        id: uuid('new'),
        after: uuid('printers'),
        values: { category: 'hardware', driver: 'per-device', name: 'New cost line' },
      },
    ]);
  });

  test('of every usual kind is accepted', () => {
    const records = usualCostLines().map((values, index) => ({ id: uuid(`u${String(index)}`), values }));
    const command = addRecords('costs', records);
    const checked = checkEdits(makeWorkbook({ organisation: [PRACTICE] }), command.edits);
    expect(checked.ok).toBe(true);
  });
});

describe('lines in the document', () => {
  const names = (document: ReturnType<typeof startWorkbook>): string[] =>
    document.workbook().tables.costs.live.map(({ name }: CostLine) => name);

  test('move within their category only', () => {
    const document = startWorkbook(new TestClock(), [
      add('costs', 'a', { name: 'A', category: 'hardware' }),
      add('costs', 'x', { name: 'X', category: 'training' }),
      add('costs', 'b', { name: 'B', category: 'hardware' }),
      add('costs', 'c', { name: 'C', category: 'hardware' }),
    ]);
    const move = (word: string, direction: 'up' | 'down'): boolean => {
      const { live, byId } = document.workbook().tables.costs;
      const category = byId.get(uuid(word))?.category;
      const peers = live.filter((line) => line.category === category).map(({ id }) => id);
      const command = moveRecord(document.workbook(), 'costs', uuid(word), direction, peers);
      if (command !== undefined) run(document, ...command.edits);
      return command !== undefined;
    };
    const hardware = (): string =>
      names(document)
        .filter((name) => name !== 'X')
        .join('');
    expect(move('c', 'up')).toBe(true);
    expect(hardware()).toBe('ACB');
    expect(move('a', 'down')).toBe(true);
    expect(hardware()).toBe('CAB');
    expect(move('a', 'up')).toBe(true);
    expect(hardware()).toBe('ACB');
    expect(move('a', 'up')).toBe(false);
    expect(move('x', 'down')).toBe(false);
    expect(move('nobody', 'up')).toBe(false);
  });
});

describe('a line explained', () => {
  const explain = (changes: Partial<CostLine>, practice: object = PRACTICE): string => {
    const costs = [{ id: 'l', name: 'Line', driver: 'per-device', unitCost: 110000, ...changes } as const];
    const plan = planOf(makeWorkbook({ organisation: [practice], costs }), '2027-02-01');
    const [line] = plan.workbook.tables.costs.live;
    const priced = plan.budget.line.get(line?.id ?? '');
    if (line === undefined || priced === undefined) throw new Error('no line');
    return [quantityHelp(line, priced, plan), overriddenQuantity(line, plan) ?? ''].join('|');
  };

  test('says the sum, that the number comes from the profile, and how to keep it', () => {
    expect(explain({})).toBe(
      '14 × $1,100.00 = $15,400.00. 14 comes from the practice profile. Typing overrides it. Esc keeps 14.|',
    );
  });

  test('says what the profile would have said where it was overridden', () => {
    expect(explain({ quantity: 16, frequency: 'monthly' })).toBe(
      '16 × $1,100.00 = $17,600.00 a month. The practice profile says 14. Delete goes back to it.|was 14, from the practice profile',
    );
  });

  test('asks for the number where the profile has none', () => {
    const { devices: _, ...unknown } = PRACTICE;
    expect(explain({ unitCost: null }, unknown)).toBe(
      'The practice profile does not say how many. Type the number here.|',
    );
  });

  test('of a percentage has no price', () => {
    expect(explain({ driver: 'percent', kind: 'contingency' })).toBe(
      '15% comes from the practice profile. Typing overrides it. Esc keeps 15%.|',
    );
  });
});
