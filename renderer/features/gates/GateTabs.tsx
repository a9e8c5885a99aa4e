import { useEffect, useRef, type ReactNode } from 'react';
import type { Outcome } from '../../../shared/domain/approvals/approvalState';
import { metText, type GateState } from '../../../shared/domain/approvals/gateStates';
import { outcomeWord } from '../../../shared/domain/approvals/words';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { formatDateNear } from '../../../shared/domain/format/dates';
import { StatusShape } from '../../ui/StatusShape';
import type { StatusKind } from '../../ui/tone';

export interface GateTabsProps {
  readonly gates: readonly GateState[];
  readonly shown: string;
  /** Dates of its year are written without it. */
  readonly near: CalendarDate;
  readonly onChoose: (gate: string) => void;
}

/** All gates in time order, each with its date, what was decided, and how many criteria are met. */
export function GateTabs({ gates, shown, near, onChoose }: GateTabsProps): ReactNode {
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown, gates.length]);
  return (
    <nav className="gate-tabs" aria-label="Gates">
      {gates.map((state) => {
        const { gate, date, decided, isOverdue } = state;
        const facts = [
          date === null ? 'No date' : formatDateNear(date, near),
          ...(isOverdue ? ['overdue'] : []),
          decided.outcome === 'open' ? metText(state) : outcomeWord(decided.outcome, true),
        ].filter((part) => part !== '');
        return (
          <button
            key={gate.id}
            ref={gate.id === shown ? current : null}
            type="button"
            aria-current={gate.id === shown}
            title={gate.name}
            onClick={() => {
              onChoose(gate.id);
            }}
          >
            <StatusShape kind={isOverdue ? 'late' : SHAPES[decided.outcome]} silent />
            <span className="clip">{gate.name}</span>
            <span className="num">{facts.join(' · ')}</span>
          </button>
        );
      })}
    </nav>
  );
}

export const SHAPES: Readonly<Record<Outcome, StatusKind>> = {
  open: 'todo',
  approved: 'done',
  conditions: 'progress',
  refused: 'refused',
  deferred: 'away',
  contradictory: 'decide',
};
