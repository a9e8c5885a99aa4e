/** What-ifs of the open plan: their key figures side by side, and one of them compared with the plan in detail. */
import { useMemo, useState, type ReactNode } from 'react';
import { FlaskConical } from 'lucide-react';
import { plain, strong } from '../../../shared/domain/format/sentence';
import { say } from '../../state/messages';
import { goTo, usePlace } from '../../state/navigation';
import { useScenarioReads, useScenarios, type Scenario, type Scenarios } from '../../state/scenarios';
import { useSession } from '../../state/session';
import { Button } from '../../ui/Button';
import { PageHead } from '../../ui/PageHead';
import { CompareView } from './CompareView';
import { DeletedScenarios } from './DeletedScenarios';
import { NameDialog } from './NameDialog';
import type { ScenarioWays } from './ScenarioMenu';
import { ScenariosEmpty } from './ScenariosEmpty';
import { ScenarioTable } from './ScenarioTable';
import './scenarios.css';

export interface ScenariosPageProps {
  /** Asks for a name and makes a new one. */
  readonly onTry: () => void;
  readonly onOpen: (scenario: string) => void;
}

export function ScenariosPage({ onTry, onOpen }: ScenariosPageProps): ReactNode {
  const { workbook } = useSession();
  const scenarios = useScenarios(workbook);
  const { all } = scenarios;
  const live = useMemo(() => (all ?? []).filter(({ archived }) => !archived), [all]);
  const deleted = useMemo(() => (all ?? []).filter(({ archived }) => archived), [all]);
  const reads = useScenarioReads(live);
  const { scenario: wanted } = usePlace();
  const compared = live.find(({ id }) => id === wanted);
  const [renamed, setRenamed] = useState<Scenario | null>(null);
  const ways: ScenarioWays = {
    onOpen,
    onCompare: (id) => {
      goTo({ page: 'scenarios', scenario: id });
    },
    onRename: setRenamed,
    onDelete: (scenario) => void remove(scenario, scenarios),
  };
  return (
    <>
      {compared === undefined ? (
        <>
          <PageHead title="What-ifs" answer={answerOf(all === null ? null : live.length)}>
            {live.length > 0 && (
              <Button variant="primary" icon={<FlaskConical className="i" aria-hidden />} onPress={onTry}>
                Try a what-if…
              </Button>
            )}
          </PageHead>
          <div className="scroll">
            {all !== null && live.length === 0 && <ScenariosEmpty onTry={onTry} />}
            {live.length > 0 && <ScenarioTable scenarios={live} reads={reads} ways={ways} />}
            <DeletedScenarios scenarios={deleted} onBringBack={(id) => void scenarios.archive(id, false)} />
          </div>
        </>
      ) : (
        <CompareView key={compared.id} scenario={compared} read={reads.get(compared.id)} ways={ways} />
      )}
      {renamed !== null && (
        <NameDialog
          title="Rename the what-if"
          name={renamed.name}
          action="Rename"
          onName={(name) => {
            setRenamed(null);
            void scenarios.rename(renamed.id, name);
          }}
          onClose={() => {
            setRenamed(null);
          }}
        />
      )}
    </>
  );
}

function answerOf(count: number | null) {
  if (count === null) return [plain('Looking for what-ifs of this plan.')];
  if (count === 0) return [strong('Nothing is being tried.'), plain(' The plan is the only one there is.')];
  const words = count === 1 ? 'One what-if' : `${String(count)} what-ifs`;
  return [strong(`${words} beside the plan.`), plain(' Differences are against the plan as it stands now.')];
}

async function remove({ id, name }: Scenario, { archive }: Scenarios): Promise<void> {
  if (!(await archive(id, true))) return;
  goTo({ page: 'scenarios' });
  say(`“${name}” is deleted. The plan is as it was.`, { label: 'Undo', run: () => void archive(id, false) });
}
