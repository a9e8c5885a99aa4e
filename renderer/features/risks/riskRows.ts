/** Which risks are listed, in which order, and what stands in each cell. */
import { dayNumber, isCalendarDate, type CalendarDate } from '../../../shared/domain/base/dates';
import { problemText } from '../../../shared/domain/base/problemText';
import { worstImpact } from '../../../shared/domain/commands/risks';
import { byScore, scoreIn, topRisks } from '../../../shared/domain/commands/risksAnswer';
import { daysInWords } from '../../../shared/domain/format/amounts';
import { formatDate, formatDateNear } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { recordOrder, sortedBy, type OrderKey, type SortKey } from '../../../shared/domain/records/ordering';
import { recordNotes, type RecordNotes } from '../../../shared/domain/records/recordNotes';
import { binNote } from '../../../shared/domain/records/references';
import { risks as register } from '../../../shared/domain/registers/risks';
import type { Risk } from '../../../shared/domain/registers/all';
import {
  cellOf,
  isOpen,
  residualScore,
  riskScore,
  type RatingView,
  type RiskCell,
} from '../../../shared/domain/risk/rating';
import type { GridCell } from '../../ui/grid/gridTypes';

export type RiskView = 'map' | 'top' | 'owner';
/** `open`: everything that can still happen. */
export type StatusFilter = 'open' | 'all' | Risk['status'];

export interface RiskChoice {
  readonly view: RiskView;
  readonly status: StatusFilter;
  readonly cell: RiskCell | null;
  readonly rating: RatingView;
  readonly sort: readonly SortKey[];
}

export type RiskRow =
  | { readonly kind: 'owner'; readonly key: string; readonly name: string; readonly risks: readonly Risk[] }
  | { readonly kind: 'risk'; readonly key: string; readonly risk: Risk };

const TOP_COUNT = 10;

/** The risks that a status filter lets through; the heat map counts these. */
export function withStatus(risks: readonly Risk[], status: StatusFilter): readonly Risk[] {
  if (status === 'all') return risks;
  return risks.filter((risk) => (status === 'open' ? isOpen(risk) : risk.status === status));
}

export function riskRows(plan: Plan, choice: RiskChoice): readonly RiskRow[] {
  const { tables } = plan.workbook;
  if (choice.view === 'top')
    return sorted(plan, topRisks(tables.risks.live, TOP_COUNT), choice.sort).map(rowOf);
  const shown = sorted(plan, withStatus(tables.risks.live, choice.status), choice.sort);
  if (choice.view === 'owner') return ownerRows(plan, shown);
  const { cell, rating } = choice;
  return shown.filter((risk) => cell === null || sameCell(cellOf(risk, rating), cell)).map(rowOf);
}

function rowOf(risk: Risk): RiskRow {
  return { kind: 'risk', key: risk.id, risk };
}

function sameCell(a: RiskCell | null, b: RiskCell): boolean {
  return a?.probability === b.probability && a.impact === b.impact;
}

/** How a column of the list orders risks: what is not rated stands at the end. */
function riskOrder({ workbook }: Plan): (columnId: string) => ((risk: Risk) => OrderKey) | undefined {
  return (columnId) => {
    if (columnId === 'score') return riskScore;
    if (columnId === 'residualScore') return (risk) => scoreIn(risk, 'afterResponse');
    if (columnId === 'impact') return ({ impacts }) => worstImpact(impacts);
    return recordOrder(workbook, 'risks', columnId);
  };
}

/** Equal ones stand by their score. */
function sorted(plan: Plan, risks: readonly Risk[], sort: readonly SortKey[]): readonly Risk[] {
  return sort.length === 0 ? risks : sortedBy(byScore(risks), sort, riskOrder(plan));
}

export const NOBODY = 'owner:';

