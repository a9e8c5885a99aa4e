/** Fields that are written with their record and never after. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { rootsOf, writeEntry } from '../../../shared/document/layout';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { chooseValue } from '../../../shared/domain/commands/conflictChoice';
import { typeRecords } from '../../../shared/domain/commands/records';
import { runTyped } from '../../../shared/domain/commands/typedCells';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import { importOutcome } from '../../../shared/domain/imports/importCommand';
import { replacementsIn } from '../../../shared/domain/records/findReplace';
import { goBack } from '../../../shared/domain/review/goingBack';
import { takeBackMerge } from '../../../shared/domain/review/takeBackMerge';
import type { AnyRecord } from '../../../shared/domain/register/record';
import { tableOf, type Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../../support/replicas';

const BUDGET = {
  subject: 'Budget',
  kind: 'budget',
  decision: 'approved',
  byName: 'Dr. Shah',
  on: '2027-01-04',
};

function withApproval(values: FieldValues = {}): { document: WorkbookDocument } {
  return { document: startWorkbook(new TestClock(), [add('approvals', 'a', { ...BUDGET, ...values })]) };
}

function approval(document: WorkbookDocument, word = 'a'): AnyRecord | undefined {
  return tableOf(document.workbook(), 'approvals').byId.get(uuid(word));
}

/** Writes into the document past every check, as only a damaged or forged copy has it. */
function forge(
  document: WorkbookDocument,
  role: string,
  { time, actor }: { time: number; actor: number },
): void {
  const entries = rootsOf(document.yDoc).records.get(uuid('a'));
  if (!(entries instanceof Y.Array)) throw new Error('There is no such record.');
  document.yDoc.transact(() => {
    entries.push([writeEntry({ key: 'role', value: role, time, actor })]);
  });
}

/** The role of the one who approved, written apart in two copies; the other copy also renamed a task. */
function forked(): { document: WorkbookDocument; before: Workbook } {
  const clock = new TestClock();
  const document = startWorkbook(clock, [add('approvals', 'a', BUDGET), add('tasks', 't', { name: 'Call' })]);
  const other = copyOf(document, 2, 'Priya', clock);
  const before = document.workbook();
  const time = Math.floor(clock.now / 1000);
  forge(document, 'Sponsor', { time, actor: 1 });
  forge(other, 'Owner', { time, actor: 2 });
  run(other, set('tasks', 't', { name: 'Call the lab' }));
  document.merge(other.encodeState());
  return { document, before };
}

