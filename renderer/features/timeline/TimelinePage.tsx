/** The timeline: the outline of tasks beside its chart, and the details of one task. */
import { useState, type ReactNode } from 'react';
import { Upload } from 'lucide-react';
import { timelineAnswer } from '../../../shared/domain/commands/timelineAnswer';
import { useBaselineInUse } from '../../state/shownBaseline';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { PageHead } from '../../ui/PageHead';
import type { WantedCell } from '../../ui/grid/GridSelecting';
import { EmptyTimeline } from './EmptyTimeline';
import { TimelineBoard } from './TimelineBoard';
import './timeline.css';

export interface TimelinePageProps {
  /** Saves the chart as a document; without it there is no such button. */
  readonly onExport?: () => void;
}

export function TimelinePage({ onExport }: TimelinePageProps): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const [firstCell, setFirstCell] = useState<WantedCell | null>(null);
  const shown = useBaselineInUse(plan.workbook);
  const isEmpty = plan.workbook.outline.rows.length === 0;
  return (
    <div className="timeline">
      <PageHead title="Timeline" answer={timelineAnswer(plan, today, shown)}>
        {onExport !== undefined && !isEmpty && (
          <Button icon={<Upload className="i" aria-hidden />} onPress={onExport}>
            Export
          </Button>
        )}
      </PageHead>
      {isEmpty ? (
        <EmptyTimeline
          plan={plan}
          onBegun={(task, isNew) => setFirstCell({ rowKey: task, columnId: 'name', edit: isNew })}
        />
      ) : (
        <TimelineBoard plan={plan} today={today} firstCell={firstCell} />
      )}
    </div>
  );
}
