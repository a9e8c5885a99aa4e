import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText } from '../../shared/domain/base/problemText';
import { budgetOf } from '../../shared/domain/budget/planBudget';
import { registerIds } from '../../shared/domain/registers/all';
import { scheduleOf } from '../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../shared/domain/workbook';
import { importEdits } from '../../shared/domain/imports/importedRecords';
import { parseJsonPlan, workbookJson, type WorkbookJson } from '../../shared/export/json';
import { makeWorkbook, uuid } from '../support/makeWorkbook';
import { arbitraryPlan } from './arbitraryPlan';

function dump(workbook: Workbook, options?: Parameters<typeof workbookJson>[2]): WorkbookJson {
  const schedule = scheduleOf(workbook, '2027-01-04');
  return workbookJson(workbook, { schedule, budget: budgetOf(workbook, schedule) }, options);
}

const workbook = makeWorkbook({
  tasks: [
    { id: 'a', name: 'A', durationDays: 3 },
    { id: 'b', name: 'B', archived: true },
  ],
});

describe('the canonical dump', () => {
  it('has every register, empty ones included, and records with their id and all their fields', () => {
    const { registers } = dump(workbook);
    expect(Object.keys(registers)).toEqual([...registerIds]);
    expect(registers.risks).toEqual([]);
    expect(registers.tasks).toHaveLength(1);
    expect(registers.tasks[0]).toMatchObject({ id: uuid('a'), name: 'A', durationDays: 3, owner: null });
    expect(registers.tasks[0]).not.toHaveProperty('archived');
  });

  it('holds archived records only when asked, and marks them', () => {
    const all = dump(workbook, { all: true }).registers.tasks;
    expect(all.map(({ id, archived }) => [id, archived])).toEqual([
      [uuid('a'), undefined],
      [uuid('b'), true],
    ]);
  });

  it('holds the schedule by task and the findings in words', () => {
    const json = dump(
      makeWorkbook({ tasks: [{ id: 'a', name: 'A', deadline: '2027-01-04', durationDays: 3 }] }),
    );
    expect(json.schedule).toEqual({
      projectStart: '2027-01-04',
      projectFinish: '2027-01-06',
      goLive: null,
      tasks: {
        [uuid('a')]: {
          ...{ start: '2027-01-04', finish: '2027-01-06' },
          ...{ totalFloatDays: -2, freeFloatDays: 0, critical: true },
        },
      },
    });
    const missed = json.findings.find((finding) => finding.code === 'plan/deadlineMissed');
    expect(missed).toMatchObject({ register: 'tasks', id: uuid('a') });
    expect(missed?.text).toContain('2027-01-06');
    for (const finding of json.findings) {
      expect(Object.keys(finding)).toEqual(['level', 'code', 'register', 'id', 'field', 'text']);
    }
  });

  it('survives JSON text and changes nothing when it is read back', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const read = parseJsonPlan(JSON.parse(JSON.stringify(dump(plan, { all: true }))));
        expect(read.problems).toEqual([]);
        const never = (): string => {
          throw new Error('no record is new');
        };
        expect(importEdits(read.records, plan, never)).toEqual([]);
        const count = registerIds.reduce((sum, register) => sum + plan.tables[register].byId.size, 0);
        expect(read.records).toHaveLength(count);
      }),
    );
  });
});

describe('reading JSON', () => {
  it('takes records without ids as new ones', () => {
    const { records } = parseJsonPlan({ registers: { people: [{ name: 'Ana' }] } });
    expect(records).toMatchObject([{ register: 'people', id: null, values: { name: 'Ana' } }]);
  });

  it('names registers, fields, values and ids it cannot take', () => {
    const { problems } = parseJsonPlan({
      registers: {
        dragons: [],
        people: [{ name: 'Ana', wings: 2 }, { id: 'short' }, 7],
        tasks: [{ name: 'A', durationDays: 'x' }],
        risks: 3,
      },
    });
    const texts = problems.map((found) => problemText(found));
    expect(texts).toEqual([
      expect.stringMatching(/^There is no register “dragons”/),
      expect.stringMatching(/^People, record 1: People has no field “wings”/),
      'People, record 2: “short” is not a record id (a UUID in lower case).',
      'People, record 3: A record is an object of fields; this is a number.',
      'Tasks, record 1: “Days” takes a number, and “x” is not one. Type digits, for instance 12 or 1.5.',
      '“risks” takes a list.',
    ]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        parseJsonPlan(value);
        parseJsonPlan({ registers: value });
        expect(
          parseJsonPlan({ registers: { tasks: value } }).records.every(
            ({ register }) => register === 'tasks',
          ),
        ).toBe(true);
      }),
    );
  });
});
