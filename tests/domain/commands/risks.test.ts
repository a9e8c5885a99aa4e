import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEdits } from '../../../shared/domain/edits/checkEdits';
import {
  nextRiskCode,
  typeRisks,
  usualRisks,
  withWorstImpact,
  worstImpact,
} from '../../../shared/domain/commands/risks';
import { addRecords } from '../../../shared/domain/commands/records';
import { runTyped } from '../../../shared/domain/commands/typedCells';
import type { Workbook } from '../../../shared/domain/workbook';
import type { Risk } from '../../../shared/domain/registers/all';
import { riskScore } from '../../../shared/domain/risk/rating';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const register = (): Workbook =>
  makeWorkbook({
    people: [
      { id: 'ana', name: 'Ana Ruiz', initials: 'AR' },
      { id: 'bo', name: 'Bo Lind', initials: 'BL' },
    ],
    risks: [
      { id: 'r1', code: 'R01', title: 'Extract late', probability: 4, impacts: { schedule: 4, cost: 2 } },
      { id: 'r2', code: 'R07', title: 'Outage' },
    ],
  });

function type(word: string, field: string, text: string) {
  const workbook = register();
  const typed = typeRisks(workbook, { cells: [{ id: uuid(word), field, text }] });
  const written: unknown[] = [];
  const outcome = runTyped(typed, ({ edits }) => {
    const checked = checkEdits(workbook, edits);
    if (!checked.ok) return checked;
    written.push(...checked.value.map((edit) => ('values' in edit ? edit.values : {})));
    return { ok: true, value: undefined };
  });
  return { written, reason: outcome.refused[0]?.reason };
}

const score = fc.integer({ min: 1, max: 5 });
const impacts = fc.record(
  { schedule: score, cost: score, safety: score, quality: score, reputation: score },
  { requiredKeys: [] },
) as fc.Arbitrary<Risk['impacts']>;

describe('a number typed as the impact', () => {
  test('is the worst impact afterwards, whatever was rated before', () => {
    fc.assert(
      fc.property(impacts, score, (before, typed) => {
        const after = withWorstImpact(before, typed);
        expect(worstImpact(after)).toBe(typed);
        // Scales keep what they had unless they were the worst, or stood above the number.
        const changed = Object.entries(after).filter(
          ([scale, impact]) => (before as Record<string, number | undefined>)[scale] !== impact,
        );
        const raised = changed.filter(
          ([scale, impact]) => impact > ((before as Record<string, number | undefined>)[scale] ?? 0),
        );
        expect(raised.length).toBeLessThanOrEqual(1);
        expect(Object.keys(after).length).toBe(Math.max(1, Object.keys(before).length));
      }),
    );
  });

  test('changes the worst scale; without any it is the schedule', () => {
    expect(withWorstImpact({ cost: 2, safety: 4 }, 5)).toEqual({ cost: 2, safety: 5 });
    expect(withWorstImpact({}, 3)).toEqual({ schedule: 3 });
  });

  test('brings higher scales down, and nothing clears them', () => {
    expect(withWorstImpact({ cost: 3, safety: 4, quality: 1 }, 2)).toEqual({
      cost: 2,
      safety: 2,
      quality: 1,
    });
    expect(withWorstImpact({ cost: 3 }, null)).toEqual({});
  });

  test('may be a word, must be 1 to 5 and whole', () => {
    expect(type('r1', 'impact', 'severe').written).toEqual([{ impacts: { cost: 2, schedule: 5 } }]);
    expect(type('r1', 'impact', '').written).toEqual([{ impacts: {} }]);
    expect(type('r2', 'impact', '3').written).toEqual([{ impacts: { schedule: 3 } }]);
    expect(type('r1', 'impact', '6').reason).toBe('“Impact” must lie between 1 and 5; “6” does not.');
    expect(type('r1', 'impact', '2.5').reason).toContain('whole number');
    expect(type('r1', 'impact', 'awful').reason).toContain('“awful” is not one');
    expect(type('r1', 'impact', '6').written).toEqual([]);
  });
});

describe('typing into risk cells', () => {
  test('finds an owner by name or by initials, and refuses a stranger', () => {
    expect(type('r2', 'owner', 'ana ruiz').written).toEqual([{ owner: uuid('ana') }]);
    expect(type('r2', 'owner', 'bl').written).toEqual([{ owner: uuid('bo') }]);
    expect(type('r2', 'owner', '').written).toEqual([{ owner: null }]);
    expect(type('r2', 'owner', 'Carl').reason).toContain('“Carl” is not there');
  });

  test('refuses a probability outside the scale and an empty title', () => {
    expect(type('r1', 'probability', '7').reason).toContain('between 1 and 5');
    expect(type('r1', 'title', ' ').reason).toBe('“Risk” must not be empty.');
  });
});

describe('a new risk', () => {
  test('takes the code after the highest, the bin included', () => {
    const workbook = makeWorkbook({
      risks: [
        { id: 'a', title: 'A', code: 'R02' },
        { id: 'b', title: 'B', code: 'r11', archived: true },
        { id: 'c', title: 'C', code: 'X99' },
      ],
    });
    expect(nextRiskCode(workbook)).toBe('R12');
    expect(nextRiskCode(makeWorkbook({}))).toBe('R01');
  });

  test('pasted with others keeps their order and gets a code of its own where it brings none', () => {
    const workbook = register();
    const rows = ['One', '', 'Two'].map((title, index) => ({
      id: uuid(`n${String(index)}`),
      cells: [
        { field: 'title', text: title },
        { field: 'probability', text: title === '' ? '' : '3' },
        { field: 'impact', text: title === '' ? '' : '4' },
      ],
    }));
    const typed = typeRisks(workbook, { cells: [], rows });
    const edits = typed.edits.map(({ edit }) => edit);
    expect(edits).toMatchObject([
      { id: uuid('n0'), after: uuid('r2'), values: { title: 'One', code: 'R08', impacts: { schedule: 4 } } },
      { id: uuid('n2'), after: uuid('n0'), values: { title: 'Two', code: 'R09', probability: 3 } },
    ]);
    expect(checkEdits(workbook, edits).ok).toBe(true);
  });

  test('of the usual ones is rated, has a trigger and its own code', () => {
    const workbook = register();
    const records = usualRisks(workbook).map((values, index) => ({ id: uuid(`u${String(index)}`), values }));
    const { edits } = addRecords('risks', records);
    expect(checkEdits(workbook, edits).ok).toBe(true);
    const added = edits.map((edit) => ('values' in edit ? edit.values : {}) as unknown as Risk);
    expect(new Set(added.map(({ code }) => code)).size).toBe(10);
    expect(added.every((risk) => riskScore(risk) !== null && risk.trigger !== '')).toBe(true);
  });
});