describe('a fixed field', () => {
  test('is written with its record and refused after that, in words', () => {
    const { document } = withApproval();
    const done = document.run({ label: 'x', edits: [set('approvals', 'a', { decision: 'refused' })] });
    expect(done).toMatchObject({ ok: false, error: { code: 'field/fixed', facts: { label: 'Decision' } } });
    expect(approval(document)).toMatchObject({ decision: 'approved' });
  });

  test('takes the value it has, and leaves the other fields free', () => {
    const { document } = withApproval();
    run(document, set('approvals', 'a', { decision: 'approved', notes: 'Minutes of January 4' }));
    expect(approval(document)).toMatchObject({ notes: 'Minutes of January 4' });
  });

  test('is not in the way of the bin, of coming back, and of undoing what was added', () => {
    const { document } = withApproval();
    run(document, { kind: 'archive', register: 'approvals', id: uuid('a') });
    run(document, { kind: 'restore', register: 'approvals', id: uuid('a') });
    expect(approval(document)).toMatchObject({ archived: false });
    run(document, add('approvals', 'b', { ...BUDGET, decision: 'refused' }));
    document.undo();
    expect(approval(document, 'b')).toMatchObject({ archived: true, decision: 'refused' });
    document.redo();
    expect(approval(document, 'b')).toMatchObject({ archived: false, decision: 'refused' });
  });

  test('typed or pasted over is left out and told; what stands beside it in the row is taken', () => {
    const { document } = withApproval();
    const cells = [
      { id: uuid('a'), field: 'role', text: 'Owner' },
      { id: uuid('a'), field: 'notes', text: 'Seen' },
      { id: uuid('a'), field: 'byName', text: 'Dr. Shah' },
    ];
    const typed = typeRecords(document.workbook(), 'approvals', { cells });
    const { accepted, refused } = runTyped(typed, (command) => document.run(command));
    expect(accepted).toBe(2);
    expect(refused).toMatchObject([
      { field: 'role', reason: expect.stringContaining('stays as it was written') as string },
    ]);
    expect(approval(document)).toMatchObject({ role: '', notes: 'Seen' });
  });

  test('of a row that is pasted as a new one is written', () => {
    const { document } = withApproval();
    const row = {
      id: uuid('b'),
      cells: [
        { field: 'subject', text: 'Schedule' },
        { field: 'role', text: 'Sponsor' },
      ],
    };
    runTyped(typeRecords(document.workbook(), 'approvals', { cells: [], rows: [row] }), (command) =>
      document.run(command),
    );
    expect(approval(document, 'b')).toMatchObject({ subject: 'Schedule', role: 'Sponsor' });
  });

  test('is not looked into when words are replaced', () => {
    const { document } = withApproval({ notes: 'Shah was there' });
    const workbook = document.workbook();
    const { live: records } = tableOf(workbook, 'approvals');
    const search = { find: 'Shah', replace: 'Khan', matchCase: false };
    const found = replacementsIn(workbook, 'approvals', { records, fields: ['byName', 'notes'] }, search);
    expect(found.map(({ field }) => field)).toEqual(['notes']);
  });

  test('of a file that says otherwise leaves its row out and says why', () => {
    const { document } = withApproval();
    const record = {
      register: 'approvals',
      key: 'a',
      id: uuid('a'),
      values: { decision: 'refused' },
    } as const;
    const row = { ...record, row: 2, problems: [], isUnusable: false };
    const outcome = importOutcome(
      document.workbook(),
      { rows: [row], links: [], named: [] },
      {
        label: 'Import',
        newId: () => uuid('new'),
        onlyWholeRows: false,
      },
    );
    expect(outcome).toMatchObject({ ok: true, value: { command: null, leftRows: [{ row: 2 }] } });
  });
});

describe('a fixed field with several values', () => {
  test('is settled by choosing one of them, and takes no third', () => {
    const { document } = forked();
    const [conflict] = document.workbook().conflicts;
    expect(conflict).toMatchObject({ register: 'approvals', field: 'role' });
    expect(document.run({ label: 'x', edits: [set('approvals', 'a', { role: 'Third' })] }).ok).toBe(false);
    const command = conflict === undefined ? undefined : chooseValue(document.workbook(), conflict, 1);
    if (command !== undefined) document.run(command);
    expect(document.workbook().conflicts).toEqual([]);
    expect(approval(document)?.['role']).toBe(conflict?.values[1]?.value);
  });

  test('stays when the merge is taken back after the choice; the rest goes back, and it is counted', () => {
    const { document, before } = forked();
    run(document, set('approvals', 'a', { role: 'Owner' }));
    const after = document.workbook();
    const { command, kept, reason } = takeBackMerge({ before, after }, after);
    if (command !== undefined) expect(document.run(command).ok).toBe(true);
    expect(kept).toBe(1);
    expect(reason).toContain('stays as it was written');
    expect(approval(document)).toMatchObject({ role: 'Owner' });
    expect(document.workbook().tables.tasks.byId.get(uuid('t'))).toMatchObject({ name: 'Call' });
  });
});

test('going back in history leaves a fixed field and brings back what stood beside it', () => {
  const { document } = withApproval({ notes: 'New' });
  const values = { role: 'Owner', notes: 'Old' };
  const records = [{ register: 'approvals', id: uuid('a'), values } as const];
  const wanted = { records, moved: 0, others: 0, unsure: 0, waiting: 0 };
  const { command, fields, left } = goBack(document.workbook(), wanted, 'Go back');
  expect({ fields, refused: left.refused }).toEqual({ fields: 1, refused: 1 });
  expect(left.reason).toContain('stays as it was written');
  if (command !== undefined) expect(document.run(command).ok).toBe(true);
  expect(approval(document)).toMatchObject({ role: '', notes: 'Old' });
});
