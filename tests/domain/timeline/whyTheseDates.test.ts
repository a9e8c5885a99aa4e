import { describe, expect, test } from 'vitest';
import { drivingChain } from '../../../shared/domain/timeline/drivingChain';
import { whyTheseDates } from '../../../shared/domain/timeline/whyTheseDates';
import { uuid } from '../../support/makeWorkbook';
import { ORGANISATION, run } from '../../support/replicas';
import { PlanBoard } from '../commands/planBoard';

const why = (board: PlanBoard, name: string): string[] =>
  whyTheseDates(board.workbook, board.schedule, uuid(name)).map(
    ({ text, date }) => `${text} | ${date ?? '–'}`,
  );
const chain = (board: PlanBoard, name: string): string[] =>
  drivingChain(board.workbook, board.schedule, uuid(name)).tasks.map(({ task }) => task.name);

describe('why a task stands where it stands', () => {
  test('goes from the start of the plan through what it waits for to what waits for it', () => {
    const board = new PlanBoard(['A 5', 'B 2', 'C 3', 'D 0'], ['A B', 'B C', 'C D']);
    expect(why(board, 'B')).toEqual([
      'The plan starts | 2027-01-04',
      'A | 2027-01-08',
      'This task, 2 working days | 2027-01-12',
      'C starts the next working day | 2027-01-13',
    ]);
    expect(why(board, 'C').at(-1)).toBe('D is reached | 2027-01-15');
    expect(why(board, 'D').at(-1)).toBe('This milestone | 2027-01-15');
  });

  test('follows the link that decides, not those with time to spare', () => {
    const board = new PlanBoard(['Short 1', 'Long 9', 'End 1'], ['Short End', 'Long End']);
    expect(chain(board, 'End')).toEqual(['End', 'Long']);
  });

  test('tells lags and links from starts', () => {
    const board = new PlanBoard(['A 5', 'B 2', 'C 2'], ['A B SS+3', 'B C FS-1']);
    expect(why(board, 'C').slice(1, 3)).toEqual([
      'A starts, and 3 working days pass | 2027-01-04',
      'B, less 1 working day of overlap | 2027-01-08',
    ]);
  });

  test('begins with a date rule where one decides', () => {
    const board = new PlanBoard(['A 5', 'B 2'], ['A B']);
    board.set('A', { constraint: 'snet', constraintDate: '2027-01-11' });
    expect(why(board, 'A')[0]).toBe('Its rule: start no earlier than | 2027-01-11');
    expect(why(board, 'B')[0]).toBe('A: start no earlier than | 2027-01-11');
  });

  test('shortens a long chain', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
    const board = new PlanBoard(
      names,
      names.slice(1).map((name, at) => `${names[at] ?? ''} ${name}`),
    );
    const steps = why(board, 'G');
    expect(steps).toHaveLength(6);
    expect(steps[0]).toBe('Earlier tasks | –');
    expect(steps[1]).toMatch(/^C /);
  });

  test('looks into a summary for the task that decides it', () => {
    const board = new PlanBoard(['S', '  S1 2', '  S2 5', 'T 1', 'U 1'], ['S T', 'S U SS']);
    expect(chain(board, 'T')).toEqual(['T', 'S', 'S2']);
    expect(why(board, 'T').slice(1, 3)).toEqual(['S2, last under S | 2027-01-08', 'S | 2027-01-08']);
    expect(why(board, 'S').at(-2)).toBe('This summary, 5 working days | 2027-01-08');
  });

  test('names days off that fall into a task', () => {
    const board = new PlanBoard(['A 5']);
    run(board.document, {
      kind: 'add',
      register: 'calendars',
      id: uuid('calendar'),
      values: { name: 'Practice', holidays: ['2027-01-06', '2027-01-09'] },
    });
    run(board.document, {
      kind: 'set',
      register: 'organisation',
      id: ORGANISATION,
      values: { calendar: uuid('calendar') },
    });
    expect(why(board, 'A').at(-1)).toBe('This task, 5 working days; Jan 6 is a day off | 2027-01-11');
  });

  test('has nothing to say about a task that is not there', () => {
    expect(why(new PlanBoard(['A']), 'gone')).toEqual([]);
  });
});
