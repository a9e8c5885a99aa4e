import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedByResize,
  askedByShift,
  clearRule,
  moveOutcome,
  resizeTask,
  setRule,
  shiftTask,
  whyNotResized,
} from '../../../shared/domain/commands/taskDates';
import { uuid } from '../../support/makeWorkbook';
import { PlanBoard } from './planBoard';

const chain = (): PlanBoard =>
  new PlanBoard(['Charter 5', 'Survey 5', 'Signed 0'], ['Charter Survey', 'Survey Signed']);

describe('moving a task', () => {
  test('by working days skips the weekend, and what waits for it follows', () => {
    const board = chain();
    expect(board.dates('Charter')).toBe('2027-01-04 2027-01-08');
    board.do(shiftTask(board, uuid('Charter'), { days: 5, unit: 'working' }));
    expect(board.dates('Charter')).toBe('2027-01-11 2027-01-15');
    expect(board.dates('Survey')).toBe('2027-01-18 2027-01-22');
    expect(board.task('Charter')).toMatchObject({ constraint: 'snet', constraintDate: '2027-01-11' });
  });

  test('by calendar days onto a weekend goes on to the next working day in the same direction', () => {
    const board = chain();
    board.do(shiftTask(board, uuid('Charter'), { days: 5, unit: 'calendar' }));
    expect(board.dates('Charter')).toBe('2027-01-11 2027-01-15');
    board.do(shiftTask(board, uuid('Charter'), { days: -1, unit: 'calendar' }));
    expect(board.task('Charter').constraintDate).toBe('2027-01-08');
  });

  test('lets a milestone stand on any day', () => {
    const board = chain();
    board.do(shiftTask(board, uuid('Signed'), { days: 8, unit: 'calendar' }));
    expect(board.dates('Signed')).toBe('2027-01-23 2027-01-23');
  });

  test('keeps a date that is a must, moved', () => {
    const board = chain();
    board.set('Charter', { constraint: 'mso', constraintDate: '2027-01-06' });
    board.set('Survey', { constraint: 'mfo', constraintDate: '2027-01-29' });
    board.do(shiftTask(board, uuid('Charter'), { days: 1, unit: 'working' }));
    board.do(shiftTask(board, uuid('Survey'), { days: 1, unit: 'working' }));
    expect(board.task('Charter')).toMatchObject({ constraint: 'mso', constraintDate: '2027-01-07' });
    expect(board.task('Survey')).toMatchObject({ constraint: 'mfo', constraintDate: '2027-02-01' });
    expect(board.dates('Survey').slice(11)).toBe('2027-02-01');
  });

  test('moves a summary by moving the earliest start of what lies under it', () => {
    const board = new PlanBoard(['Prepare', '  Charter 5', '  Survey 2']);
    board.do(shiftTask(board, uuid('Prepare'), { days: 1, unit: 'working' }));
    expect(board.dates('Survey')).toBe('2027-01-05 2027-01-06');
  });

  test('says the new dates', () => {
    const board = chain();
    board.do(shiftTask(board, uuid('Charter'), { days: 1, unit: 'working' }));
    expect(moveOutcome(board, uuid('Charter'))).toEqual({
      held: false,
      text: 'Charter: Tue, Jan 5 to Mon, Jan 11.',
    });
  });

  test('before its links allow it keeps the wish and says what holds it', () => {
    const board = chain();
    board.do(shiftTask(board, uuid('Survey'), { days: -2, unit: 'working' }));
    expect(board.dates('Survey')).toBe('2027-01-11 2027-01-15');
    const outcome = moveOutcome(board, uuid('Survey'));
    expect(outcome?.held).toBe(true);
    expect(outcome?.text).toContain('asked to start Thu, Jan 7, but its links hold it at Mon, Jan 11');
    expect(board.task('Survey').constraintDate).toBe('2027-01-07');
  });

  test('by nothing, or of a task that is not there, is nothing to do', () => {
    const board = chain();
    expect(shiftTask(board, uuid('Charter'), { days: 0, unit: 'working' })).toBeNull();
    expect(shiftTask(board, uuid('gone'), { days: 1, unit: 'working' })).toBeNull();
    expect(moveOutcome(board, uuid('gone'))).toBeNull();
  });
});

