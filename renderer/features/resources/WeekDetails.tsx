/** What lies behind one cell: the time there is, and the tasks that take it. */
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { daysInWords, formatNumber, formatPercent } from '../../../shared/domain/format/amounts';
import { formatDate, formatSpan } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { WHOLE } from '../../../shared/domain/resources/capacity';
import { loadIn, loadPercent, type PersonLoad, type Work } from '../../../shared/domain/resources/load';
import { weekIn } from '../../../shared/domain/resources/overloads';
import { firstDayOf, lastDayOf, mondayOf } from '../../../shared/domain/resources/weeks';
import { capacityBetween } from '../../../shared/domain/resources/capacity';
import { MINUTES_PER_DAY } from '../../../shared/domain/schedule/ticks';
import { recordTitle } from '../../../shared/domain/records/recordName';
import { goTo } from '../../state/navigation';

export interface WeekDetailsProps {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly load: PersonLoad;
  readonly week: number;
  /** Shows an assignment where it can be changed. */
  readonly onChange: (assignment: string) => void;
}

export function WeekDetails({ plan, today, load, week, onChange }: WeekDetailsProps): ReactNode {
  const works = load.works
    .map((work) => ({ work, part: loadIn(work, week) }))
    .filter(({ part }) => part > 0)
    .sort((a, b) => b.part - a.part);
  const capacity = capacityBetween(load.capacity, firstDayOf(week), lastDayOf(week));
  const title = `${load.person.name}, week of ${formatDate(mondayOf(week), 'weekdayYear')}`;
  return (
    <section className="load-details" aria-label={title}>
      <h2 className="h3" aria-live="polite">
        {title}
      </h2>
      <p className="t2">{sentence(weekIn(load, week).load, capacity)}</p>
      {works.length > 0 && (
        <table className="plain num">
          <thead>
            <tr>
              <th scope="col">Task</th>
              <th scope="col">When</th>
              <th scope="col" className="n">
                Share of the day
              </th>
              <th scope="col" className="n">
                Days in this week
              </th>
              <th scope="col">
                <span className="sr">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {works.map(({ work, part }) => (
              <WorkRow key={work.assignment.id} {...{ plan, today, work, part, onChange }} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Working days; two decimals are enough to read. */
function daysOf(load: number): number {
  return Math.round((load / (MINUTES_PER_DAY * WHOLE * WHOLE)) * 100) / 100;
}

function sentence(load: number, capacity: number): string {
  const time = `${daysInWords(daysOf(capacity))} for the project`;
  if (load === 0)
    return capacity === 0 ? 'No working time, and nothing planned.' : `Nothing planned; ${time}.`;
  const percent = loadPercent({ load, capacity });
  if (percent === null) return `${daysInWords(daysOf(load))} of work and no working time.`;
  return `${formatPercent(percent)}: ${daysInWords(daysOf(load))} of work, ${time}.`;
}

interface WorkRowProps {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly work: Work;
  readonly part: number;
  readonly onChange: (assignment: string) => void;
}

function WorkRow({ plan, today, work, part, onChange }: WorkRowProps): ReactNode {
  const { assignment, task } = work;
  const dates = plan.schedule.task(task.id);
  const role = assignment.person === null ? recordTitle(plan.workbook, 'roles', assignment.role ?? '') : '';
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="link-button clip"
          title={task.name}
          onClick={() => {
            goTo({ page: 'timeline', record: { register: 'tasks', id: task.id } });
          }}
        >
          {task.name}
        </button>
        {role !== '' && <span className="t3 small"> as {role}</span>}
      </th>
      <td className="t2">{dates === undefined ? '' : formatSpan(dates.start, dates.finish, today)}</td>
      <td className="n">{formatPercent(assignment.unitsPercent)}</td>
      <td className="n">{formatNumber(daysOf(part))}</td>
      <td>
        <button
          type="button"
          className="link-button"
          aria-label={`Change who works on “${task.name}”`}
          onClick={() => {
            onChange(assignment.id);
          }}
        >
          Change
        </button>
      </td>
    </tr>
  );
}
