/** What a person can do with roadmap items beyond what every record knows: placing them in time. */
import { useMemo } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import {
  changeLane,
  heldBy,
  heldText,
  moveItem,
  newItemValues,
  nextQuarter,
  placeItem,
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
  /** Moves an item or its end, and to another lane where one is given. Says where it stands now, or why it stays. */
  readonly shift: (id: string, what: 'move' | 'resize', shift: Shift, lane?: string) => void;
  readonly changeLane: (id: string, lane: string) => void;
  /** Gives an item without dates the quarter of a date; the next one unless said. */
  readonly place: (id: string, date?: CalendarDate, lane?: string) => void;
  /** Whether tasks or a fixed date hold the dates of an item. */
  readonly isHeld: (id: string) => boolean;
  /** Says what holds them. */
  readonly tellHeld: (id: string) => void;
}

export function useRoadmapEditing(plan: Plan): RoadmapEditing {
  const commands = useCommands();
  const records = useRecordEditing('roadmapItems');
  const today = useToday();
  return useMemo<RoadmapEditing>(() => {
    const itemOf = (id: string) => plan.workbook.tables.roadmapItems.byId.get(id);
    const holderOf = (id: string) => {
      const item = itemOf(id);
      return item === undefined ? undefined : heldBy(item, plan);
    };
    const tellHeld = (id: string): void => {
      const item = itemOf(id);
      const held = holderOf(id);
      if (item !== undefined && held !== undefined) say(heldText(item, held));
    };
    const tellPlace = (id: string, lane: string | undefined): void => {
      const moved = commands.workbook().tables.roadmapItems.byId.get(id);
      const now = moved === undefined ? null : itemSpan(moved, plan.schedule);
      if (moved === undefined || now === null) return;
      const where = lane === undefined ? '' : lane === '' ? ', without a lane' : `, in ${lane}`;
      announce(`${moved.title}: ${spanText(now)}${where}.`);
    };
    return {
      ...records,
      addTo: (lane, audience, isLater = false) => {
        const span = isLater ? {} : { span: nextQuarter(today) };
        const readers = audience === undefined ? {} : { audience };
        return records.add(newItemValues({ lane, ...readers, ...span }));
      },
      shift: (id, what, shift, lane) => {
        const item = itemOf(id);
        const span = item === undefined ? null : itemSpan(item, plan.schedule);
        if (item === undefined || span === null) return;
        if (holderOf(id) !== undefined) {
          tellHeld(id);
          return;
        }
        const command = what === 'move' ? moveItem(item, span, shift, lane) : resizeItem(item, span, shift);
        if (commands.run(command)) tellPlace(id, lane);
      },
      changeLane: (id, lane) => {
        const item = itemOf(id);
        if (item !== undefined && commands.run(changeLane(item, lane))) tellPlace(id, lane);
      },
      place: (id, date = nextQuarter(today).start, lane) => {
        const item = itemOf(id);
        if (item !== undefined && commands.run(placeItem(item, date, lane))) tellPlace(id, lane);
      },
      isHeld: (id) => holderOf(id) !== undefined,
      tellHeld,
    };
  }, [commands, records, plan, today]);
}
