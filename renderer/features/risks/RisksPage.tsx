/** What could go wrong: the answer, the heat map, and the register beside it. */
import { Plus } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { nextRiskCode, typeRisks } from '../../../shared/domain/commands/risks';
import { risksAnswer } from '../../../shared/domain/commands/risksAnswer';
import { useRecordEditing } from '../../state/recordEditing';
import { usePlan } from '../../state/session';
import { Button } from '../../ui/Button';
import { PageHead } from '../../ui/PageHead';
import { Segmented } from '../../ui/Segmented';
import { useMediaQuery } from '../../ui/useMediaQuery';
import type { GridHandle } from '../../ui/grid/useGrid';
import { RiskDrawer } from './RiskDrawer';
import { RiskGrid } from './RiskGrid';
import { RiskMap } from './RiskMap';
import { RisksToolbar } from './RisksToolbar';
import { useRiskView } from './useRiskView';
import './risks.css';

const VIEWS = [
  { id: 'map', label: 'Map and list' },
  { id: 'top', label: 'Top 10' },
  { id: 'owner', label: 'By owner' },
] as const;

export function RisksPage(): ReactNode {
  const plan = usePlan();
  const editing = useRecordEditing('risks', typeRisks);
  const grid = useRef<GridHandle>(null);
  const view = useRiskView(plan, grid);
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  const hasRoomForAll = useMediaQuery('(min-width: 1500px)');
  const isEmpty = plan.workbook.tables.risks.live.length === 0;
  const open = view.isDrawerOpen ? plan.workbook.tables.risks.byId.get(view.focusedKey ?? '') : undefined;

  // Beside an open drawer a smaller window has room for the list or the map, not both.
  const hasMap = !isEmpty && view.shown === 'map' && (open === undefined || isNarrow || hasRoomForAll);

  const add = (): void => {
    const id = editing.add({ code: nextRiskCode(plan.workbook) });
    if (id === undefined) return;
    view.reveal(id);
    // The first key stroke writes the name over.
    grid.current?.show({ rowKey: id, columnId: 'title' });
  };

  return (
    <div className="risks">
      <PageHead title="Risks" answer={risksAnswer(plan)}>
        {!isEmpty && (
          <>
            <Segmented label="Show risks" value={view.shown} onChange={view.show} segments={VIEWS} />
            <Button
              variant="primary"
              icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}
              label="Add a risk"
              onPress={add}
            >
              Risk
            </Button>
          </>
        )}
      </PageHead>
      {!isEmpty && <RisksToolbar plan={plan} view={view} />}
      <div className="risks-main">
        {hasMap && (
          <RiskMap
            plan={plan}
            view={view}
            onShow={(id) => {
              view.reveal(id);
              grid.current?.show({ rowKey: id, columnId: 'title' });
            }}
          />
        )}
        <div className={view.isAtEdge ? 'risks-list dg-page' : 'risks-list'}>
          <RiskGrid
            ref={grid}
            plan={plan}
            view={view}
            editing={editing}
            onAdd={add}
            onFocus={() => grid.current?.focus()}
          />
        </div>
        {open !== undefined && !open.archived && (
          <RiskDrawer
            key={open.id}
            risk={open}
            plan={plan}
            editing={editing}
            isOver={isNarrow}
            onClose={view.closeDrawer}
          />
        )}
      </div>
    </div>
  );
}
