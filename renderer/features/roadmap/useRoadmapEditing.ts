/** What a person can do with roadmap items beyond what every record knows: placing them in time. */
import { useMemo } from 'react';
import {
  heldBy,
  heldText,
  moveItem,
  newItemValues,
  nextQuarter,
  resizeItem,
  spanText,
  type Audience,
  type Shift,
} from '../../../shared/domain/commands/roadmap';
import type { Plan } from '../../../shared/domain/plan';
import { itemSpan } from '../../../shared/domain/roadmap/itemSpan';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';
import { useRecordEditing, type RecordEditing } from '../../state/recordEditing';
import { useToday } from '../../state/today';
import { announce } from '../../ui/announce';

export interface RoadmapEditing extends RecordEditing {
  readonly addTo: (lane: string, audience: Audience | undefined, isLater?: boolean) => string | undefined;
  /** Moves an item, or its end. Says aloud where it stands now, or why it stays. */
  readonly shift: (id: string, what: 'move' | 'resize', shift: Shift) => void;
  /** False with the reason said, where tasks or a fixed date hold the item. */
  readonly canMove: (id: string) => boolean;
}

export function useRoadmapEditing(plan: Plan): RoadmapEditing {
  const commands = useCommands();
  const records = useRecordEditing('roadmapItems');
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
    return {
      ...records,
      addTo: (lane, audience, isLater = false) => {
        const span = isLater ? {} : { span: nextQuarter(today) };
        const readers = audience === undefined ? {} : { audience };
        return records.add(newItemValues({ lane, ...readers, ...span }));
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
    };
  }, [commands, records, plan, today]);
}
