/** The one sentence over the timeline: when the practice goes live, how far away that is, and what decides it. */
import { addDays, type CalendarDate } from '../base/dates';
import { goLiveSince } from '../baseline/baselineWords';
import { daysInWords } from '../format/amounts';
import { formatDate } from '../format/dates';
import { plain, strong, type Sentence } from '../format/sentence';
import type { Plan } from '../plan';
import type { Baseline, Task } from '../registers/all';
import type { ScheduledTask } from '../schedule/schedule';
import { recordIn } from '../workbook';
import { deciderSentence, goLiveDecider } from './goLiveDecider';
import { workingTimeFor } from './taskDates';

type TimelinePlan = Pick<Plan, 'workbook' | 'schedule'>;

/** @param shown the baseline that is shown beside it; without one go-live is compared with the latest */
export function timelineAnswer(
  plan: TimelinePlan,
  today: CalendarDate,
  shown: Baseline | null = null,
): Sentence {
  const { workbook, schedule } = plan;
  if (workbook.outline.rows.length === 0)
    return [plain('Nothing is planned yet. Add a first task; dates follow from durations and links.')];
  const goLive = workbook.tables.organisation.live[0]?.goLive ?? null;
  const task = recordIn(workbook, 'tasks', goLive);
  const scheduled = goLive === null ? undefined : schedule.task(goLive);
  if (task === undefined || scheduled === undefined) return withoutGoLive(plan, today, goLive !== null);
  if (task.percentComplete >= 100)
    return [plain('The practice went live on '), strong(formatDate(scheduled.finish, 'full')), plain('.')];
  if (scheduled.finish < today) return missed(plan, scheduled, today);
  return ahead(plan, { task, scheduled, shown }, today);
}

/** Working days from tomorrow until a date, that date included, in the plan's own calendar. */
export function workingDaysUntil(
  { workbook }: TimelinePlan,
  today: CalendarDate,
  date: CalendarDate,
): number {
  return workingTimeFor(workbook, undefined).workingDaysBetween(addDays(today, 1), date);
}

function withoutGoLive(plan: TimelinePlan, today: CalendarDate, isLost: boolean): Sentence {
  const { projectFinish } = plan.schedule;
  const away =
    projectFinish > today ? `, ${daysInWords(workingDaysUntil(plan, today, projectFinish))} from now` : '';
  const missing = isLost
    ? 'The task that was marked as go-live is no longer in the plan; mark another one.'
    : 'Mark a milestone as go-live to see how far away it is and what decides it.';
  return [
    plain('The plan ends '),
    strong(formatDate(projectFinish, 'full')),
    plain(`${away}. `),
    strong('No go-live date yet.'),
    plain(` ${missing}`),
  ];
}

function missed(plan: TimelinePlan, { finish }: ScheduledTask, today: CalendarDate): Sentence {
  const ago = workingTimeFor(plan.workbook, undefined).workingDaysBetween(finish, addDays(today, -1));
  return [
    plain('Go-live was planned for '),
    strong(formatDate(finish, 'full')),
    plain(`, ${daysInWords(ago)} ago, and is `),
    strong('not marked done'),
    plain('.'),
  ];
}

function ahead(
  plan: TimelinePlan,
  goLive: { readonly task: Task; readonly scheduled: ScheduledTask; readonly shown: Baseline | null },
  today: CalendarDate,
): Sentence {
  const { finish, totalFloatDays } = goLive.scheduled;
  const days = workingDaysUntil(plan, today, finish);
  const when: Sentence =
    finish === today
      ? [plain('Go-live is '), strong('today'), plain(', ')]
      : [
          plain('Go-live is '),
          strong(formatDate(finish, 'full')),
          plain(': '),
          strong(daysInWords(days)),
          plain(' from now, '),
        ];
  return [
    ...when,
    ...slackWords(totalFloatDays),
    plain('.'),
    ...goLiveSince(plan, goLive.shown),
    ...deciderSentence(goLiveDecider(plan, today)),
  ];
}

function slackWords(days: number): Sentence {
  if (days >= 0) return [plain('with '), strong(daysInWords(days, 'day')), plain(' of slack')];
  return [
    strong(`${daysInWords(-days, 'day')} too late`),
    plain(' for its deadline or for a date that waits for it'),
  ];
}
