/** The next three weeks, week by week. */
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { ComingEvent, ComingWeek } from '../../../shared/domain/commands/overviewLists';
import { formatDate, formatDateNear } from '../../../shared/domain/format/dates';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { counted } from '../../../shared/domain/format/sentence';
import { goTo } from '../../state/navigation';

const MOST_IN_A_WEEK = 5;
const WORDS: Readonly<Record<ComingEvent['kind'], string>> = {
  starts: 'starts',
  finishes: 'finishes',
  'falls due': 'due',
};

export interface ComingWeeksProps {
  readonly weeks: readonly ComingWeek[];
  /** What comes after a time in which nothing does. */
  readonly next: readonly ComingEvent[];
  readonly today: CalendarDate;
}

export function ComingWeeks({ weeks, next, today }: ComingWeeksProps): ReactNode {
  const count = weeks.reduce((sum, { events }) => sum + events.length, 0);
  const isQuiet = count === 0;
  if (isQuiet && next.length === 0) return null;
  return (
    <section className="ov-lower" aria-labelledby="coming-weeks">
      <div className="sec">
        <h2 className="h3" id="coming-weeks">
          {isQuiet ? 'What comes first' : 'Next three weeks'}
        </h2>
        <span className="t3">
          {isQuiet
            ? 'Nothing starts or finishes in the next three weeks'
            : counted(count, 'task starts or finishes', 'tasks start or finish')}
        </span>
      </div>
      {isQuiet ? (
        <div className="weeks is-one">
          <Events events={next} today={today} />
        </div>
      ) : (
        <div className="weeks">
          {weeks.map(({ from, until, events }) => (
            <div key={from}>
              <p className="t3 small">
                {from <= today
                  ? 'This week'
                  : `${formatDate(from, 'short')} to ${formatDate(until, 'short')}`}
              </p>
              <Events events={events.slice(0, MOST_IN_A_WEEK)} today={today} />
              {events.length > MOST_IN_A_WEEK && (
                <p className="t3 small">and {formatNumber(events.length - MOST_IN_A_WEEK)} more</p>
              )}
              {events.length === 0 && <p className="t3">Nothing</p>}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function Events({
  events,
  today,
}: {
  readonly events: readonly ComingEvent[];
  readonly today: CalendarDate;
}): ReactNode {
  return (
    <ul>
      {events.map(({ task, date, kind }) => (
        <li key={`${task.id}${kind}`}>
          <button
            className="link-button"
            title={task.name}
            onClick={() => {
              goTo({ page: 'timeline', record: { register: 'tasks', id: task.id } });
            }}
          >
            <span className="week-name">{task.name}</span> <span className="t3">{WORDS[kind]}</span>
          </button>
          <time className="t3" dateTime={date}>
            {formatDateNear(date, today)}
          </time>
        </li>
      ))}
    </ul>
  );
}