/** People in the order of their first risk; risks without an owner stand at the end. */
function ownerRows({ workbook }: Plan, risks: readonly Risk[]): readonly RiskRow[] {
  const groups = new Map<string, Risk[]>();
  for (const risk of risks) {
    const key = `owner:${workbook.tables.people.byId.has(risk.owner ?? '') ? (risk.owner ?? '') : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), risk]);
  }
  const last = groups.get(NOBODY);
  groups.delete(NOBODY);
  if (last !== undefined) groups.set(NOBODY, last);
  return [...groups].flatMap(([key, members]): RiskRow[] => {
    const name = workbook.tables.people.byId.get(key.slice(NOBODY.length))?.name ?? 'Nobody yet';
    return [{ kind: 'owner', key, name, risks: members }, ...members.map(rowOf)];
  });
}

/** What the cells are read from. */
export interface RiskContext {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly notes: RecordNotes;
}

export function riskContext(plan: Plan, today: CalendarDate): RiskContext {
  return { plan, today, notes: recordNotes(plan, 'risks') };
}

const EMPTY: GridCell = { text: '' };

export function riskCell(row: RiskRow, columnId: string, context: RiskContext): GridCell {
  if (row.kind === 'owner') return ownerCell(row.risks, row.name, columnId);
  const { risk } = row;
  const cell = fieldCell(risk, columnId, context);
  const waiting = context.notes.waiting(risk.id);
  if (waiting === undefined) return cell;
  const field = columnId === 'impact' ? 'impacts' : columnId;
  if (waiting.has(field)) {
    return { ...cell, conflict: true, title: 'Two values were written apart. Open the risk to choose.' };
  }
  return columnId === 'title' ? { ...cell, mark: 'decide' } : cell;
}

function ownerCell(risks: readonly Risk[], name: string, columnId: string): GridCell {
  if (columnId === 'title') return { text: name, title: name };
  if (columnId !== 'score') return EMPTY;
  return { text: `${String(risks.length)} ${risks.length === 1 ? 'risk' : 'risks'}`, tone: 'muted' };
}

function fieldCell(risk: Risk, columnId: string, context: RiskContext): GridCell {
  const { plan } = context;
  switch (columnId) {
    case 'code':
      return { text: risk.code };
    case 'title':
      return titleCell(risk, context);
    case 'trigger':
      return { text: risk.trigger, title: risk.trigger };
    case 'mitigation':
      return { text: risk.mitigation, title: risk.mitigation };
    case 'owner':
      return {
        text: plan.workbook.tables.people.byId.get(risk.owner ?? '')?.name ?? '',
        aside: binNote(plan.workbook, register.fields.owner, risk.owner),
      };
    case 'probability':
      return { text: risk.probability === null ? '' : String(risk.probability) };
    case 'impact':
      return impactCell(risk);
    case 'score':
      return scoreCell(risk, context);
    case 'status':
      return { text: register.fields.status.options[risk.status] };
    case 'nextReview':
      return reviewCell(risk, context);
    default:
      return EMPTY;
  }
}

function titleCell({ id, title }: Risk, { notes }: RiskContext): GridCell {
  const comments = notes.comments(id);
  return { text: title, title, ...(comments === undefined ? {} : { comments }) };
}

function impactCell({ impacts }: Risk): GridCell {
  const worst = worstImpact(impacts);
  if (worst === null) return { text: '', help: IMPACT_HELP };
  const scales = Object.entries(register.fields.impacts.scales).flatMap(([scale, label]) => {
    const impact = (impacts as Readonly<Record<string, number | undefined>>)[scale];
    return impact === undefined ? [] : [`${label} ${String(impact)}`];
  });
  return { text: String(worst), title: scales.join(', '), help: `${scales.join(', ')}. ${IMPACT_HELP}` };
}

const IMPACT_HELP = 'A number from 1 slight to 5 severe becomes the worst impact.';

/** `16 › 8`: the score as it is now, then after the response. */
function scoreCell(risk: Risk, { notes }: RiskContext): GridCell {
  const now = riskScore(risk);
  const after = residualScore(risk);
  const worse = notes.findings(risk.id).find(({ level }) => level === 'error');
  if (now === null) return { text: 'not rated', tone: 'muted', calc: true };
  return {
    text: after === null ? String(now) : `${String(now)} › ${String(after)}`,
    calc: true,
    title:
      after === null ? `Score ${String(now)}` : `Score ${String(now)}, after the response ${String(after)}`,
    ...(worse === undefined ? {} : { invalid: problemText(worse.problem) }),
  };
}

function reviewCell(risk: Risk, { today, notes }: RiskContext): GridCell {
  const due = risk.nextReview;
  const date = due === null || !isCalendarDate(due) ? null : due;
  const editText = date === null ? '' : formatDate(date);
  const title = date === null ? {} : { title: formatDate(date, 'full') };
  if (date !== null && isOpen(risk) && date < today) {
    const days = daysInWords(dayNumber(today) - dayNumber(date), 'day');
    return { text: `${days} over`, editText, mark: 'late', tone: 'bad', ...title };
  }
  const attention = notes.findings(risk.id).find(({ problem }) => problem.code === 'risk/needsAttention');
  if (attention !== undefined) {
    const missing = attention.field ?? '';
    return {
      text: `No ${missing}`,
      editText,
      mark: 'close',
      tone: 'warn',
      title: problemText(attention.problem),
    };
  }
  if (date !== null) return { text: formatDateNear(date, today), editText, ...title };
  return isOpen(risk) ? { text: 'no review set', editText, tone: 'muted' } : { text: '', editText };
}

/** How many of these risks cannot be placed in the heat map. */
export function unratedCount(risks: readonly Risk[]): number {
  return risks.filter((risk) => scoreIn(risk, 'now') === null).length;
}
