/** The next three weeks, week by week. */
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { ComingEvent, ComingWeek } from '../../../shared/domain/commands/overviewLists';
import { formatDate } from '../../../shared/domain/format/dates';
import { counted } from '../../../shared/domain/format/sentence';
import { goTo } from '../../state/navigation';

const MOST_IN_A_WEEK = 5;
const WORDS: Readonly<Record<ComingEvent['kind'], string>> = {
  starts: 'starts',
  finishes: 'finishes',
  'falls due': 'due',
};

export function ComingWeeks({
  weeks,
  today,
}: {
  readonly weeks: readonly ComingWeek[];
  readonly today: CalendarDate;
}): ReactNode {
  const count = weeks.reduce((sum, { events }) => sum + events.length, 0);
  if (count === 0) return null;
  return (
    <section className="ov-lower" aria-labelledby="coming-weeks">
      <div className="sec">
        <h2 className="h3" id="coming-weeks">
          Next three weeks
        </h2>
        <span className="t3">{counted(count, 'task starts or finishes', 'tasks start or finish')}</span>
      </div>
      <div className="weeks num">
        {weeks.map(({ from, until, events }) => (
          <div key={from}>
            <p className="t3 small">
              {from <= today ? 'This week' : `${formatDate(from, 'short')} to ${formatDate(until, 'short')}`}
            </p>
            <ul>
              {events.slice(0, MOST_IN_A_WEEK).map(({ task, date, kind }) => (
                <li key={`${task.id}${kind}`}>
                  <button
                    className="link-button"
                    title={task.name}
                    onClick={() => {
                      goTo({ page: 'timeline', record: { register: 'tasks', id: task.id } });
                    }}
                  >
                    {task.name} <span className="t3">{WORDS[kind]}</span>
                  </button>
                  <time className="t3" dateTime={date}>
                    {formatDate(date, 'short')}
                  </time>
                </li>
              ))}
            </ul>
            {events.length > MOST_IN_A_WEEK && (
              <p className="t3 small">and {String(events.length - MOST_IN_A_WEEK)} more</p>
            )}
            {events.length === 0 && <p className="t3">Nothing</p>}
          </div>
        ))}
      </div>
    </section>
  );
}
