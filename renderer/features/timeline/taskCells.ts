/** What stands in each cell of the timeline's list. */
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { slipCell, slipWords } from '../../../shared/domain/baseline/baselineWords';
import type { Figures } from '../../../shared/domain/baseline/figures';
import { NEW_SINCE, taskThen } from '../../../shared/domain/baseline/taskSince';
import { predecessorsText } from '../../../shared/domain/commands/taskLinks';
import { formatDays, formatPercent } from '../../../shared/domain/format/amounts';
import { formatDate, formatDateNear } from '../../../shared/domain/format/dates';
import type { OutlineRow } from '../../../shared/domain/outline';
import { openThreads } from '../../../shared/domain/records/comments';
import { binNote } from '../../../shared/domain/records/references';
import { registers, type Task } from '../../../shared/domain/registers/all';
import type { Schedule, ScheduledTask } from '../../../shared/domain/schedule/schedule';
import type { StandingAt, TaskStanding } from '../../../shared/domain/timeline/taskStanding';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import type { GridCell } from '../../ui/grid/gridTypes';

export interface CellSource {
  readonly workbook: Workbook;
  readonly schedule: Schedule;
  readonly standings: StandingAt;
  readonly rows: readonly OutlineRow[];
  readonly today: CalendarDate;
  /** What the tasks were in the baseline that is shown. */
  readonly baseline: Figures | null;
}

interface Row {
  readonly row: OutlineRow;
  readonly task: Task;
  readonly dates: ScheduledTask;
  readonly standing: TaskStanding | undefined;
  /** Place in the whole outline, from 0. */
  readonly at: number;
  readonly conflicts: ReadonlySet<string>;
  /** Open conversations about it. */
  readonly comments: number | undefined;
}

const NOTHING: GridCell = { text: '', readOnly: true };

export function taskCells(source: CellSource): (index: number, columnId: string) => GridCell {
  const { workbook, schedule, standings, rows } = source;
  const conflicts = conflictedFields(workbook);
  const open = openThreads(workbook);
  return (index, columnId) => {
    const row = rows[index];
    const task = recordIn(workbook, 'tasks', row?.id ?? null);
    const dates = schedule.task(row?.id ?? '');
    if (row === undefined || task === undefined || dates === undefined) return NOTHING;
    const at = workbook.outline.index.get(row.id) ?? 0;
    const fields = conflicts.get(row.id) ?? NO_FIELDS;
    const standing = standings(at);
    const comments = open.get(row.id);
    return cellOf({ row, task, dates, at, standing, conflicts: fields, comments }, columnId, source);
  };
}

const NO_FIELDS: ReadonlySet<string> = new Set();

/** Task id to the fields that several people wrote apart. */
function conflictedFields(workbook: Workbook): ReadonlyMap<string, ReadonlySet<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { register, id, field } of workbook.conflicts) {
    if (register !== 'tasks') continue;
    const known = fields.get(id);
    if (known === undefined) fields.set(id, new Set([field]));
    else known.add(field);
  }
  return fields;
}

function cellOf(of: Row, columnId: string, source: CellSource): GridCell {
  switch (columnId) {
    case 'number':
      return { text: String(of.at + 1) };
    case 'name':
      return nameCell(of);
    case 'durationDays':
      return durationCell(of);
    case 'start':
      return dateCell(of, 'start', source.today);
    case 'finish':
      return dateCell(of, 'finish', source.today);
    case 'owner':
      return ownerCell(of, source.workbook);
    case 'percentComplete':
      return doneCell(of);
    case 'predecessors':
      return predecessorsCell(of, source.workbook);
    case 'slack':
      return slackCell(of);
    case 'slip':
      return slipCellOf(of, source);
    case 'baselineStart':
      return thenCell(of, 'start', source);
    case 'baselineFinish':
      return thenCell(of, 'finish', source);
    default:
      return NOTHING;
  }
}

function conflictMark({ conflicts }: Row, ...fields: readonly string[]): Partial<GridCell> {
  return fields.some((field) => conflicts.has(field)) ? { conflict: true } : {};
}

function nameCell(of: Row): GridCell {
  const { task, row, dates, conflicts, comments } = of;
  const isGate = task.kind === 'gate';
  const isPoint = !row.hasChildren && (isGate || dates.durationDays === 0);
  const kind = isGate ? 'gate' : 'milestone';
  const elsewhere = [...conflicts].some((field) => !SHOWN_FIELDS.has(field));
  return {
    text: task.name,
    title: task.name,
    ...(isPoint ? { mark: kind } : {}),
    ...(comments === undefined ? {} : { comments }),
    ...(elsewhere || conflicts.has('name') ? { conflict: true } : {}),
  };
}

/** Fields whose conflict is marked in their own column. */
const SHOWN_FIELDS = new Set(['durationDays', 'constraint', 'constraintDate', 'owner', 'percentComplete']);

