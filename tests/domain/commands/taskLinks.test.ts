import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Link } from '../../../shared/domain/registers/all';
import {
  changeLink,
  linkInOrder,
  linksInto,
  linksOutOf,
  linkTasks,
  predecessorsText,
  removeLink,
  setPredecessors,
  unlinkTasks,
} from '../../../shared/domain/commands/taskLinks';
import { uuid } from '../../support/makeWorkbook';
import { run } from '../../support/replicas';
import { tries } from '../../support/tries';
import { ids, PlanBoard } from './planBoard';

const four = (...links: string[]): PlanBoard => new PlanBoard(['A', 'B', 'C', 'D'], links);

describe('linking', () => {
  test('links two tasks once', () => {
    const board = four();
    const ends = { predecessor: uuid('A'), successor: uuid('B') };
    board.do(linkTasks(board.workbook, board.newId(), ends, { type: 'SS', lagDays: 2 }));
    expect(board.links()).toEqual(['A B SS+2']);
    expect(linkTasks(board.workbook, board.newId(), ends)).toBeNull();
  });

  test('links chosen rows in the order given, leaving links that are there', () => {
    const board = four('A B SS+1');
    board.do(linkInOrder(board.workbook, ids('A', 'B', 'D'), board.newId));
    expect(board.links()).toEqual(['A B SS+1', 'B D FS+0']);
    expect(linkInOrder(board.workbook, ids('A', 'B', 'D'), board.newId)).toBeNull();
  });

  test('passes over a summary whose own tasks are chosen, for that would be a circle', () => {
    const board = new PlanBoard(['S', '  S1', '  S2', 'T']);
    board.do(linkInOrder(board.workbook, ids('S', 'S1', 'S2', 'T'), board.newId));
    expect(board.links()).toEqual(['S1 S2 FS+0', 'S2 T FS+0']);
  });

  test('between a task and a summary above it is refused in its own words', () => {
    const board = new PlanBoard(['S', '  S1', '    S2', 'T']);
    for (const [predecessor, successor] of [
      [uuid('S2'), uuid('S')],
      [uuid('S'), uuid('S1')],
    ] as const) {
      const command = linkTasks(board.workbook, board.newId(), { predecessor, successor });
      expect(command === null ? null : board.document.run(command)).toMatchObject({
        ok: false,
        error: { code: 'link/withinSummary' },
      });
    }
    board.do(linkTasks(board.workbook, board.newId(), { predecessor: uuid('S'), successor: uuid('T') }));
    expect(board.links()).toEqual(['S T FS+0']);
  });

  test('removes all links of one chosen task, and only those among several', () => {
    const board = four('A B', 'B C', 'C D');
    board.do(unlinkTasks(board.workbook, ids('B', 'C')));
    expect(board.links()).toEqual(['A B FS+0', 'C D FS+0']);
    board.document.undo();
    board.do(unlinkTasks(board.workbook, ids('B')));
    expect(board.links()).toEqual(['C D FS+0']);
    expect(unlinkTasks(board.workbook, ids('A', 'D'))).toBeNull();
  });

  test('changes and removes a link', () => {
    const board = four('A B');
    board.do(changeLink(uuid('A B'), { type: 'FF', lagDays: -1 }));
    expect(board.links()).toEqual(['A B FF-1']);
    board.do(removeLink(uuid('A B')));
    expect(board.links()).toEqual([]);
  });

  test('lists the links at both ends of a task in the order of the outline', () => {
    const board = four('C D', 'A D', 'A B');
    expect(linksInto(board.workbook, uuid('D')).map(({ predecessor }) => predecessor)).toEqual(ids('A', 'C'));
    expect(linksOutOf(board.workbook, uuid('A')).map(({ successor }) => successor)).toEqual(ids('B', 'D'));
    expect(linksInto(board.workbook, uuid('A'))).toEqual([]);
  });
});

describe('predecessors in a cell', () => {
  const write = (board: PlanBoard, name: string, text: string) => {
    const edits = setPredecessors(board.workbook, uuid(name), text, { newId: board.newId });
    if (edits.ok && edits.value.length > 0) run(board.document, ...edits.value);
    return edits;
  };

  test('are row numbers with types and lags', () => {
    const board = four();
    write(board, 'D', '1; 2SS-1, 3FF+2 days');
    expect(board.links()).toEqual(['A D FS+0', 'B D SS-1', 'C D FF+2']);
    expect(predecessorsText(board.workbook, uuid('D'))).toBe('1; 2SS-1; 3FF+2');
  });

  test('replace what was there, keeping links that stay', () => {
    const board = four('A D', 'B D', 'C D');
    write(board, 'D', '2FS+5;3');
    expect(board.links()).toEqual(['B D FS+5', 'C D FS+0']);
    expect(linksInto(board.workbook, uuid('D')).map(({ id }) => id)).toEqual([uuid('B D'), uuid('C D')]);
  });

  test('are all removed by an empty cell, and unchanged ones cost nothing', () => {
    const board = four('A D SS+2');
    expect(write(board, 'D', '1SS+2')).toEqual({ ok: true, value: [] });
    write(board, 'D', '  ');
    expect(board.links()).toEqual([]);
  });

  test('may be outline numbers and names', () => {
    const board = new PlanBoard(['S', '  S1', '  Old vendor', 'T']);
    write(board, 'T', '1.1;Old vendor');
    expect(board.links()).toEqual(['Old vendor T FS+0', 'S1 T FS+0']);
  });

  test('that are not there, come twice or are the task itself are refused, and nothing is changed', () => {
    const board = four('A D');
    expect(write(board, 'D', '99')).toMatchObject({
      error: { code: 'field/notAReference', facts: { given: '99' } },
    });
    expect(write(board, 'D', '2;2SS')).toMatchObject({ error: { code: 'link/duplicate' } });
    expect(write(board, 'D', '4')).toMatchObject({ error: { code: 'link/itself' } });
    expect(write(board, 'D', '1FS+soon')).toMatchObject({ error: { code: 'field/notAReference' } });
    expect(board.links()).toEqual(['A D FS+0']);
  });

  test('read back as they are written, whatever the types and lags', () => {
    const link = fc.record({
      from: fc.constantFrom('A', 'B', 'C'),
      type: fc.constantFrom<Link['type']>('FS', 'SS', 'FF', 'SF'),
      lagDays: fc.integer({ min: -40, max: 40 }).map((tenths) => tenths / 4),
    });
    fc.assert(
      fc.property(fc.uniqueArray(link, { selector: ({ from }) => from, maxLength: 3 }), (links) => {
        const board = four(
          ...links.map(
            ({ from, type, lagDays }) => `${from} D ${type}${lagDays < 0 ? '' : '+'}${String(lagDays)}`,
          ),
        );
        const text = predecessorsText(board.workbook, uuid('D'));
        const blank = four();
        write(blank, 'D', text);
        expect(blank.links()).toEqual(board.links());
      }),
      tries(50),
    );
  });
});
