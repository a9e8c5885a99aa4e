/** Every form in which a plan leaves the app, by format and view: one list for the window and the command line. */
import { baselineInUse, figuresOf } from '../domain/baseline/compareBaseline';
import type { Figures } from '../domain/baseline/figures';
import type { Plan } from '../domain/plan';
import { canonicalJson } from '../domain/register/canonical';
import type { ShownRecords } from '../domain/records/shownRecords';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import { timelineAnswer } from '../domain/commands/timelineAnswer';
import { formatMoment } from '../domain/format/dates';
import { sentenceText } from '../domain/format/sentence';
import type { Workbook } from '../domain/workbook';
import { budgetSheets } from './budgetSheets/budgetSheets';
import { registerToCsv, shownToCsv } from './csvWrite';
import type { ExportTime } from './exportTime';
import { ganttSvg } from './ganttSvg';
import { workbookToIcs } from './ics';
import { findingJson, workbookJson } from './json';
import { workbookToMspdi } from './mspdiWrite';
import { registerSheet, shownSheet } from './registerSheet';
import { reportHtml } from './report/reportHtml';
import { roadmapSvg } from './roadmapSvg';
import type { SheetModel } from './sheetModel';
import type { PaperName } from './svgSheet';

export const FORMATS = ['xlsx', 'html', 'csv', 'json', 'ics', 'xml', 'svg', 'png', 'pdf'] as const;
export type Format = (typeof FORMATS)[number];

export const VIEWS = ['gantt', 'roadmap', 'budget'] as const;
export type View = (typeof VIEWS)[number];

export interface ExportWish {
  readonly format: Format;
  readonly view?: View;
  readonly register?: RegisterId;
  /** Exactly this of a register, as Excel or CSV. */
  readonly shown?: ShownRecords;
  /** Of the timeline: the id of a baseline that is drawn with it. */
  readonly baseline?: string;
  /** Pages of this paper; a whole drawing in one piece without it. */
  readonly paper?: PaperName;
}

/** Every format but Excel, whose sheets (`planSheets`) somebody still has to write into a file. */
/** Programs read the others, and people who bring them back: there a plan keeps its name. */
export function isForPeople(format: Format): boolean {
  return format !== 'csv' && format !== 'json' && format !== 'xml';
}

export type TextFormat = Exclude<Format, 'xlsx'>;

export type Made =
  | { readonly kind: 'text'; readonly text: string }
  /** SVG documents, to be kept as they are or painted as pictures and paper. */
  | { readonly kind: 'pages'; readonly svgs: readonly string[] };

/** The canonical dump: records, schedule, budget, and every finding in the plan's own order. */
export function planJson(plan: Plan, { all = false }: { all?: boolean } = {}): unknown {
  return { ...workbookJson(plan.workbook, plan, { all }), findings: plan.findings.map(findingJson) };
}

export function planExport(
  plan: Plan,
  wish: ExportWish & { readonly format: TextFormat },
  time: ExportTime,
): Made {
  const { workbook, schedule, budget } = plan;
  const { register } = wish;
  switch (wish.format) {
    case 'html':
      return { kind: 'text', text: reportHtml(plan, time) };
    case 'csv':
      return {
        kind: 'text',
        text:
          wish.shown === undefined
            ? registerToCsv(workbook, register ?? 'tasks', { schedule, budget })
            : shownToCsv(workbook, wish.shown, { schedule, budget, baseline: beside(workbook, wish.shown) }),
      };
    case 'json':
      return {
        kind: 'text',
        text: `${canonicalJson(register === undefined ? planJson(plan) : onlyRegister(plan, register), 2)}\n`,
      };
    case 'ics':
      return { kind: 'text', text: workbookToIcs(workbook, schedule, { now: time.now }) };
    case 'xml':
      return { kind: 'text', text: workbookToMspdi(workbook, schedule, { now: time.now }) };
    case 'svg':
    case 'png':
    case 'pdf':
      return { kind: 'pages', svgs: drawingOf(plan, wish, time) };
  }
}

/** The sheets of the Excel form: of one register, or the budget workbook. */
export function planSheets(
  { workbook, schedule, budget }: Plan,
  { register, shown }: ExportWish,
  time: ExportTime,
): SheetModel {
  const stamp = { now: time.now, appVersion: time.appVersion };
  if (shown !== undefined) {
    const baseline = beside(workbook, shown);
    return shownSheet(workbook, shown, { schedule, budget, baseline, ...stamp });
  }
  if (register === undefined) return budgetSheets(workbook, schedule, budget, stamp);
  return registerSheet(workbook, register, { schedule, budget, ...stamp });
}

/** The figures of the baseline that is shown. */
function beside(workbook: Workbook, { baseline: id }: Pick<ExportWish, 'baseline'>): Figures | null {
  const baseline = baselineInUse(workbook, id ?? null);
  return baseline === null ? null : figuresOf(baseline);
}

function onlyRegister(plan: Plan, register: RegisterId): unknown {
  const { registers } = workbookJson(plan.workbook, plan);
  return { registers: { [register]: registers[register] } };
}

function drawingOf(plan: Plan, wish: ExportWish, time: ExportTime): string[] {
  const name = plan.workbook.tables.organisation.live[0]?.name ?? '';
  const paper = wish.paper ?? (wish.format === 'pdf' ? 'A3' : undefined);
  const baseline = baselineInUse(plan.workbook, wish.baseline ?? null);
  const shared = {
    answer: [name, sentenceText(timelineAnswer(plan, time.today, baseline))]
      .filter((part) => part !== '')
      .join('. '),
    stamp: `As of ${formatMoment(time.now)}`,
    today: time.today,
    ...(paper === undefined ? {} : { paper }),
  };
  if (wish.view === 'roadmap')
    return [roadmapSvg(plan, { ...shared, title: definitionOf('roadmapItems').title })];
  const figures = beside(plan.workbook, wish);
  const drawn = figures === null ? {} : { baseline: figures };
  return ganttSvg(plan, { ...shared, ...drawn, title: 'Timeline to go-live and beyond' });
}
