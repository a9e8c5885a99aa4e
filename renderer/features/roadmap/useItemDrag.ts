/**
 * Dragging an item: its body moves it in time and to another lane, its right edge makes it longer or shorter. A drag is
 * only shown until it ends and becomes one command then; Escape and a lost pointer take it back.
 */
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import {
  dragShift,
  movedSpan,
  resizedSpan,
  snappedDays,
  type Shift,
} from '../../../shared/domain/commands/roadmap';
import type { ItemSpan } from '../../../shared/domain/roadmap/itemSpan';
import type { PlacedItem } from '../../../shared/domain/roadmap/roadmapScene';
import { edgePull, useEdgePull, type Pull } from '../../ui/useEdgePull';

export interface ItemDrag {
  readonly id: string;
  readonly what: 'move' | 'resize';
  /** CSS px the item or its end has been moved, snapped to whole days. */
  readonly offset: number;
  /** CSS px the item has been moved down or, negative, up; 0 in its own lane. */
  readonly drop: number;
  readonly shift: Shift;
  /** Where it would stand. */
  readonly span: ItemSpan;
  /** The lane it would go to; null for its own. */
  readonly lane: string | null;
}

/** A point of the board, so that scrolling counts as moving. CSS px. */
interface BoardPoint {
  readonly x: number;
  readonly y: number;
  /** The lane at its height, if there is one. */
  readonly lane: string | undefined;
}

interface Grip {
  readonly item: PlacedItem;
  readonly what: 'move' | 'resize';
  readonly from: BoardPoint;
  /** Tasks or a fixed date hold its dates; only its lane can change. */
  readonly isHeld: boolean;
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
  /** What scrolls while a drag is held at its edge. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** The lane at a height of the window. */
  readonly laneAt: (clientY: number) => string | undefined;
  readonly isHeld: (id: string) => boolean;
  /** Somebody tried to change dates that are held. */
  readonly onHeld: (id: string) => void;
  readonly onDrop: (drag: ItemDrag) => void;
}

export function useItemDrag(input: DragInput): ItemDragging {
  const { daysPerPixel, scroller, laneAt, isHeld, onHeld, onDrop } = input;
  const [grip, setGrip] = useState<Grip | null>(null);
  /** Where the pointer is once the drag has begun. */
  const [at, setAt] = useState<BoardPoint | null>(null);
  const [justDragged, setJustDragged] = useState(false);
  const pointer = useRef({ clientX: 0, clientY: 0 });
  const drag = grip === null || at === null ? null : dragTo(grip, at, daysPerPixel);
  const end = (): void => {
    setGrip(null);
    setAt(null);
  };
  const boardPoint = ({ clientX, clientY }: { clientX: number; clientY: number }): BoardPoint => {
    const { scrollLeft = 0, scrollTop = 0 } = scroller.current ?? {};
    return { x: clientX + scrollLeft, y: clientY + scrollTop, lane: laneAt(clientY) };
  };
  const pull = (): Pull => {
    const box = scroller.current?.getBoundingClientRect();
    if (box === undefined || grip === null || at === null) return { x: 0, y: 0 };
    const { clientX, clientY } = pointer.current;
    const from = { x: grip.from.x - at.x + clientX, y: grip.from.y - at.y + clientY };
    return {
      x: edgePull(clientX - box.left, from.x - box.left, box.width),
      y: grip.what === 'move' ? edgePull(clientY - box.top, from.y - box.top, box.height) : 0,
    };
  };
  const pullOn = useEdgePull(pull, ({ x, y }) => {
    scroller.current?.scrollBy(x, y);
    setAt(boardPoint(pointer.current));
  });
  useEscape(grip !== null, end);

  return {
    drag,
    onPointerDown: (event, item) => {
      setJustDragged(false);
      if (event.button !== 0 || daysPerPixel <= 0) return;
      const right = event.currentTarget.getBoundingClientRect().right;
      // The pointer leaves a narrow edge at once; what it grips must go on hearing it.
      event.currentTarget.setPointerCapture(event.pointerId);
      const what = right - event.clientX <= EDGE_PX ? 'resize' : 'move';
      const { pointerId } = event;
      setGrip({ item, what, from: boardPoint(event), isHeld: isHeld(item.id), pointerId });
    },
    onPointerMove: (event) => {
      if (event.pointerId !== grip?.pointerId) return;
      pointer.current = { clientX: event.clientX, clientY: event.clientY };
      const point = boardPoint(event);
      const travelled = Math.hypot(point.x - grip.from.x, point.y - grip.from.y);
      if (at === null && travelled < BEGINS_AFTER_PX) return;
      setJustDragged(true);
      if (grip.isHeld && grip.what === 'resize') {
        onHeld(grip.item.id);
        end();
        return;
      }
      setAt(point);
      pullOn();
    },
    onPointerUp: () => {
      if (drag !== null && (drag.shift.count !== 0 || drag.lane !== null)) onDrop(drag);
      else if (drag !== null && grip?.isHeld === true) onHeld(drag.id);
      end();
    },
    onPointerCancel: end,
    wasDragged: () => justDragged,
  };
}

/** Escape takes a drag back and does nothing else. */
function useEscape(isOn: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', press, true);
    return () => {
      window.removeEventListener('keydown', press, true);
    };
  }, [isOn]);
}

function dragTo({ item, what, from, isHeld }: Grip, at: BoardPoint, daysPerPixel: number): ItemDrag {
  const edge = what === 'move' ? 'start' : 'end';
  const reach = Math.floor(SNAP_PX * daysPerPixel);
  const travelled = Math.round((at.x - from.x) * daysPerPixel);
  const days = isHeld ? 0 : snappedDays(item[edge], travelled, { edge, reach });
  const shift: Shift = what === 'move' ? dragShift(item, days) : { unit: 'day', count: days };
  const span = what === 'move' ? movedSpan(item, shift) : resizedSpan(item, shift);
  const lane = what === 'move' && at.lane !== undefined && at.lane !== from.lane ? at.lane : null;
  const drop = lane === null ? 0 : at.y - from.y;
  return { id: item.id, what, shift, span, lane, drop, offset: days / daysPerPixel };
}
