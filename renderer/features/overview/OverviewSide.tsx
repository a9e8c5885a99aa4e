/** Beside the work: how far the run-up is, what everything costs, and what could go wrong. Only figures of this plan. */
import type { ReactNode } from 'react';
import { isZero, roundHalfEven, type Decimal } from '../../../shared/domain/base/decimal';
import { horizonWords } from '../../../shared/domain/commands/costsAnswer';
import { moneySpent, type RunUpProgress } from '../../../shared/domain/commands/overviewLists';
import { exposureSentence } from '../../../shared/domain/commands/risksAnswer';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { formatMoney } from '../../../shared/domain/format/money';
import { counted, countWord } from '../../../shared/domain/format/sentence';
import type { Plan } from '../../../shared/domain/plan';
import type { Risk } from '../../../shared/domain/registers/all';
import { isOpen, riskScore } from '../../../shared/domain/risk/rating';
import { goTo, type PageId } from '../../state/navigation';
import { ScoreChip } from '../../ui/charts/ScoreChip';
import { Meter } from '../../ui/Meter';
import { ByOthers } from './ByOthers';

const TOP_RISKS = 5;

export interface OverviewSideProps {
  readonly plan: Plan;
  readonly progress: RunUpProgress;
}

export function OverviewSide({ plan, progress }: OverviewSideProps): ReactNode {
  return (
    <div className="ov-side">
      <Progress progress={progress} hasGoLive={plan.schedule.goLive !== null} />
      <BudgetBar plan={plan} />
      <TopRisks plan={plan} />
      <ByOthers plan={plan} />
    </div>
  );
}

function Progress({
  progress,
  hasGoLive,
}: {
  readonly progress: RunUpProgress;
  readonly hasGoLive: boolean;
}): ReactNode {
  const { tasks, tasksDone, gates, gatesPassed, gatesLate, withoutOwner } = progress;
  if (tasks === 0) return null;
  const text = `${formatNumber(tasksDone)} of ${formatNumber(tasks)} tasks done`;
  const rest = [
    gates === 0 ? '' : `${String(gatesPassed)} of ${String(gates)} ${gates === 1 ? 'gate' : 'gates'} passed`,
    gatesLate === 0 ? '' : `${counted(gatesLate, 'gate')} late`,
    withoutOwner === 0
      ? 'every open task has an owner'
      : `${counted(withoutOwner, 'open task')} without an owner`,
  ].filter((part) => part !== '');
  return (
    <section>
      <Head title={hasGoLive ? 'Until go-live' : 'The whole plan'} page="timeline" link="Timeline" />
      <div className="ready-bar">
        <Meter label="Tasks done" value={tasksDone} max={tasks} text={text} />
      </div>
      <p>
        <b className="med">{text}.</b> <span className="t2">{sentence(rest)}</span>
      </p>
    </section>
  );
}

function sentence(parts: readonly string[]): string {
  const text = parts.join(', ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function BudgetBar({ plan }: { readonly plan: Plan }): ReactNode {
  const { budget } = plan;
  const { totals, currency } = budget;
  if (budget.lines.length === 0) return null;
  const parts = [
    { label: 'Paid once', amount: totals.externalOneTime },
    { label: 'Recurring', amount: totals.recurring },
    { label: 'Contingency', amount: totals.contingency },
    { label: 'Own staff time', amount: totals.internalStaffTime },
    { label: 'Visits lost while learning', amount: totals.productivityLoss },
  ].map((part, look) => ({ ...part, look, text: formatMoney(part.amount, currency) }));
  const shown = parts.filter(({ amount }) => !isZero(amount));
  return (
    <section>
      <Head title="Budget" page="costs" link="Costs">
        {formatMoney(totals.totalCostOfOwnership, currency)} over {horizonWords(budget)}
      </Head>
      {shown.length === 0 ? (
        <p className="t2">No line has an amount yet.</p>
      ) : (
        <div className="money-bar" aria-hidden>
          {shown.map(({ label, amount, look }) => (
            <i key={label} className={`money-${String(look)}`} style={{ flexGrow: weight(amount) }} />
          ))}
        </div>
      )}
      <ul className="money-legend num">
        {shown.map(({ label, look, text }) => (
          <li key={label}>
            <i className={`money-${String(look)}`} aria-hidden />
            <span>{label}</span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <Spent plan={plan} />
    </section>
  );
}

/** What is gone already, where actuals are kept. */
function Spent({ plan }: { readonly plan: Plan }): ReactNode {
  const { paid, invoiced, committed } = moneySpent(plan);
  const parts = [
    { label: 'paid', amount: paid },
    { label: 'invoiced', amount: invoiced },
    { label: 'committed', amount: committed },
  ].flatMap(({ label, amount }) =>
    isZero(amount) ? [] : [`${formatMoney(amount, plan.budget.currency)} ${label}`],
  );
  if (parts.length === 0) return null;
  return (
    <p className="t2 money-spent">
      So far{' '}
      <button
        className="link-button"
        onClick={() => {
          goTo({ page: 'funding' });
        }}
      >
        {parts.join(', ')}
      </button>
    </p>
  );
}

/** A length for the bar; money itself is never a floating number. */
function weight(amount: Decimal): number {
  return Math.max(0, roundHalfEven(amount));
}

interface ScoredRisk {
  readonly risk: Risk;
  readonly score: number;
}

function TopRisks({ plan }: { readonly plan: Plan }): ReactNode {
  const { tables } = plan.workbook;
  const open = tables.risks.live.filter(isOpen);
  if (open.length === 0) return null;
  const scored = open.flatMap((risk): ScoredRisk[] => {
    const score = riskScore(risk);
    return score === null ? [] : [{ risk, score }];
  });
  const top = scored.sort((a, b) => b.score - a.score).slice(0, TOP_RISKS);
  const unrated = open.length - scored.length;
  const exposure = exposureSentence(open, plan.budget.currency);
  return (
    <section>
      <Head title="Top risks" page="risks" link="Risks">
        {open.length === 1 ? 'the only open one' : `of ${counted(open.length, 'open one')}`}
        {unrated === 0 || top.length === 0 ? '' : `, ${countWord(unrated)} not rated`}
      </Head>
      {top.length === 0 && (
        <p className="t2">{open.length === 1 ? 'It is not rated yet.' : 'None of them is rated yet.'}</p>
      )}
      <ul className="top-risks">
        {top.map(({ risk, score }) => (
          <li key={risk.id}>
            <ScoreChip score={score} />
            <div>
              <button
                className="link-button med"
                onClick={() => {
                  goTo({ page: 'risks', record: { register: 'risks', id: risk.id } });
                }}
              >
                <span className="risk-name" title={risk.title}>
                  {risk.title}
                </span>
              </button>{' '}
              <span className="t2">{tables.people.byId.get(risk.owner ?? '')?.name ?? 'nobody owns it'}</span>
            </div>
          </li>
        ))}
      </ul>
      {exposure.length > 0 && (
        <p className="t2">
          {exposure.map(({ text, strong }) =>
            strong === true ? (
              <b key={text} className="med">
                {text}
              </b>
            ) : (
              text
            ),
          )}
        </p>
      )}
    </section>
  );
}

interface HeadProps {
  readonly title: string;
  readonly page: PageId;
  readonly link: string;
  readonly children?: ReactNode;
}

function Head({ title, page, link, children }: HeadProps): ReactNode {
  return (
    <div className="sec">
      <h2 className="h3">{title}</h2>
      <span className="t2 num">{children}</span>
      <button
        className="link-button more"
        onClick={() => {
          goTo({ page });
        }}
      >
        {link}
      </button>
    </div>
  );
}
