/** One lane of the board: its head, the lines that cross it, its items, and the dates of the one that is dragged. */
import { useId, useState, type ReactNode } from 'react';
import { spanText } from '../../../shared/domain/commands/roadmap';
import type { PlacedItem, PlacedLane, RoadmapScene } from '../../../shared/domain/roadmap/roadmapScene';
import type { ItemDrag, ItemDragging } from './useItemDrag';

export interface RoadmapLaneProps {
  readonly lane: PlacedLane;
  readonly scene: RoadmapScene;
  readonly owner: string;
  readonly dragging: ItemDragging;
  readonly renderItem: (item: PlacedItem) => ReactNode;
  /** An item without dates was dropped, so many CSS px from the left. */
  readonly onDropLater: (id: string, x: number) => void;
}

/** What is carried from the items without dates to the lanes. */
export const LATER_TYPE = 'application/x-golive-roadmap-item';

export function RoadmapLane(props: RoadmapLaneProps): ReactNode {
  const { lane, scene, owner, dragging, renderItem, onDropLater } = props;
  const [isOver, setOver] = useState(false);
  const headId = useId();
  const { drag } = dragging;
  const dragged = lane.items.find(({ id }) => id === drag?.id);
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
        className={`rm-lane tone-${lane.tone}${isOver || drag?.lane === lane.lane ? ' is-target' : ''}`}
        data-lane={lane.lane}
        role="group"
        aria-labelledby={headId}
        style={{ minHeight: lane.height }}
        onDragOver={(event) => {
          if (!event.dataTransfer.types.includes(LATER_TYPE)) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          setOver(false);
          const id = event.dataTransfer.getData(LATER_TYPE);
          if (id === '') return;
          event.preventDefault();
          onDropLater(id, event.clientX - event.currentTarget.getBoundingClientRect().left);
        }}
      >
        {scene.quarters.map(({ label, x }) => (
          <i key={label} className="rm-line" style={{ left: x }} aria-hidden />
        ))}
        {scene.todayX !== null && <i className="rm-today" style={{ left: scene.todayX }} aria-hidden />}
        {scene.goLiveX !== null && <i className="rm-go-live" style={{ left: scene.goLiveX }} aria-hidden />}
        {lane.items.map(renderItem)}
        {dragged !== undefined && drag !== null && (
          <DragDates item={dragged} drag={drag} laneTop={lane.y} scene={scene} />
        )}
      </div>
    </>
  );
}

interface DragDatesProps {
  readonly item: PlacedItem;
  readonly drag: ItemDrag;
  readonly laneTop: number;
  readonly scene: RoadmapScene;
}

/** No dates and lane are longer than this; nearer to the right edge they end with the item. CSS px. */
const ROOM_FOR_DATES = 320;

/** The dates the item would have and the lane it would go to, under it. */
function DragDates({ item, drag, laneTop, scene }: DragDatesProps): ReactNode {
  const left = drag.what === 'move' ? item.x + drag.offset : item.x;
  const right = item.x + item.width + drag.offset;
  const place = left + ROOM_FOR_DATES > scene.width ? { right: Math.max(0, scene.width - right) } : { left };
  const lane = scene.lanes.find((candidate) => candidate.lane === drag.lane)?.name;
  return (
    <span className="rm-dates num" style={{ ...place, top: item.y - laneTop + drag.drop + item.height + 2 }}>
      {spanText(drag.span)}
      {lane !== undefined && `, in ${lane}`}
    </span>
  );
}
