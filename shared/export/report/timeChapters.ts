/** Run-up, timeline and roadmap: pictures, and the same in tables. */
import { phaseStanding, runUpOf, type RunUp } from '../../domain/commands/runUp';
import { timelineAnswer } from '../../domain/commands/timelineAnswer';
import { daysInWords, formatDays, formatPercent } from '../../domain/format/amounts';
import { formatDate, formatMoment } from '../../domain/format/dates';
import { sentenceText } from '../../domain/format/sentence';
import type { OutlineRow } from '../../domain/outline';
import type { Plan } from '../../domain/plan';
import type { AnyRecord } from '../../domain/register/record';
import { definitionOf } from '../../domain/registers/all';
import { taskStandings, type Standing } from '../../domain/timeline/taskStanding';
import { recordIn, type Workbook } from '../../domain/workbook';
import { ganttFigures } from '../ganttSvg';
import { roadmapFigure } from '../roadmapSvg';
import { predecessorTexts } from '../waitsFor';
import { count, type Chapter, type ReportSource } from './chapter';
import { answer, drawing, markup, type Markup, type Part } from './markup';
import { recordsOf, registerTable, type Calculated } from './registerTable';
import { runUpFigure } from './runUpFigure';
import { table, type ReportRow } from './table';

/** As wide as a sheet of paper across, so that the letters are as large there as on the screen. */
const PICTURE_WIDTH = 1040;
/** Heads and a legend leave room for so many rows on that sheet. */
const PICTURE_ROWS = 34;
/** A plan with more rows than this is drawn with its groups folded. */
const MOST_PICTURED = 300;

/** Whatever is drawn wider than the window can be moved, by keyboard too. */
function picture(label: string, drawings: readonly string[]): Markup {
  const svgs = drawings.map((svg) => drawing(`${svg}\n`));
  return markup`<figure class="drawn" role="group" aria-label="${label}, picture" tabindex="0">
${svgs}</figure>`;
}

export function runUpChapter({ plan, time }: ReportSource): Chapter {
  const runUp = runUpOf(plan, time.today);
  const body =
    runUp === null
      ? markup`<p class="answer">No task is marked as the go-live milestone yet, so there is no run-up to count.</p>
${milestones(plan)}`
      : markup`${picture('Run-up to go-live', [runUpFigure(runUp, time.today)])}
${phases(runUp, time.today)}${milestones(plan)}`;
  const gist = runUp === null ? '' : `day ${String(Math.max(0, runUp.day))} of ${String(runUp.days)}`;
  return { id: 'run-up', title: 'Run-up and milestones', gist, body };
}

function phases({ phases: all }: RunUp, today: string): Part {
  if (all.length === 0) return null;
  return table({
    caption: 'Phases',
    columns: [
      { label: 'Phase' },
      { label: 'First day', isNumeric: true },
      { label: 'Last day', isNumeric: true },
      { label: 'Standing' },
    ],
    rows: all.map((phase) => ({
      cells: [phase.name, formatDate(phase.starts), formatDate(phase.ends), phaseStanding(phase, today)],
    })),
  });
}

function milestones({ workbook, schedule }: Plan): Part {
  const goLive = workbook.tables.organisation.live[0]?.goLive;
  const rows = workbook.tables.tasks.live.flatMap((task): ReportRow[] => {
    const dates = schedule.task(task.id);
    if ((task.kind !== 'milestone' && task.kind !== 'gate') || dates === undefined) return [];
    const kind = task.id === goLive ? 'Go-live' : task.kind === 'gate' ? 'Gate' : 'Milestone';
    const owner = recordIn(workbook, 'people', task.owner)?.name ?? '';
    const slack = task.percentComplete >= 100 ? 'done' : daysInWords(dates.totalFloatDays, 'day');
    return [{ cells: [task.name, kind, formatDate(dates.finish, 'weekdayYear'), slack, owner] }];
  });
  if (rows.length === 0) return null;
  return table({
    caption: 'Milestones and gates',
    columns: [
      { label: 'Name' },
      { label: 'Kind' },
      { label: 'Date', isNumeric: true },
      { label: 'Slack', isNumeric: true },
      { label: 'Owner' },
    ],
    rows,
  });
}