/** Done and late are told by a sign at the left of the days, in line down the column. */
function standingMark({ standing }: Row): Partial<GridCell> {
  if (standing?.standing === 'done') return { mark: 'done', title: 'Done' };
  if (standing?.standing !== 'late') return {};
  const title =
    standing.lateBecause === 'deadline'
      ? 'Late: finishes after its deadline'
      : 'Late: should be finished by now';
  return { mark: 'late', title };
}

function durationCell(of: Row): GridCell {
  const { row, task, dates } = of;
  if (row.hasChildren) return { text: formatDays(dates.durationDays), calc: true, ...standingMark(of) };
  const days = task.kind === 'milestone' ? 0 : task.durationDays;
  return {
    text: days === 0 ? '' : formatDays(days),
    editText: String(days),
    help: 'Working days. 2w is ten days, 4h half a day, 0 makes a milestone.',
    ...standingMark(of),
    ...conflictMark(of, 'durationDays'),
  };
}

const START_RULES: readonly Task['constraint'][] = ['snet', 'snlt', 'mso'];

function dateCell(of: Row, edge: 'start' | 'finish', today: CalendarDate): GridCell {
  const { row, task, dates, standing } = of;
  const date = dates[edge];
  const isRuled =
    task.constraintDate !== null &&
    task.constraint !== 'asap' &&
    task.constraint !== 'alap' &&
    START_RULES.includes(task.constraint) === (edge === 'start');
  const missed = edge === 'finish' && standing?.lateBecause === 'deadline';
  const canEdit = !(row.hasChildren && edge === 'finish');
  return {
    text: formatDateNear(date, today),
    editText: date,
    title: formatDate(date, 'full'),
    calc: true,
    readOnly: !canEdit,
    ...(canEdit ? { help: HELP[edge] } : {}),
    ...(isRuled ? { overridden: ruleText(task) } : {}),
    ...(missed ? { tone: 'bad' as const } : {}),
    ...conflictMark(of, 'constraint', 'constraintDate'),
  };
}

const HELP = {
  start: 'Calculated. A date typed here is the earliest start; empty takes it away.',
  finish: 'Calculated. A date typed here is the earliest finish; empty takes it away.',
} as const;

/** `Start no earlier than Jun 3, 2027` */
export function ruleText({ constraint, constraintDate }: Task): string {
  const rule = registers.tasks.fields.constraint.options[constraint];
  return constraintDate === null ? rule : `${rule} ${formatDate(constraintDate)}`;
}

function ownerCell(of: Row, workbook: Workbook): GridCell {
  const name = recordIn(workbook, 'people', of.task.owner)?.name ?? '';
  const help = 'Pick a person, or type a new name to add one.';
  const aside = binNote(workbook, registers.tasks.fields.owner, of.task.owner);
  const title = aside === undefined ? name : `${name}, ${aside}`;
  return { text: name, title, aside, help, ...conflictMark(of, 'owner') };
}

function doneCell(of: Row): GridCell {
  const percent = of.standing?.percent ?? of.task.percentComplete;
  return {
    text: percent === 0 ? '–' : formatPercent(percent),
    editText: String(percent),
    ...(of.row.hasChildren ? { calc: true } : {}),
    ...(percent === 0 ? { tone: 'muted' as const } : {}),
    ...conflictMark(of, 'percentComplete'),
  };
}

function predecessorsCell({ row }: Row, workbook: Workbook): GridCell {
  return {
    text: predecessorsText(workbook, row.id),
    help: 'Row numbers: 3 waits for its finish, 3SS for its start, 3FS+2 two days later; part several by ;',
  };
}

function slackCell({ dates, task }: Row): GridCell {
  if (task.percentComplete >= 100) return { text: '–', tone: 'muted', calc: true };
  return {
    text: formatDays(dates.totalFloatDays),
    calc: true,
    ...(dates.totalFloatDays < 0 ? { tone: 'bad' as const } : {}),
  };
}

/** Working days its finish moved since the baseline; a task that was not there says so. */
function slipCellOf({ task }: Row, { workbook, schedule, baseline }: CellSource): GridCell {
  const then = baseline === null ? null : taskThen({ workbook, schedule }, baseline, task.id);
  if (then === null) return { text: NEW_SINCE, calc: true, tone: 'muted', title: 'Not in the baseline' };
  const { slip } = then;
  const title = `Finishes ${slipWords(slip)} than in the baseline`;
  return {
    text: slipCell(slip),
    calc: true,
    ...(slip === 0 ? { tone: 'muted' as const } : { title }),
    ...(slip > 0 ? { tone: 'bad' as const } : {}),
  };
}

function thenCell({ task }: Row, edge: 'start' | 'finish', { baseline, today }: CellSource): GridCell {
  const then = baseline?.tasks.get(task.id);
  if (then === undefined) return { text: '–', calc: true, tone: 'muted' };
  return { text: formatDateNear(then[edge], today), title: formatDate(then[edge], 'full'), calc: true };
}
