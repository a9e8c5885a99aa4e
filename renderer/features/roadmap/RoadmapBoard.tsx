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
import { daysPerPixel, spanText, type Audience } from '../../../shared/domain/commands/roadmap';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import {
  roadmapScene,
  type PlacedItem,
  type PlacedLane,
  type RoadmapScene,
} from '../../../shared/domain/roadmap/roadmapScene';
import { LaterRow } from './LaterRow';
import { RoadmapItemButton } from './RoadmapItemButton';
import { itemCommandOf, neighborOf } from './roadmapKeys';
import { useItemDrag, type ItemDrag, type ItemDragging } from './useItemDrag';
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
  const perPixel = useMemo(
    () => daysPerPixel(plan, { today, ...(audience === undefined ? {} : { audience }) }, scene.width),
    [plan, today, audience, scene.width],
  );
  const dragging = useItemDrag({ daysPerPixel: perPixel, canMove: editing.canMove, onDrop: editing.shift });
  const items = scene.lanes.flatMap((lane) => lane.items);
  const stop = items.find(({ id }) => id === (focusedId ?? openId))?.id ?? items[0]?.id ?? null;

  const press = (event: KeyboardEvent, item: PlacedItem): void => {
    const command = itemCommandOf(event);
    if (command === undefined) return;
    event.preventDefault();
    switch (command.kind) {
      case 'go':
        document.getElementById(`roadmap-${neighborOf(scene, item.id, command.direction)}`)?.focus();
        return;
      case 'archive':
        focusNext(scene, item.id);
        editing.remove([item.id]);
        return;
      case 'move':
      case 'resize':
        editing.shift(item.id, command.kind, command.shift);
    }
  };

  return (
    <div ref={scroller} className="rm scroll">
      <p id={hintId} hidden>
        Enter opens it. Alt with the arrows moves it by a month, with Shift by a week. Plus and minus make it
        longer and shorter.
      </p>
      <div className="rm-grid" style={{ width: scene.width + LANE_HEAD_PX }}>
        <BoardHead scene={scene} goLive={plan.schedule.goLive} />
        {scene.lanes.map((lane) => (
          <Lane
            key={lane.y}
            lane={lane}
            scene={scene}
            owner={laneOwner(plan, lane)}
            dragging={dragging}
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
        />
      </div>
    </div>
  );
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
      <div className="rm-quarters num">
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

interface LaneProps {
  readonly lane: PlacedLane;
  readonly scene: RoadmapScene;
  readonly owner: string;
  readonly dragging: ItemDragging;
  readonly renderItem: (item: PlacedItem) => ReactNode;
}

function Lane({ lane, scene, owner, dragging, renderItem }: LaneProps): ReactNode {
  const headId = useId();
  const dragged = lane.items.find(({ id }) => id === dragging.drag?.id);
  return (
    <>
      <div className={`rm-lane-head tone-${lane.tone}`}>
        <h2 id={headId} title={lane.name}>
          <i aria-hidden />
          {lane.name}
        </h2>
        {owner !== '' && <p className="t3 small">{owner}</p>}
      </div>
      <div
        className={`rm-lane tone-${lane.tone}`}
        role="group"
        aria-labelledby={headId}
        style={{ minHeight: lane.height }}
      >
        {scene.quarters.map(({ label, x }) => (
          <i key={label} className="rm-line" style={{ left: x }} aria-hidden />
        ))}
        {scene.todayX !== null && <i className="rm-today" style={{ left: scene.todayX }} aria-hidden />}
        {scene.goLiveX !== null && <i className="rm-go-live" style={{ left: scene.goLiveX }} aria-hidden />}
        {lane.items.map(renderItem)}
        {dragged !== undefined && dragging.drag !== null && (
          <DragDates item={dragged} drag={dragging.drag} laneTop={lane.y} />
        )}
      </div>
    </>
  );
}

/** The dates the item would have, beside the pointer. */
function DragDates({
  item,
  drag,
  laneTop,
}: {
  readonly item: PlacedItem;
  readonly drag: ItemDrag;
  readonly laneTop: number;
}): ReactNode {
  const left = drag.what === 'move' ? item.x + drag.offset : item.x;
  return (
    <span className="rm-dates num" style={{ left, top: item.y - laneTop + item.height + 2 }}>
      {spanText(drag.span)}
    </span>
  );
}
