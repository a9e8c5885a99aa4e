import { useMemo, useState, type ReactNode } from 'react';
import { planOf } from '../../../shared/domain/plan';
import type { Choices } from '../../../shared/domain/scenario/choices';
import type { ScenarioComparison } from '../../../shared/domain/scenario/compareScenario';
import { keyFigures } from '../../../shared/domain/scenario/keyFigures';
import { usePlanWith, type ReadScenario } from '../../state/scenarios';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Segmented } from '../../ui/Segmented';
import { FigureTable } from './FigureTable';

export interface FigureAsideProps {
  readonly name: string;
  readonly read: ReadScenario;
  readonly comparison: ScenarioComparison;
  readonly choices: Choices;
}

const VIEWS = [
  { id: 'scenario', label: 'The what-if' },
  { id: 'taken', label: 'The plan with what is ticked' },
] as const;

/** The figures of the plan beside those of the what-if, or of the plan as it would be. */
export function FigureAside({ name, read, comparison, choices }: FigureAsideProps): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const [view, setView] = useState<(typeof VIEWS)[number]['id']>('scenario');
  const taken = usePlanWith(read, comparison, choices, view === 'taken');
  const other = view === 'scenario' ? read.scenario : taken;
  const rows = useMemo(
    () => (other === null ? [] : keyFigures([plan, planOf(other, today)])),
    [plan, other, today],
  );
  const head = view === 'scenario' ? 'What-if' : 'With it';
  return (
    <aside className="sc-aside scroll" aria-label="Key figures" tabIndex={0}>
      <Segmented label="Compare the plan with" segments={VIEWS} value={view} onChange={setView} />
      {rows.length === 0 ? (
        <p className="t3" role="status">
          Working it out…
        </p>
      ) : (
        <FigureTable
          label={`Key figures of the plan now and of “${name}”`}
          rows={rows}
          columns={[
            { id: 'plan', head: 'Plan now' },
            { id: 'scenario', head },
          ]}
        />
      )}
    </aside>
  );
}
