/** The first thing a reader sees: whose plan, as of when, does the date hold, and the few figures to take away. */
import { horizonWords } from '../../domain/commands/costsAnswer';
import { overviewAnswer } from '../../domain/commands/overviewAnswer';
import { topRisks } from '../../domain/commands/risksAnswer';
import { workingDaysUntil } from '../../domain/commands/timelineAnswer';
import { daysInWords } from '../../domain/format/amounts';
import { formatDate } from '../../domain/format/dates';
import { formatMoney } from '../../domain/format/money';
import type { Plan } from '../../domain/plan';
import { registers } from '../../domain/registers/all';
import { decisionsOf } from '../../domain/review/decisions';
import { isOpen, riskScore } from '../../domain/risk/rating';
import { count, type ReportSource } from './chapter';
import { markup, sentence, type Markup } from './markup';

interface Figure {
  readonly label: string;
  readonly figure: string;
  readonly basis: string;
  readonly isBad?: boolean;
}

export function cover(source: ReportSource): Markup {
  const { plan, time } = source;
  const [organisation] = plan.workbook.tables.organisation.live;
  const kind =
    organisation === undefined ? '' : `, ${registers.organisation.fields.kind.options[organisation.kind]}`;
  const name = organisation?.name ?? '';
  const { sentence: words, tone } = overviewAnswer(plan, time.today);
  return markup`<header>
<p class="over">Implementation plan${kind}. As of ${formatDate(time.today, 'full')}</p>
<h1>${name === '' ? 'Plan without a name' : name}</h1>
<p class="lede ${tone}">${sentence(words)}</p>
<dl class="fig">
${[goLive(source), slack(plan), total(plan), outlay(plan), risks(plan), unsettled(plan)].map(
  ({ label, figure, basis, isBad }) => markup`<div><dt>${label}</dt>
<dd${isBad === true && markup` class="bad"`}>${figure}<small>${basis}</small></dd></div>
`,
)}</dl>
</header>`;
}

function goLive({ plan, time }: ReportSource): Figure {
  const date = plan.schedule.goLive;
  if (date === null) return { label: 'Go-live', figure: '–', basis: 'no task is marked as go-live' };
  const days = workingDaysUntil(plan, time.today, date);
  const basis =
    date > time.today ? `${daysInWords(days)} from now` : date === time.today ? 'today' : 'in the past';
  return { label: 'Go-live', figure: formatDate(date), basis };
}

function slack({ workbook, schedule }: Plan): Figure {
  const id = workbook.tables.organisation.live[0]?.goLive ?? null;
  const days = id === null ? undefined : schedule.task(id)?.totalFloatDays;
  if (days === undefined) return { label: 'Slack', figure: '–', basis: 'no go-live date' };
  return {
    label: 'Slack',
    figure: daysInWords(days, 'day'),
    basis: 'how far go-live can slip',
    isBad: days < 0,
  };
}

function total({ budget }: Plan): Figure {
  return {
    label: 'Total cost of ownership',
    figure: formatMoney(budget.totals.totalCostOfOwnership, budget.currency),
    basis: horizonWords(budget),
  };
}

function outlay({ budget }: Plan): Figure {
  return {
    label: 'Cash outlay',
    figure: formatMoney(budget.totals.cashOutlay, budget.currency),
    basis: 'invoices and contingency',
  };
}

function risks({ workbook }: Plan): Figure {
  const all = workbook.tables.risks.live;
  const [worst] = topRisks(all, 1);
  const score = worst === undefined ? null : riskScore(worst);
  return {
    label: 'Open risks',
    figure: String(all.filter(isOpen).length),
    basis: score === null ? 'none is rated' : `highest score ${String(score)}`,
  };
}

function unsettled({ workbook, findings }: Plan): Figure {
  const problems = findings.filter(({ level }) => level !== 'info').length;
  return {
    label: 'To look at',
    figure: String(problems),
    basis: `problems, ${count(decisionsOf(workbook).length, 'open decision')}`,
  };
}