export function timelineChapter({ plan, time }: ReportSource): Chapter {
  const { workbook } = plan;
  const { title } = definitionOf('tasks');
  const all = workbook.outline.rows;
  const words = timelineAnswer(plan, time.today);
  const gist = count(all.filter((row) => !row.hasChildren).length, 'task');
  if (all.length === 0) return { id: 'timeline', title: 'Timeline', gist, body: markup`${answer(words)}` };
  const rows = picturedRows(workbook);
  const pictures = ganttFigures(
    { ...plan, rows },
    {
      title: 'Timeline',
      answer: sentenceText(words),
      stamp: `As of ${formatMoment(time.now)}`,
      today: time.today,
      piece: { width: PICTURE_WIDTH, rows: PICTURE_ROWS },
    },
  );
  const folded =
    rows.length < all.length &&
    markup`<p class="note">The picture shows ${rows.length} of ${count(all.length, 'row')}: groups are folded where
all of them would not fit. The table under it has every row.</p>`;
  const body = markup`${answer(words)}${folded}
${picture('Timeline', pictures)}
<h3>${title}</h3>
${tasksTable(plan, time.today)}`;
  return { id: 'timeline', title: 'Timeline', gist, body };
}

/** As many levels of the outline as can be looked at in one picture. */
function picturedRows({ outline: { rows } }: Workbook): readonly OutlineRow[] {
  const deepest = rows.reduce((most, { depth }) => Math.max(most, depth), 0);
  for (let depth = deepest; depth >= 0; depth--) {
    const shown = rows.filter((row) => row.depth <= depth);
    if (shown.length <= MOST_PICTURED) return shown;
  }
  return rows.filter(({ depth }) => depth === 0).slice(0, MOST_PICTURED);
}

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  todo: '',
  progress: 'running',
  done: 'done',
  late: 'late',
};

function tasksTable({ workbook, schedule }: Plan, today: string): Markup {
  const { rows, index } = workbook.outline;
  const rowOf = ({ id }: AnyRecord): number => index.get(id) ?? -1;
  const standingAt = taskStandings(workbook, schedule, today);
  const waitsFor = predecessorTexts(workbook);
  const dated = (
    label: string,
    cell: (dates: NonNullable<ReturnType<typeof schedule.task>>) => string,
  ): Calculated => ({
    label,
    isNumeric: true,
    cell: ({ id }) => {
      const dates = schedule.task(id);
      return dates === undefined ? '' : cell(dates);
    },
  });
  return registerTable(workbook, 'tasks', {
    before: [{ label: 'No.', cell: (task) => rows[rowOf(task)]?.wbs ?? '' }],
    after: [
      dated('Days', ({ durationDays }) => (durationDays === 0 ? '' : formatDays(durationDays))),
      dated('Start', ({ start }) => formatDate(start)),
      dated('Finish', ({ finish }) => formatDate(finish)),
      dated('Slack, days', ({ totalFloatDays }) => formatDays(totalFloatDays)),
      {
        label: 'Done',
        isNumeric: true,
        cell: (task) => {
          const { percent, standing } = standingAt(rowOf(task));
          const share = percent > 0 && percent < 100 ? formatPercent(percent) : '';
          return [share, STANDING_WORDS[standing]].filter((word) => word !== '').join(', ');
        },
      },
      { label: 'Waits for', cell: ({ id }) => waitsFor(id) },
    ],
    without: ['parent', 'durationDays', 'percentComplete'],
    depth: (task) => rows[rowOf(task)]?.depth ?? 0,
    isStrong: (task) => rows[rowOf(task)]?.hasChildren === true,
  });
}

export function roadmapChapter({ plan, time }: ReportSource): Chapter {
  const { title, purpose } = definitionOf('roadmapItems');
  const items = recordsOf(plan.workbook, 'roadmapItems');
  const body =
    items.length === 0
      ? markup`<p class="answer">Nothing is on the roadmap yet.</p>`
      : markup`<p class="purpose">${purpose}</p>
${picture(title, [roadmapFigure(plan, { title, answer: purpose, stamp: `As of ${formatMoment(time.now)}`, today: time.today })])}
<h3>Items</h3>
${registerTable(plan.workbook, 'roadmapItems')}`;
  return { id: 'roadmap', title, gist: count(items.length, 'item'), body };
}
