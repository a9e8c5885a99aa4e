import { describe, expect, test } from 'vitest';
import { riskCell, riskContext, riskRows, type RiskChoice } from '../../../renderer/features/risks/riskRows';
import { planOf } from '../../../shared/domain/plan';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const TODAY = '2027-06-18';
const plan = planOf(
  makeWorkbook({
    people: [
      { id: 'ana', name: 'Ana Ruiz' },
      { id: 'bo', name: 'Bo Lind' },
    ],
    risks: [
      {
        id: 'late',
        code: 'R10',
        title: 'Late',
        probability: 4,
        impacts: { cost: 4 },
        owner: 'ana',
        nextReview: '2027-06-12',
        trigger: 't',
        mitigation: 'm',
        residualProbability: 2,
        residualImpact: 4,
      },
      {
        id: 'lost',
        code: 'R2',
        title: 'Lost',
        probability: 3,
        impacts: { safety: 5 },
        owner: 'bo',
        trigger: 't',
      },
      { id: 'slow', code: '', title: 'Slow', probability: 1, impacts: { cost: 1 }, nextReview: '2027-07-01' },
      { id: 'new', code: 'R11', title: 'New', owner: 'ana' },
      { id: 'gone', code: 'R1', title: 'Gone', status: 'closed', probability: 5, impacts: { cost: 5 } },
    ],
  }),
  TODAY,
);
const by = (field: string, descending = false): RiskChoice['sort'] => [{ field, descending }];
const ALL: RiskChoice = {
  view: 'map',
  status: 'open',
  cell: null,
  rating: 'now',
  sort: by('score', true),
};
const titles = (choice: Partial<RiskChoice>): string[] =>
  riskRows(plan, { ...ALL, ...choice }).map((row) =>
    row.kind === 'owner' ? `[${row.name}]` : row.risk.title,
  );

describe('the rows of the risk register', () => {
  test('are the open ones, the worst first', () => {
    expect(titles({})).toEqual(['Late', 'Lost', 'Slow', 'New']);
    expect(titles({ status: 'all' })).toEqual(['Gone', 'Late', 'Lost', 'Slow', 'New']);
    expect(titles({ status: 'closed' })).toEqual(['Gone']);
  });

  test('are ordered by what is left, the next review or the code, numbers in codes by their value', () => {
    expect(titles({ sort: by('residualScore', true) })).toEqual(['Lost', 'Late', 'Slow', 'New']);
    expect(titles({ sort: by('nextReview') })).toEqual(['Late', 'Slow', 'Lost', 'New']);
    expect(titles({ sort: by('code') })).toEqual(['Lost', 'Late', 'New', 'Slow']);
  });

  test('are ordered by any column, what is empty at the end, and else as they were written down', () => {
    expect(titles({ sort: by('impact') })).toEqual(['Slow', 'Late', 'Lost', 'New']);
    expect(titles({ sort: by('owner', true) })).toEqual(['Lost', 'Late', 'New', 'Slow']);
    expect(titles({ sort: by('title') })).toEqual(['Late', 'Lost', 'New', 'Slow']);
    expect(titles({ sort: [] })).toEqual(['Late', 'Lost', 'Slow', 'New']);
    expect(titles({ view: 'top', sort: by('probability') })).toEqual(['Slow', 'Lost', 'Late']);
    expect(titles({ view: 'owner', sort: by('title', true) })).toEqual([
      '[Ana Ruiz]',
      'New',
      'Late',
      '[Bo Lind]',
      'Lost',
      '[Nobody yet]',
      'Slow',
    ]);
  });

  test('of a cell of the map are those that stand there now, or after the response', () => {
    expect(titles({ cell: { probability: 4, impact: 4 } })).toEqual(['Late']);
    expect(titles({ cell: { probability: 4, impact: 4 }, rating: 'afterResponse' })).toEqual([]);
    expect(titles({ cell: { probability: 2, impact: 4 }, rating: 'afterResponse' })).toEqual(['Late']);
  });

  test('of the top ten are rated and open, whatever is filtered', () => {
    expect(titles({ view: 'top', status: 'closed' })).toEqual(['Late', 'Lost', 'Slow']);
  });

  test('by owner stand under their people, those without at the end', () => {
    expect(titles({ view: 'owner' })).toEqual([
      '[Ana Ruiz]',
      'Late',
      'New',
      '[Bo Lind]',
      'Lost',
      '[Nobody yet]',
      'Slow',
    ]);
  });
});

describe('the cells of a risk', () => {
  const context = riskContext(plan, TODAY);
  const cell = (word: string, column: string) => {
    const row = riskRows(plan, { ...ALL, status: 'all' }).find(({ key }) => key === uuid(word));
    if (row === undefined) throw new Error(word);
    return riskCell(row, column, context);
  };

  test('show the score now and after the response', () => {
    expect(cell('late', 'score').text).toBe('16 › 8');
    expect(cell('lost', 'score').text).toBe('15');
    expect(cell('new', 'score').text).toBe('not rated');
  });

  test('tell an overdue review before anything that is missing, and what is missing before a date', () => {
    expect(cell('late', 'nextReview')).toMatchObject({
      text: '6 days over',
      mark: 'late',
      editText: 'Jun 12, 2027',
    });
    expect(cell('lost', 'nextReview')).toMatchObject({ text: 'No mitigation', mark: 'close' });
    expect(cell('slow', 'nextReview').text).toBe('Jul 1');
    expect(cell('new', 'nextReview').text).toBe('no review set');
    expect(cell('gone', 'nextReview').text).toBe('');
  });

  test('name the scales behind the impact', () => {
    expect(cell('late', 'impact')).toMatchObject({ text: '4', title: 'Cost 4' });
    expect(cell('new', 'impact').text).toBe('');
  });
});
