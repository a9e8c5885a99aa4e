/**
 * Dragging an item: its body moves it, its right edge makes it longer or shorter. A drag previews on the screen and
 * becomes one command when it ends; Escape and a lost pointer take it back.
 */
import { useEffect, useState, type PointerEvent } from 'react';
import {
  dragShift,
  movedSpan,
  resizedSpan,
  snappedDays,
  type Shift,
} from '../../../shared/domain/commands/roadmap';
import type { ItemSpan } from '../../../shared/domain/roadmap/itemSpan';
import type { PlacedItem } from '../../../shared/domain/roadmap/roadmapScene';

export interface ItemDrag {
  readonly id: string;
  readonly what: 'move' | 'resize';
  /** CSS px the item or its end has been moved, snapped to whole days. */
  readonly offset: number;
  readonly shift: Shift;
  /** Where it would stand. */
  readonly span: ItemSpan;
}

interface Grip {
  readonly item: PlacedItem;
  readonly what: 'move' | 'resize';
  readonly fromX: number;
  readonly pointerId: number;
}

export interface ItemDragging {
  readonly drag: ItemDrag | null;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>, item: PlacedItem) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  /** The click that ends a drag opens nothing. */
  readonly wasDragged: () => boolean;
}

const EDGE_PX = 8;
const BEGINS_AFTER_PX = 4;
const SNAP_PX = 6;

export interface DragInput {
  readonly daysPerPixel: number;
  readonly canMove: (id: string) => boolean;
  readonly onDrop: (id: string, what: 'move' | 'resize', shift: Shift) => void;
}

export function useItemDrag({ daysPerPixel, canMove, onDrop }: DragInput): ItemDragging {
  const [grip, setGrip] = useState<Grip | null>(null);
  const [drag, setDrag] = useState<ItemDrag | null>(null);
  const [justDragged, setJustDragged] = useState(false);
  const end = (): void => {
    setGrip(null);
    setDrag(null);
  };

  useEffect(() => {
    if (grip === null) return;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setGrip(null);
      setDrag(null);
    };
    window.addEventListener('keydown', press, true);
    return () => {
      window.removeEventListener('keydown', press, true);
    };
  }, [grip]);

  return {
    drag,
    onPointerDown: (event, item) => {
      setJustDragged(false);
      if (event.button !== 0 || daysPerPixel <= 0) return;
      const right = event.currentTarget.getBoundingClientRect().right;
      // The pointer leaves a narrow edge at once; what it grips must go on hearing it.
      event.currentTarget.setPointerCapture(event.pointerId);
      const what = right - event.clientX <= EDGE_PX ? 'resize' : 'move';
      setGrip({ item, what, fromX: event.clientX, pointerId: event.pointerId });
    },
    onPointerMove: (event) => {
      if (event.pointerId !== grip?.pointerId) return;
      const travelled = event.clientX - grip.fromX;
      if (drag === null && Math.abs(travelled) < BEGINS_AFTER_PX) return;
      if (drag === null) {
        setJustDragged(true);
        if (!canMove(grip.item.id)) {
          end();
          return;
        }
      }
      setDrag(dragBy(grip, travelled, daysPerPixel));
    },
    onPointerUp: () => {
      if (drag !== null && drag.shift.count !== 0) onDrop(drag.id, drag.what, drag.shift);
      end();
    },
    onPointerCancel: end,
    wasDragged: () => justDragged,
  };
}

function dragBy({ item, what }: Grip, travelled: number, daysPerPixel: number): ItemDrag {
  const edge = what === 'move' ? 'start' : 'end';
  const reach = Math.floor(SNAP_PX * daysPerPixel);
  const days = snappedDays(item[edge], Math.round(travelled * daysPerPixel), { edge, reach });
  const shift: Shift = what === 'move' ? dragShift(item, days) : { unit: 'day', count: days };
  const span = what === 'move' ? movedSpan(item, shift) : resizedSpan(item, shift);
  return { id: item.id, what, shift, span, offset: days / daysPerPixel };
}
