import type { ReactNode } from 'react';
import { stateOf } from '../../../shared/domain/approvals/approvalState';
import type { GateState } from '../../../shared/domain/approvals/gateStates';
import { decisionText } from '../../../shared/domain/approvals/words';
import type { Plan } from '../../../shared/domain/plan';
import type { GateCriterion } from '../../../shared/domain/registers/all';
import { useCommands } from '../../state/commands';
import { useRecordEditing } from '../../state/recordEditing';
import { useToday } from '../../state/today';
import { NewRecordDialog } from '../../ui/NewRecordDialog';

export interface DecideDialogProps {
  readonly plan: Plan;
  readonly state: GateState;
  readonly mustsOpen: readonly GateCriterion[];
  readonly onClose: () => void;
}

const ASKED = ['decision', 'by', 'byName', 'role', 'on', 'conditions', 'notes'] as const;
const MOST_NAMED = 3;

/** Takes down who decides what at a gate; the figures of the plan are kept with it. */
export function DecideDialog({ plan, state, mustsOpen, onClose }: DecideDialogProps): ReactNode {
  const { gate } = state;
  const today = useToday();
  const commands = useCommands();
  const editing = useRecordEditing('approvals');
  const { standing } = stateOf(plan.workbook, gate.id);
  const named = mustsOpen.slice(0, MOST_NAMED).map(({ text }) => text);
  const more = mustsOpen.length - named.length;
  return (
    <NewRecordDialog
      title={`Decide: ${gate.name}`}
      action="Add the decision"
      workbook={plan.workbook}
      register="approvals"
      fields={ASKED}
      values={{ about: gate.id, kind: 'goLive', on: today }}
      today={today}
      onAdd={(values) => editing.addWhole(commands.newId(), values)}
      onClose={onClose}
    >
      {mustsOpen.length > 0 && (
        <p className="small">
          <b className="med">
            {mustsOpen.length === 1 ? 'One must is open: ' : `${String(mustsOpen.length)} musts are open: `}
          </b>
          {named.join('; ')}
          {more > 0 && `; and ${String(more)} more`}.
        </p>
      )}
      {standing.length > 0 && (
        <p className="small t2">
          What stands now: {standing.map((each) => decisionText(plan.workbook, each)).join('; ')}. Another
          answer takes its place; the old one is kept.
        </p>
      )}
    </NewRecordDialog>
  );
}
