import { describe, expect, test } from 'vitest';
import { decimalOf, roundHalfEven } from '../../../shared/domain/base/decimal';
import {
  byScore,
  riskWeight,
  risksAnswer,
  topRisks,
  wholeDays,
} from '../../../shared/domain/commands/risksAnswer';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { planOf } from '../../../shared/domain/plan';
import type { Risk } from '../../../shared/domain/registers/all';
import { makeWorkbook } from '../../support/makeWorkbook';

const risk = (id: string, probability: number, impact: number, more: Partial<Risk> = {}): Partial<Risk> => ({
  id,
  title: id,
  probability,
  impacts: { schedule: impact },
  ...more,
});

const tableOf = (...risks: Partial<Risk>[]) => makeWorkbook({ risks }).tables.risks.live;
const answer = (...risks: Partial<Risk>[]): string =>
  sentenceText(risksAnswer(planOf(makeWorkbook({ risks }), '2027-06-18')));

describe('the answer about risks', () => {
  test('counts the highest score, and adds up chance times cost and delay of the open ones', () => {
    // Likely counts 65 %: $10,000 × 0.65 = $6,500 and 10 days × 0.65 = 6.5 days, which rounds to the even 6.
    const money = { costIfItHappens: 10_000_00, daysIfItHappens: 10 };
    expect(
      answer(
        risk('a', 4, 4, money),
        risk('b', 4, 4),
        risk('c', 2, 2),
        risk('d', 5, 5, { status: 'closed', costIfItHappens: 99_00 }),
      ),
    ).toBe('Two risks score 16. Together the open risks could cost $6,500 and 6 working days.');
  });

  test('names overdue reviews', () => {
    expect(
      answer(risk('a', 1, 2, { nextReview: '2027-06-17' }), risk('b', 1, 1, { nextReview: '2027-06-18' })),
    ).toBe('One risk scores 2. One review is overdue.');
  });

  test('says when nothing is written down, rated or open', () => {
    expect(answer()).toBe('No risk is written down yet.');
    expect(answer({ id: 'a', title: 'A' })).toBe('One open risk is not rated.');
    expect(answer(risk('a', 5, 5, { status: 'closed' }))).toBe('No risk is open. One risk in the list.');
  });

  test('of one risk speaks of that one', () => {
    expect(answer(risk('a', 4, 4, { costIfItHappens: 100_00 }))).toBe(
      'One risk scores 16. It could cost $65.',
    );
  });
});

describe('what the open risks weigh', () => {
  test('is their expectation, the sum if all happen, and the heaviest first', () => {
    const weight = riskWeight(
      tableOf(
        risk('small', 1, 1, { costIfItHappens: 100_00 }),
        risk('large', 4, 1, { costIfItHappens: 200_00, daysIfItHappens: 3 }),
        risk('none', 5, 5),
        risk('closed', 5, 5, { status: 'closed', costIfItHappens: 900_00 }),
      ),
    );
    expect(weight.openRisks).toBe(3);
    expect(roundHalfEven(weight.expectedCost)).toBe(5_00 + 130_00);
    expect(roundHalfEven(weight.worstCost)).toBe(300_00);
    expect(roundHalfEven(weight.worstDays)).toBe(3);
    expect(weight.heaviest.map((heavy) => heavy.risk.title)).toEqual(['large', 'small']);
  });

  test('never rounds a small delay to nothing', () => {
    expect(wholeDays({ digits: 4n, scale: 1 })).toBe('less than a working day');
    expect(wholeDays(decimalOf(0))).toBe('0 working days');
    expect(wholeDays(decimalOf(1))).toBe('1 working day');
  });
});

describe('the order of risks', () => {
  const risks = tableOf(
    risk('two', 1, 2),
    { id: 'unrated', title: 'unrated' },
    risk('twenty', 4, 5, { residualProbability: 1, residualImpact: 1 }),
    risk('six', 2, 3),
    risk('closed', 5, 5, { status: 'closed' }),
  );
  const titles = (list: readonly Risk[]): string[] => list.map(({ title }) => title);

  test('is by score, unrated ones last', () => {
    expect(titles(byScore(risks))).toEqual(['closed', 'twenty', 'six', 'two', 'unrated']);
  });

  test('after the response counts what is left, where that is rated', () => {
    expect(titles(byScore(risks, 'afterResponse'))).toEqual(['closed', 'six', 'two', 'twenty', 'unrated']);
  });

  test('of the top leaves out what is closed or unrated', () => {
    expect(titles(topRisks(risks, 2))).toEqual(['twenty', 'six']);
    expect(titles(topRisks(risks, 10))).toEqual(['twenty', 'six', 'two']);
  });
});
