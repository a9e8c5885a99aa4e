/** The questions of a page, register by register, with what was before each and what each choice would do to the plan. */
import { useMemo, type ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { Plan } from '../../../shared/domain/plan';
import { definitionOf } from '../../../shared/domain/registers/all';
import type { Decision } from '../../../shared/domain/review/decisions';
import { takesOtherValues, valueBefore, type OtherValue } from '../../../shared/domain/review/otherValues';
import type { Workbook } from '../../../shared/domain/workbook';
import { useBases } from '../../state/bases';
import type { LastMerge } from '../../state/lastMerge';
import { DecisionCard, type DecisionCardProps } from './DecisionCard';
import type { Choices } from './useChoices';
import { useEffectTexts } from './useEffectTexts';

export interface DecisionListProps {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly decisions: readonly Decision[];
  readonly me: number;
  readonly nameOf: DecisionCardProps['nameOf'];
  /** The last merge, where it is known what it brought. */
  readonly merge: LastMerge | null;
  readonly choices: Choices;
  /** Below the questions, in the same scrolling column. */
  readonly children?: ReactNode;
}

/** Questions of one register stand together. Effects are worked out for the first ones of a page. */
export function DecisionList(props: DecisionListProps): ReactNode {
  const { plan, today, decisions, me, nameOf, merge, choices, children } = props;
  const { workbook } = plan;
  const places = useMemo(
    () =>
      decisions.flatMap(({ register, id, fields, options }) =>
        fields.map((field) => ({
          ...{ register, id, field },
          written: options.map(({ values }) => values[field]),
        })),
      ),
    [decisions],
  );
  const bases = useBases(places);
  const befores = useMemo(
    () =>
      bases === undefined
        ? undefined
        : new Map(decisions.map((decision) => [decision.key, valueBefore(workbook, decision, bases)])),
    [bases, decisions, workbook],
  );
  const effects = useEffectTexts({ plan, today, decisions, befores });
  const isDashExplained = useMemo(
    () => befores !== undefined && areMostUnknown(workbook, decisions, befores),
    [befores, decisions, workbook],
  );
  const registers = [...new Set(decisions.map(({ register }) => register))];
  return (
    <div className="rv-list scroll">
      {isDashExplained && (
        <p className="rv-dash t3 small">
          Where a dash stands, this computer does not know what was there before.
        </p>
      )}
      {registers.map((register) => (
        <section key={register} className="rv-group" aria-labelledby={`review-${register}`}>
          <h2 id={`review-${register}`}>{definitionOf(register).title}</h2>
          {decisions
            .filter((decision) => decision.register === register)
            .map((decision) => (
              <DecisionCard
                key={decision.key}
                decision={decision}
                workbook={workbook}
                before={befores === undefined ? null : befores.get(decision.key)}
                isDashExplained={isDashExplained}
                picked={choices.picked.get(decision.key)}
                onPick={choices.pick}
                me={me}
                nameOf={nameOf}
                merge={merge}
                effects={effects.get(decision.key)}
                refusal={choices.refusals.get(decision.key)}
              />
            ))}
        </section>
      ))}
      {children}
    </div>
  );
}

/** Whether more of the questions than not lack what was before. */
function areMostUnknown(
  workbook: Workbook,
  decisions: readonly Decision[],
  befores: ReadonlyMap<string, OtherValue | undefined>,
): boolean {
  const asked = decisions.filter((decision) => takesOtherValues(workbook, decision));
  const unknown = asked.filter(({ key }) => befores.get(key) === undefined).length;
  return unknown > 1 && unknown * 2 > asked.length;
}
