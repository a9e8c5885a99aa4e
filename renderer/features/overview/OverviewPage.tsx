/** The first page of a plan: does the date hold, what needs a person, what does it cost, what could go wrong. */
import { useMemo, type ReactNode } from 'react';
import { overviewAnswer, type OverviewAnswer } from '../../../shared/domain/commands/overviewAnswer';
import {
  comingWeeks,
  nextEvents,
  runUpProgress,
  slippingTasks,
} from '../../../shared/domain/commands/overviewLists';
import { needsOf } from '../../../shared/domain/commands/overviewNeeds';
import { runUpOf } from '../../../shared/domain/commands/runUp';
import { formatDate } from '../../../shared/domain/format/dates';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { ComingWeeks } from './ComingWeeks';
import { EmptyOverview } from './EmptyOverview';
import { NeedsYou } from './NeedsYou';
import { OverviewSide } from './OverviewSide';
import { RunUpRuler } from './RunUpRuler';
import { SlippingTasks } from './SlippingTasks';
import './overview.css';

const MOST_NEXT = 6;

export function OverviewPage(): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const shown = useMemo(
    () => ({
      answer: overviewAnswer(plan, today),
      runUp: runUpOf(plan, today),
      needs: needsOf(plan, today),
      slipping: slippingTasks(plan, today),
      weeks: comingWeeks(plan, today),
      next: nextEvents(plan, today, MOST_NEXT),
      progress: runUpProgress(plan, today),
    }),
    [plan, today],
  );
  const { tasks, costs, risks } = plan.workbook.tables;
  const isEmpty = tasks.live.length + costs.live.length + risks.live.length === 0;
  if (isEmpty) {
    return (
      <>
        <div className="page-head">
          <div>
            <h1>Overview</h1>
            <p className="answer">
              <AnswerWords answer={shown.answer} />
            </p>
          </div>
        </div>
        <EmptyOverview />
      </>
    );
  }
  return (
    <div className="ov scroll">
      <p className="ov-date">
        <time dateTime={today}>{formatDate(today, 'full')}</time>
      </p>
      <h1>
        <AnswerWords answer={shown.answer} />
      </h1>
      {shown.runUp !== null && <RunUpRuler runUp={shown.runUp} today={today} />}
      <div className={shown.runUp === null ? 'ov-cols ov-lower' : 'ov-cols'}>
        <div>
          <NeedsYou needs={shown.needs} />
          <SlippingTasks plan={plan} slipping={shown.slipping} today={today} />
          <ComingWeeks weeks={shown.weeks} next={shown.next} today={today} />
        </div>
        <OverviewSide plan={plan} progress={shown.progress} />
      </div>
    </div>
  );
}

function AnswerWords({ answer: { sentence, tone } }: { readonly answer: OverviewAnswer }): ReactNode {
  return sentence.map(({ text, strong }, index) =>
    strong === true ? (
      <b key={index} className={tone === 'bad' ? 'bad' : undefined}>
        {text}
      </b>
    ) : (
      text
    ),
  );
}
