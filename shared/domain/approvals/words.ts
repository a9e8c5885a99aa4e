/** Decisions in words: what was decided, by whom, and how the plan stood that day. */
import { formatDate } from '../format/dates';
import { formatMoney } from '../format/money';
import { counted } from '../format/sentence';
import { recordTitle } from '../records/recordName';
import { registers, type Approval } from '../registers/all';
import type { Workbook } from '../workbook';
import type { Outcome } from './approvalState';

/** `Go` and `No-go` at a gate, `Approved` and `Refused` elsewhere. */
export function decisionWord({ decision }: Pick<Approval, 'decision'>, isGate: boolean): string {
  switch (decision) {
    case 'approved':
      return isGate ? 'Go' : 'Approved';
    case 'conditions':
      return isGate ? 'Go with conditions' : 'Approved with conditions';
    case 'refused':
      return isGate ? 'No-go' : 'Refused';
    case 'deferred':
      return 'Deferred';
    case null:
      return 'Not decided';
  }
}

export function outcomeWord(outcome: Outcome, isGate: boolean): string {
  if (outcome === 'open') return 'Open';
  if (outcome === 'contradictory') return 'Contradictory';
  return decisionWord({ decision: outcome }, isGate);
}

/** Whether what is decided on is a go-live: then the words are go and no-go. */
export function isGoNoGo(
  { tables }: Workbook,
  { about, kind }: Pick<Approval, 'kind'> & { readonly about: string | null },
): boolean {
  return about === null ? kind === 'goLive' : tables.gates.byId.has(about);
}

/** The name as it was written, or as the person is called now. */
export function deciderOf(workbook: Workbook, { by, byName }: Approval): string {
  if (byName !== '') return byName;
  return by === null ? 'somebody' : recordTitle(workbook, 'people', by);
}

/** `Go: Dr. Shah (Sponsor), Sep 4, 2027` */
export function decisionText(workbook: Workbook, approval: Approval): string {
  const role = approval.role === '' ? '' : ` (${approval.role})`;
  const on = approval.on === null ? '' : `, ${formatDate(approval.on)}`;
  const word = decisionWord(approval, isGoNoGo(workbook, approval));
  return `${word}: ${deciderOf(workbook, approval)}${role}${on}`;
}

export function kindLabel(kind: Approval['kind']): string {
  return registers.approvals.fields.kind.options[kind];
}

/** `Go-live Aug 9, 2027, plan ends …, total $388,395.00, 2 warnings`; empty where nothing was recorded. */
export function factsText(approval: Approval): string {
  const { goLiveThen, finishThen, totalThen, currencyThen, errorsThen, warningsThen } = approval;
  return [
    ...(goLiveThen === null ? [] : [`go-live ${formatDate(goLiveThen)}`]),
    ...(finishThen === null ? [] : [`plan end ${formatDate(finishThen)}`]),
    ...(totalThen === null
      ? []
      : [`total ${formatMoney(totalThen, currencyThen || 'USD', { cents: true })}`]),
    ...problemCounts(errorsThen, warningsThen),
  ].join(', ');
}

function problemCounts(errors: number | null, warnings: number | null): readonly string[] {
  if (errors === null && warnings === null) return [];
  const told = [
    ...(errors === null || errors === 0 ? [] : [counted(errors, 'error')]),
    ...(warnings === null || warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ];
  return told.length === 0 ? ['no problem open'] : told;
}
