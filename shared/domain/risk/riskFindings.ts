/** What deserves attention in the risk register. */
import { isCalendarDate, type CalendarDate } from '../base/dates';
import { problem, type Finding, type Problem } from '../base/problem';
import type { Risk } from '../registers/all';
import { isOpen, residualScore, riskScore } from './rating';

/** From this score on, an open risk must have an owner, a mitigation and a trigger. */
const NEEDS_ATTENTION_FROM = 10;

/** @param today reviews planned for an earlier day are overdue */
export function riskFindings(risks: readonly Risk[], today: CalendarDate): readonly Finding[] {
  return risks.flatMap((risk) => [
    ...residualFindings(risk),
    ...(isOpen(risk) ? [...attentionFindings(risk), ...reviewFindings(risk, today)] : []),
  ]);
}

function residualFindings(risk: Risk): readonly Finding[] {
  const score = riskScore(risk);
  const residual = residualScore(risk);
  if (score === null || residual === null || residual <= score) return [];
  return [
    finding(risk, 'error', problem('risk/residualHigher', { title: risk.title }), 'residualProbability'),
  ];
}

function attentionFindings(risk: Risk): readonly Finding[] {
  const score = riskScore(risk);
  if (score === null || score < NEEDS_ATTENTION_FROM) return [];
  const required = ['owner', 'mitigation', 'trigger'] as const;
  const missing = required.filter((name) => risk[name] === null || risk[name] === '');
  const [first] = missing;
  if (first === undefined) return [];
  const facts = { title: risk.title, score, missing: listText(missing) };
  return [finding(risk, 'warning', problem('risk/needsAttention', facts), first)];
}

function reviewFindings(risk: Risk, today: CalendarDate): readonly Finding[] {
  const due = risk.nextReview;
  if (!isCalendarDate(due) || due >= today) return [];
  return [finding(risk, 'warning', problem('risk/reviewOverdue', { title: risk.title, due }), 'nextReview')];
}

/** `owner, mitigation or trigger` */
function listText(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

function finding(risk: Risk, level: Finding['level'], found: Problem, field: string): Finding {
  return { level, problem: found, register: 'risks', id: risk.id, field };
}
