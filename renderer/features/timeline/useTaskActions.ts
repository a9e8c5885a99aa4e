/** What can be done to tasks on this page: each action runs one command and says why when there is nothing to do. */
import { useMemo } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import {
  moveOutcome,
  resizeTask,
  shiftTask,
  whyNotResized,
  type DateShift,
} from '../../../shared/domain/commands/taskDates';
import { linkInOrder, linkTasks, unlinkTasks } from '../../../shared/domain/commands/taskLinks';
import { indentTasks, moveTasks, outdentTasks } from '../../../shared/domain/commands/taskOutline';
import {
  addTask,
  archiveTasks,
  markAsGoLive,
  setKind,
  type TaskPlace,
} from '../../../shared/domain/commands/tasks';
import type { Command, FieldValues } from '../../../shared/domain/edits/edit';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import type { Task } from '../../../shared/domain/registers/all';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import { recordIn } from '../../../shared/domain/workbook';
import { useCommands, type Commands } from '../../state/commands';
import { say } from '../../state/messages';
import { announce } from '../../ui/announce';

export interface TaskActions {
  readonly commands: Commands;
  /** Runs what a command function made, or says why there is nothing to do. */
  readonly run: (command: Command | null, otherwise: string) => boolean;
  /** @returns the new task's id, or null if it was refused */
  readonly add: (place: TaskPlace, values: FieldValues) => string | null;
  readonly remove: (ids: readonly string[]) => void;
  readonly indent: (ids: readonly string[]) => void;
  readonly outdent: (ids: readonly string[]) => void;
  readonly moveRows: (ids: readonly string[], direction: 'up' | 'down') => void;
  readonly linkRows: (ids: readonly string[]) => void;
  readonly unlinkRows: (ids: readonly string[]) => void;
  readonly makeKind: (ids: readonly string[], kind: Task['kind']) => void;
  readonly goLive: (id: string | null) => void;
  /** These three answer with what to say aloud. */
  readonly shift: (id: string, shift: DateShift) => string;
  readonly resize: (id: string, shift: DateShift, edge: 'start' | 'end') => string;
  readonly link: (predecessor: string, successor: string) => string;
}

export function useTaskActions(today: CalendarDate): TaskActions {
  const commands = useCommands();
  return useMemo(() => taskActions(commands, today), [commands, today]);
}

function taskActions(commands: Commands, today: CalendarDate): TaskActions {
  const { workbook, newId } = commands;
  const plan = () => ({ workbook: workbook(), schedule: scheduleOf(workbook(), today) });
  const nameOf = (id: string): string => recordIn(workbook(), 'tasks', id)?.name ?? '';
  const those = (ids: readonly string[]): string =>
    ids.length === 1 ? `“${nameOf(ids[0] ?? '')}” is` : `${ids.length} tasks are`;
  /** The summary that the first of them is in; empty at the top level. */
  const parentOf = ([id = '']: readonly string[]): string => {
    const { outline } = workbook();
    const parent = outline.rows[outline.index.get(id) ?? -1]?.parent ?? null;
    return parent === null ? '' : `“${nameOf(parent)}”`;
  };
  const run = (command: Command | null, otherwise: string): boolean => {
    if (command !== null) return commands.run(command);
    say(otherwise);
    return false;
  };
  const dated = (id: string, command: Command | null, otherwise: string): string => {
    if (command === null) return otherwise;
    if (!commands.run(command)) return '';
    const outcome = moveOutcome(plan(), id);
    if (outcome?.held !== true) return outcome?.text ?? '';
    // A message is read aloud by itself.
    commands.sayDone(outcome.text);
    return '';
  };
  return {
    commands,
    run,
    add: (place, values) => {
      const id = newId();
      return commands.run(addTask(workbook(), id, place, values)) ? id : null;
    },
    remove: (ids) => {
      const command = archiveTasks(workbook(), ids);
      const [first] = ids;
      const text =
        ids.length === 1 && first !== undefined
          ? `“${nameOf(first)}” removed.`
          : `${ids.length} tasks removed.`;
      if (run(command, 'Choose a task first.')) commands.sayDone(text);
    },
    indent: (ids) => {
      const isDone = run(indentTasks(workbook(), ids), 'There is no task above at this level to go under.');
      if (isDone) announce(`${those(ids)} now under ${parentOf(ids)}.`);
    },
    outdent: (ids) => {
      if (run(outdentTasks(workbook(), ids), 'This is the top level already.'))
        announce(
          `${those(ids)} now ${parentOf(ids) === '' ? 'at the top level' : `under ${parentOf(ids)}`}.`,
        );
    },
    moveRows: (ids, direction) =>
      run(
        moveTasks(workbook(), ids, direction),
        direction === 'up' ? 'It is the first one here already.' : 'It is the last one here already.',
      ),
    linkRows: (ids) => {
      const otherwise =
        ids.length < 2 ? 'Choose two or more rows to link them in order.' : 'These tasks are linked already.';
      if (run(linkInOrder(workbook(), ids, newId), otherwise))
        announce(`${capitalized(counted(ids.length, 'task'))} linked in order, the first before the next.`);
    },
    unlinkRows: (ids) => run(unlinkTasks(workbook(), ids), 'There are no links between these tasks.'),
    makeKind: (ids, kind) => run(setKind(workbook(), ids, kind), `That is a ${kind} already.`),
    goLive: (id) => run(markAsGoLive(workbook(), id), 'That is the go-live milestone already.'),
    shift: (id, shift) => dated(id, shiftTask(plan(), id, shift), 'Nothing to move.'),
    resize: (id, shift, edge) => dated(id, resizeTask(plan(), id, shift, edge), whyNotResized(plan(), id)),
    link: (predecessor, successor) => {
      const command = linkTasks(workbook(), newId(), { predecessor, successor });
      if (command === null) return `“${nameOf(successor)}” waits for “${nameOf(predecessor)}” already.`;
      return commands.run(command) ? `“${nameOf(successor)}” now waits for “${nameOf(predecessor)}”.` : '';
    },
  };
}
