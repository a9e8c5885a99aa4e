/** One what-if beside the plan: what it does as a whole, and every change in it with a choice. */
import { useMemo, useState, type ReactNode } from 'react';
import { ChevronLeft } from 'lucide-react';
import type { Problem } from '../../../shared/domain/base/problem';
import { problemText } from '../../../shared/domain/base/problemText';
import type { Result } from '../../../shared/domain/base/result';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { plain } from '../../../shared/domain/format/sentence';
import { planOf } from '../../../shared/domain/plan';
import {
  choiceOf,
  choose,
  chooseAll,
  chooseAllOf,
  chooseScenario,
  countTaken,
  type Choices,
} from '../../../shared/domain/scenario/choices';
import { compareScenario, type ScenarioComparison } from '../../../shared/domain/scenario/compareScenario';
import { scenarioAnswer } from '../../../shared/domain/scenario/keyFigures';
import { goTo } from '../../state/navigation';
import type { ReadScenario, Scenario } from '../../state/scenarios';
import { usePlan, useSession } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { ChoiceBar } from '../../ui/ChoiceBar';
import { Note } from '../../ui/Note';
import { PageHead } from '../../ui/PageHead';
import { ChangeList, movedText } from './ChangeList';
import { FigureAside } from './FigureAside';
import { ScenarioMenu, type ScenarioWays } from './ScenarioMenu';
import { useTakeIn } from './useTakeIn';

export interface CompareViewProps {
  readonly scenario: Scenario;
  /** Undefined while it is being read. */
  readonly read: Result<ReadScenario, Problem> | undefined;
  readonly ways: ScenarioWays;
}

export function CompareView({ scenario, read, ways }: CompareViewProps): ReactNode {
  if (read?.ok === true) return <Compared scenario={scenario} read={read.value} ways={ways} />;
  return (
    <>
      <BackToAll />
      <PageHead title={scenario.name} answer={[]} />
      {read === undefined ? (
        <p className="sc-reading t3" role="status">
          Reading the what-if…
        </p>
      ) : (
        <Note tone="bad" title="This what-if cannot be read.">
          {problemText(read.error)}
        </Note>
      )}
    </>
  );
}

interface ComparedProps {
  readonly scenario: Scenario;
  readonly read: ReadScenario;
  readonly ways: ScenarioWays;
}

function Compared({ scenario, read, ways }: ComparedProps): ReactNode {
  const { document } = useSession();
  const plan = usePlan();
  const today = useToday();
  const tried = useMemo(() => planOf(read.scenario, today), [read, today]);
  const comparison = useMemo(
    () => compareScenario({ base: read.base, plan: plan.workbook, scenario: read.scenario }),
    [read, plan.workbook],
  );
  const answer = useMemo(() => scenarioAnswer(plan, tried), [plan, tried]);
  const [choices, setChoices] = useState<Choices>(new Map());
  const { take, isBusy } = useTakeIn(scenario.name);
  const { changes } = comparison;
  return (
    <>
      <BackToAll />
      <PageHead title={scenario.name} answer={[plain(answer)]}>
        <Button
          onPress={() => {
            ways.onOpen(scenario.id);
          }}
        >
          Go on trying
        </Button>
        <ScenarioMenu scenario={scenario} ways={ways} />
      </PageHead>
      <div className="sc-columns">
        <div className="sc-changes-pane">
          {changes.length === 0 ? (
            <NoChanges planMoved={comparison.planMoved} />
          ) : (
            <ChangeList
              changes={changes}
              planMoved={comparison.planMoved}
              choiceFor={(change) => choiceOf(change, choices)}
              onChoose={(key, choice) => {
                setChoices((made) => choose(comparison, made, key, choice));
              }}
              onChooseAll={(register, which) => {
                setChoices((made) =>
                  which === 'scenario'
                    ? chooseScenario(comparison, made, register)
                    : chooseAllOf(comparison, made, register, which === 'all'),
                );
              }}
            >
              {!document.format.readOnly && (
                <TakeBar
                  comparison={comparison}
                  choices={choices}
                  isBusy={isBusy}
                  onChoices={setChoices}
                  onTake={() => {
                    take(read, comparison, choices);
                  }}
                />
              )}
            </ChangeList>
          )}
        </div>
        <FigureAside name={scenario.name} read={read} comparison={comparison} choices={choices} />
      </div>
    </>
  );
}

function BackToAll(): ReactNode {
  return (
    <button
      className="link-button sc-back"
      onClick={() => {
        goTo({ page: 'scenarios' });
      }}
    >
      <ChevronLeft className="i" aria-hidden />
      All what-ifs
    </button>
  );
}

function NoChanges({ planMoved }: { readonly planMoved: number }): ReactNode {
  return (
    <div className="sc-none">
      <h2>Nothing in it is different from the plan</h2>
      <p className="t2">
        Nothing has been changed in this what-if yet, or the plan says all of it already. Go on trying: change
        a duration, a price, a risk. Then come back here.
      </p>
      {planMoved > 0 && <p className="t2">{movedText(planMoved)}</p>}
    </div>
  );
}

function takenText(taken: number, all: number): string {
  if (taken === all) return all === 1 ? 'The change comes in' : `All ${formatNumber(all)} changes come in`;
  return `${formatNumber(taken)} of ${formatNumber(all)} changes ${taken === 1 ? 'comes' : 'come'} in`;
}

interface TakeBarProps {
  readonly comparison: ScenarioComparison;
  readonly choices: Choices;
  readonly isBusy: boolean;
  readonly onChoices: (choices: Choices) => void;
  readonly onTake: () => void;
}

function TakeBar({ comparison, choices, isBusy, onChoices, onTake }: TakeBarProps): ReactNode {
  const { changes } = comparison;
  const taken = countTaken(comparison, choices);
  const asked = changes.filter((change) => choiceOf(change, choices) === 'ask').length;
  return (
    <ChoiceBar
      label="Taking it into the plan"
      standing={`${takenText(taken, changes.length)}${asked > 0 ? `, ${formatNumber(asked)} to decide later` : ''}`}
    >
      <Button
        variant="quiet"
        onPress={() => {
          onChoices(chooseAll(comparison, true));
        }}
      >
        All
      </Button>
      <Button
        variant="quiet"
        onPress={() => {
          onChoices(chooseAll(comparison, false));
        }}
      >
        None
      </Button>
      <Button variant="primary" isDisabled={taken === 0 || isBusy} onPress={onTake}>
        {isBusy
          ? 'Taking it in…'
          : taken === changes.length || taken === 0
            ? 'Take into the plan'
            : `Take ${formatNumber(taken)} into the plan`}
      </Button>
    </ChoiceBar>
  );
}
