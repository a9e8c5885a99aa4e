/** What the risk register says: the sentence under the title, and what the open risks weigh together. */
import { add, compare, decimalOf, isZero, roundHalfEven, ZERO, type Decimal } from '../base/decimal';
import type { Plan } from '../plan';
import { acceptValue } from '../register/accept';
import { risks as register } from '../registers/risks';
import type { Risk } from '../registers/all';
import { exposureOf, totalExposure } from '../risk/exposure';
import { isOpen, residualScore, riskScore, type RatingView } from '../risk/rating';
import { daysInWords } from '../format/amounts';
import { formatMoney } from '../format/money';
import { capitalized, counted, plain, strong, type Sentence } from '../format/sentence';

/** How many open risks share the highest score, how many reviews are overdue, and what could be lost. */
export function risksAnswer({ workbook, budget, findings }: Plan): Sentence {
  const all = workbook.tables.risks.live;
  if (all.length === 0) return [plain('No risk is written down yet.')];
  const open = all.filter(isOpen);
  if (open.length === 0) {
    return [strong('No risk is open.'), plain(` ${capitalized(counted(all.length, 'risk'))} in the list.`)];
  }
  const overdue = findings.filter(({ problem }) => problem.code === 'risk/reviewOverdue').length;
  const exposure = exposureSentence(open, budget.currency);
  return [
    ...highestPart(open),
    ...(overdue === 0
      ? []
      : [plain(` ${capitalized(counted(overdue, 'review'))} ${overdue === 1 ? 'is' : 'are'} overdue.`)]),
    ...(exposure.length === 0 ? [] : [plain(' '), ...exposure]),
  ];
}

function highestPart(open: readonly Risk[]): Sentence {
  const scores = open.flatMap((risk) => riskScore(risk) ?? []);
  if (scores.length === 0) {
    const none = open.length === 1 ? 'is not rated' : 'are not rated';
    return [strong(`${capitalized(counted(open.length, 'open risk'))} ${none}.`)];
  }
  const highest = Math.max(...scores);
  const count = scores.filter((score) => score === highest).length;
  const verb = count === 1 ? 'scores' : 'score';
  return [strong(`${capitalized(counted(count, 'risk'))} ${verb} ${String(highest)}.`)];
}

/** What open risks could cost together; nothing where none has figures. */
export function exposureSentence(open: readonly Risk[], currency: string): Sentence {
  const { cost, days } = totalExposure(open);
  const parts = [
    ...(isZero(cost) ? [] : [strong(formatMoney(cost, currency))]),
    ...(isZero(days) ? [] : [strong(wholeDays(days))]),
  ];
  const [first, second] = parts;
  if (first === undefined) return [];
  const start = open.length === 1 ? 'It could cost ' : 'Together the open risks could cost ';
  return [plain(start), first, ...(second === undefined ? [] : [plain(' and '), second]), plain('.')];
}

/** Working days in words, rounded half-even to whole ones. */
export function wholeDays(days: Decimal): string {
  const whole = roundHalfEven(days);
  return whole === 0 && !isZero(days) ? 'less than a working day' : daysInWords(whole);
}

/** What the open risks weigh: expected, and if every one of them happened. */
export interface RiskWeight {
  readonly openRisks: number;
  /** Chance × cost, minor units. */
  readonly expectedCost: Decimal;
  /** Chance × delay, working days. */
  readonly expectedDays: Decimal;
  readonly worstCost: Decimal;
  readonly worstDays: Decimal;
  /** Open risks by expected cost, the heaviest first; those without one are left out. */
  readonly heaviest: readonly { readonly risk: Risk; readonly cost: Decimal }[];
}

export function riskWeight(risks: readonly Risk[]): RiskWeight {
  const open = risks.filter(isOpen);
  const { cost, days } = totalExposure(open);
  const heaviest = open
    .map((risk) => ({ risk, cost: exposureOf(risk).cost }))
    .filter((weighed) => !isZero(weighed.cost))
    .sort((a, b) => compare(b.cost, a.cost));
  return {
    openRisks: open.length,
    expectedCost: cost,
    expectedDays: days,
    worstCost: sumOf(open, 'costIfItHappens'),
    worstDays: sumOf(open, 'daysIfItHappens'),
    heaviest,
  };
}

function sumOf(risks: readonly Risk[], name: 'costIfItHappens' | 'daysIfItHappens'): Decimal {
  return risks
    .map((risk) => risk[name])
    .map((value) =>
      value !== null && acceptValue(register.fields[name], value).ok ? decimalOf(value) : ZERO,
    )
    .reduce(add, ZERO);
}

/** The score in a view: after the response where that is asked for and rated, else as it is now. */
export function scoreIn(risk: Risk, view: RatingView): number | null {
  return view === 'afterResponse' ? (residualScore(risk) ?? riskScore(risk)) : riskScore(risk);
}

/** The highest score first, unrated risks last; equal scores keep their order. */
export function byScore(risks: readonly Risk[], view: RatingView = 'now'): readonly Risk[] {
  return [...risks].sort((a, b) => (scoreIn(b, view) ?? 0) - (scoreIn(a, view) ?? 0));
}

/** The open risks with the highest scores; unrated ones are not among them. */
export function topRisks(risks: readonly Risk[], count: number): readonly Risk[] {
  return byScore(risks.filter((risk) => isOpen(risk) && riskScore(risk) !== null)).slice(0, count);
}
