/** The findings of one weight on one page, with what can be mended of them at once. */
import { useMemo, useState, type ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { Finding } from '../../../shared/domain/base/problem';
import { fixesOfMany, type FixOfMany } from '../../../shared/domain/commands/problemFixes';
import { formatNumber } from '../../../shared/domain/format/amounts';
import type { Plan } from '../../../shared/domain/plan';
import { ShowMore } from '../../ui/ShowMore';
import { FixButton } from './FixButton';
import { ProblemRow } from './ProblemRow';

/** How many findings are listed before somebody asks for more. */
const STEP = 50;

export interface PageProblemsProps {
  /** The page's name, or that of the whole plan. */
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly onFix: (fix: FixOfMany, person: string | null) => void;
}

export function PageProblems({ title, findings, plan, today, onFix }: PageProblemsProps): ReactNode {
  const [count, setCount] = useState(STEP);
  const ofMany = useMemo(() => fixesOfMany(plan, findings, today), [plan, findings, today]);
  return (
    <>
      <div className="pb-page">
        <h3 className="med">
          {title} <span className="t3 num">{formatNumber(findings.length)}</span>
        </h3>
        <div className="pb-acts">
          {ofMany.map((fix) => (
            <FixButton
              key={fix.label}
              fix={fix}
              label={fix.label}
              spoken={fix.label}
              workbook={plan.workbook}
              onFix={onFix}
            />
          ))}
        </div>
      </div>
      <ul className="pb-list">
        {findings.slice(0, count).map((finding, index) => (
          <ProblemRow
            key={`${finding.problem.code}/${finding.id ?? ''}/${finding.field ?? ''}/${String(index)}`}
            finding={finding}
            plan={plan}
            today={today}
            onFix={onFix}
          />
        ))}
      </ul>
      <ShowMore
        left={findings.length - count}
        step={STEP}
        onMore={() => {
          setCount(count + STEP);
        }}
      />
    </>
  );
}
