import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, type AnyRecord } from '../../shared/domain/register/record';
import { definitionOf, registerIds, type RegisterId } from '../../shared/domain/registers/all';
import { scheduleOf } from '../../shared/domain/schedule/planSchedule';
import type { Table, Workbook } from '../../shared/domain/workbook';
import { parseCsv } from '../../shared/export/csvRead';
import { registerToCsv } from '../../shared/export/csvWrite';
import { importEdits } from '../../shared/domain/imports/importedRecords';
import { arbitraryPlan } from './arbitraryPlan';
import { tries } from '../support/tries';

function liveRecords(workbook: Workbook, register: RegisterId): readonly AnyRecord[] {
  return (workbook.tables[register] as unknown as Table<AnyRecord>).live;
}

/** RFC 4180 read letter by letter, independent of the library under test. */
function cellsOf(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted && letter === '"' && text.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') {
      quoted = !quoted;
    } else if (!quoted && (letter === ',' || letter === '\n')) {
      cells.push(letter === '\n' ? cell.replace(/\r$/, '') : cell);
      cell = '';
    } else {
      cell += letter;
    }
  }
  return cells;
}

describe('a register written as CSV and read back', () => {
  it('gives every field of every record unchanged', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.constantFrom(...registerIds), (workbook, register) => {
        const schedule = scheduleOf(workbook, '2027-01-04');
        const read = parseCsv(registerToCsv(workbook, register, { schedule }), register, {
          workbook,
          name: 'a.csv',
        });
        const names = fieldsOf(definitionOf(register)).map(([name]) => name);
        const records = liveRecords(workbook, register);
        if (records.length > 0) {
          expect(
            read.problems.filter((found) => found.code !== 'file/row' || !/Lag/.test(found.facts.problem)),
          ).toEqual([]);
        }
        expect(read.rows.map(({ id, values }) => ({ id, ...values }))).toEqual(
          records.map((record) => ({
            id: record.id,
            ...Object.fromEntries(names.map((name) => [name, record[name]])),
          })),
        );
      }),
      tries(50),
    );
  });

  it('changes nothing when it is imported again', () => {
    fc.assert(
      fc.property(arbitraryPlan, (workbook) => {
        const { rows, links } = parseCsv(registerToCsv(workbook, 'tasks'), 'tasks', {
          workbook,
          name: 'a.csv',
        });
        const edits = importEdits([...rows, ...links], workbook, () => {
          throw new Error('no record is new');
        });
        expect(edits).toEqual([]);
      }),
    );
  });

  it('never lets a cell of text begin like a formula', () => {
    fc.assert(
      fc.property(
        arbitraryPlan,
        fc.constantFrom('tasks', 'costs', 'risks', 'people', 'roadmapItems'),
        (workbook, register) => {
          const cells = cellsOf(registerToCsv(workbook, register).slice(1));
          const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?$/.test(cell);
          expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && !isNumber(cell))).toEqual([]);
        },
      ),
    );
  });
});

describe('reading anything at all as CSV', () => {
  it('answers with rows and problems and never throws', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(
          fc.array(
            fc.oneof(
              fc.string({ maxLength: 8 }),
              fc.constantFrom('name', 'Predecessors', 'level', 'wbs', '1.2', '"', '9FS-1d', '\n'),
            ),
            { maxLength: 6 },
          ),
          { maxLength: 8 },
        )
        .map((rows) => rows.map((row) => row.join(',')).join('\n')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...registerIds), arbitraryPlan, (text, register, workbook) => {
        const read = parseCsv(text, register, { workbook, name: 'x.csv' });
        for (const row of read.rows) expect(row.register).toBe(register);
      }),
      tries(50),
    );
  });
});
