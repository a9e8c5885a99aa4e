/** Each gate with its date, what was decided, and how far its criteria are met; and the page's answer in a sentence. */
import type { CalendarDate } from '../base/dates';
import { formatDate } from '../format/dates';
import { plain, strong, type Sentence } from '../format/sentence';
import type { Plan } from '../plan';
import type { Gate, GateCriterion } from '../registers/all';
import type { Workbook } from '../workbook';
import { criteriaOf, mustsOpen } from './approvalFindings';
import { stateOf, type SubjectState } from './approvalState';
import { gatesInOrder } from './gateDates';
import { outcomeWord } from './words';

export interface GateState {
  readonly gate: Gate;
  readonly date: CalendarDate | null;
  readonly decided: SubjectState;
  /** Musts first. */
  readonly criteria: readonly GateCriterion[];
  /** How many are met, or accepted as they are. */
  readonly met: number;
  readonly mustsOpen: number;
  /** Its day has passed, and nothing was decided. */
  readonly isOverdue: boolean;
}

/** In time order. */
export function gateStates({ workbook, schedule }: Plan, today: CalendarDate): readonly GateState[] {
  return gatesInOrder(workbook, schedule).map(({ gate, date }) => {
    const all = criteriaOf(workbook, gate.id);
    const isMust = ({ severity }: GateCriterion): boolean => severity === 'must';
    const decided = stateOf(workbook, gate.id);
    return {
      ...{ gate, date, decided },
      criteria: [...all.filter(isMust), ...all.filter((each) => !isMust(each))],
      met: all.filter(({ state }) => state === 'met' || state === 'accepted').length,
      mustsOpen: mustsOpen(workbook, gate.id).length,
      isOverdue: decided.outcome === 'open' && date !== null && date < today,
    };
  });
}

/** `5 of 8`; empty without criteria. */
export function metText({ criteria, met }: Pick<GateState, 'criteria' | 'met'>): string {
  return criteria.length === 0 ? '' : `${String(met)} of ${String(criteria.length)}`;
}

/** The gate that waits for a decision next: the first undecided or contradictory one. */
export function nextGate(gates: readonly GateState[]): GateState | undefined {
  return gates.find(({ decided: { outcome } }) => outcome === 'open' || outcome === 'contradictory');
}

/** How many of the gates are decided, between 0 and 1; a plan without gates has decided none. */
export function decidedShare(workbook: Workbook): number {
  const { live } = workbook.tables.gates;
  const decided = live.filter(({ id }) => {
    const { outcome } = stateOf(workbook, id);
    return outcome !== 'open' && outcome !== 'contradictory';
  });
  return live.length === 0 ? 0 : decided.length / live.length;
}

export function gatesAnswer(gates: readonly GateState[]): Sentence {
  if (gates.length === 0) return [plain('No gates yet.')];
  const next = nextGate(gates);
  if (next === undefined) return [strong('Every gate is decided.')];
  const { gate, date, mustsOpen: open, decided, isOverdue } = next;
  const on = date === null ? 'without a date' : formatDate(date, 'weekdayYear');
  if (decided.outcome === 'contradictory')
    return [
      strong(`${gate.name} was decided both ways.`),
      plain(' Every decision is kept; choose which stands, or decide anew.'),
    ];
  const question = gate.question === '' ? '' : ` asks: ${gate.question}`;
  const musts = open === 1 ? 'one must is' : `${String(open)} musts are`;
  return [
    strong(`${gate.name}${isOverdue ? ' is overdue' : ' is next'}, ${on}.`),
    plain(question === '' ? '' : ` It${question}`),
    plain(open === 0 ? ' Every must is met.' : ` So far ${musts} open.`),
  ];
}

/** `Not ready: 2 musts open`, or what was decided. */
export function verdictOf({ decided, mustsOpen: open, criteria }: GateState): string {
  if (decided.outcome !== 'open') return outcomeWord(decided.outcome, true);
  if (criteria.length === 0) return 'Nothing is asked for yet';
  return open === 0 ? 'Ready to decide' : `Not ready: ${String(open)} ${open === 1 ? 'must' : 'musts'} open`;
}
