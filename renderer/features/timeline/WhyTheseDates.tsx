import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { formatDateNear } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import type { Task } from '../../../shared/domain/registers/all';
import { whyTheseDates, type ChainStep } from '../../../shared/domain/timeline/whyTheseDates';
import { recordIn } from '../../../shared/domain/workbook';
import { StatusShape } from '../../ui/StatusShape';
import type { StatusKind } from '../../ui/tone';

export interface WhyTheseDatesProps {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly task: Task;
  readonly onShow: (task: string) => void;
}

/** The chain that decides a task's dates, the earliest step first. */
export function WhyTheseDates({ plan, today, task, onShow }: WhyTheseDatesProps): ReactNode {
  const steps = whyTheseDates(plan.workbook, plan.schedule, task.id);
  return (
    <section>
      <h3 className="h3">Why these dates</h3>
      <ol className="why">
        {steps.map((step) => (
          <li
            key={`${step.kind} ${step.task ?? ''}`}
            className={step.kind === 'self' ? 'is-self' : undefined}
          >
            <StatusShape kind={signOf(plan, step)} silent />
            {step.task === null || step.kind === 'self' ? (
              <span>{step.text}</span>
            ) : (
              <button type="button" className="task-link" onClick={() => onShow(step.task ?? '')}>
                {step.text}
              </button>
            )}
            <span className="num">{step.date === null ? '' : formatDateNear(step.date, today)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function signOf({ workbook }: Plan, step: ChainStep): StatusKind {
  const task = recordIn(workbook, 'tasks', step.task);
  if (task === undefined) return 'away';
  if (task.percentComplete >= 100) return 'done';
  return step.kind === 'self' || task.percentComplete > 0 ? 'progress' : 'todo';
}
