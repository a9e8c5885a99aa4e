/** The plan against a baseline: a few figures, then the tasks and the cost lines that are not as they were. */
import { useState, type ReactNode } from 'react';
import { moreOrLess, slipCell } from '../../../shared/domain/baseline/baselineWords';
import type {
  CostSince,
  SinceBaseline,
  TaskDates,
  TaskSince,
} from '../../../shared/domain/baseline/compareBaseline';
import { formatDays, formatNumber } from '../../../shared/domain/format/amounts';
import { formatSpan } from '../../../shared/domain/format/dates';
import { formatMoney } from '../../../shared/domain/format/money';
import type { Plan } from '../../../shared/domain/plan';
import { goTo } from '../../state/navigation';
import { Segmented } from '../../ui/Segmented';
import { ShowMore } from '../../ui/ShowMore';
import { ComparedFigures } from './ComparedFigures';

export interface ComparisonProps {
  readonly plan: Plan;
  readonly since: SinceBaseline;
}

type Shown = 'all' | TaskSince['state'];

const SHOWN: readonly Exclude<Shown, 'same' | 'all'>[] = ['moved', 'added', 'removed'];
const WORDS = { moved: 'Moved', added: 'New since', removed: 'Gone since', same: 'As agreed' } as const;

/** So many rows stand on the page at first, and as many more each time. */
const AT_ONCE = 200;

export function Comparison({ plan, since }: ComparisonProps): ReactNode {
  const { currency } = plan.budget;
  return (
    <div className="bl scroll">
      <ComparedFigures since={since} currency={currency} taskCount={plan.workbook.outline.rows.length} />
      <Tasks tasks={since.tasks} />
      <Costs costs={since.costs} since={since} currency={currency} />
    </div>
  );
}

function Tasks({ tasks }: { readonly tasks: readonly TaskSince[] }): ReactNode {
  const [shown, show] = useState<Shown>('all');
  const [most, setMost] = useState(AT_ONCE);
  const changed = tasks.filter(({ state }) => state !== 'same');
  const of = (state: TaskSince['state']): number => changed.filter((task) => task.state === state).length;
  const fitting = shown === 'all' ? changed : changed.filter(({ state }) => state === shown);
  const left = fitting.length - most;
  return (
    <section aria-labelledby="bl-tasks">
      <div className="sec">
        <h2 className="h3" id="bl-tasks">
          Tasks
        </h2>
        {changed.length > 0 && (
          <Segmented
            label="Which tasks"
            value={shown}
            onChange={show}
            segments={[
              { id: 'all', label: `All ${formatNumber(changed.length)}` },
              ...SHOWN.map((id) => ({ id, label: `${WORDS[id]} ${formatNumber(of(id))}` })),
            ]}
          />
        )}
      </div>
      {fitting.length === 0 ? (
        <p className="t2">{changed.length === 0 ? 'Every task stands where it stood.' : 'None.'}</p>
      ) : (
        <table className="bl-table num">
          <thead>
            <tr>
              <th scope="col">Task</th>
              <th scope="col">Baseline</th>
              <th scope="col">Now</th>
              <th scope="col">Days</th>
              <th scope="col">Start slip</th>
              <th scope="col">Finish slip</th>
            </tr>
          </thead>
          <tbody>
            {fitting.slice(0, most).map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </tbody>
        </table>
      )}
      <ShowMore
        left={left}
        step={AT_ONCE}
        onMore={() => {
          setMost(most + AT_ONCE);
        }}
      />
    </section>
  );
}

function TaskRow({ task }: { readonly task: TaskSince }): ReactNode {
  const { id, name, wbs, state, then, now, startSlip, finishSlip, longer } = task;
  const slip = (days: number): ReactNode => <td className={slipTone(days)}>{slipCell(days)}</td>;
  return (
    <tr>
      <th scope="row">
        <span className="t3 bl-wbs">{wbs}</span>
        {state === 'removed' ? (
          <span>{name}</span>
        ) : (
          <button
            className="link-button"
            onClick={() => {
              goTo({ page: 'timeline', record: { register: 'tasks', id } });
            }}
          >
            {name}
          </button>
        )}
        {state !== 'moved' && <span className="t3 small bl-state">{WORDS[state]}</span>}
      </th>
      <td>{spanText(then)}</td>
      <td>{spanText(now)}</td>
      <td>{state === 'moved' ? daysText(longer) : formatDays((now ?? then)?.durationDays ?? 0)}</td>
      {state === 'moved' ? slip(startSlip) : <td className="t3">–</td>}
      {state === 'moved' ? slip(finishSlip) : <td className="t3">–</td>}
    </tr>
  );
}

function slipTone(days: number): string {
  return days > 0 ? 'bl-late' : days < 0 ? 'bl-better' : 't3';
}

/** `+2`, `−1.5`, `0`: how much longer a task takes. */
function daysText(longer: number): string {
  if (longer === 0) return '0';
  return `${longer > 0 ? '+' : '\u2212'}${formatDays(Math.abs(longer))}`;
}

/** Near no date, so that every span has its year. */
const NO_YEAR = '';

function spanText(dates: TaskDates | null): string {
  if (dates === null) return '–';
  return formatSpan(dates.start, dates.finish, NO_YEAR);
}

interface CostsProps {
  readonly costs: readonly CostSince[];
  readonly since: SinceBaseline;
  readonly currency: string;
}

function Costs({ costs, since, currency }: CostsProps): ReactNode {
  const then = since.figures.head.currency;
  const isComparable = since.total !== null;
  const changed = costs.filter(({ state }) => state !== 'same');
  const money = (amount: number | null, of: string): string =>
    amount === null ? '–' : formatMoney(amount, of, { cents: true });
  return (
    <section aria-labelledby="bl-costs">
      <div className="sec">
        <h2 className="h3" id="bl-costs">
          Costs
        </h2>
      </div>
      {changed.length === 0 ? (
        <p className="t2">Every cost line comes to what it came to.</p>
      ) : (
        <table className="bl-table num">
          <thead>
            <tr>
              <th scope="col">Cost line</th>
              <th scope="col">Baseline</th>
              <th scope="col">Now</th>
              <th scope="col">Difference</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((line) => {
              const more = (line.now ?? 0) - (line.then ?? 0);
              return (
                <tr key={line.id}>
                  <th scope="row">
                    {line.state === 'removed' ? (
                      <span>{line.name}</span>
                    ) : (
                      <button
                        className="link-button"
                        onClick={() => {
                          goTo({ page: 'costs', record: { register: 'costs', id: line.id } });
                        }}
                      >
                        {line.name}
                      </button>
                    )}
                    {line.state !== 'changed' && (
                      <span className="t3 small bl-state">{WORDS[line.state]}</span>
                    )}
                  </th>
                  <td>{money(line.then, then)}</td>
                  <td>{money(line.now, currency)}</td>
                  <td className={moneyTone(isComparable ? more : 0)}>
                    {isComparable ? moreOrLess(more, currency) : '–'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

function moneyTone(more: number): string {
  return more > 0 ? 'bl-more-money' : more < 0 ? 'bl-better' : 't3';
}
