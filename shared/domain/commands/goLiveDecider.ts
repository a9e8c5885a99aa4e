/**
 * What decides the go-live date: of everything on the chain that drives it, the longest piece of work or wait that is
 * still to come.
 */
import type { CalendarDate } from '../base/dates';
import { daysInWords } from '../format/amounts';
import { cutName, plain, type Sentence } from '../format/sentence';
import type { Plan as WholePlan } from '../plan';
import { tasks as taskRegister } from '../registers/tasks';
import type { Link, Task } from '../registers/all';
import { recordIn } from '../workbook';

type Plan = Pick<WholePlan, 'workbook' | 'schedule'>;

export type Decider =
  /** Work of so many working days. */
  | { readonly kind: 'task'; readonly task: Task; readonly days: number }
  /** A lag of so many working days behind a task. */
  | { readonly kind: 'wait'; readonly task: Task; readonly days: number }
  /** Nothing but a date somebody set. */
  | { readonly kind: 'rule'; readonly task: Task; readonly rule: string };

/** A task that drives go-live, or the wait behind one. */
export interface ChainStep {
  readonly task: Task;
  /** Working days it adds to the chain. */
  readonly days: number;
  readonly kind: 'task' | 'wait';
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
}

/** The steps that drive a task's date, the last first. A summary is stood for by what finishes last under it. */
export function drivingChain(plan: Plan, taskId: string | null): readonly ChainStep[] {
  const { workbook, schedule } = plan;
  const steps: ChainStep[] = [];
  const seen = new Set<string>();
  /** False once only the start of the next task back matters. */
  let counts = true;
  for (let id = lastUnder(plan, taskId); id !== null && !seen.has(id);) {
    seen.add(id);
    const task = recordIn(workbook, 'tasks', id);
    const scheduled = schedule.task(id);
    if (task === undefined || scheduled === undefined) break;
    const { start, finish, driver } = scheduled;
    const link = driver.kind === 'link' ? recordIn(workbook, 'links', driver.link) : undefined;
    const drivesFinish = link?.type === 'FF' || link?.type === 'SF';
    steps.push({
      kind: 'task',
      task,
      start,
      finish,
      days: counts && !drivesFinish ? scheduled.durationDays : 0,
    });
    if (link === undefined) break;
    id = lastUnder(plan, link.predecessor);
    counts = link.type === 'FS' || link.type === 'FF';
    const wait = waitOf(plan, link, id, start);
    if (wait !== undefined) steps.push(wait);
  }
  return steps;
}

function waitOf(plan: Plan, link: Link, behind: string | null, until: CalendarDate): ChainStep | undefined {
  const task = recordIn(plan.workbook, 'tasks', behind);
  const scheduled = behind === null ? undefined : plan.schedule.task(behind);
  if (link.lagDays <= 0 || task === undefined || scheduled === undefined) return undefined;
  return { kind: 'wait', task, days: link.lagDays, start: scheduled.finish, finish: until };
}

/** The task itself, or of a summary the task under it that finishes last. */
function lastUnder({ workbook, schedule }: Plan, id: string | null): string | null {
  const { rows, index } = workbook.outline;
  const at = id === null ? undefined : index.get(id);
  const row = at === undefined ? undefined : rows[at];
  if (at === undefined || row === undefined) return null;
  if (!row.hasChildren) return row.id;
  let last: string | null = null;
  let finish = '';
  for (const inner of rows.slice(at + 1, row.end)) {
    const end = inner.hasChildren ? undefined : schedule.task(inner.id)?.finish;
    if (end === undefined || end <= finish) continue;
    last = inner.id;
    finish = end;
  }
  return last;
}

/** @param today what lies before it no longer decides anything */
export function goLiveDecider(plan: Plan, today: CalendarDate): Decider | undefined {
  const goLive = plan.workbook.tables.organisation.live[0]?.goLive ?? null;
  const steps = drivingChain(plan, goLive);
  let longest: ChainStep | undefined;
  for (const step of steps) {
    // A task that should be finished and is not decides more than ever; a wait that is over decides nothing.
    const isOpen = step.kind === 'task' ? step.task.percentComplete < 100 : step.finish > today;
    // Of equals the earlier one: it comes first.
    if (isOpen && step.days > 0 && step.days >= (longest?.days ?? 0)) longest = step;
  }
  if (longest !== undefined) return { kind: longest.kind, task: longest.task, days: longest.days };
  const first = steps.at(-1)?.task;
  if (first === undefined || first.percentComplete >= 100) return undefined;
  if (plan.schedule.task(first.id)?.driver.kind !== 'constraint') return undefined;
  return { kind: 'rule', task: first, rule: taskRegister.fields.constraint.options[first.constraint] };
}

/** Characters of a task's name in a sentence that is read at a glance. */
export const MOST_OF_A_NAME = 60;

/** The end of an answer: what decides the date, in words. */
export function deciderSentence(decider: Decider | undefined): Sentence {
  if (decider === undefined) return [];
  const name = cutName(decider.task.name, MOST_OF_A_NAME);
  switch (decider.kind) {
    case 'task':
      return [plain(` “${name}” decides it.`)];
    case 'wait':
      return [plain(` The wait of ${daysInWords(decider.days)} after “${name}” decides it.`)];
    case 'rule':
      return [plain(` The date rule of “${name}” decides it.`)];
  }
}
