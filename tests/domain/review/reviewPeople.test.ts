import { describe, expect, it } from 'vitest';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import { reviewPeople } from '../../../shared/domain/review/reviewPeople';
import { writerText } from '../../../shared/domain/review/writerText';
import { copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';
import { START } from '../../support/decidedApart';

/** Maria at one computer, Sam, and Maria at another, who all wrote one amount. */
function threeComputers() {
  const clock = new TestClock();
  const first = startWorkbook(clock, START);
  const sites = [first, copyOf(first, 2, 'Sam', clock), copyOf(first, 3, 'Maria', clock)] as const;
  sites.forEach((document, at) => {
    clock.advance(60);
    run(document, set('costs', 'c', { unitCost: 1_000 + at }));
  });
  const [maria, sam, other] = sites;
  mergeBoth(maria, sam);
  mergeBoth(maria, other);
  return decisionsOf(maria.workbook());
}

const named = (me: number, people: Parameters<typeof reviewPeople>[0]) => {
  const decisions = threeComputers();
  const known = reviewPeople(people, decisions, me);
  return decisions.flatMap(({ options }) =>
    options.map(({ by, writer }) =>
      writerText(known, { by, actor: typeof writer === 'number' ? writer : null }, () => 'Jan 4'),
    ),
  );
};

describe('three writers of which two have one name', () => {
  it('are told apart by the computer where the name alone would not do', () => {
    expect(named(1, [])).toEqual(['Maria (another computer, since Jan 4)', 'Sam', 'Maria']);
    expect(named(2, [])).toEqual([
      'Maria (another computer, since Jan 4, number 2)',
      'Sam',
      'Maria (another computer, since Jan 4, number 1)',
    ]);
  });

  it('are called as the history calls them, where it knows them', () => {
    const history = [
      { by: 'Maria', devices: [3, 1].map((actor) => ({ actors: [actor], isHere: false, since: 0 })) },
    ];
    expect(named(2, history)).toEqual([
      'Maria (another computer, since Jan 4, number 1)',
      'Sam',
      'Maria (another computer, since Jan 4, number 2)',
    ]);
  });
});
