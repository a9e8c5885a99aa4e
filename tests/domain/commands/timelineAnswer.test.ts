import { describe, expect, test } from 'vitest';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { timelineAnswer, workingDaysUntil } from '../../../shared/domain/commands/timelineAnswer';
import { uuid } from '../../support/makeWorkbook';
import { PlanBoard } from './planBoard';

const answer = (board: PlanBoard, today: string): string => sentenceText(timelineAnswer(board, today));

function plan(): PlanBoard {
  const board = new PlanBoard(
    ['Prepare', '  Charter 5', '  Survey 5', 'Training 3', 'Go 0', 'Review 5'],
    ['Charter Survey', 'Survey Go', 'Training Go', 'Go Review'],
  );
  board.organisation({ goLive: uuid('Go') });
  return board;
}

describe('with a go-live date ahead', () => {
  test('names the date, how far away it is, its slack, and the open task that decides it', () => {
    expect(answer(plan(), '2027-01-06')).toBe(
      'Go-live is Friday, January 15, 2027: 7 working days from now, with 0 days of slack. “Charter” decides it.',
    );
  });

  test('passes over what is done', () => {
    const board = plan();
    board.set('Charter', { percentComplete: 100 });
    expect(answer(board, '2027-01-06')).toContain('“Survey” decides it.');
    board.set('Survey', { percentComplete: 100 });
    expect(answer(board, '2027-01-06')).toMatch(/slack\.$/);
  });

  test('says when it is today, and when it has a rule of its own', () => {
    expect(answer(plan(), '2027-01-15')).toBe(
      'Go-live is today, with 0 days of slack. “Charter” decides it.',
    );
    const board = plan();
    board.set('Go', { constraint: 'snet', constraintDate: '2027-02-01' });
    expect(answer(board, '2027-01-06')).toMatch(
      /^Go-live is Monday, February 1.*The date rule of “.*” decides it\.$/,
    );
  });

  test('counts the slack that a later finish of the plan leaves, and what a deadline lacks', () => {
    const board = new PlanBoard(['Go 0', 'Long 10']);
    board.organisation({ goLive: uuid('Go') });
    expect(answer(board, '2027-01-04')).toContain('with 10 days of slack');
    const late = plan();
    late.set('Go', { deadline: '2027-01-13' });
    expect(answer(late, '2027-01-06')).toContain('2 days too late for its deadline');
  });
});

test('after the date says whether it went live', () => {
  const board = plan();
  expect(answer(board, '2027-01-20')).toBe(
    'Go-live was planned for Friday, January 15, 2027, 3 working days ago, and is not marked done.',
  );
  board.set('Go', { percentComplete: 100 });
  expect(answer(board, '2027-01-20')).toBe('The practice went live on Friday, January 15, 2027.');
});

test('without a go-live date tells the end of the plan and what is missing', () => {
  const board = plan();
  board.organisation({ goLive: null });
  expect(answer(board, '2027-01-20')).toBe(
    'The plan ends Friday, January 22, 2027, 2 working days from now. No go-live date yet. Mark a milestone as go-live to see how far away it is and what decides it.',
  );
});

test('says so when the go-live milestone has been removed', () => {
  const board = plan();
  board.do({ label: 'Remove', edits: [{ kind: 'archive', register: 'tasks', id: uuid('Go') }] });
  expect(answer(board, '2027-01-06')).toContain('no longer in the plan');
});

test('has a sentence for a plan without tasks', () => {
  expect(answer(new PlanBoard(), '2027-01-06')).toContain('Nothing is planned yet');
});

test('working days until a date leave out today and the weekend', () => {
  const board = plan();
  expect(workingDaysUntil(board, '2027-01-08', '2027-01-11')).toBe(1);
  expect(workingDaysUntil(board, '2027-01-09', '2027-01-11')).toBe(1);
  expect(workingDaysUntil(board, '2027-01-11', '2027-01-11')).toBe(0);
});
