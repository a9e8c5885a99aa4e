/** Lanes by quarters: items stand where their dates put them, can be dragged, and are moved by keys as well. */
import {
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { dateAt, daysPerPixel, type Audience } from '../../../shared/domain/commands/roadmap';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import {
  roadmapScene,
  type PlacedItem,
  type PlacedLane,
  type RoadmapScene,
} from '../../../shared/domain/roadmap/roadmapScene';
import { announce } from '../../ui/announce';
import { LaterRow } from './LaterRow';
import { RoadmapItemButton } from './RoadmapItemButton';
import { itemCommandOf, neighborOf } from './roadmapKeys';
import { RoadmapLane } from './RoadmapLane';
import { useItemDrag } from './useItemDrag';
import type { RoadmapEditing } from './useRoadmapEditing';

export interface RoadmapBoardProps {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly audience: Audience | undefined;
  readonly editing: RoadmapEditing;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** A quarter is never drawn narrower than this; the board then scrolls sideways. CSS px. */
const NARROWEST_QUARTER = 128;
const LANE_HEAD_PX = 136;

export function RoadmapBoard(props: RoadmapBoardProps): ReactNode {
  const { plan, today, audience, editing, openId, onOpen } = props;
  const hintId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const room = useRoom(scroller);
  const scene = useMemo(() => sceneFor(plan, { today, audience, room }), [plan, today, audience, room]);
  const shown = useMemo(
    () => ({ today, ...(audience === undefined ? {} : { audience }) }),
    [today, audience],
  );
  const perPixel = useMemo(() => daysPerPixel(plan, shown, scene.width), [plan, shown, scene.width]);
  const focusAfterMove = useFocusAfterMove();
  const dragging = useItemDrag({
    daysPerPixel: perPixel,
    scroller,
    laneAt: (clientY) => laneAt(scroller.current, clientY),
    isHeld: editing.isHeld,
    onHeld: editing.tellHeld,
    onDrop: ({ id, what, shift, lane }) => {
      focusAfterMove(id);
      if (shift.count === 0 && lane !== null) editing.changeLane(id, lane);
      else editing.shift(id, what, shift, lane ?? undefined);
    },
  });
  const items = scene.lanes.flatMap((lane) => lane.items);
  const stop = items.find(({ id }) => id === (focusedId ?? openId))?.id ?? items[0]?.id ?? null;

  const press = (event: KeyboardEvent, item: PlacedItem): void => {
    const command = itemCommandOf(event);
    if (command === null) return;
    event.preventDefault();
    switch (command.kind) {
      case 'go':
        document.getElementById(`roadmap-${neighborOf(scene, item.id, command.direction)}`)?.focus();
        return;
      case 'archive':
        focusNext(scene, item.id);
        editing.remove([item.id]);
        return;
      case 'lane':
        moveToLane(item.id, command.step);
        return;
      case 'move':
      case 'resize':
        focusAfterMove(item.id);
        editing.shift(item.id, command.kind, command.shift);
    }
  };
  const moveToLane = (id: string, step: 1 | -1): void => {
    const from = scene.lanes.findIndex((lane) => lane.items.some((item) => item.id === id));
    const to = scene.lanes[from + step];
    if (to === undefined) {
      announce(step === 1 ? 'This is the last lane.' : 'This is the first lane.');
      return;
    }
    focusAfterMove(id);
    editing.changeLane(id, to.lane);
  };

  return (
    <div ref={scroller} className="rm scroll">
      <p id={hintId} hidden>
        Enter opens it. Alt with left and right moves it by a month, with Shift by a week; with up and down it
        goes to another lane. Plus and minus make it longer and shorter.
      </p>
      <div className="rm-grid" style={{ width: scene.width + LANE_HEAD_PX }}>
        <BoardHead scene={scene} goLive={plan.schedule.goLive} />
        {scene.lanes.map((lane) => (
          <RoadmapLane
            key={lane.lane}
            lane={lane}
            scene={scene}
            owner={laneOwner(plan, lane)}
            dragging={dragging}
            onDropLater={(id, x) => {
              focusAfterMove(id);
              editing.place(id, dateAt(plan, shown, { width: scene.width, x }), lane.lane);
            }}
            renderItem={(item) => (
              <RoadmapItemButton
                key={item.id}
                item={item}
                laneTop={lane.y}
                drag={dragging.drag?.id === item.id ? dragging.drag : null}
                isFocusStop={item.id === stop}
                isOpen={item.id === openId}
                hasConflict={plan.workbook.conflicts.some(({ id }) => id === item.id)}
                hintId={hintId}
                onPointerDown={(event) => {
                  dragging.onPointerDown(event, item);
                }}
                onPointerMove={dragging.onPointerMove}
                onPointerUp={dragging.onPointerUp}
                onPointerCancel={dragging.onPointerCancel}
                onKeyDown={(event) => {
                  press(event, item);
                }}
                onFocus={() => {
                  setFocusedId(item.id);
                }}
                onOpen={(byKeyboard) => {
                  if (byKeyboard || !dragging.wasDragged()) onOpen(item.id);
                }}
              />
            )}
          />
        ))}
        <LaterRow
          items={scene.later}
          openId={openId}
          onOpen={onOpen}
          onAdd={() => editing.addTo('', audience, true)}
          onPlace={(id) => {
            focusAfterMove(id);
            editing.place(id);
          }}
        />
      </div>
    </div>
  );
}

/** The lane at a height of the window, beside its head as well. */
function laneAt(board: HTMLElement | null, clientY: number): string | undefined {
  const lanes = [...(board?.querySelectorAll<HTMLElement>('[data-lane]') ?? [])];
  const found = lanes.find((lane) => {
    const { top, bottom } = lane.getBoundingClientRect();
    return clientY >= top && clientY < bottom;
  });
  return found?.dataset['lane'];
}

/** An item that goes to another lane is a new button: the keyboard goes with it. */
function useFocusAfterMove(): (id: string) => void {
  const moved = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (moved.current === null) return;
    document.getElementById(`roadmap-${moved.current}`)?.focus();
    moved.current = null;
  });
  return (id) => {
    moved.current = id;
  };
}

