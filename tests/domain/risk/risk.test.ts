import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, roundHalfEven } from '../../../shared/domain/base/decimal';
import { problemText } from '../../../shared/domain/base/problemText';
import type { RecordIn } from '../../../shared/domain/registers/all';
import { chancePercent, exposureOf, totalExposure } from '../../../shared/domain/risk/exposure';
import { heatMapOf } from '../../../shared/domain/risk/heatMap';
import { isOpen, residualScore, riskBand, riskScore } from '../../../shared/domain/risk/rating';
import { riskFindings } from '../../../shared/domain/risk/riskFindings';
import { makeWorkbook } from '../../support/makeWorkbook';

type Risk = RecordIn<'risks'>;

function risksOf(...partials: Partial<Risk>[]): readonly Risk[] {
  const risks = partials.map((partial, index) => ({
    id: `r${String(index)}`,
    title: `Risk ${String(index)}`,
    ...partial,
  }));
  return makeWorkbook({ risks, people: [{ id: 'ana', name: 'Ana' }] }).tables.risks.live;
}

function risk(partial: Partial<Risk>): Risk {
  const [made] = risksOf(partial);
  if (made === undefined) throw new Error('no risk was made');
  return made;
}

const TODAY = '2027-06-18';

describe('the score of a risk', () => {
  test('is its probability times its worst impact', () => {
    expect(riskScore(risk({ probability: 3, impacts: { schedule: 2, safety: 5, cost: 4 } }))).toBe(15);
  });

  test('is open while probability or every impact is not rated', () => {
    expect(riskScore(risk({ impacts: { safety: 5 } }))).toBeNull();
    expect(riskScore(risk({ probability: 5 }))).toBeNull();
  });

  test('ignores ratings that are not on the scale', () => {
    const damaged = {
      ...risk({ probability: 4, impacts: { cost: 3 } }),
      impacts: { cost: 3, safety: 99, quality: NaN },
    };
    expect(riskScore(damaged)).toBe(12);
    expect(riskScore({ ...damaged, probability: 2.5 })).toBeNull();
  });

  test('falls into four bands that cover 1 to 25', () => {
    const bands = [1, 4, 5, 9, 10, 15, 16, 25].map(riskBand);
    expect(bands).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  test('after the response is rated by itself', () => {
    expect(residualScore(risk({ residualProbability: 2, residualImpact: 4 }))).toBe(8);
    expect(residualScore(risk({ residualProbability: 2 }))).toBeNull();
  });
});

describe('exposure', () => {
  test('is the chance times cost and days, exactly', () => {
    const late = risk({ probabilityPercent: 33.3, costIfItHappens: 1001, daysIfItHappens: 2.5 });
    expect(decimalText(exposureOf(late).cost)).toBe('333.333');
    expect(Number(decimalText(exposureOf(late).days))).toBe(0.8325);
  });

  test('takes the chance from the probability where no percentage is typed', () => {
    const chances = [1, 2, 3, 4, 5].map((probability) => chancePercent(risk({ probability })));
    expect(chances).toEqual([5, 20, 40, 65, 90]);
    expect(chancePercent(risk({ probability: 5, probabilityPercent: 0 }))).toBe(0);
    expect(chancePercent(risk({}))).toBeNull();
  });

  test('counts missing and impossible figures as nothing', () => {
    const unknown = risk({ probability: 3 });
    expect(roundHalfEven(exposureOf(unknown).cost)).toBe(0);
    const absurd = { ...unknown, costIfItHappens: -500, daysIfItHappens: NaN, probabilityPercent: 400 };
    expect(roundHalfEven(exposureOf(absurd).cost)).toBe(0);
    expect(roundHalfEven(exposureOf(absurd).days)).toBe(0);
  });

  test('in total covers the open risks only', () => {
    const statuses = ['draft', 'open', 'mitigating', 'watching', 'occurred', 'closed'] as const;
    const risks = risksOf(
      ...statuses.map((status) => ({ status, probabilityPercent: 50, costIfItHappens: 10_00 })),
    );
    expect(risks.filter(isOpen).map(({ status }) => status)).toEqual(['open', 'mitigating', 'watching']);
    expect(totalExposure(risks).openRisks).toBe(3);
    expect(roundHalfEven(totalExposure(risks).cost)).toBe(15_00);
  });
});

describe('the heat map', () => {
  const rated = risksOf(
    { probability: 4, impacts: { cost: 4 }, residualProbability: 2, residualImpact: 4 },
    { probability: 4, impacts: { cost: 1, safety: 4 } },
    { probability: 1, impacts: { cost: 5 } },
    { probability: 3 },
  );

  test('counts risks by probability and impact; unrated ones are in no cell', () => {
    const map = heatMapOf(rated, 'now');
    expect(map[3]?.[3]).toBe(2);
    expect(map[0]?.[4]).toBe(1);
    expect(map.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test('after the response moves a risk only where the response is rated', () => {
    const map = heatMapOf(rated, 'afterResponse');
    expect(map[1]?.[3]).toBe(1);
    expect(map[3]?.[3]).toBe(1);
    expect(map.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  test('holds every rated risk exactly once', () => {
    const scale = fc.option(fc.integer({ min: 1, max: 5 }));
    const ratings = fc.array(fc.record({ probability: scale, safety: scale }), { maxLength: 30 });
    fc.assert(
      fc.property(ratings, (given) => {
        const risks = risksOf(
          ...given.map(({ probability, safety }) => ({
            probability,
            impacts: safety === null ? {} : { safety },
          })),
        );
        const inside = heatMapOf(risks, 'now')
          .flat()
          .reduce((sum, count) => sum + count, 0);
        expect(inside).toBe(
          given.filter(({ probability, safety }) => probability !== null && safety !== null).length,
        );
      }),
    );
  });
});

describe('what deserves attention', () => {
  const prepared = { owner: 'ana', mitigation: 'Ask in writing', trigger: 'No date 30 days before' } as const;
  const high = { probability: 2, impacts: { cost: 5 } };

  test('an open risk of 10 or more without owner, mitigation or trigger, naming what is missing', () => {
    const findings = riskFindings(risksOf({ ...high, trigger: 'Two outages in a week' }), TODAY);
    expect(findings).toMatchObject([{ level: 'warning', register: 'risks', field: 'owner' }]);
    expect(findings.map(({ problem }) => problemText(problem))).toEqual([
      '“Risk 0” scores 10 and has no owner or mitigation.',
    ]);
  });

  test('not one that is prepared, lower, unrated, a draft, closed or already an issue', () => {
    const quiet: Partial<Risk>[] = [
      { ...high, ...prepared },
      { probability: 3, impacts: { cost: 3 } },
      {},
      { ...high, status: 'draft' },
      { ...high, status: 'closed' },
      { ...high, status: 'occurred' },
    ];
    expect(riskFindings(risksOf(...quiet), TODAY)).toEqual([]);
  });

  test('a risk that is worse after the response than before is an error', () => {
    const worse = { probability: 2, impacts: { cost: 2 }, residualProbability: 1, residualImpact: 5 };
    const same = { ...worse, residualImpact: 4 };
    expect(riskFindings(risksOf(worse, same), TODAY)).toMatchObject([
      { level: 'error', problem: { code: 'risk/residualHigher', facts: { title: 'Risk 0' } } },
    ]);
  });

  test('a review is overdue the day after it was due', () => {
    const reviews = [
      { nextReview: '2027-06-17' },
      { nextReview: TODAY },
      { nextReview: '2027-06-17', status: 'closed' as const },
    ];
    expect(riskFindings(risksOf(...reviews), TODAY)).toMatchObject([
      {
        level: 'warning',
        problem: { code: 'risk/reviewOverdue', facts: { title: 'Risk 0', due: '2027-06-17' } },
      },
    ]);
  });
});
