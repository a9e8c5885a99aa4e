/** What is wrong with the decisions of a plan: they contradict, what they rest on changed, or they are due. */
import type { CalendarDate } from '../base/dates';
import { problem, type Finding } from '../base/problem';
import type { Schedule } from '../schedule/schedule';
import type { GateCriterion } from '../registers/all';
import type { Workbook } from '../workbook';
import { approvalStates, stateOf, type SubjectState } from './approvalState';
import { factChanges, type FactsOfPlan } from './facts';
import { gateDate } from './gateDates';
import { saysGo } from './standing';
import { decisionText, decisionWord, isGoNoGo } from './words';

export interface DecidedPlan extends FactsOfPlan {
  readonly schedule: Schedule;
}

export function approvalFindings(plan: DecidedPlan, today: CalendarDate): readonly Finding[] {
  const { workbook } = plan;
  return [
    ...contradictoryFindings(workbook),
    ...[...approvalStates(workbook).values()].flatMap((state) => changedFindings(plan, state)),
    ...gateFindings(plan, today),
    ...workbook.tables.gateCriteria.live.flatMap(acceptedFindings),
  ];
}

function contradictoryFindings(workbook: Workbook): readonly Finding[] {
  return workbook.conflicts
    .filter(({ cause }) => cause === 'contradictory')
    .map(({ id, values, field }) => {
      const { byId } = workbook.tables.approvals;
      const sides = values.flatMap(({ value }) => {
        const approval = typeof value === 'string' ? byId.get(value) : undefined;
        return approval === undefined ? [] : [decisionText(workbook, approval)];
      });
      const title = byId.get(id)?.subject ?? '';
      const found = problem('approval/contradictory', { title, sides: sides.join(' against ') });
      return { level: 'warning', problem: found, register: 'approvals', id, field };
    });
}

function changedFindings(plan: DecidedPlan, { standing, outcome }: SubjectState): readonly Finding[] {
  if (outcome === 'contradictory') return [];
  return standing.filter(saysGo).flatMap((approval): readonly Finding[] => {
    const changes = factChanges(approval, plan);
    if (changes.length === 0) return [];
    const facts = {
      title: approval.subject,
      decision: decisionWord(approval, isGoNoGo(plan.workbook, approval)),
      was: changes.map(({ was }) => was).join(', '),
      now: changes.map(({ is }) => is).join(', '),
    };
    const level = changes.some(({ isWorse }) => isWorse) ? 'warning' : 'info';
    return [
      { level, problem: problem('approval/factsChanged', facts), register: 'approvals', id: approval.id },
    ];
  });
}

/** Days after which a gate that passed undecided is told. */
function gateFindings({ workbook, schedule }: DecidedPlan, today: CalendarDate): readonly Finding[] {
  return workbook.tables.gates.live.flatMap((gate): readonly Finding[] => {
    const { outcome } = stateOf(workbook, gate.id);
    const place = { register: 'gates', id: gate.id } as const;
    if (outcome === 'open') {
      const due = gateDate(gate, schedule);
      if (due === null || due >= today) return [];
      const found = problem('gate/undecided', { title: gate.name, due });
      return [{ level: 'warning', problem: found, ...place }];
    }
    const open = mustsOpen(workbook, gate.id);
    const [first] = open;
    if (first === undefined || (outcome !== 'approved' && outcome !== 'conditions')) return [];
    const found = problem('gate/mustOpen', { title: gate.name, criterion: first.text, count: open.length });
    return [{ level: 'warning', problem: found, ...place }];
  });
}

/** The criteria of a gate that must be met and neither are nor were accepted as they are. */
export function mustsOpen(workbook: Workbook, gate: string): readonly GateCriterion[] {
  return criteriaOf(workbook, gate).filter(
    ({ severity, state }) => severity === 'must' && state !== 'met' && state !== 'accepted',
  );
}

export function criteriaOf({ tables }: Workbook, gate: string): readonly GateCriterion[] {
  return tables.gateCriteria.live.filter((criterion) => criterion.gate === gate);
}

function acceptedFindings({ id, text, state, reason }: GateCriterion): readonly Finding[] {
  if (state !== 'accepted' || reason.trim() !== '') return [];
  const found = problem('gate/noReason', { title: text });
  return [{ level: 'warning', problem: found, register: 'gateCriteria', id, field: 'reason' }];
}
