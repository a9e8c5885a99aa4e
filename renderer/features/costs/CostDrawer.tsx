/** Everything about one cost line. Every field saves itself; what is refused is said under the field. */
import { useState, type ReactNode } from 'react';
import { Trash2 } from 'lucide-react';
import { problemText } from '../../../shared/domain/base/problemText';
import { chooseValue, conflictsOf } from '../../../shared/domain/commands/conflictChoice';
import { categoryLabel } from '../../../shared/domain/commands/costs';
import { profileFigures, quantityText, sumInWords } from '../../../shared/domain/commands/costWords';
import { formatDate } from '../../../shared/domain/format/dates';
import { formatMoney } from '../../../shared/domain/format/money';
import { horizonWords } from '../../../shared/domain/commands/costsAnswer';
import { capitalized } from '../../../shared/domain/format/sentence';
import type { Plan } from '../../../shared/domain/plan';
import { textOf } from '../../../shared/domain/register/parseText';
import type { StoredValue } from '../../../shared/domain/register/field';
import { costs } from '../../../shared/domain/registers/costs';
import type { CostLine } from '../../../shared/domain/registers/all';
import type { Conflict } from '../../../shared/domain/workbook';
import { useCommands } from '../../state/commands';
import { ConflictChoice } from '../../ui/ConflictChoice';
import { Drawer } from '../../ui/Drawer';
import { IconButton } from '../../ui/IconButton';
import { Note } from '../../ui/Note';
import { RecordField } from '../../ui/RecordField';
import type { CostEditing } from './useCostEditing';

type FieldName = keyof typeof costs.fields;

const SECTIONS: readonly (readonly [string, readonly FieldName[]])[] = [
  ['What it is', ['name', 'category', 'kind', 'internal', 'vendor', 'department']],
  ['How much', ['driver', 'quantity', 'unitCost', 'source', 'confidence', 'contingencyPercent']],
  ['When', ['frequency', 'start', 'end', 'escalatorPercentPerYear']],
  ['Paid from', ['fundingSource', 'notes']],
];

export interface CostDrawerProps {
  readonly line: CostLine;
  readonly plan: Plan;
  readonly editing: CostEditing;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

export function CostDrawer({ line, plan, editing, isOver, onClose }: CostDrawerProps): ReactNode {
  const { workbook } = plan;
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const commands = useCommands();
  const type = (name: FieldName, text: string): void => {
    const reason = editing.typeField(line.id, name, text);
    setErrors((were) => ({ ...were, [name]: reason }));
  };
  const choose = (conflict: Conflict, index: number): void => {
    const command = chooseValue(workbook, conflict, index);
    if (command !== undefined) commands.run(command);
  };
  return (
    <Drawer
      title={line.name}
      context={categoryLabel(line.category)}
      onClose={onClose}
      isOver={isOver}
      tools={
        <IconButton
          label="Move to the bin"
          keys="Ctrl Delete"
          onPress={() => {
            onClose();
            editing.remove([line.id]);
          }}
        >
          <Trash2 size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      }
    >
      <Summary line={line} plan={plan} />
      {conflictsOf(workbook, line.id).map((conflict) => (
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
            <CostField
              key={name}
              name={name}
              line={line}
              plan={plan}
              error={errors[name]}
              onText={(text) => {
                type(name, text);
              }}
              onPick={(value) => {
                editing.pick(line.id, name, labelOf(name), value);
              }}
            />
          ))}
        </section>
      ))}
    </Drawer>
  );
}

/** The sum in words, what it comes to over the budget, and what is doubtful about it. */
function Summary({ line, plan }: { readonly line: CostLine; readonly plan: Plan }): ReactNode {
  const priced = plan.budget.line.get(line.id);
  if (priced === undefined) return null;
  const sum = sumInWords(line, priced, plan);
  const findings = plan.findings.filter(
    ({ id, problem }) => id === line.id && problem.code !== 'plan/unresolved',
  );
  return (
    <>
      <p className="cost-sum t2 num">
        {sum !== undefined && `${sum}. `}
        {capitalized(horizonWords(plan.budget))}:{' '}
        <b>{formatMoney(priced.total, plan.budget.currency, { cents: true })}</b>
      </p>
      {findings.map(({ problem, level, field }) => (
        <Note
          key={`${problem.code}${field ?? ''}`}
          tone={level === 'info' ? 'plain' : 'warn'}
          title={problemText(problem)}
        />
      ))}
    </>
  );
}

interface CostFieldProps {
  readonly name: FieldName;
  readonly line: CostLine;
  readonly plan: Plan;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
  readonly onPick: (value: StoredValue) => void;
}

function CostField({ name, line, plan, error, onText, onPick }: CostFieldProps): ReactNode {
  const field = costs.fields[name];
  const value: StoredValue = line[name];
  const text =
    field.kind === 'money' && typeof value === 'number'
      ? formatMoney(value, plan.budget.currency, { cents: true, bare: true })
      : textOf(field, value, textContext(plan));
  const choices = field.kind === 'ref' ? choicesOf(plan, field.register) : undefined;
  const placeholder = placeholderOf(name, line, plan);
  const description = descriptionOf(name, line);
  return (
    <RecordField
      name={name}
      value={value}
      field={field}
      text={text}
      onText={onText}
      onPick={onPick}
      {...(name === 'source' || name === 'name' ? { lines: 2 } : {})}
      {...(choices === undefined ? {} : { choices })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(description === undefined ? {} : { description })}
      {...(error === undefined ? {} : { error })}
    />
  );
}

function textContext({ workbook, budget }: Plan): Parameters<typeof textOf>[2] {
  return {
    currency: budget.currency,
    titleOf: (register, id) => {
      const record =
        register === 'departments'
          ? workbook.tables.departments.byId.get(id)
          : workbook.tables.fundingSources.byId.get(id);
      return record?.name;
    },
  };
}

function choicesOf({ workbook }: Plan, register: string): readonly { id: string; label: string }[] {
  const table = register === 'departments' ? workbook.tables.departments : workbook.tables.fundingSources;
  return table.live.map(({ id, name }) => ({ id, label: name }));
}

function placeholderOf(name: FieldName, line: CostLine, plan: Plan): string | undefined {
  const { quantity, unitCost } = profileFigures(line, plan);
  if (name === 'quantity')
    return quantity === null ? undefined : `${quantityText(line, quantity)}, from the profile`;
  if (name !== 'unitCost' || unitCost === null) return undefined;
  return `${formatMoney(unitCost, plan.budget.currency, { cents: true })}, from the profile`;
}

const HAS_YEAR = /\b(19|20|21)\d\d\b/;

/** A figure without its year ages unnoticed. */
function descriptionOf(name: FieldName, line: CostLine): string | undefined {
  if (name !== 'source') return undefined;
  if (line.source === '') return 'Say where the price comes from, and from which year.';
  return HAS_YEAR.test(line.source) ? undefined : 'Add the year of the figure, so that its age shows.';
}

function labelOf(name: string): string {
  const fields: Readonly<Record<string, { readonly label: string }>> = costs.fields;
  return fields[name]?.label ?? 'In the bin';
}

function shownValue(plan: Plan, name: string, value: unknown): string {
  if (name === 'archived') return value === true ? 'In the bin' : 'In use';
  const field = Object.entries(costs.fields).find(([known]) => known === name)?.[1];
  if (field?.kind === 'money' && typeof value === 'number') {
    return formatMoney(value, plan.budget.currency, { cents: true });
  }
  return field === undefined ? String(value) : textOf(field, value as StoredValue, textContext(plan));
}
