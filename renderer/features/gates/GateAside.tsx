import { useState, type ReactNode } from 'react';
import { mustsOpen } from '../../../shared/domain/approvals/approvalFindings';
import { factChanges } from '../../../shared/domain/approvals/facts';
import { verdictOf, type GateState } from '../../../shared/domain/approvals/gateStates';
import { saysGo, type Decided } from '../../../shared/domain/approvals/standing';
import { deciderOf, decisionWord, factsText } from '../../../shared/domain/approvals/words';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { goTo } from '../../state/navigation';
import { useRecordEditing } from '../../state/recordEditing';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { RecordConflicts } from '../../ui/RecordNews';
import { StatusShape } from '../../ui/StatusShape';
import { DecideDialog } from './DecideDialog';
import { SHAPES } from './GateTabs';

export interface GateAsideProps {
  readonly plan: Plan;
  readonly state: GateState;
  readonly onEdit: () => void;
}

/** What was decided at a gate, by whom, on which figures, and what has changed since. */
export function GateAside({ plan, state, onEdit }: GateAsideProps): ReactNode {
  const { gate, date, decided, criteria } = state;
  const [isDeciding, setDeciding] = useState(false);
  const approvals = useRecordEditing('approvals');
  const { standing, decisions, outcome } = decided;
  const replaced = decisions.filter((each) => !standing.includes(each));
  const asked = plan.workbook.conflicts.find(
    ({ cause, values }) => cause === 'contradictory' && values.some(({ value }) => value === standing[0]?.id),
  );
  return (
    <aside className="gates-aside scroll" aria-label={`Decision at ${gate.name}`}>
      {criteria.length > 0 && <CriteriaBar state={state} />}
      <h2 className="gates-verdict">
        {outcome === 'open' ? (
          verdictOf(state)
        ) : (
          <StatusShape kind={SHAPES[outcome]}>{verdictOf(state)}</StatusShape>
        )}
      </h2>
      <p className="t2">{gate.question === '' ? gate.name : gate.question}</p>
      <p className="t3 small">{date === null ? 'Without a date' : formatDate(date, 'full')}</p>
      <div className="gates-actions">
        <Button
          variant="primary"
          onPress={() => {
            setDeciding(true);
          }}
        >
          Decide…
        </Button>
        <Button variant="quiet" onPress={onEdit}>
          Edit this gate
        </Button>
      </div>
      {asked !== undefined && (
        <RecordConflicts workbook={plan.workbook} id={asked.id} onChoose={approvals.choose} />
      )}
      <h3>Decisions</h3>
      {decisions.length === 0 && <p className="t3">Nobody has decided yet.</p>}
      <ul className="gate-decisions">
        {standing.map((approval) => (
          <DecisionRow key={approval.id} plan={plan} approval={approval} isStanding />
        ))}
        {replaced.map((approval) => (
          <DecisionRow key={approval.id} plan={plan} approval={approval} isStanding={false} />
        ))}
      </ul>
      <p className="t3 small">Decisions are only ever added. Two that disagree are both kept and shown.</p>
      {isDeciding && (
        <DecideDialog
          plan={plan}
          state={state}
          mustsOpen={mustsOpen(plan.workbook, gate.id)}
          onClose={() => {
            setDeciding(false);
          }}
        />
      )}
    </aside>
  );
}

/** One mark for each criterion: those met, then those that should and those that must be. */
function CriteriaBar({ state }: { readonly state: GateState }): ReactNode {
  const { criteria, met, mustsOpen: musts } = state;
  const shoulds = criteria.length - met - musts;
  const marks = [
    ...Array.from({ length: met }, () => 'is-met'),
    ...Array.from({ length: shoulds }, () => 'is-should'),
    ...Array.from({ length: musts }, () => 'is-must'),
  ];
  const words = `${String(met)} of ${String(criteria.length)} criteria met, ${String(musts)} musts open`;
  return (
    <div className="gate-bar" role="img" aria-label={words} title={words}>
      {marks.map((mark, index) => (
        <i key={index} className={mark} />
      ))}
    </div>
  );
}

interface DecisionRowProps {
  readonly plan: Plan;
  readonly approval: Decided;
  readonly isStanding: boolean;
}

function DecisionRow({ plan, approval, isStanding }: DecisionRowProps): ReactNode {
  const name = deciderOf(plan.workbook, approval);
  const changes = isStanding && saysGo(approval) ? factChanges(approval, plan) : [];
  const facts = factsText(approval);
  const word = decisionWord(approval, true);
  return (
    <li className={isStanding ? '' : 'is-replaced'}>
      <Avatar name={name} />
      <div>
        <button
          type="button"
          className="link-button"
          onClick={() => {
            goTo({ page: 'approvals', record: { register: 'approvals', id: approval.id } });
          }}
        >
          {name}
        </button>
        {approval.role !== '' && <span className="t3 small">{approval.role}</span>}
        <span className="small gate-said">
          <StatusShape kind={SHAPES[approval.decision]}>{word}</StatusShape>
          {approval.on !== null && <span className="t3 num">{formatDate(approval.on)}</span>}
          {!isStanding && <span className="t3">replaced</span>}
        </span>
        {approval.conditions !== '' && <span className="small">If: {approval.conditions}</span>}
        {facts !== '' && <span className="t3 small">At {facts}</span>}
        {changes.map(({ fact, was, is }) => (
          <Note key={fact} tone="warn" title={`${word} was said at ${was}; now ${is}.`} />
        ))}
      </div>
    </li>
  );
}
