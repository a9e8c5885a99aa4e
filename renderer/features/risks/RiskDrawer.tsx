/** Everything about one risk. Every field saves itself; what is refused is said under the field. */
import { useState, type ReactNode } from 'react';
import { Trash2 } from 'lucide-react';
import { isZero } from '../../../shared/domain/base/decimal';
import { problemText } from '../../../shared/domain/base/problemText';
import { chooseValue, conflictsOf } from '../../../shared/domain/commands/conflictChoice';
import { formatDate } from '../../../shared/domain/format/dates';
import { formatMoney } from '../../../shared/domain/format/money';
import { formatPercent } from '../../../shared/domain/format/amounts';
import { wholeDays } from '../../../shared/domain/commands/risksAnswer';
import type { Plan } from '../../../shared/domain/plan';
import { chancePercent, exposureOf } from '../../../shared/domain/risk/exposure';
import { residualScore, riskScore } from '../../../shared/domain/risk/rating';
import { textOf } from '../../../shared/domain/register/parseText';
import type { StoredValue } from '../../../shared/domain/register/field';
import { risks } from '../../../shared/domain/registers/risks';
import type { Risk } from '../../../shared/domain/registers/all';
import type { Conflict } from '../../../shared/domain/workbook';
import { useCommands } from '../../state/commands';
import { ConflictChoice } from '../../ui/ConflictChoice';
import { ScoreChip } from '../../ui/charts/ScoreChip';
import { Drawer } from '../../ui/Drawer';
import { IconButton } from '../../ui/IconButton';
import { Note } from '../../ui/Note';
import { RecordField } from '../../ui/RecordField';
import { RiskImpacts } from './RiskImpacts';
import type { RiskEditing } from './useRiskEditing';

type FieldName = Exclude<keyof typeof risks.fields, 'impacts'>;

const LINES: Partial<Record<FieldName, number>> = { title: 2, mitigation: 3, contingencyPlan: 3, trigger: 2, source: 2 };

const SECTIONS: readonly (readonly [string, readonly FieldName[]])[] = [
  ['What it is', ['title', 'code', 'category', 'phase', 'owner', 'status', 'nextReview']],
  ['How likely, how bad', ['probability', 'probabilityPercent', 'costIfItHappens', 'daysIfItHappens', 'source']],
  ['What we do', ['response', 'mitigation', 'trigger', 'contingencyPlan']],
  ['After the response', ['residualProbability', 'residualImpact', 'notes']],
];

