import { describe, expect, test } from 'vitest';
import { archiveTasks, renameTask } from '../../../shared/domain/commands/tasks';
import { indentTasks, moveTasks } from '../../../shared/domain/commands/taskOutline';
import { addRecord } from '../../../shared/domain/commands/records';
import { commandName } from '../../../shared/domain/edits/commandName';
import type { Command } from '../../../shared/domain/edits/edit';
import { PlanBoard } from '../commands/planBoard';
import { uuid } from '../../support/makeWorkbook';

describe('undo says what it takes back', () => {
  const board = new PlanBoard(['Charter 5', 'Kick-off 1', 'Training 3'], ['Charter Kick-off']);
  const nameOf = (command: Command | null): string | null =>
    command === null ? null : commandName(board.workbook, command);

  test('with the name the record had', () => {
    expect(nameOf(renameTask(uuid('Kick-off'), 'Start'))).toBe('Rename task “Kick-off”');
    expect(nameOf(moveTasks(board.workbook, [uuid('Kick-off')], 'up'))).toBe('Move up “Kick-off”');
    expect(nameOf(indentTasks(board.workbook, [uuid('Kick-off')]))).toBe('Indent task “Kick-off”');
  });

  test('also where links go with it', () => {
    expect(nameOf(archiveTasks(board.workbook, [uuid('Kick-off')]))).toBe('Remove task “Kick-off”');
  });

  test('of what is changed in it', () => {
    const values = { durationDays: 2 };
    const command: Command = {
      label: 'Change duration',
      edits: [{ kind: 'set', register: 'tasks', id: uuid('Training'), values }],
    };
    expect(nameOf(command)).toBe('Change duration of “Training”');
    expect(nameOf({ ...command, label: 'Change task' })).toBe('Change task “Training”');
  });

  test('with the name a new record begins with', () => {
    expect(nameOf(addRecord('people', { id: uuid('p'), values: { name: 'Ann' } }))).toBe('Add person “Ann”');
  });

  test('and no name where it is about several records', () => {
    expect(nameOf(archiveTasks(board.workbook, [uuid('Charter'), uuid('Training')]))).toBe('Remove 2 tasks');
  });

  test('in few characters, whatever the name is', () => {
    const long = new PlanBoard([`${'Very long '.repeat(20)}task 5`]);
    const [task] = long.workbook.tables.tasks.live;
    const name = commandName(long.workbook, renameTask(task?.id ?? '', 'Short'));
    expect(name.length).toBeLessThan(80);
    expect(name.endsWith('…”')).toBe(true);
  });
});
