import { describe, expect, it } from 'vitest';
import {
  goLiveSince,
  moreOrLess,
  sinceSentence,
  slipCell,
  slipWords,
} from '../../../shared/domain/baseline/baselineWords';
import { baselineInUse, sinceBaseline } from '../../../shared/domain/baseline/compareBaseline';
import { figuresNow } from '../../../shared/domain/baseline/takeBaseline';
import { timelineAnswer } from '../../../shared/domain/commands/timelineAnswer';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';

const TODAY = '2027-01-04';

function planFor(days: number, more: Story = {}): Plan {
  return planOf(
    makeWorkbook({
      organisation: [{ id: 'organisation', name: 'Practice', currency: 'USD', start: TODAY, goLive: 'live' }],
      tasks: [
        { id: 'train', name: 'Training', durationDays: days },
        { id: 'live', name: 'Go-live', kind: 'milestone', durationDays: 0 },
      ],
      links: [{ id: 'tl', predecessor: 'train', successor: 'live' }],
      costs: [{ id: 'rooms', name: 'Rooms', unitCost: days * 1000, quantity: 1, start: TODAY }],
      ...more,
    }),
    TODAY,
  );
}

const baselineOf = (days: number) => ({
  ...{ id: 'b', name: 'As signed', takenOn: TODAY, takenBy: 'Maria' },
  figures: figuresNow(planFor(days)),
});

describe('what has moved, in words', () => {
  it('counts working days, later or earlier, and never reads +1 days', () => {
    expect([3, 1, 0, -1, -12].map(slipWords)).toEqual([
      '3 working days later',
      '1 working day later',
      'on the same day',
      '1 working day earlier',
      '12 working days earlier',
    ]);
    expect([3, 0, -12].map(slipCell)).toEqual(['+3', '0', '−12']);
    expect([120_000, 0, -8_050].map((amount) => moreOrLess(amount, 'USD'))).toEqual([
      '$1,200.00 more',
      'the same',
      '$80.50 less',
    ]);
  });

  it('tells the timeline how far go-live is from the latest baseline, and nothing without one', () => {
    const said = (days: number, then: number): string =>
      sentenceText(goLiveSince(planFor(days, { baselines: [baselineOf(then)] }), null));
    expect(said(8, 5)).toBe(' That is 3 working days later than in “As signed”.');
    expect(said(5, 5)).toBe(' That is as in “As signed”.');
    expect(goLiveSince(planFor(8), null)).toEqual([]);
  });

  it('compares go-live with the baseline that is shown, and with the latest while none is', () => {
    const baselines = [
      { ...baselineOf(5), id: 'first', name: 'Contract' },
      { ...baselineOf(7), id: 'second', name: 'Amended', takenOn: '2027-02-01' },
    ];
    const plan = planFor(8, { baselines });
    const said = (word: string | null): string =>
      sentenceText(timelineAnswer(plan, TODAY, baselineInUse(plan.workbook, word && uuid(word))));
    expect(said('first')).toContain('That is 3 working days later than in “Contract”.');
    expect(said(null)).toContain('That is 1 working day later than in “Amended”.');
    expect(said('in no list')).toContain('“Amended”');
  });

  it('opens a comparison with the date, what moved and the money', () => {
    const now = planFor(8, { baselines: [baselineOf(5)] });
    const [baseline] = now.workbook.tables.baselines.live;
    const since = baseline === undefined ? null : sinceBaseline(now, baseline);
    if (since === null) throw new Error('nothing to compare');
    expect(sentenceText(sinceSentence(since, 'USD'))).toBe(
      'Go-live is Wed, Jan 13, 2027, 3 working days later than agreed. Two tasks moved. The plan costs $30.00 more.',
    );
    const same = baseline === undefined ? null : sinceBaseline(planFor(5), baseline);
    if (same === null) throw new Error('nothing to compare');
    expect(sentenceText(sinceSentence(same, 'USD'))).toBe(
      'Go-live is Fri, Jan 8, 2027, as agreed. No task has moved. The plan costs the same.',
    );
  });
});
