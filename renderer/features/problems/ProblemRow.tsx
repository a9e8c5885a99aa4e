/** One finding: what is wrong, which record it concerns, and what can be done about it. */
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { Finding, Level } from '../../../shared/domain/base/problem';
import { problemText } from '../../../shared/domain/base/problemText';
import { alone, fixesOf, type FixOfMany } from '../../../shared/domain/commands/problemFixes';
import type { Plan } from '../../../shared/domain/plan';
import { waitsForChoice } from '../../../shared/domain/recordFindings';
import { definitionOf, isRegisterId } from '../../../shared/domain/registers/all';
import { recordName } from '../../../shared/domain/records/recordName';
import { fieldLabel } from '../../../shared/domain/review/valueText';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import { goTo, pageOf } from '../../state/navigation';
import { Button } from '../../ui/Button';
import { StatusShape } from '../../ui/StatusShape';
import type { StatusKind } from '../../ui/tone';
import { FixButton } from './FixButton';

export interface ProblemRowProps {
  readonly finding: Finding;
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly onFix: (fix: FixOfMany, person: string | null) => void;
}

const SHAPES: Readonly<Record<Level, StatusKind>> = { error: 'refused', warning: 'close', info: 'todo' };

export function ProblemRow({ finding, plan, today, onFix }: ProblemRowProps): ReactNode {
  const { workbook } = plan;
  const text = problemText(finding.problem);
  const isConflict = waitsForChoice(finding);
  const page = isConflict ? 'review' : isInBin(finding, workbook) ? undefined : pageOf(finding.register);
  return (
    <li>
      <StatusShape kind={isConflict ? 'decide' : SHAPES[finding.level]} silent />
      <div>
        <p>{text}</p>
        <p className="t3 small">{concerns(finding, workbook)}</p>
      </div>
      <div className="pb-acts">
        {fixesOf(plan, finding, today).map((fix) => (
          <FixButton
            key={fix.label}
            fix={alone(fix)}
            label={fix.label}
            spoken={fix.undoLabel}
            workbook={workbook}
            onFix={onFix}
          />
        ))}
        {page !== undefined && (
          <Button
            variant="quiet"
            label={`${isConflict ? 'Decide' : 'Show'}: ${text}`}
            onPress={() => {
              goTo(isConflict ? { page } : { page, ...recordOf(finding) });
            }}
          >
            {isConflict ? 'Decide' : 'Show'}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What is in the bin stands on no page. */
function isInBin({ register, id }: Finding, workbook: Workbook): boolean {
  return isRegisterId(register) && recordIn(workbook, register, id ?? null)?.archived === true;
}

/** `Task “Go-live”, Deadline` */
function concerns({ register, id, field }: Finding, workbook: Workbook): string {
  if (!isRegisterId(register)) return 'The plan';
  const { singular, title } = definitionOf(register);
  if (id === undefined) return title;
  const name = `${singular} “${recordName(workbook, register, id)}”`;
  return field === undefined ? name : `${name}, ${fieldLabel(register, field)}`;
}

function recordOf({ register, id, field }: Finding): Pick<Parameters<typeof goTo>[0], 'record'> {
  if (!isRegisterId(register) || id === undefined) return {};
  return { record: { register, id, ...(field === undefined ? {} : { field }) } };
}
