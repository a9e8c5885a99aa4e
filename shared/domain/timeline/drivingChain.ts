/** What decides a task's dates, followed back from the task to where the chain begins. */
import type { OutlineRow } from '../outline';
import type { Link, Task } from '../registers/all';
import type { Driver, Schedule, ScheduledTask } from '../schedule/schedule';
import { recordIn, type Workbook } from '../workbook';

export interface ChainTask {
  readonly task: Task;
  readonly scheduled: ScheduledTask;
  /** The link by which this task holds the one before it in the list; null for the first and where a summary passes on. */
  readonly link: Link | null;
}

export interface DrivingChain {
  /** The task itself first, then what decides its dates, and so on. */
  readonly tasks: readonly ChainTask[];
  /** What the last task of the list starts from. */
  readonly origin: Driver['kind'] | 'circle' | 'longer';
}

/** What holds a task, and by which link. */
interface Holder {
  readonly id: string;
  readonly link: Link | null;
}

/** @param most tasks in the list at most */
export function drivingChain(
  workbook: Workbook,
  schedule: Schedule,
  id: string,
  most = Infinity,
): DrivingChain {
  const tasks: ChainTask[] = [];
  const seen = new Set<string>();
  let next: Holder = { id, link: null };
  for (;;) {
    const task = recordIn(workbook, 'tasks', next.id);
    const scheduled = schedule.task(next.id);
    if (task === undefined || scheduled === undefined) return { tasks, origin: 'projectStart' };
    if (seen.has(task.id)) return { tasks, origin: 'circle' };
    if (tasks.length >= most) return { tasks, origin: 'longer' };
    seen.add(task.id);
    tasks.push({ task, scheduled, link: next.link });
    const { driver }: ScheduledTask = scheduled;
    const before = driverOf(workbook, schedule, task, driver, next.link);
    if (before === undefined) return { tasks, origin: driver.kind };
    next = before;
  }
}

function driverOf(
  workbook: Workbook,
  schedule: Schedule,
  task: Task,
  driver: Driver,
  through: Link | null,
): Holder | undefined {
  if (driver.kind === 'children') {
    // Reached by its start, a summary is decided by its first task; otherwise by its last.
    const byStart = through?.type === 'SS' || through?.type === 'SF';
    const child = decidingChild(workbook, schedule, task.id, byStart ? 'start' : 'finish');
    return child === undefined ? undefined : { id: child.id, link: null };
  }
  if (driver.kind !== 'link') return undefined;
  const link = recordIn(workbook, 'links', driver.link);
  const predecessor = link?.predecessor ?? null;
  return link === undefined || predecessor === null ? undefined : { id: predecessor, link };
}

/** The task under a summary that starts first or finishes last. */
export function decidingChild(
  { outline }: Workbook,
  schedule: Schedule,
  summary: string,
  edge: 'start' | 'finish',
): OutlineRow | undefined {
  const at = outline.index.get(summary) ?? -1;
  const end = outline.rows[at]?.end ?? 0;
  let best: { row: OutlineRow; date: string } | undefined;
  for (const row of outline.rows.slice(at + 1, end)) {
    const date = schedule.task(row.id)?.[edge];
    if (row.hasChildren || date === undefined) continue;
    const isBetter = best === undefined || (edge === 'start' ? date < best.date : date > best.date);
    if (isBetter) best = { row, date };
  }
  return best?.row;
}
