/** What the plan comes to, then and now: its dates, its tasks, the work and the money. */
import type { ReactNode } from 'react';
import { moreOrLess, slipWords } from '../../../shared/domain/baseline/baselineWords';
import type { DateSince, SinceBaseline } from '../../../shared/domain/baseline/compareBaseline';
import { daysInWords, formatNumber } from '../../../shared/domain/format/amounts';
import { formatDate } from '../../../shared/domain/format/dates';
import { formatMoney } from '../../../shared/domain/format/money';

interface ComparedFiguresProps {
  readonly since: SinceBaseline;
  readonly currency: string;
  readonly taskCount: number;
}

export function ComparedFigures({ since, currency, taskCount }: ComparedFiguresProps): ReactNode {
  const { goLive, end, total, figures, work } = since;
  const dateRow = (name: string, { then, now, slip }: DateSince): ReactNode => (
    <Figure
      name={name}
      then={formatDate(then, 'weekdayYear')}
      now={formatDate(now, 'weekdayYear')}
      difference={slipWords(slip)}
      tone={slip > 0 ? 'late' : slip < 0 ? 'better' : 'same'}
    />
  );
  const more = taskCount - figures.head.tasks;
  const cost = total === null ? 0 : total.now - total.then;
  const money = (amount: number, of: string): string => formatMoney(amount, of, { cents: true });
  return (
    <table className="bl-table bl-figures num" aria-label="Then and now">
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">Figure</span>
          </th>
          <th scope="col">Baseline</th>
          <th scope="col">Now</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {goLive !== null && dateRow('Go-live', goLive)}
        {dateRow('The plan ends', end)}
        <Figure
          name="Tasks"
          then={formatNumber(figures.head.tasks)}
          now={formatNumber(taskCount)}
          difference={
            more === 0 ? 'the same' : `${formatNumber(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'}`
          }
          tone="same"
        />
        {(work.then !== 0 || work.now !== 0) && (
          <Figure
            name="Planned work"
            then={daysInWords(work.then, 'day')}
            now={daysInWords(work.now, 'day')}
            difference={workDifference(work.now - work.then)}
            tone="same"
          />
        )}
        <Figure
          name="Total cost"
          then={money(figures.head.total, figures.head.currency)}
          now={total === null ? '–' : money(total.now, currency)}
          difference={total === null ? 'another currency' : moreOrLess(cost, currency)}
          tone={cost > 0 ? 'more-money' : cost < 0 ? 'better' : 'same'}
        />
      </tbody>
    </table>
  );
}

/** `3.5 days more`: of the work of all people together. */
function workDifference(more: number): string {
  const days = Number(more.toFixed(6));
  if (days === 0) return 'the same';
  return `${daysInWords(Math.abs(days), 'day')} ${days > 0 ? 'more' : 'less'}`;
}

interface FigureProps {
  readonly name: string;
  readonly then: string;
  readonly now: string;
  readonly difference: string;
  readonly tone: 'same' | 'better' | 'late' | 'more-money';
}

function Figure({ name, then, now, difference, tone }: FigureProps): ReactNode {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{then}</td>
      <td className={tone === 'same' ? undefined : 'med'}>{now}</td>
      <td className={`bl-${tone}`}>{difference}</td>
    </tr>
  );
}
