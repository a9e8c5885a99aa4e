/** The first thing a new user sees, and the list of workbooks for everyone else. */
import { useEffect, useState, type ReactNode } from 'react';
import { CircleHelp, FilePlus2, FolderOpen, Presentation } from 'lucide-react';
import type { Settings } from '../../shared/ipc/contract';
import type { PlanSummary } from '../../shared/ipc/planSummary';
import { createFromPack, DEMO_PACK, packs } from '../platform/packs';
import { desktop } from '../platform/desktop';
import { openGuide } from '../state/guide';
import { sayProblem } from '../state/messages';
import { scenarioName } from '../state/scenarios';
import { LookPicker } from './LookPicker';
import { showAppDialog } from './shownDialog';
import './home.css';

interface Props {
  readonly settings: Settings;
  readonly onChangeSettings: (changes: Partial<Omit<Settings, 'actor'>>) => void;
  readonly onOpen: (workbook: string) => void;
  readonly onOpenFile: () => void;
  readonly onNewPlan: () => void;
  readonly onExportEverything: () => void;
}

export function Home(props: Props): ReactNode {
  const { settings, onChangeSettings, onOpen, onOpenFile, onNewPlan, onExportEverything } = props;
  const plans = usePlans();
  const [busy, setBusy] = useState(false);
  const openDemo = async (): Promise<void> => {
    const present = plans?.find(({ id }) => id === settings.demo);
    if (present !== undefined) {
      onOpen(present.id);
      return;
    }
    const pack = packs().find(({ id }) => id === DEMO_PACK);
    if (pack === undefined || busy) return;
    setBusy(true);
    const made = await createFromPack({ pack, answers: {} }, settings);
    setBusy(false);
    if (!made.ok) {
      sayProblem(made.error);
      return;
    }
    onChangeSettings({ demo: made.value });
    onOpen(made.value);
  };
  return (
    <div className="home">
      <header className="home-head">
        <h1>Golive Workbook</h1>
        <p className="t2">
          Plan and run the implementation of your electronic health record. Everything stays on this computer;
          no account, no internet.
        </p>
      </header>
      <main className="home-body">
        <section aria-labelledby="begin">
          <h2 id="begin" className="h3">
            Begin
          </h2>
          <div className="home-ways">
            <Way
              icon={<FilePlus2 />}
              title="New plan"
              text="From a starter pack, with dates and a budget to begin with."
              onChoose={onNewPlan}
              primary
            />
            <Way
              icon={<FolderOpen />}
              title="Open a file"
              text="A .golive file a colleague sent. It joins what is kept here; the file itself stays as it is."
              onChoose={onOpenFile}
            />
            <Way
              icon={<Presentation />}
              title="See the demo"
              text="A five-provider practice to look around in. Each page says what to try; change it at will."
              onChoose={() => void openDemo()}
            />
          </div>
          <button
            className="btn quiet home-guide"
            onClick={() => {
              openGuide('first-hour');
            }}
          >
            <CircleHelp className="i" aria-hidden="true" />
            Read the guide, chapter one: your first hour
          </button>
        </section>
        <WorkbookList plans={plans} onOpen={onOpen} />
        <section className="home-settings" aria-labelledby="you">
          <h2 id="you" className="h3">
            You
          </h2>
          <NameField settings={settings} onChange={onChangeSettings} />
          <LookPicker look={settings} onChange={onChangeSettings} />
        </section>
        <footer className="home-foot">
          {plans !== null && plans.length > 0 && (
            <button className="btn quiet" onClick={onExportEverything}>
              Export everything…
            </button>
          )}
          <button
            className="btn quiet"
            onClick={() => {
              showAppDialog('about');
            }}
          >
            About
          </button>
          <button
            className="btn quiet"
            onClick={() => {
              showAppDialog('diagnostics');
            }}
          >
            Copy diagnostics…
          </button>
        </footer>
      </main>
    </div>
  );
}

function usePlans(): readonly PlanSummary[] | null {
  const [plans, setPlans] = useState<readonly PlanSummary[] | null>(null);
  useEffect(() => {
    void desktop.call('workbooks.list', null).then((listed) => {
      if (listed.ok) setPlans([...listed.value].sort((a, b) => b.modified - a.modified));
      else sayProblem(listed.error);
    });
  }, []);
  return plans;
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly primary?: boolean;
  readonly onChoose: () => void;
}

function Way({ icon, title, text, primary, onChoose }: WayProps): ReactNode {
  return (
    <button className={primary === true ? 'way primary' : 'way'} onClick={onChoose}>
      <span aria-hidden="true">{icon}</span>
      <span className="way-title">{title}</span>
      <span className="way-text">{text}</span>
    </button>
  );
}

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function WorkbookList({
  plans,
  onOpen,
}: {
  plans: readonly PlanSummary[] | null;
  onOpen: (id: string) => void;
}): ReactNode {
  if (plans === null || plans.length === 0) return null;
  return (
    <section aria-labelledby="workbooks">
      <h2 id="workbooks" className="h3">
        On this computer
      </h2>
      <ul className="home-list">
        {familiesOf(plans).map(({ plan, whatIfs }) => (
          <li key={plan.id}>
            <WorkbookButton plan={plan} onOpen={onOpen} />
            {whatIfs.length > 0 && (
              <ul aria-label={`What-ifs of ${nameOf(plan)}`}>
                {whatIfs.map((whatIf) => (
                  <li key={whatIf.id}>
                    <WorkbookButton plan={whatIf} onOpen={onOpen} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Family {
  readonly plan: PlanSummary;
  /** In use, in the order of the list. */
  readonly whatIfs: readonly PlanSummary[];
}

/** Every plan with its what-ifs; one whose plan is not here stands by itself. Deleted ones are shown in their plan. */
function familiesOf(plans: readonly PlanSummary[]): readonly Family[] {
  const ids = new Set(plans.filter(({ scenario }) => scenario === null).map(({ id }) => id));
  const shown = plans.filter(({ scenario }) => scenario?.archived !== true);
  return shown
    .filter(({ scenario }) => scenario === null || !ids.has(scenario.plan))
    .map((plan) => ({ plan, whatIfs: shown.filter(({ scenario }) => scenario?.plan === plan.id) }));
}

function nameOf({ name, scenario }: PlanSummary): string {
  if (scenario !== null) return `What-if: ${scenarioName(scenario)}`;
  return name === '' ? 'Plan without a name' : name;
}

function WorkbookButton({ plan, onOpen }: { plan: PlanSummary; onOpen: (id: string) => void }): ReactNode {
  const name = nameOf(plan);
  return (
    <button
      onClick={() => {
        onOpen(plan.id);
      }}
    >
      <span className="clip" title={name}>
        {name}
      </span>
      <span className="t3 num">
        {plan.restored !== null && `restored as of ${WHEN.format(plan.restored.at)} · `}
        {plan.records} records · changed {WHEN.format(plan.modified)}
      </span>
    </button>
  );
}

function NameField({
  settings,
  onChange,
}: {
  settings: Settings;
  onChange: (changes: { name: string }) => void;
}): ReactNode {
  const [name, setName] = useState(settings.name);
  return (
    <div className="field">
      <label htmlFor="your-name">Your name, as colleagues will see it beside your changes</label>
      <input
        id="your-name"
        className="input"
        value={name}
        maxLength={200}
        onChange={(event) => {
          setName(event.target.value);
        }}
        onBlur={() => {
          if (name.trim() !== '' && name !== settings.name) onChange({ name: name.trim() });
        }}
      />
    </div>
  );
}
