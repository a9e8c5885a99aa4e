/** The risks: where they stand in the map, what they weigh, and each of them, the highest score first. */
import { IMPACT_WORDS, PROBABILITY_WORDS } from '../../domain/commands/risks';
import { byScore, riskWeight, risksAnswer, wholeDays } from '../../domain/commands/risksAnswer';
import { formatMoney } from '../../domain/format/money';
import type { Plan } from '../../domain/plan';
import type { AnyRecord } from '../../domain/register/record';
import { registers, type Risk } from '../../domain/registers/all';
import { heatMapOf } from '../../domain/risk/heatMap';
import { isOpen, residualScore, riskBand, riskScore } from '../../domain/risk/rating';
import { recordIn } from '../../domain/workbook';
import { count, type Chapter, type ReportSource } from './chapter';
import { answer, markup, type Markup, type Part } from './markup';
import { recordsOf, registerTable, type Calculated } from './registerTable';
import { table } from './table';

export function riskChapter({ plan }: ReportSource): Chapter {
  const risks = plan.workbook.tables.risks.live;
  const body =
    risks.length === 0
      ? markup`${answer(risksAnswer(plan))}`
      : markup`${answer(risksAnswer(plan))}
${heatMap(risks.filter(isOpen))}
${exposure(plan)}
<h3>${registers.risks.title}</h3>
${register(plan)}`;
  const gist = `${String(risks.filter(isOpen).length)} open of ${String(risks.length)}`;
  return { id: 'risks', title: 'Risks', gist, body };
}

function heatMap(open: readonly Risk[]): Markup {
  const counts = heatMapOf(open, 'now');
  const unrated = open.filter((risk) => riskScore(risk) === null).length;
  const rows = counts
    .map((row, index) => ({ row, probability: index + 1 }))
    .reverse()
    .map(({ row, probability }) => {
      const cells = row.map((risks, index) => {
        const score = probability * (index + 1);
        const words = risks === 0 ? null : markup`<b>${risks}</b>`;
        return markup`<td class="band-${riskBand(score)}"><i>${score}</i>${words}</td>`;
      });
      return markup`<tr><th scope="row">${PROBABILITY_WORDS[probability - 1] ?? ''}</th>${cells}</tr>
`;
    });
  return markup`<table class="heat"><caption>Open risks by likelihood (up) and impact (across): the small figure is
the score, the large one how many risks have it.${unrated > 0 && ` ${count(unrated, 'risk')} not rated.`}</caption>
<tbody>
${rows}</tbody>
<tfoot><tr><td></td>${IMPACT_WORDS.map((word) => markup`<th scope="col">${word}</th>`)}</tr></tfoot></table>`;
}

function exposure({ workbook, budget }: Plan): Part {
  const weight = riskWeight(workbook.tables.risks.live);
  const money = (amount: typeof weight.expectedCost): string => formatMoney(amount, budget.currency);
  return table({
    caption: `Exposure of ${count(weight.openRisks, 'open risk')}: chance times what it does`,
    columns: [
      { label: 'Figure' },
      { label: 'Expected', isNumeric: true },
      { label: 'If all happen', isNumeric: true },
    ],
    rows: [
      { cells: ['Cost', money(weight.expectedCost), money(weight.worstCost)] },
      { cells: ['Delay', wholeDays(weight.expectedDays), wholeDays(weight.worstDays)] },
    ],
  });
}

function register({ workbook }: Plan): Markup {
  const byId = new Map(recordsOf(workbook, 'risks').map((record) => [record.id, record]));
  const scored = (label: string, scoreOf: (risk: Risk) => number | null): Calculated => ({
    label,
    isNumeric: true,
    cell: ({ id }: AnyRecord) => {
      const risk = recordIn(workbook, 'risks', id);
      return chip(risk === undefined ? null : scoreOf(risk));
    },
  });
  return registerTable(workbook, 'risks', {
    after: [scored('Score', riskScore), scored('After response', residualScore)],
    records: byScore(workbook.tables.risks.live).flatMap(({ id }) => byId.get(id) ?? []),
  });
}

function chip(score: number | null): Part {
  return score === null ? '–' : markup`<span class="score band-${riskBand(score)}">${score}</span>`;
}
