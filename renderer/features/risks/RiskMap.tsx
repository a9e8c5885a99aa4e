/** The heat map with its key, and under it what the open risks weigh. */
import type { ReactNode } from 'react';
import { IMPACT_WORDS, PROBABILITY_WORDS } from '../../../shared/domain/commands/risks';
import { riskWeight, wholeDays } from '../../../shared/domain/commands/risksAnswer';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { formatMoney } from '../../../shared/domain/format/money';
import type { Plan } from '../../../shared/domain/plan';
import { heatMapOf } from '../../../shared/domain/risk/heatMap';
import { HeatMap } from '../../ui/charts/HeatMap';
import { unratedCount, withStatus } from './riskRows';
import type { RiskViewState } from './useRiskView';

const BANDS = ['1–4', '5–9', '10–15', '16–25'];
const HEAVIEST_SHOWN = 3;

export interface RiskMapProps {
  readonly plan: Plan;
  readonly view: RiskViewState;
  readonly onShow: (id: string) => void;
}

export function RiskMap({ plan, view, onShow }: RiskMapProps): ReactNode {
  const shown = withStatus(plan.workbook.tables.risks.live, view.status);
  const counts = heatMapOf(shown, view.rating);
  const unrated = unratedCount(shown);
  return (
    <section className="risk-map" aria-label="Heat map">
      <p className="risk-axes small t3">
        <span>Likelihood up, impact across</span>
        <span className="num">
          {formatNumber(shown.length)} {shown.length === 1 ? 'risk' : 'risks'}
          {unrated > 0 && `, ${String(unrated)} not rated`}
        </span>
      </p>
      <HeatMap
        label="Risks by likelihood and impact"
        probabilityWords={PROBABILITY_WORDS}
        impactWords={IMPACT_WORDS}
        counts={counts}
        noun="risk"
        chosen={view.cell}
        onChoose={view.chooseCell}
      />
      <ul className="risk-key small t2 num">
        {BANDS.map((band, index) => (
          <li key={band}>
            <span className={`risk-swatch band-${String(index + 1)}`} />
            {band}
          </li>
        ))}
      </ul>
      <RiskExposure plan={plan} onShow={onShow} />
    </section>
  );
}

function RiskExposure({ plan, onShow }: Omit<RiskMapProps, 'view'>): ReactNode {
  const { currency } = plan.budget;
  const weight = riskWeight(plan.workbook.tables.risks.live);
  return (
    <section className="risk-exposure" aria-labelledby="exposure">
      <h2 className="h3" id="exposure">
        Exposure
      </h2>
      <p className="small t3">Chance times what it does, over {weight.openRisks} open risks</p>
      <table className="plain num">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">Figure</span>
            </th>
            <th scope="col" className="n">
              Expected
            </th>
            <th scope="col" className="n">
              If all happen
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Cost</th>
            <td className="n med">{formatMoney(weight.expectedCost, currency)}</td>
            <td className="n t2">{formatMoney(weight.worstCost, currency)}</td>
          </tr>
          <tr>
            <th scope="row">Delay</th>
            <td className="n med">{wholeDays(weight.expectedDays)}</td>
            <td className="n t2">{wholeDays(weight.worstDays)}</td>
          </tr>
        </tbody>
      </table>
      {weight.heaviest.length > 0 && (
        <>
          <h3 className="small t3">What weighs most</h3>
          <ol className="risk-heaviest">
            {weight.heaviest.slice(0, HEAVIEST_SHOWN).map(({ risk, cost }) => (
              <li key={risk.id}>
                <button
                  type="button"
                  className="link clip"
                  title={risk.title}
                  onClick={() => {
                    onShow(risk.id);
                  }}
                >
                  {risk.title}
                </button>
                <span className="num">{formatMoney(cost, currency)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
