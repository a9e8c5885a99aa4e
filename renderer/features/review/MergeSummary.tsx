/** What a merge did to the plan: the date, the total, every record that came, changed or went, and what is left to decide. */
import { useMemo, type ReactNode } from 'react';
import { formatDate } from '../../../shared/domain/format/dates';
import { formatMoney } from '../../../shared/domain/format/money';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import { planOf, type Plan } from '../../../shared/domain/plan';
import { changesBetween, changesText, type RegisterChanges } from '../../../shared/domain/review/changes';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import type { Workbook } from '../../../shared/domain/workbook';
import { useToday } from '../../state/today';
import { StatusShape } from '../../ui/StatusShape';
import './review.css';

export interface MergeSummaryProps {
  readonly before: Workbook;
  readonly after: Workbook;
  /** The copy that was merged in. */
  readonly fileName: string;
}

/** Names listed of one register before the rest is only counted. */
const MOST_NAMES = 8;

export function MergeSummary({ before, after, fileName }: MergeSummaryProps): ReactNode {
  const today = useToday();
  const changes = useMemo(() => changesBetween(before, after), [before, after]);
  const [was, is] = useMemo(() => [planOf(before, today), planOf(after, today)], [before, after, today]);
  return (
    <>
      <p className="t2">
        {changes.count === 0
          ? `“${fileName}” held nothing that was not here already.`
          : `${capitalized(counted(changes.count, 'record'))} ${changes.count === 1 ? 'is' : 'are'} different now. The file itself was not changed.`}
      </p>
      <Facts was={was} is={is} />
      {changes.registers.length > 0 && (
        <div className="ms-changes" tabIndex={0} role="region" aria-label="What changed">
          {changes.registers.map((register) => (
            <RegisterSection key={register.register} changes={register} />
          ))}
        </div>
      )}
    </>
  );
}

function Facts({ was, is }: { readonly was: Plan; readonly is: Plan }): ReactNode {
  const goLiveMoved = was.schedule.goLive !== is.schedule.goLive;
  const [costWas, costIs] = [was, is].map(({ budget }) =>
    formatMoney(budget.totals.totalCostOfOwnership, budget.currency, { cents: true }),
  );
  const broken = is.findings.filter(({ level }) => level === 'error').length;
  const brokenBefore = was.findings.filter(({ level }) => level === 'error').length;
  const decisions = decisionsOf(is.workbook);
  const toDecide = decisions.filter(({ weight }) => weight === 'decide').length;
  const kept = decisions.length - toDecide;
  return (
    <ul className="ms-facts num">
      <li>
        <StatusShape kind={goLiveMoved ? 'close' : 'done'} silent />
        <span>
          {goLiveMoved
            ? `Go-live moves from ${goLiveText(was)} to ${goLiveText(is)}`
            : `Go-live unchanged: ${goLiveText(is)}`}
        </span>
      </li>
      <li>
        <StatusShape kind={costWas === costIs ? 'done' : 'close'} silent />
        <span>
          {costWas === costIs
            ? `Total cost unchanged: ${costIs ?? ''}`
            : `Total cost from ${costWas ?? ''} to ${costIs ?? ''}`}
        </span>
      </li>
      {broken > brokenBefore && (
        <li>
          <StatusShape kind="refused" silent />
          <span>{capitalized(counted(broken - brokenBefore, 'thing'))} more in Problems</span>
        </li>
      )}
      <li>
        <StatusShape kind={toDecide === 0 ? 'done' : 'decide'} silent />
        <span>
          {toDecide === 0
            ? 'Nothing has to be decided'
            : `${capitalized(counted(toDecide, 'field needs', 'fields need'))} a person: all values are kept`}
          {kept > 0 && `; in ${counted(kept, 'field')} the newer value was kept`}
        </span>
      </li>
    </ul>
  );
}

function goLiveText({ schedule }: Plan): string {
  return schedule.goLive === null ? 'no date' : formatDate(schedule.goLive, 'weekdayYear');
}

function RegisterSection({ changes }: { readonly changes: RegisterChanges }): ReactNode {
  const rows = [
    ...changes.added.map((change) => ({ ...change, verb: 'Added' })),
    ...changes.changed.map((change) => ({ ...change, verb: 'Changed' })),
    ...changes.archived.map((change) => ({ ...change, verb: 'Archived' })),
    ...changes.restored.map((change) => ({ ...change, verb: 'Restored' })),
  ];
  return (
    <section>
      <h3>
        {changes.title} <span className="t3">{changesText(changes)}</span>
      </h3>
      <ul>
        {rows.slice(0, MOST_NAMES).map(({ id, name, fields, verb }) => (
          <li key={id}>
            <span className="t3">{verb}</span> {name}
            {fields.length > 0 && <span className="t2">: {fields.join(', ').toLowerCase()}</span>}
          </li>
        ))}
        {rows.length > MOST_NAMES && <li className="t3">and {rows.length - MOST_NAMES} more</li>}
      </ul>
    </section>
  );
}
