import { useMemo, type ReactNode } from 'react';
import { problemText } from '../../../shared/domain/base/problemText';
import { cutName } from '../../../shared/domain/format/sentence';
import { planOf } from '../../../shared/domain/plan';
import { keyFigures } from '../../../shared/domain/scenario/keyFigures';
import type { Scenario, ScenarioReads } from '../../state/scenarios';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { FigureTable } from './FigureTable';
import { ScenarioMenu, type ScenarioMenuProps, type ScenarioWays } from './ScenarioMenu';

export interface ScenarioTableProps {
  readonly scenarios: readonly Scenario[];
  readonly reads: ScenarioReads;
  readonly ways: ScenarioWays;
}

/** The few figures that decide, for the plan and for every what-if. */
export function ScenarioTable({ scenarios, reads, ways }: ScenarioTableProps): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const known = useMemo(
    () =>
      scenarios.flatMap((scenario) => {
        const read = reads.get(scenario.id);
        return read?.ok === true ? [{ scenario, plan: planOf(read.value.scenario, today) }] : [];
      }),
    [scenarios, reads, today],
  );
  const rows = useMemo(
    () => keyFigures([plan, ...known.map((one) => one.plan)]).filter(({ isMain }) => isMain),
    [plan, known],
  );
  const columns = [
    { id: 'plan', head: <span className="sc-head">The plan now</span> },
    ...known.map(({ scenario }) => ({
      id: scenario.id,
      head: <ScenarioHead scenario={scenario} ways={ways} />,
    })),
  ];
  const unread = scenarios.filter(({ id }) => !known.some(({ scenario }) => scenario.id === id));
  return (
    <>
      <div className="sc-table">
        <FigureTable label="Key figures of the plan and its what-ifs" rows={rows} columns={columns} />
      </div>
      {unread.map(({ id, name }) => {
        const read = reads.get(id);
        return read?.ok === false ? (
          <Note key={id} tone="bad" title={`“${name}” cannot be read.`}>
            {problemText(read.error)}
          </Note>
        ) : (
          <p key={id} className="sc-reading t3" role="status">
            Reading “{name}”…
          </p>
        );
      })}
    </>
  );
}

/** Of a name above its figures; the whole of it is told on pointing. */
const MOST_LETTERS = 60;

function ScenarioHead({ scenario, ways }: ScenarioMenuProps): ReactNode {
  const { id, name } = scenario;
  return (
    <div className="sc-head">
      <span title={name}>{cutName(name, MOST_LETTERS)}</span>
      <div className="sc-acts">
        <Button
          label={`Compare “${name}”`}
          onPress={() => {
            ways.onCompare(id);
          }}
        >
          Compare
        </Button>
        <ScenarioMenu scenario={scenario} ways={ways} />
      </div>
    </div>
  );
}
