/** Everything about one cost line: the sum in words, what it comes to, and its fields. */
import type { ReactNode } from 'react';
import { categoryLabel } from '../../../shared/domain/commands/costs';
import { horizonWords } from '../../../shared/domain/commands/costsAnswer';
import { profileFigures, quantityText, sumInWords } from '../../../shared/domain/commands/costWords';
import { formatMoney } from '../../../shared/domain/format/money';
import { capitalized } from '../../../shared/domain/format/sentence';
import type { Plan } from '../../../shared/domain/plan';
import type { costs } from '../../../shared/domain/registers/costs';
import type { CostLine } from '../../../shared/domain/registers/all';
import type { RecordEditing } from '../../state/recordEditing';
import { useRecordMore } from '../../state/recordMore';
import { RecordDrawer } from '../../ui/RecordDrawer';
import type { ShownField } from '../../ui/RecordForm';

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
  readonly editing: RecordEditing;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

export function CostDrawer({ line, plan, ...drawer }: CostDrawerProps): ReactNode {
  const more = useRecordMore({ workbook: plan.workbook, register: 'costs', id: line.id });
  return (
    <RecordDrawer
      {...drawer}
      more={more}
      plan={plan}
      register="costs"
      id={line.id}
      sections={SECTIONS}
      context={categoryLabel(line.category)}
      summary={<Summary line={line} plan={plan} />}
      shows={(name) => shownField(name, line, plan)}
    />
  );
}

/** The sum in words, and what it comes to over the budget. */
function Summary({ line, plan }: { readonly line: CostLine; readonly plan: Plan }): ReactNode {
  const priced = plan.budget.line.get(line.id);
  if (priced === undefined) return null;
  const sum = sumInWords(line, priced, plan);
  return (
    <p className="record-sum t2 num">
      {sum !== undefined && `${sum}. `}
      {capitalized(horizonWords(plan.budget))}:{' '}
      <b>{formatMoney(priced.total, plan.budget.currency, { cents: true })}</b>
    </p>
  );
}

function shownField(name: string, line: CostLine, plan: Plan): ShownField {
  const { quantity, unitCost } = profileFigures(line, plan);
  switch (name) {
    case 'name':
      return { lines: 2 };
    case 'quantity':
      return quantity === null ? {} : { placeholder: `${quantityText(line, quantity)}, from the profile` };
    case 'unitCost':
      return unitCost === null
        ? {}
        : {
            placeholder: `${formatMoney(unitCost, plan.budget.currency, { cents: true })}, from the profile`,
          };
    case 'source':
      return { lines: 2, ...sourceAdvice(line.source) };
    default:
      return {};
  }
}

const HAS_YEAR = /\b(19|20|21)\d\d\b/;

/** A figure without its year ages unnoticed. */
function sourceAdvice(source: string): ShownField {
  if (source === '') return { description: 'Say where the price comes from, and from which year.' };
  return HAS_YEAR.test(source) ? {} : { description: 'Add the year of the figure, so that its age shows.' };
}