describe('stretching a task', () => {
  test('at its end changes its working days', () => {
    const board = chain();
    board.do(resizeTask(board, uuid('Charter'), { days: 3, unit: 'calendar' }, 'end'));
    expect(board.task('Charter').durationDays).toBe(6);
    board.do(resizeTask(board, uuid('Charter'), { days: -2, unit: 'working' }, 'end'));
    expect(board.task('Charter').durationDays).toBe(4);
  });

  test('at its start keeps the finish and gives it an earliest start', () => {
    const board = chain();
    board.do(resizeTask(board, uuid('Charter'), { days: 2, unit: 'calendar' }, 'start'));
    expect(board.dates('Charter')).toBe('2027-01-06 2027-01-08');
    expect(board.task('Charter')).toMatchObject({ durationDays: 3, constraint: 'snet' });
  });

  test('never makes it shorter than a day, or than it was when it was shorter', () => {
    const board = chain();
    board.do(resizeTask(board, uuid('Charter'), { days: -30, unit: 'working' }, 'end'));
    expect(board.task('Charter').durationDays).toBe(1);
    board.set('Charter', { durationDays: 0.5 });
    expect(resizeTask(board, uuid('Charter'), { days: -1, unit: 'working' }, 'end')).toBeNull();
    expect(whyNotResized(board, uuid('Charter'))).toContain('keeps its length');
  });

  test('has nothing to do for summaries and milestones', () => {
    const board = new PlanBoard(['Prepare', '  Charter 5', 'Go 0']);
    const longer = { days: 1, unit: 'working' } as const;
    expect(resizeTask(board, uuid('Prepare'), longer, 'end')).toBeNull();
    expect(resizeTask(board, uuid('Go'), longer, 'end')).toBeNull();
    expect(whyNotResized(board, uuid('Prepare'))).toContain('follows from its tasks');
    expect(whyNotResized(board, uuid('Go'))).toContain('milestone');
  });

  test('by a drag that ends on a day off changes nothing', () => {
    const board = chain();
    expect(resizeTask(board, uuid('Charter'), { days: 2, unit: 'calendar' }, 'end')).toBeNull();
  });

  test('keeps a date that is a must', () => {
    const board = chain();
    board.set('Charter', { constraint: 'mso', constraintDate: '2027-01-06' });
    board.set('Survey', { constraint: 'mfo', constraintDate: '2027-01-29' });
    board.do(resizeTask(board, uuid('Charter'), { days: 1, unit: 'working' }, 'start'));
    board.do(resizeTask(board, uuid('Survey'), { days: 1, unit: 'working' }, 'start'));
    expect(board.task('Charter')).toMatchObject({ constraint: 'mso', constraintDate: '2027-01-07' });
    expect(board.task('Survey')).toMatchObject({
      constraint: 'mfo',
      constraintDate: '2027-01-29',
      durationDays: 4,
    });
  });
});

describe('what a drag shows', () => {
  const anyDays = fc.integer({ min: -40, max: 90 });

  test('is where the task then stands, unless something holds it', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        const board = chain();
        board.set('Charter', { constraint: 'snet', constraintDate: '2027-03-15' });
        const asked = askedByShift(board, uuid('Charter'), { days, unit: 'calendar' });
        if (days === 0) return;
        board.do(shiftTask(board, uuid('Charter'), { days, unit: 'calendar' }));
        expect(board.dates('Charter')).toBe(`${asked?.start ?? ''} ${asked?.finish ?? ''}`);
      }),
    );
  });

  test('is as long as the task then is', () => {
    fc.assert(
      fc.property(anyDays, fc.constantFrom('start', 'end'), (days, edge) => {
        const board = chain();
        board.set('Charter', { constraint: 'snet', constraintDate: '2027-03-15' });
        const asked = askedByResize(board, uuid('Charter'), { days, unit: 'calendar' }, edge);
        const command = resizeTask(board, uuid('Charter'), { days, unit: 'calendar' }, edge);
        if (command !== null) board.do(command);
        expect(board.dates('Charter')).toBe(`${asked?.start ?? ''} ${asked?.finish ?? ''}`);
        expect(board.task('Charter').durationDays).toBe(asked?.days);
      }),
    );
  });

  test('is nothing for a length that follows from others', () => {
    const board = new PlanBoard(['Prepare', '  Charter 5']);
    expect(askedByResize(board, uuid('Prepare'), { days: 1, unit: 'calendar' }, 'end')).toBeNull();
    expect(askedByShift(board, uuid('Prepare'), { days: 1, unit: 'calendar' })).toMatchObject({ days: 5 });
  });
});

describe('date rules', () => {
  test('that need a date start with the dates the task has', () => {
    const board = chain();
    board.do(setRule(board, uuid('Survey'), 'fnlt'));
    expect(board.task('Survey')).toMatchObject({ constraint: 'fnlt', constraintDate: '2027-01-15' });
    board.do(setRule(board, uuid('Survey'), 'mso'));
    expect(board.task('Survey')).toMatchObject({ constraint: 'mso', constraintDate: '2027-01-15' });
    board.do(setRule(board, uuid('Survey'), 'alap'));
    expect(board.task('Survey')).toMatchObject({ constraint: 'alap', constraintDate: null });
  });

  test('are cleared once, then there is nothing to clear', () => {
    const board = chain();
    board.set('Survey', { constraint: 'snet', constraintDate: '2027-02-01' });
    board.do(clearRule(board.workbook, uuid('Survey')));
    expect(board.dates('Survey')).toBe('2027-01-11 2027-01-15');
    expect(clearRule(board.workbook, uuid('Survey'))).toBeNull();
  });
});
