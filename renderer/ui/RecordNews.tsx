/** What a person should know of a record before its fields: values written apart, and what the plan finds wrong. */
import type { ReactNode } from 'react';
import { problemText } from '../../shared/domain/base/problemText';
import { conflictsOf } from '../../shared/domain/commands/conflictChoice';
import type { Plan } from '../../shared/domain/plan';
import { waitsForChoice } from '../../shared/domain/recordFindings';
import type { RegisterId } from '../../shared/domain/registers/all';
import { conflictLabel, conflictText } from '../../shared/domain/review/valueText';
import type { Conflict, Workbook } from '../../shared/domain/workbook';
import { ConflictChoice } from './ConflictChoice';
import { momentText } from './moments';
import { Note } from './Note';

export interface RecordConflictsProps {
  readonly workbook: Workbook;
  readonly id: string;
  readonly onChoose: (conflict: Conflict, index: number) => void;
}

/** The fields that several sites wrote apart, each with the choice between its values. */
export function RecordConflicts({ workbook, id, onChoose }: RecordConflictsProps): ReactNode {
  return conflictsOf(workbook, id).map((conflict) => (
    <ConflictChoice
      key={conflict.field}
      label={conflictLabel(conflict)}
      {...(conflict.cause === 'contradictory' ? { question: 'Decided both ways. Choose which stands.' } : {})}
      values={conflict.values.map(({ value, by, at }) => ({
        text: conflictText(workbook, conflict, value),
        by: `${by}, ${momentText(at)}`,
      }))}
      onChoose={(index) => onChoose(conflict, index)}
    />
  ));
}

export interface RecordNewsProps extends Omit<RecordConflictsProps, 'workbook'> {
  readonly plan: Plan;
  readonly register: RegisterId;
}

const TONES = { error: 'bad', warning: 'warn', info: 'plain' } as const;

/** Conflicts first, then every finding about the record. */
export function RecordNews({ plan, register, id, onChoose }: RecordNewsProps): ReactNode {
  const found = plan.findings.filter(
    (finding) => finding.register === register && finding.id === id && !waitsForChoice(finding),
  );
  return (
    <>
      <RecordConflicts workbook={plan.workbook} id={id} onChoose={onChoose} />
      {found.length > 0 && (
        <div className="record-notes">
          {found.map(({ problem, level, field }) => (
            <Note key={`${problem.code}${field ?? ''}`} tone={TONES[level]} title={problemText(problem)} />
          ))}
        </div>
      )}
    </>
  );
}
