/** What is wrong with who works on what: too much for somebody, nobody to do it, or written where it counts for nothing. */
import { problem, type Finding, type Problem } from '../base/problem';
import type { Assignment } from '../registers/all';
import type { Schedule } from '../schedule/schedule';
import { dateOfTableDay } from '../schedule/workingTime';
import type { Workbook } from '../workbook';
import { capacityBetween } from './capacity';
import {
  assigneeOf,
  heaviestIn,
  loadIn,
  loadOf,
  loadPercent,
  overRuns,
  taskToDo,
  type OverRun,
  type PersonLoad,
  type Work,
} from './load';
import { mondayOf } from './weeks';

/** From so many weeks in a row on, too much work is more than a busy week. */
const WEEKS_THAT_MATTER = 2;

/** By person for what is too much, then by assignment, each in the order of its register. */
export function resourceFindings(workbook: Workbook, schedule: Schedule): readonly Finding[] {
  if (workbook.tables.assignments.live.length === 0) return [];
  const load = loadOf(workbook, schedule);
  return [
    ...load.flatMap(tooMuch),
    ...load.flatMap((person) => person.works.flatMap((work) => noTimeFor(person, work))),
    ...inVain(workbook),
  ];
}

/**
 * The run of weeks that says most about a person: one that lasts before a single week, then the one with the worst week.
 * Weeks in which there is only work that the person is not there for at all are told of that work.
 */
export function gravestRun(load: PersonLoad): OverRun | undefined {
  const works = load.works.filter((work) => !isAbsent(load, work));
  const runs = overRuns(load).filter(({ weeks }) =>
    weeks.some(({ week }) => works.some((work) => loadIn(work, week) > 0)),
  );
  const lasting = runs.filter(({ weeks }) => weeks.length >= WEEKS_THAT_MATTER);
  const [first, ...others] = lasting.length > 0 ? lasting : runs;
  return others.reduce<OverRun | undefined>((worst, run) => (isGraver(run, worst) ? run : worst), first);
}

export function isLasting({ weeks }: OverRun): boolean {
  return weeks.length >= WEEKS_THAT_MATTER;
}

function isGraver(run: OverRun, than: OverRun | undefined): boolean {
  const [a, b] = [run, than].map((each) => (each === undefined ? 0 : (loadPercent(each.worst) ?? Infinity)));
  return (a ?? 0) > (b ?? 0);
}

function tooMuch(load: PersonLoad): readonly Finding[] {
  const run = gravestRun(load);
  const [first] = run?.weeks ?? [];
  if (run === undefined || first === undefined) return [];
  const { worst, weeks } = run;
  const found = problem('resources/tooMuch', {
    person: load.person.name,
    percent: loadPercent(worst),
    week: mondayOf(worst.week),
    from: mondayOf(first.week),
    weeks: weeks.length,
  });
  // What there is to change stands at the assignment; who is meant, the sentence says.
  const assignment = heaviestIn(load, worst.week)?.assignment;
  if (assignment === undefined) return [];
  return [finding(assignment, isLasting(run) ? 'warning' : 'info', 'unitsPercent', found)];
}

function isAbsent({ capacity }: PersonLoad, { scheduled: { startDay, finishDay } }: Work): boolean {
  return capacityBetween(capacity, startDay, finishDay) === 0;
}

function noTimeFor(load: PersonLoad, work: Work): Finding[] {
  if (!isAbsent(load, work)) return [];
  const { assignment, task, scheduled } = work;
  const { startDay, finishDay } = scheduled;
  const found = problem('resources/absent', {
    person: load.person.name,
    task: task.name,
    start: dateOfTableDay(startDay),
    finish: dateOfTableDay(finishDay),
  });
  return [finding(assignment, 'error', whoField(assignment), found)];
}

/** Assignments that count for nothing, or twice. */
function inVain(workbook: Workbook): readonly Finding[] {
  const seen = new Set<string>();
  return workbook.tables.assignments.live.flatMap((assignment): Finding[] => {
    const task = taskToDo(workbook, assignment);
    if (task === undefined) return [];
    const assignee = assigneeOf(workbook, assignment);
    const at = workbook.outline.index.get(task.id) ?? -1;
    const isSummary = task.kind === 'summary' || workbook.outline.rows[at]?.hasChildren === true;
    const onSummary = isSummary
      ? [finding(assignment, 'warning', 'task', problem('resources/onSummary', { task: task.name }))]
      : [];
    if (assignee.kind === 'unknown') return onSummary;
    if (assignee.kind === 'open') {
      const facts = { role: assignee.role, task: task.name };
      return [...onSummary, finding(assignment, 'info', 'role', problem('resources/roleOpen', facts))];
    }
    const facts = { person: assignee.person.name, task: task.name };
    const who = whoField(assignment);
    if (assignee.kind === 'gone')
      return [...onSummary, finding(assignment, 'warning', who, problem('resources/personGone', facts))];
    const key = `${task.id} ${assignee.person.id}`;
    const isTwice = seen.has(key);
    seen.add(key);
    const twice = problem('resources/twice', facts);
    return [...onSummary, ...(isTwice ? [finding(assignment, 'warning', who, twice)] : [])];
  });
}

function whoField({ person }: Assignment): 'person' | 'role' {
  return person === null ? 'role' : 'person';
}

function finding({ id }: Assignment, level: Finding['level'], field: string, found: Problem): Finding {
  return { level, problem: found, register: 'assignments', id, field };
}
