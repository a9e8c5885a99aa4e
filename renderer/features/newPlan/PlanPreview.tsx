/** What the answers give so far: the date, what the last answer changed, the stages, the money and its sources. */
import { Clock } from 'lucide-react';
import type { ReactNode } from 'react';
import { dayNumber, type CalendarDate } from '../../../shared/domain/base/dates';
import { roundHalfEven } from '../../../shared/domain/base/decimal';
import { problemText } from '../../../shared/domain/base/problemText';
import type { BudgetTotals } from '../../../shared/domain/budget/budget';
import { formatDate } from '../../../shared/domain/format/dates';
import { formatMoney } from '../../../shared/domain/format/money';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import type { Plan } from '../../../shared/domain/plan';
import type { LikelyGoLive } from '../../../shared/domain/templates/experience';
import type { Pack } from '../../../shared/domain/templates/pack';
import { pricesLeftOut } from '../../../shared/domain/templates/pricesLeftOut';
import { goLivesOf, stagesOf, type Stage } from '../../../shared/domain/templates/previewPack';
import { Note } from '../../ui/Note';
import { FigureSources } from './FigureSources';
import type { Preview } from './usePreview';
import './newPlanPreview.css';

interface PlanPreviewProps {
  readonly pack: Pack;
  readonly preview: Preview & { readonly isFresh: boolean };
  readonly today: CalendarDate;
  /** What else people should know, such as holidays that are not known. */
  readonly notes: readonly string[];
}

export function PlanPreview({ pack, preview, today, notes }: PlanPreviewProps): ReactNode {
  const { plan, likely, problem, change, isFresh } = preview;
  return (
    <aside className="new-preview" aria-label="What these answers give" aria-busy={!isFresh}>
      <p className="t3">Your plan so far</p>
      {problem !== null && <Note tone="bad" title={problemText(problem)} />}
      {plan === null ? (
        problem === null && <p className="t3">Counting…</p>
      ) : (
        <div className={problem === null ? 'new-preview-in' : 'new-preview-in is-old'}>
          <PricesNote pack={pack} plan={plan} />
          <Dates plan={plan} likely={likely} />
          {plan.schedule.projectStart < today && plan.schedule.goLive !== null && (
            <Note
              tone="warn"
              title={`Work would have had to begin on ${formatDate(plan.schedule.projectStart)}.`}
            >
              Choose a later date, or fewer things to do before it.
            </Note>
          )}
          {notes.map((note) => (
            <Note key={note} tone="info" title={note} />
          ))}
          {change !== null && (
            <p className="new-change">
              <Clock size={16} strokeWidth={1.5} aria-hidden />
              <span>
                <span className="med">Your last answer, {change.answer}:</span> {change.effect}
              </span>
            </p>
          )}
          <Stages plan={plan} likely={likely} />
          <GoLives plan={plan} />
          <Money plan={plan} />
          <FigureSources pack={pack} plan={plan} />
        </div>
      )}
    </aside>
  );
}

/** Before anything else of the preview: whoever misses it reads a budget of nothing. */
function PricesNote({ pack, plan }: { readonly pack: Pack; readonly plan: Plan }): ReactNode {
  const leftOut = pricesLeftOut(pack, plan);
  return leftOut === undefined ? null : <Note tone="warn" title={problemText(leftOut)} />;
}

interface WithLikely {
  readonly plan: Plan;
  readonly likely: LikelyGoLive | null;
}

function Dates({ plan: { schedule, workbook }, likely }: WithLikely): ReactNode {
  const { goLive, projectStart, projectFinish } = schedule;
  const tasks = workbook.outline.rows.filter((row) => !row.hasChildren).length;
  if (goLive === null) {
    return (
      <>
        <p className="new-date num">No go-live yet</p>
        <p className="t2 new-line">An empty plan: you add the tasks.</p>
      </>
    );
  }
  const weeks = Math.round((dayNumber(goLive) - dayNumber(projectStart)) / 7);
  return (
    <>
      <p className="new-date num" role="status">
        <span className="sr">Go-live: </span>
        {formatDate(goLive, 'weekdayYear')}
      </p>
      <p className="t2 new-line">
        Live {counted(weeks, 'week', 'weeks')} after the start on {formatDate(projectStart, 'weekdayYear')},
        if all {tasks} tasks keep to their days. The last work ends {formatDate(projectFinish)}.
      </p>
      {likely !== null && (
        <p className="t2 new-line">
          {likely.until !== null && (
            <b className="med">
              Count on {formatDate(goLive)} to {formatDate(likely.until)}.{' '}
            </b>
          )}
          {likely.sentence}
        </p>
      )}
    </>
  );
}

