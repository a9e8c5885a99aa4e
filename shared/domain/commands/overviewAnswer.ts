/** The one answer a manager opens the plan for: does the date hold, how much room is there, and what decides it. */
import type { CalendarDate } from '../base/dates';
import { daysInWords } from '../format/amounts';
import { formatDate } from '../format/dates';
import { capitalized, counted, cutName, plain, strong, type Sentence } from '../format/sentence';
import type { Plan } from '../plan';
import type { Task } from '../registers/all';
import { recordIn } from '../workbook';
import { deciderSentence, drivingChain, goLiveDecider, MOST_OF_A_NAME } from './goLiveDecider';
import { projectTime, workingDaysTo } from './runUp';

export interface OverviewAnswer {
  readonly sentence: Sentence;
  /** How the marked words are meant. `bad`: the date does not hold or has no room left. */
  readonly tone: 'calm' | 'bad';
}

export function overviewAnswer(plan: Plan, today: CalendarDate): OverviewAnswer {
  const { workbook, schedule } = plan;
  if (workbook.tables.tasks.live.length === 0) {
    return calm(plain('Nothing is planned yet. '), strong('Add tasks to see when you can go live.'));
  }
  const task = recordIn(workbook, 'tasks', workbook.tables.organisation.live[0]?.goLive ?? null);
  if (task === undefined || schedule.goLive === null) {
    const end = formatDate(schedule.projectFinish, 'full');
    return calm(
      plain(`The plan runs until ${end}. `),
      strong('No task is marked as the go-live milestone yet.'),
    );
  }
  if (task.percentComplete >= 100) return afterGoLive(plan, task, schedule.goLive);
  return (
    overdue(plan, schedule.goLive, today) ??
    pastDeadline(plan, { task, goLive: schedule.goLive, today }) ??
    heldUp(plan, { task, goLive: schedule.goLive, today }) ??
    holds(plan, { task, goLive: schedule.goLive, today })
  );
}

interface Aim {
  readonly task: Task;
  readonly goLive: CalendarDate;
  readonly today: CalendarDate;
}

function calm(...sentence: Sentence): OverviewAnswer {
  return { sentence, tone: 'calm' };
}

function bad(...sentence: Sentence): OverviewAnswer {
  return { sentence, tone: 'bad' };
}

function afterGoLive({ workbook, schedule }: Plan, task: Task, goLive: CalendarDate): OverviewAnswer {
  const { rows } = workbook.outline;
  const open = rows.filter((row) => {
    const other = workbook.tables.tasks.byId.get(row.id);
    return !row.hasChildren && other !== undefined && other.id !== task.id && other.percentComplete < 100;
  }).length;
  const live = strong(`You are live, as planned for ${formatDate(goLive, 'full')}.`);
  if (open === 0) return calm(live, plain(' Every task of the plan is done.'));
  const rest = `${capitalized(counted(open, 'task'))} ${open === 1 ? 'remains' : 'remain'}`;
  return calm(live, plain(` ${rest} until ${formatDate(schedule.projectFinish)}.`));
}

function overdue(plan: Plan, goLive: CalendarDate, today: CalendarDate): OverviewAnswer | undefined {
  if (goLive >= today) return undefined;
  const late = workingDaysTo(projectTime(plan.workbook), goLive, today);
  const ago = late === 0 ? [] : [plain(', '), strong(`${daysInWords(late)} ago`), plain(',')];
  return bad(
    plain(`Go-live was due on ${formatDate(goLive, 'full')}`),
    ...ago,
    plain(' and is '),
    strong('not marked done'),
    plain('.'),
    ...deciderSentence(goLiveDecider(plan, today)),
  );
}

function pastDeadline(plan: Plan, { task, goLive, today }: Aim): OverviewAnswer | undefined {
  if (task.deadline === null || goLive <= task.deadline) return undefined;
  const days = workingDaysTo(projectTime(plan.workbook), task.deadline, goLive);
  const by = days === 0 ? 'after' : `${daysInWords(days)} after`;
  return bad(
    plain(`Go-live has moved to ${formatDate(goLive, 'full')}, `),
    strong(`${by} its deadline`),
    plain(`, ${formatDate(task.deadline)}.`),
    ...deciderSentence(goLiveDecider(plan, today)),
  );
}

/** Work on the chain to go-live that should be finished and is not: the date stands on paper only. */
function heldUp(plan: Plan, { task, goLive, today }: Aim): OverviewAnswer | undefined {
  const time = projectTime(plan.workbook);
  const late = drivingChain(plan, task.id)
    .filter((step) => step.kind === 'task' && step.task.percentComplete < 100 && step.finish < today)
    .map((step) => ({ name: step.task.name, days: workingDaysTo(time, step.finish, today) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days);
  const [worst] = late;
  if (worst === undefined) return undefined;
  const others =
    late.length === 1 ? '' : `, and ${counted(late.length - 1, 'other task')} on its path with it`;
  return bad(
    plain(`Go-live on ${formatDate(goLive, 'full')} is `),
    strong('at risk'),
    plain(`. “${cutName(worst.name, MOST_OF_A_NAME)}” is ${daysInWords(worst.days)} late${others}.`),
  );
}

function holds(plan: Plan, { task, goLive, today }: Aim): OverviewAnswer {
  const slack = Math.floor(plan.schedule.task(task.id)?.totalFloatDays ?? 0);
  const decider = deciderSentence(goLiveDecider(plan, today));
  const opening = plain(`Go-live on ${formatDate(goLive, 'full')} holds, with `);
  if (slack <= 0) return bad(opening, strong('no slack left'), plain('.'), ...decider);
  return calm(opening, strong(`${daysInWords(slack)} of slack`), plain('.'), ...decider);
}
