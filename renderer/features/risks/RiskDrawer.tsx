/** Everything about one risk: its score and weight, and its fields. */
import type { ReactNode } from 'react';
import { isZero } from '../../../shared/domain/base/decimal';
import { formatPercent } from '../../../shared/domain/format/amounts';
import { formatMoney } from '../../../shared/domain/format/money';
import { wholeDays } from '../../../shared/domain/commands/risksAnswer';
import type { Plan } from '../../../shared/domain/plan';
import { chancePercent, exposureOf } from '../../../shared/domain/risk/exposure';
import { residualScore, riskScore } from '../../../shared/domain/risk/rating';
import { risks } from '../../../shared/domain/registers/risks';
import type { Risk } from '../../../shared/domain/registers/all';
import type { RecordEditing } from '../../state/recordEditing';
import { useRecordMore } from '../../state/recordMore';
import { ScoreChip } from '../../ui/charts/ScoreChip';
import { RecordDrawer } from '../../ui/RecordDrawer';
import type { ShownField } from '../../ui/RecordForm';

type FieldName = keyof typeof risks.fields;

const SECTIONS: readonly (readonly [string, readonly FieldName[]])[] = [
  ['What it is', ['title', 'code', 'category', 'phase', 'owner', 'status', 'nextReview']],
  [
    'How likely, how bad',
    ['probability', 'probabilityPercent', 'costIfItHappens', 'daysIfItHappens', 'source', 'impacts'],
  ],
  ['What we do', ['response', 'mitigation', 'trigger', 'contingencyPlan']],
  ['After the response', ['residualProbability', 'residualImpact', 'notes']],
];

const LINES: Readonly<Record<string, number>> = {
  title: 2,
  mitigation: 3,
  contingencyPlan: 3,
  trigger: 2,
  source: 2,
};

export interface RiskDrawerProps {
  readonly risk: Risk;
  readonly plan: Plan;
  readonly editing: RecordEditing;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

export function RiskDrawer({ risk, plan, ...drawer }: RiskDrawerProps): ReactNode {
  const more = useRecordMore({ workbook: plan.workbook, register: 'risks', id: risk.id });
  return (
    <RecordDrawer
      {...drawer}
      more={more}
      plan={plan}
      register="risks"
      id={risk.id}
      sections={SECTIONS}
      context={contextOf(risk)}
      summary={<Summary risk={risk} plan={plan} />}
      shows={(name) => shownField(name, risk)}
    />
  );
}

function contextOf({ code, category }: Risk): string {
  const name = category === null ? '' : risks.fields.category.options[category];
  return [code, name].filter((part) => part !== '').join(' · ');
}

function shownField(name: string, risk: Risk): ShownField {
  const lines = LINES[name];
  const chance = name === 'probabilityPercent' ? chancePercent({ ...risk, probabilityPercent: null }) : null;
  return {
    ...(lines === undefined ? {} : { lines }),
    ...(chance === null ? {} : { placeholder: `${formatPercent(chance)}, from the probability` }),
  };
}

/** The score now and after the response, and what the risk is expected to cost. */
function Summary({ risk, plan }: { readonly risk: Risk; readonly plan: Plan }): ReactNode {
  const now = riskScore(risk);
  const after = residualScore(risk);
  const chance = chancePercent(risk);
  const { cost, days } = exposureOf(risk);
  const weights = [
    ...(isZero(cost) ? [] : [formatMoney(cost, plan.budget.currency)]),
    ...(isZero(days) ? [] : [wholeDays(days)]),
  ];
  return (
    <>
      <p className="record-sum has-chips t2 num">
        {now === null ? 'Not rated yet.' : <ScoreChip score={now} />}
        {after !== null && (
          <>
            <span className="score-arrow">›</span>
            <ScoreChip score={after} />
            after the response
          </>
        )}
      </p>
      {chance !== null && weights.length > 0 && (
        <p className="record-sum t2 num">
          A chance of {formatPercent(chance)} weighs <b>{weights.join(' and ')}</b>.
        </p>
      )}
    </>
  );
}