const WEIGHT_CLASS: Readonly<Record<Stage['weight'], string>> = {
  ...{ decides: 'decides', 'has room': '', after: 'after' },
};

function Stages({ plan, likely }: WithLikely): ReactNode {
  const stages = stagesOf(plan);
  if (stages.length === 0) return null;
  const from = dayNumber(plan.schedule.projectStart);
  const { goLive, projectFinish } = plan.schedule;
  const until = likely?.until ?? null;
  const last = until !== null && until > projectFinish ? until : projectFinish;
  const span = Math.max(1, dayNumber(last) - from + 1);
  const percent = (days: number): string => `${String((days / span) * 100)}%`;
  return (
    <section aria-labelledby="new-stages">
      <h2 className="h3" id="new-stages">
        Stages
      </h2>
      <ul className="new-stages">
        {stages.map(({ name, start, finish, weight }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="new-track" aria-hidden>
              <i
                className={WEIGHT_CLASS[weight]}
                style={{
                  left: percent(dayNumber(start) - from),
                  width: percent(dayNumber(finish) - dayNumber(start) + 1),
                }}
              />
            </span>
            <span className="t3 small num">
              {formatDate(start, 'short')} to {formatDate(finish)}
              {weight === 'decides' && <span className="sr">, decides the date</span>}
            </span>
          </li>
        ))}
        {goLive !== null && until !== null && (
          <li>
            <span>Likely go-live</span>
            <span className="new-track" aria-hidden>
              <i
                className="likely"
                style={{
                  left: percent(dayNumber(goLive) - from),
                  width: percent(dayNumber(until) - dayNumber(goLive) + 1),
                }}
              />
            </span>
            <span className="t3 small num">
              {formatDate(goLive, 'short')} to {formatDate(until)}
            </span>
          </li>
        )}
      </ul>
      <p className="t3 small new-legend" aria-hidden>
        <i className="decides" /> decides the date <i /> has room <i className="after" /> after go-live
      </p>
    </section>
  );
}

/** Who goes live when, if it is not everyone at once. */
function GoLives({ plan }: { readonly plan: Plan }): ReactNode {
  const goLives = goLivesOf(plan);
  if (goLives.length < 2) return null;
  return (
    <section aria-labelledby="new-golives">
      <h2 className="h3" id="new-golives">
        {goLives.length} go-lives
      </h2>
      <table className="new-table num">
        <tbody>
          {goLives.map(({ id, name, date }) => (
            <tr key={id}>
              <th scope="row">{name.replace(/^Go-live: /, '')}</th>
              <td className="n">{formatDate(date, 'weekdayYear')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const STREAMS: readonly (readonly [keyof BudgetTotals, string])[] = [
  ['externalOneTime', 'Paid once'],
  ['recurring', 'Subscription, fees, support'],
  ['contingency', 'Contingency'],
  ['internalStaffTime', 'Own staff time'],
  ['productivityLoss', 'Visits lost while learning'],
];

function Money({ plan: { budget, workbook } }: { readonly plan: Plan }): ReactNode {
  const { totals, currency, horizonMonths } = budget;
  const { costs, risks } = workbook.tables;
  if (costs.live.length === 0) return null;
  const largest = Math.max(1, ...STREAMS.map(([stream]) => roundHalfEven(totals[stream])));
  return (
    <section aria-labelledby="new-money">
      <h2 className="h3" id="new-money">
        {capitalized(counted(horizonMonths / 12, 'year', 'years'))},{' '}
        <span className="num">{formatMoney(totals.totalCostOfOwnership, currency)}</span>{' '}
        <span className="t3 small new-count">
          {counted(costs.live.length, 'cost line', 'cost lines')} and{' '}
          {counted(risks.live.length, 'risk', 'risks')} come with it
        </span>
      </h2>
      <table className="new-table num">
        <tbody>
          {STREAMS.map(([stream, label]) => (
            <tr key={stream}>
              <th scope="row">{label}</th>
              <td className="new-bar" aria-hidden>
                <i
                  className={stream === 'productivityLoss' ? 'lost' : ''}
                  style={{ width: `${String((roundHalfEven(totals[stream]) / largest) * 100)}%` }}
                />
              </td>
              <td className="n">{formatMoney(totals[stream], currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
