/** What has been decided on each subject of a plan: the decisions, which of them stand, and what they come to. */
import type { Approval } from '../registers/all';
import type { Table, Workbook } from '../workbook';
import { bySubject, contradict, newestFirst, standingOf, type Decided } from './standing';

export type Outcome = 'open' | 'approved' | 'conditions' | 'refused' | 'deferred' | 'contradictory';

export interface SubjectState {
  /** The record decided on, or the kind where there is none, as `subjectOf` says. */
  readonly subject: string;
  /** All decisions in use, the newest first. */
  readonly decisions: readonly Decided[];
  readonly standing: readonly Decided[];
  readonly outcome: Outcome;
}

interface Known {
  readonly conflicts: Workbook['conflicts'];
  readonly states: ReadonlyMap<string, SubjectState>;
}
const known = new WeakMap<Table<Approval>, Known>();

/** The states of all subjects that were decided on; the same value for the same decisions. */
export function approvalStates({ tables, conflicts }: Workbook): ReadonlyMap<string, SubjectState> {
  const last = known.get(tables.approvals);
  if (last?.conflicts === conflicts) return last.states;
  const states = findStates(tables.approvals.live, conflicts);
  known.set(tables.approvals, { conflicts, states });
  return states;
}

/** @param subject the id of a record, or what `subjectOf` says of a decision on none */
export function stateOf(workbook: Workbook, subject: string): SubjectState {
  const nothing = { subject, decisions: [], standing: [], outcome: 'open' } as const;
  return approvalStates(workbook).get(subject) ?? nothing;
}

function findStates(
  approvals: readonly Approval[],
  conflicts: Workbook['conflicts'],
): ReadonlyMap<string, SubjectState> {
  const asked = new Set(
    conflicts
      .filter(({ cause }) => cause === 'contradictory')
      .flatMap(({ values }) => values.map(({ value }) => value)),
  );
  return new Map(
    [...bySubject(approvals)].map(([subject, all]) => {
      const decisions = [...all].sort(newestFirst);
      const waiting = decisions.filter(({ id }) => asked.has(id));
      const standing = waiting.length > 0 ? waiting : standingOf(decisions);
      return [subject, { subject, decisions, standing, outcome: outcomeOf(standing) }];
    }),
  );
}

function outcomeOf(standing: readonly Decided[]): Outcome {
  if (contradict(standing)) return 'contradictory';
  const says = new Set(standing.map(({ decision }) => decision));
  return (
    (['conditions', 'approved', 'refused', 'deferred'] as const).find((each) => says.has(each)) ?? 'open'
  );
}

/** Where a decision is taken anew: at its gate, else among the approvals. */
export function placeToDecide(
  { tables }: Workbook,
  approval: string,
): { readonly register: 'gates' | 'approvals'; readonly id: string } {
  const about = tables.approvals.byId.get(approval)?.about ?? null;
  return about !== null && tables.gates.byId.get(about)?.archived === false
    ? { register: 'gates', id: about }
    : { register: 'approvals', id: approval };
}
