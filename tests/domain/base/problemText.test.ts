import { describe, expect, it } from 'vitest';
import { problem, type Problem } from '../../../shared/domain/base/problem';
import { IN_FILES, problemText } from '../../../shared/domain/base/problemText';

const WITH_DATES: readonly (readonly [Problem, string, string])[] = [
  [
    problem('plan/deadlineMissed', { title: 'Kickoff', deadline: '2026-09-11', finish: '2026-09-14' }),
    '“Kickoff” finishes Mon, Sep 14, 2026, after its deadline Fri, Sep 11, 2026.',
    '“Kickoff” finishes 2026-09-14, after its deadline 2026-09-11.',
  ],
  [
    problem('plan/constraintBroken', { title: 'Training', rule: 'Must start on', date: '2027-01-07' }),
    '“Training” cannot keep its rule “Must start on Thu, Jan 7, 2027”.',
    '“Training” cannot keep its rule “Must start on 2027-01-07”.',
  ],
  [
    problem('plan/noOwner', { title: 'Training', start: '2027-01-07' }),
    '“Training” starts Thu, Jan 7, 2027 and has no owner.',
    '“Training” starts 2027-01-07 and has no owner.',
  ],
  [
    problem('risk/reviewOverdue', { title: 'Late', due: '2027-01-07' }),
    '“Late” was to be reviewed Thu, Jan 7, 2027.',
    '“Late” was to be reviewed 2027-01-07.',
  ],
  [
    problem('cost/endBeforeStart', { title: 'Seats', start: '2027-03-01', end: '2027-01-31' }),
    '“Seats” would end (Sun, Jan 31, 2027) before it starts (Mon, Mar 1, 2027).',
    '“Seats” would end (2027-01-31) before it starts (2027-03-01).',
  ],
];

describe('a problem in words', () => {
  it('has its dates as the window shows them, and as ISO dates where programs may read them', () => {
    for (const [found, inWindow, inFiles] of WITH_DATES) {
      expect(problemText(found)).toBe(inWindow);
      expect(problemText(found, IN_FILES)).toBe(inFiles);
    }
  });

  it('has money in the currency of the plan', () => {
    const found = problem('budget/aboveFunding', { over: 1, funding: 9_999_00, currency: 'EUR' });
    expect(problemText(found)).toBe('The budget exceeds its funding of €9,999.00 by €0.01.');
    expect(problemText(found, IN_FILES)).toBe('The budget exceeds its funding of EUR 9999.00 by EUR 0.01.');
  });

  it('leads from a table opened as a plan to importing it, and from nothing else', () => {
    const texts = ['List.XLSX', 'photo.png'].map((name) => problemText(problem('file/notGolive', { name })));
    expect(texts).toEqual([
      '“List.XLSX” is not a Golive Workbook file. Nothing was changed. To take over its rows, import it into a plan.',
      '“photo.png” is not a Golive Workbook file. Nothing was changed.',
    ]);
  });

  it('names only the limits there are', () => {
    const given = { label: 'Lag', given: '-3' };
    const text = (min: string, max: string): string =>
      problemText(problem('field/outOfRange', { ...given, min, max }));
    expect(text('0', '10')).toBe('“Lag” must lie between 0 and 10; “-3” does not.');
    expect(text('0', '')).toBe('“Lag” must be at least 0; “-3” is less.');
    expect(text('', '-5')).toBe('“Lag” must be at most -5; “-3” is more.');
  });
});
