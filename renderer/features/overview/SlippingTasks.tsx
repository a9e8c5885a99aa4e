/** Tasks that should be finished and are not, and those with less done than the days gone by. */
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { SlippingTask } from '../../../shared/domain/commands/overviewLists';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { formatDateNear } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { goTo } from '../../state/navigation';
import { Avatar } from '../../ui/Avatar';
import { StatusShape } from '../../ui/StatusShape';

const FIRST_SHOWN = 6;

export interface SlippingTasksProps {
  readonly plan: Plan;
  readonly slipping: readonly SlippingTask[];
  readonly today: CalendarDate;
}

export function SlippingTasks({ plan, slipping, today }: SlippingTasksProps): ReactNode {
  const { tables, outline } = plan.workbook;
  const tasks = outline.rows.filter((row) => !row.hasChildren).length;
  if (slipping.length === 0) return null;
  return (
    <section className="ov-lower" aria-labelledby="late-or-slipping">
      <div className="sec">
        <h2 className="h3" id="late-or-slipping">
          Late or slipping
        </h2>
        <span className="t3 num">
          {formatNumber(slipping.length)} of {formatNumber(tasks)} tasks
        </span>
        <button
          className="link-button more"
          onClick={() => {
            goTo({ page: 'timeline' });
          }}
        >
          Timeline
        </button>
      </div>
      <table className="slip">
        <thead>
          <tr>
            <th>Task</th>
            <th className="slip-who">
              <span className="sr">Owner</span>
            </th>
            <th className="n slip-date">Should finish</th>
            <th className="n slip-standing">Standing</th>
          </tr>
        </thead>
        <tbody>
          {slipping.slice(0, FIRST_SHOWN).map(({ task, kind, finish, standing }) => {
            const owner = tables.people.byId.get(task.owner ?? '');
            return (
              <tr key={task.id}>
                <td>
                  <span className="slip-name">
                    <StatusShape kind={kind === 'late' ? 'late' : 'close'} silent />
                    <button
                      className="link-button clip"
                      title={task.name}
                      onClick={() => {
                        goTo({ page: 'timeline', record: { register: 'tasks', id: task.id } });
                      }}
                    >
                      {task.name}
                    </button>
                  </span>
                </td>
                <td className="slip-who">{owner !== undefined && <Avatar name={owner.name} />}</td>
                <td className="n num">{formatDateNear(finish, today)}</td>
                <td className={kind === 'late' ? 'n num bad' : 'n num warn'}>{standing}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