/** The room for quarters beside the lane heads. CSS px. */
function useRoom(scroller: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const style = getComputedStyle(element);
      const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
      setRoom(Math.max(0, element.clientWidth - padding - LANE_HEAD_PX));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [scroller]);
  return room;
}

interface SceneInput {
  readonly today: CalendarDate;
  readonly audience: Audience | undefined;
  readonly room: number;
}

function sceneFor({ workbook, schedule }: Plan, { today, audience, room }: SceneInput): RoadmapScene {
  const input = { workbook, schedule, today, ...(audience === undefined ? {} : { audience }) };
  const scene = roadmapScene({ ...input, width: room });
  const needed = scene.quarters.length * NARROWEST_QUARTER;
  return room >= needed ? scene : roadmapScene({ ...input, width: needed });
}

/** The one person who owns everything in a lane that has an owner; empty where there are several. */
function laneOwner({ workbook }: Plan, lane: PlacedLane): string {
  const { roadmapItems, people } = workbook.tables;
  const owners = new Set(lane.items.flatMap(({ id }) => roadmapItems.byId.get(id)?.owner ?? []));
  const [owner] = owners;
  return owners.size === 1 ? (people.byId.get(owner ?? '')?.name ?? '') : '';
}

function focusNext(scene: RoadmapScene, id: string): void {
  const right = neighborOf(scene, id, 'right');
  const next = right === id ? neighborOf(scene, id, 'left') : right;
  document.getElementById(`roadmap-${next === id ? neighborOf(scene, id, 'up') : next}`)?.focus();
}

/** Quarters, and the words for the two lines that cross the lanes. */
function BoardHead({
  scene,
  goLive,
}: {
  readonly scene: RoadmapScene;
  readonly goLive: CalendarDate | null;
}): ReactNode {
  const { todayX, goLiveX } = scene;
  const areClose = todayX !== null && goLiveX !== null && Math.abs(todayX - goLiveX) < 60;
  return (
    <>
      <div className="rm-corner" />
      <div className="rm-quarters">
        {scene.quarters.map(({ label, x, width }) => (
          <span key={label} style={{ left: x, width }}>
            {label}
          </span>
        ))}
        {goLiveX !== null && !areClose && (
          <em style={{ left: goLiveX }} title={goLive === null ? '' : formatDate(goLive, 'weekdayYear')}>
            Go-live
          </em>
        )}
        {todayX !== null && (
          <em className="is-today" style={{ left: todayX }}>
            Today
          </em>
        )}
      </div>
    </>
  );
}
