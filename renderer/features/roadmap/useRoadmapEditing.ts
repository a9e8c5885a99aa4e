/** What a person can do with roadmap items, from the board, the list and the drawer. Each is one step to undo. */
import { useMemo } from 'react';
import {
  addItem,
  heldBy,
  heldText,
  moveItem,
  nextQuarter,
  resizeItem,
  spanText,
  type Audience,
  type Shift,
} from '../../../shared/domain/commands/roadmap';
import {
  runTyped,
  typedCommand,
  type TypedCell,
  type TypedRow,
} from '../../../shared/domain/commands/typedCells';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import type { Plan } from '../../../shared/domain/plan';
import { itemSpan } from '../../../shared/domain/roadmap/itemSpan';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';
import { useToday } from '../../state/today';
import { announce } from '../../ui/announce';
import type { EditOutcome, GridEdit, NewGridRow } from '../../ui/grid/gridTypes';

export interface RoadmapEditing {
  readonly add: (lane: string, audience: Audience | undefined, isLater?: boolean) => string | undefined;
  /** Moves an item, or its end. Says aloud where it stands now, or why it stays. */
  readonly shift: (id: string, what: 'move' | 'resize', shift: Shift) => void;
  /** False with the reason said, where tasks or a fixed date hold the item. */
  readonly canMove: (id: string) => boolean;
  readonly pick: (id: string, label: string, values: FieldValues) => void;
  /** @returns why a typed text was refused, if it was */
  readonly typeField: (id: string, field: string, text: string) => string | undefined;
  readonly typeCells: (edits: readonly GridEdit[], newRows: readonly NewGridRow[]) => EditOutcome;
  readonly archive: (ids: readonly string[]) => void;
}

export function useRoadmapEditing(plan: Plan): RoadmapEditing {
  const commands = useCommands();
  const today = useToday();
  return useMemo<RoadmapEditing>(() => {
    const itemOf = (id: string) => plan.workbook.tables.roadmapItems.byId.get(id);
    const tellHeld = (id: string): boolean => {
      const item = itemOf(id);
      const held = item === undefined ? undefined : heldBy(item, plan);
      if (item === undefined || held === undefined) return false;
      say(heldText(item, held));
      return true;
    };
    const runCells = (cells: readonly TypedCell[], rows: readonly TypedRow[]) =>
      runTyped(
        typedCommand(commands.workbook(), { register: 'roadmapItems', cells, rows }),
        commands.attempt,
      );
    return {
      add: (lane, audience, isLater = false) => {
        const id = commands.newId();
        const span = isLater ? {} : { span: nextQuarter(today) };
        const readers = audience === undefined ? {} : { audience };
        return commands.run(addItem({ id, lane, ...readers, ...span })) ? id : undefined;
      },
      shift: (id, what, shift) => {
        const item = itemOf(id);
        const span = item === undefined ? null : itemSpan(item, plan.schedule);
        if (item === undefined || span === null || tellHeld(id)) return;
        const command = what === 'move' ? moveItem(item, span, shift) : resizeItem(item, span, shift);
        if (!commands.run(command)) return;
        const moved = commands.workbook().tables.roadmapItems.byId.get(id);
        const now = moved === undefined ? null : itemSpan(moved, plan.schedule);
        if (now !== null) announce(`${item.title}: ${spanText(now)}`);
      },
      canMove: (id) => !tellHeld(id),
      pick: (id, label, values) => {
        commands.edit(`Change ${label.toLowerCase()}`, { kind: 'set', register: 'roadmapItems', id, values });
      },
      typeField: (id, field, text) => runCells([{ id, field, text }], []).refused[0]?.reason,
      typeCells: (edits, newRows) => {
        const cells = edits.map(({ rowKey, columnId, text, optionId }): TypedCell => {
          return {
            id: rowKey,
            field: columnId,
            text,
            ...(optionId === undefined ? {} : { picked: optionId }),
          };
        });
        const last = commands.workbook().tables.roadmapItems.live.at(-1)?.id ?? null;
        const rows = newRows.map((row): TypedRow => {
          const given = row.map(({ columnId, text }) => ({ field: columnId, text }));
          return { id: commands.newId(), values: { title: 'New item' }, cells: given, after: last };
        });
        const { accepted, refused } = runCells(cells, rows);
        const skipped = refused.map(({ id, field, reason }) => ({ rowKey: id, columnId: field, reason }));
        return { accepted, skipped };
      },
      archive: (ids) => {
        const edits = ids.map((id) => ({ kind: 'archive', register: 'roadmapItems', id }) as const);
        const title = itemOf(ids[0] ?? '')?.title ?? '';
        if (edits.length === 0 || !commands.edit('Move to the bin', ...edits)) return;
        const back = ids.map((id) => ({ kind: 'restore', register: 'roadmapItems', id }) as const);
        const text =
          ids.length === 1 ? `“${title}” is in the bin.` : `${String(ids.length)} items are in the bin.`;
        say(text, { label: 'Undo', run: () => void commands.edit('Bring back', ...back) });
      },
    };
  }, [commands, plan, today]);
}
