/** What is special about writing risks: codes, the worst impact as a cell of its own, and the risks most plans have. */
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import type { FieldValues } from '../edits/edit';
import { plainNumber } from '../register/typedNumbers';
import { risks } from '../registers/risks';
import type { Risk } from '../registers/all';
import type { Workbook } from '../workbook';
import { typeRecords, type RecordTyping } from './records';
import type { ColumnReader, TypedCommand } from './typedCells';

export type ImpactScale = keyof typeof risks.fields.impacts.scales;
type Impacts = Risk['impacts'];

export const IMPACT_SCALES = Object.entries(risks.fields.impacts.scales) as readonly (readonly [
  ImpactScale,
  string,
])[];

/** The word for a probability or impact of 1 to 5, as the heat map's edges name them. */
export const PROBABILITY_WORDS = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Near sure'] as const;
export const IMPACT_WORDS = ['Slight', 'Minor', 'Moderate', 'Major', 'Severe'] as const;

/** The worst of a risk's impacts, 1 to 5; null while none is rated. */
export function worstImpact(impacts: Impacts): number | null {
  const rated = IMPACT_SCALES.flatMap(([scale]) => impacts[scale] ?? []);
  return rated.length === 0 ? null : Math.max(...rated);
}

/**
 * Impacts whose worst is exactly `impact`. The scale that is worst now takes the number, the first of several; scales
 * above it come down to it, so that the cell shows what was typed. Without any rating it is the schedule's.
 * Null clears every scale.
 */
export function withWorstImpact(impacts: Impacts, impact: number | null): Impacts {
  if (impact === null) return {};
  const worst = worstImpact(impacts);
  const leading =
    IMPACT_SCALES.find(([scale]) => worst !== null && impacts[scale] === worst)?.[0] ?? 'schedule';
  const lowered = IMPACT_SCALES.flatMap(([scale]) => {
    const was = impacts[scale];
    return was === undefined ? [] : [[scale, Math.min(was, impact)] as const];
  });
  return { ...Object.fromEntries(lowered), [leading]: impact };
}

/** The next free code: `R26` after `R25`; codes of risks in the bin are not used again. */
export function nextRiskCode(workbook: Workbook, ahead = 0): string {
  const { live, archived } = workbook.tables.risks;
  const numbers = [...live, ...archived].map(({ code }) => Number(/^R(\d{1,6})$/i.exec(code)?.[1] ?? 0));
  return `R${String(Math.max(0, ...numbers) + 1 + ahead).padStart(2, '0')}`;
}

/** Typed and pasted cells as one change. The column `impact` is the worst of the impacts. */
export function typeRisks(workbook: Workbook, { rows = [], ...typing }: RecordTyping): TypedCommand {
  const used = rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''));
  const coded = used.map((row, index) => ({
    ...row,
    values: { code: nextRiskCode(workbook, index), ...row.values },
  }));
  return typeRecords(workbook, 'risks', { ...typing, rows: coded }, readImpact);
}

const readImpact: ColumnReader = ({ field, text }, record) => {
  if (field !== 'impact') return undefined;
  const impacts = (record as Risk | undefined)?.impacts ?? {};
  const impact = impactIn(text);
  return impact.ok ? ok({ impacts: withWorstImpact(impacts, impact.value) }) : impact;
};

/** `4`, `major`, or nothing. */
function impactIn(text: string): Result<number | null, Problem> {
  const given = text.trim();
  if (given === '' || given === '–') return ok(null);
  const word = IMPACT_WORDS.findIndex((name) => name.toLowerCase() === given.toLowerCase());
  const number = word === -1 ? Number(plainNumber(given, '.') ?? Number.NaN) : word + 1;
  if (Number.isNaN(number)) return err(problem('field/notANumber', { label: 'Impact', given }));
  const { min, max } = risks.fields.impacts;
  if (!Number.isInteger(number)) return err(problem('field/notWhole', { label: 'Impact', given }));
  if (number >= min && number <= max) return ok(number);
  const limits = { min: String(min), max: String(max) };
  return err(problem('field/outOfRange', { label: 'Impact', given, ...limits }));
}

/**
 * Ten risks that small practices meet most, with a first rating and the sign that each is coming. Planning defaults of
 * this workbook (2026), to be rated again by the practice.
 */
const USUAL: readonly (readonly [string, Risk['category'] & string, number, Impacts, string])[] = [
  [
    'Data from the old vendor comes late',
    'migration',
    4,
    { schedule: 4, cost: 2 },
    'No written delivery date 30 days before the trial load',
  ],
  [
    'Codes or allergies get lost in the load',
    'migration',
    3,
    { safety: 5, quality: 4 },
    'More than one difference in 200 checked items',
  ],
  [
    'A must-have interface is not ready in time',
    'interface',
    4,
    { schedule: 4, safety: 3 },
    'No test connection six weeks before go-live',
  ],
  [
    'Claims are rejected after the switch',
    'revenue-cycle',
    3,
    { cost: 5 },
    'Rejections two points above the usual rate',
  ],
  [
    'The schedule is not cut for go-live',
    'workflow',
    4,
    { quality: 3, schedule: 2 },
    'No decision four weeks before go-live',
  ],
  [
    'Too few training hours for each role',
    'training',
    4,
    { quality: 4, safety: 3 },
    'Booked hours below 80% of the training plan',
  ],
  [
    'The physician lead leaves or is overloaded',
    'staffing',
    3,
    { schedule: 4, quality: 3 },
    'Protected hours canceled two weeks in a row',
  ],
  ['Internet outage', 'connectivity', 3, { safety: 4, quality: 3 }, 'Two outages within a week'],
  [
    'Test results are not routed or not seen',
    'clinical-safety',
    3,
    { safety: 5 },
    'A result without an owner in the integrated test',
  ],
  [
    'Nobody has practiced working on paper',
    'downtime',
    3,
    { safety: 5, reputation: 2 },
    'The downtime drill is not booked four weeks before go-live',
  ],
];

/** What the usual risks start with, each with its code. */
export function usualRisks(workbook: Workbook): readonly FieldValues[] {
  return USUAL.map(([title, category, probability, impacts, trigger], index) => {
    return { code: nextRiskCode(workbook, index), title, category, probability, impacts, trigger };
  });
}
