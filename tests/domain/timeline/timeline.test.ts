import { describe, expect, test } from 'vitest';
import { dateNews } from '../../../shared/domain/timeline/dateNews';
import { EVERYONE, shownRows, summariesAbove } from '../../../shared/domain/timeline/shownRows';
import { taskStandings, type TaskStanding } from '../../../shared/domain/timeline/taskStanding';
import { uuid } from '../../support/makeWorkbook';
import { add, run } from '../../support/replicas';
import { ids, PlanBoard } from '../commands/planBoard';

const TREE = ['S', '  S1 2', '  S2 8', '    S2a 4', 'T 1'];

describe('rows shown', () => {
  const names = (board: PlanBoard, rows: readonly { readonly id: string }[]): string[] =>
    rows.map(({ id }) => board.workbook.tables.tasks.byId.get(id)?.name ?? '');

  test('leave out what is folded away', () => {
    const board = new PlanBoard(TREE);
    expect(names(board, shownRows(board.workbook, new Set(ids('S2'))))).toEqual(['S', 'S1', 'S2', 'T']);
    expect(names(board, shownRows(board.workbook, new Set(ids('S', 'S2'))))).toEqual(['S', 'T']);
  });

  test('of one person keep the summaries above their tasks', () => {
    const board = new PlanBoard(TREE);
    run(board.document, add('people', 'ann', { name: 'Ann' }));
    board.set('S2a', { owner: uuid('ann') });
    const ann = { kind: 'person', id: uuid('ann') } as const;
    expect(names(board, shownRows(board.workbook, new Set(), ann))).toEqual(['S', 'S2', 'S2a']);
    expect(names(board, shownRows(board.workbook, new Set(), { kind: 'none' }))).toEqual(['S', 'S1', 'T']);
    expect(shownRows(board.workbook, new Set(), EVERYONE)).toHaveLength(5);
  });

  test('know what has to be open for a task to be seen', () => {
    const board = new PlanBoard(TREE);
    expect(summariesAbove(board.workbook, uuid('S2a'))).toEqual(ids('S2', 'S'));
    expect(summariesAbove(board.workbook, uuid('gone'))).toEqual([]);
  });
});

describe('standing', () => {
  const standings = (board: PlanBoard, today: string): Record<string, TaskStanding> => {
    const standingAt = taskStandings(board.workbook, board.schedule, today);
    return Object.fromEntries(board.outline().map((name, at) => [name.trim(), standingAt(at)]));
  };

  test('of tasks follows their dates and their progress', () => {
    const board = new PlanBoard(['A 2', 'B 5', 'C 20', 'D 0'], ['B D']);
    board.set('B', { percentComplete: 100 });
    const { A, B, C, D } = standings(board, '2027-01-06');
    expect(A).toMatchObject({ standing: 'late', lateBecause: 'unfinished' });
    expect(B?.standing).toBe('done');
    expect(C?.standing).toBe('progress');
    expect(D?.standing).toBe('todo');
  });

  test('is late already when the deadline will be missed', () => {
    const board = new PlanBoard(['A 5']);
    board.set('A', { deadline: '2027-01-07' });
    expect(standings(board, '2027-01-01')['A']).toMatchObject({ standing: 'late', lateBecause: 'deadline' });
  });

  test('of a summary is weighted by days, and never rounds to done or to untouched', () => {
    const board = new PlanBoard(['S', '  A 9', '  B 1', 'L', '  L1 400', '  L2 1']);
    board.set('A', { percentComplete: 50 });
    board.set('L1', { percentComplete: 100 });
    const { S, L } = standings(board, '2027-01-01');
    expect(S?.percent).toBe(45);
    expect(L?.percent).toBe(99);
    board.set('L1', { percentComplete: 0 });
    board.set('L2', { percentComplete: 100 });
    expect(standings(board, '2027-01-01')['L']?.percent).toBe(1);
  });

  test('of a summary of milestones counts them alike', () => {
    const board = new PlanBoard(['S', '  M 0', '  N 0']);
    board.set('M', { percentComplete: 100 });
    expect(standings(board, '2027-01-01')['S']?.percent).toBe(50);
  });
});

describe('news about dates', () => {
  function change(
    act: (board: PlanBoard) => void,
    focus: string | null,
    spoken: string | null = null,
  ): string {
    const board = new PlanBoard(['A 5', 'B 5', 'C 5', 'Go 0'], ['A B', 'B C', 'C Go']);
    board.organisation({ goLive: uuid('Go') });
    const before = board.schedule;
    act(board);
    const [focusId, spokenId] = [focus, spoken].map((name) => (name === null ? null : uuid(name)));
    return dateNews({
      workbook: board.workbook,
      before,
      after: board.schedule,
      focus: focusId ?? null,
      spoken: spokenId ?? null,
    });
  }

  test('tell the task that was edited, how many others moved, and the go-live date', () => {
    expect(change((board) => board.set('B', { durationDays: 7 }), 'B')).toBe(
      'B: Jan 11 to Jan 19. 2 other tasks moved. Go-live is now Tue, Jan 26, 2027, 2 working days later.',
    );
    expect(change((board) => board.set('C', { durationDays: 4 }), null)).toBe(
      '2 tasks moved. Go-live is now Thu, Jan 21, 2027, 1 working day earlier.',
    );
  });

  test('do not repeat what was said', () => {
    expect(change((board) => board.set('C', { durationDays: 4 }), null, 'C')).toMatch(
      /^1 other task moved\./,
    );
  });

  test('are empty when no date changed', () => {
    expect(change(() => {}, 'A')).toBe('');
    expect(change((board) => board.set('A', { name: 'Charter' }), 'A')).toBe('');
  });
});