export interface RiskDrawerProps {
  readonly risk: Risk;
  readonly plan: Plan;
  readonly editing: RiskEditing;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

export function RiskDrawer({ risk, plan, editing, isOver, onClose }: RiskDrawerProps): ReactNode {
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const commands = useCommands();
  const choose = (conflict: Conflict, index: number): void => {
    const command = chooseValue(plan.workbook, conflict, index);
    if (command !== undefined) commands.run(command);
  };
  return (
    <Drawer
      title={risk.title}
      context={contextOf(risk)}
      onClose={onClose}
      isOver={isOver}
      tools={
        <IconButton
          label="Move to the bin"
          keys="Ctrl Delete"
          onPress={() => {
            onClose();
            editing.remove([risk.id]);
          }}
        >
          <Trash2 size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      }
    >
      <Summary risk={risk} plan={plan} />
      {conflictsOf(plan.workbook, risk.id).map((conflict) => (
        <ConflictChoice
          key={conflict.field}
          label={labelOf(conflict.field)}
          values={conflict.values.map(({ value, by, at }) => ({
            text: shownValue(plan, conflict.field, value),
            by: `${by}, ${formatDate(at.slice(0, 10), 'weekday')}`,
          }))}
          onChoose={(index) => {
            choose(conflict, index);
          }}
        />
      ))}
      {SECTIONS.map(([title, names]) => (
        <section key={title} className="record-section">
          <h3 className="record-heading">{title}</h3>
          {names.map((name) => (
            <RiskField
              key={name}
              name={name}
              risk={risk}
              plan={plan}
              error={errors[name]}
              onText={(text) => {
                const reason = editing.typeField(risk.id, name, text);
                setErrors((were) => ({ ...were, [name]: reason }));
              }}
              onPick={(value) => {
                editing.pick(risk.id, name, labelOf(name), value);
              }}
            />
          ))}
          {names.includes('probability') && (
            <RiskImpacts
              impacts={risk.impacts}
              onChange={(impacts) => {
                editing.pick(risk.id, 'impacts', 'impact', impacts);
              }}
            />
          )}
        </section>
      ))}
    </Drawer>
  );
}

function contextOf({ code, category }: Risk): string {
  const name = category === null ? '' : risks.fields.category.options[category];
  return [code, name].filter((part) => part !== '').join(' · ');
}

/** The score, what it is expected to cost, and what is missing. */
function Summary({ risk, plan }: { readonly risk: Risk; readonly plan: Plan }): ReactNode {
  const now = riskScore(risk);
  const after = residualScore(risk);
  const chance = chancePercent(risk);
  const { cost, days } = exposureOf(risk);
  const weights = [
    ...(isZero(cost) ? [] : [formatMoney(cost, plan.budget.currency)]),
    ...(isZero(days) ? [] : [wholeDays(days)]),
  ];
  const found = plan.findings.filter(
    ({ id, problem }) => id === risk.id && problem.code !== 'plan/unresolved',
  );
  return (
    <>
      <p className="risk-sum t2 num">
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
        <p className="risk-sum t2 num">
          A chance of {formatPercent(chance)} weighs <b>{weights.join(' and ')}</b>.
        </p>
      )}
      {found.map(({ problem, level, field }) => (
        <Note
          key={`${problem.code}${field ?? ''}`}
          tone={level === 'error' ? 'bad' : level === 'warning' ? 'warn' : 'plain'}
          title={problemText(problem)}
        />
      ))}
    </>
  );
}

interface RiskFieldProps {
  readonly name: FieldName;
  readonly risk: Risk;
  readonly plan: Plan;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
  readonly onPick: (value: StoredValue) => void;
}

function RiskField({ name, risk, plan, error, onText, onPick }: RiskFieldProps): ReactNode {
  const field = risks.fields[name];
  const value: StoredValue = risk[name];
  const text =
    field.kind === 'money' && typeof value === 'number'
      ? formatMoney(value, plan.budget.currency, { cents: true, bare: true })
      : textOf(field, value, textContext(plan));
  const lines = LINES[name];
  const chance = name === 'probabilityPercent' ? chancePercent({ ...risk, probabilityPercent: null }) : null;
  return (
    <RecordField
      name={name}
      value={value}
      field={field}
      text={text}
      onText={onText}
      onPick={onPick}
      {...(field.kind === 'ref' ? { choices: choicesOf(plan, field.register) } : {})}
      {...(lines === undefined ? {} : { lines })}
      {...(chance === null ? {} : { placeholder: `${formatPercent(chance)}, from the probability` })}
      {...(error === undefined ? {} : { error })}
    />
  );
}

function textContext({ workbook, budget }: Plan): Parameters<typeof textOf>[2] {
  const { people, phases } = workbook.tables;
  return {
    currency: budget.currency,
    titleOf: (register, id) =>
      register === 'people' ? people.byId.get(id)?.name : phases.byId.get(id)?.name,
  };
}

function choicesOf({ workbook }: Plan, register: string): readonly { id: string; label: string }[] {
  const { people, phases } = workbook.tables;
  return (register === 'people' ? people : phases).live.map(({ id, name }) => ({ id, label: name }));
}

function labelOf(name: string): string {
  const fields: Readonly<Record<string, { readonly label: string }>> = risks.fields;
  return fields[name]?.label ?? 'In the bin';
}

function shownValue(plan: Plan, name: string, value: unknown): string {
  if (name === 'archived') return value === true ? 'In the bin' : 'In use';
  const field = Object.entries(risks.fields).find(([known]) => known === name)?.[1];
  if (field?.kind === 'money' && typeof value === 'number') {
    return formatMoney(value, plan.budget.currency, { cents: true });
  }
  return field === undefined ? String(value) : textOf(field, value as StoredValue, textContext(plan));
}
