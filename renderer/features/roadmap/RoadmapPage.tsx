/** What comes when, in the large: lanes by quarters, or the same as a list, for one kind of reader or for all. */
import { Plus, Printer } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { roadmapAnswer, type Audience } from '../../../shared/domain/commands/roadmap';
import { useSaveView } from '../../state/exporting';
import { usePlace, type Place } from '../../state/navigation';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { PageColumnsMenu } from '../../ui/ColumnsMenu';
import { ExportViewMenu } from '../../ui/ExportViewMenu';
import type { GridHandle } from '../../ui/grid/useGrid';
import { PageHead } from '../../ui/PageHead';
import { Segmented } from '../../ui/Segmented';
import { useMediaQuery } from '../../ui/useMediaQuery';
import { EmptyRoadmap } from './EmptyRoadmap';
import { RoadmapBoard } from './RoadmapBoard';
import { RoadmapDrawer } from './RoadmapDrawer';
import { RoadmapList } from './RoadmapList';
import { useRoadmapEditing } from './useRoadmapEditing';
import { itemsShown, useRoadmapList } from './useRoadmapList';
import './roadmap.css';

type View = 'lanes' | 'list';
type Readers = Audience | 'all';

export interface RoadmapPageProps {
  /** Paints the poster; without it there is no button for that. */
  readonly onExport?: () => void;
}

export function RoadmapPage({ onExport }: RoadmapPageProps): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const editing = useRoadmapEditing(plan);
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  const [view, setView] = useState<View>('lanes');
  const [readers, setReaders] = useState<Readers>('all');
  const [openId, setOpenId] = useMeantItem(setReaders);
  const grid = useRef<GridHandle>(null);
  const audience = readers === 'all' ? undefined : readers;
  const list = useRoadmapList(plan, audience);
  const saveView = useSaveView();
  const isEmpty = plan.workbook.tables.roadmapItems.live.length === 0;
  const open = plan.workbook.tables.roadmapItems.byId.get(openId ?? '');
  const answer = roadmapAnswer(plan, { today, ...(audience === undefined ? {} : { audience }) });

  const add = (lane: string): void => {
    const id = editing.addTo(lane, audience);
    if (id === undefined) return;
    setOpenId(id);
    grid.current?.show({ rowKey: id, columnId: 'title' });
  };
  // A new item joins the lane of the one that is open.
  const addHere = (): void => {
    add(open?.lane ?? plan.workbook.tables.roadmapItems.live[0]?.lane ?? '');
  };

  return (
    <>
      <PageHead title="Roadmap" answer={answer}>
        {!isEmpty && (
          <>
            {onExport !== undefined && (
              <Button icon={<Printer size={16} strokeWidth={1.5} aria-hidden />} onPress={onExport}>
                Poster
              </Button>
            )}
            <Button
              variant="primary"
              icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
              onPress={addHere}
            >
              Item
            </Button>
          </>
        )}
      </PageHead>
      {isEmpty ? (
        <EmptyRoadmap onAdd={add} />
      ) : (
        <>
          <RoadmapToolbar view={view} onView={setView} readers={readers} onReaders={setReaders}>
            {view === 'list' ? (
              <>
                <PageColumnsMenu all={list.allColumns} view={list.columnView} onChange={list.changeColumns} />
                <ExportViewMenu
                  onExport={(format) => {
                    saveView(format, itemsShown(list, audience));
                  }}
                />
              </>
            ) : (
              <span className="t3 small rm-hint">
                Drag an item to another time or lane, its right edge to make it longer
              </span>
            )}
          </RoadmapToolbar>
          <div className="rm-main">
            {view === 'lanes' ? (
              <RoadmapBoard
                plan={plan}
                today={today}
                audience={audience}
                editing={editing}
                openId={openId}
                onOpen={setOpenId}
              />
            ) : (
              <RoadmapList
                ref={grid}
                plan={plan}
                list={list}
                editing={editing}
                openId={openId}
                onOpen={setOpenId}
                onAdd={addHere}
              />
            )}
            {open !== undefined && !open.archived && (
              <RoadmapDrawer
                key={open.id}
                item={open}
                plan={plan}
                editing={editing}
                isOver={isNarrow}
                onClose={() => {
                  setOpenId(null);
                }}
              />
            )}
          </div>
        </>
      )}
    </>
  );
}

/** The item whose details are open: chosen here, or meant by another page. */
function useMeantItem(setReaders: (readers: Readers) => void): [string | null, (id: string | null) => void] {
  const place = usePlace();
  const [openId, setOpenId] = useState<string | null>(null);
  const [followed, setFollowed] = useState<Place | null>(null);
  const meant = place.record?.register === 'roadmapItems' ? place.record.id : undefined;
  if (meant !== undefined && place !== followed) {
    // Adjusted while rendering, so that the item is on the board when the focus goes there.
    setFollowed(place);
    setOpenId(meant);
    setReaders('all');
  }
  useEffect(() => {
    if (meant === undefined) return;
    const item = document.getElementById(`roadmap-${meant}`);
    item?.scrollIntoView({ block: 'nearest', inline: 'center' });
    item?.focus();
  }, [meant, place]);
  return [openId, setOpenId];
}

interface RoadmapToolbarProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly readers: Readers;
  readonly onReaders: (readers: Readers) => void;
  /** What belongs to the view, at the right. */
  readonly children: ReactNode;
}

function RoadmapToolbar({ view, onView, readers, onReaders, children }: RoadmapToolbarProps): ReactNode {
  return (
    <div className="toolbar" role="toolbar" aria-label="Roadmap">
      <Segmented
        label="Show as"
        value={view}
        onChange={onView}
        segments={[
          { id: 'lanes', label: 'Lanes' },
          { id: 'list', label: 'List' },
        ]}
      />
      <span className="gap" />
      <Segmented
        label="For"
        value={readers}
        onChange={onReaders}
        segments={[
          { id: 'all', label: 'Everyone' },
          { id: 'leadership', label: 'Leadership' },
          { id: 'staff', label: 'Staff' },
          { id: 'public', label: 'Patients' },
        ]}
      />
      <span className="sp" />
      {children}
    </div>
  );
}
