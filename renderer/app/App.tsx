/** The window: the list of workbooks, a new plan, or an open workbook. */
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { problem, type Problem } from '../../shared/domain/base/problem';
import type { OpenedFile, Settings } from '../../shared/ipc/contract';
import { desktop } from '../platform/desktop';
import { bringBackLostPlans } from '../platform/lostPlans';
import { openWorkbook, type WorkbookSession } from '../platform/openWorkbook';
import { goTo } from '../state/navigation';
import { say, sayProblem } from '../state/messages';
import { SessionContext } from '../state/session';
import { LiveRegion } from '../ui/LiveRegion';
import { Home } from './Home';
import { Messages } from './Messages';
import { NewPlan } from './NewPlan';
import { WorkbookFrame } from './WorkbookFrame';
import { applyTheme } from './theme';

type View =
  | { readonly kind: 'starting' }
  | { readonly kind: 'home' }
  | { readonly kind: 'newPlan' }
  | { readonly kind: 'open'; readonly session: WorkbookSession; readonly merge: OpenedFile | null };

export function App(): ReactNode {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [view, setView] = useState<View>({ kind: 'starting' });

  const open = useCallback(async (workbook: string, merge: OpenedFile | null = null): Promise<void> => {
    const current = await desktop.call('settings.read', null);
    if (!current.ok) return;
    const session = await openWorkbook(workbook, current.value);
    if (!session.ok) {
      sayProblem(session.error);
      setView({ kind: 'home' });
      return;
    }
    for (const { problem } of session.value.incidents) if (problem !== null) tellIncident(problem);
    goTo({ page: 'overview' });
    setView({ kind: 'open', session: session.value, merge });
    await desktop.call('settings.change', { lastWorkbook: workbook });
  }, []);

  useEffect(() => {
    void start(setSettings, open, () => {
      setView({ kind: 'home' });
    });
  }, [open]);

  useEffect(() => {
    if (settings !== null) applyTheme(settings.theme);
  }, [settings]);

  const leave = useCallback(async (session: WorkbookSession, next: View): Promise<void> => {
    await session.close();
    setView(next);
  }, []);

  const session = view.kind === 'open' ? view.session : null;
  useEffect(
    () =>
      desktop.listen('app.closing', () => {
        void saveAndClose(session);
      }),
    [session],
  );

  const openFile = useCallback(async (): Promise<void> => {
    const file = await desktop.call('workbooks.openFile', null);
    if (!file.ok) sayProblem(file.error);
    else if (file.value !== null) {
      if (session !== null && session.document.id !== file.value.workbook) await session.close();
      await showFile(file.value, session, open, setView);
    }
  }, [open, session]);

  if (settings === null || view.kind === 'starting') return <div className="starting" aria-busy="true" />;
  const change = (changes: Partial<Omit<Settings, 'actor'>>): void => {
    void desktop.call('settings.change', changes).then((changed) => {
      if (changed.ok) setSettings(changed.value);
    });
  };
  return (
    <>
      {view.kind === 'home' && (
        <Home
          settings={settings}
          onChangeSettings={change}
          onOpen={(workbook) => void open(workbook)}
          onOpenFile={() => void openFile()}
          onNewPlan={() => {
            setView({ kind: 'newPlan' });
          }}
        />
      )}
      {view.kind === 'newPlan' && (
        <NewPlan
          settings={settings}
          onCancel={() => {
            setView({ kind: 'home' });
          }}
          onMade={(workbook) => void open(workbook)}
        />
      )}
      {view.kind === 'open' && (
        <SessionContext value={view.session}>
          <WorkbookFrame
            key={view.session.document.id}
            settings={settings}
            onChangeSettings={change}
            merge={view.merge}
            onMergeDone={() => {
              setView({ ...view, merge: null });
            }}
            onOpenFile={() => void openFile()}
            onLeave={() => void leave(view.session, { kind: 'home' })}
            onNewPlan={() => void leave(view.session, { kind: 'newPlan' })}
            onOpenWorkbook={(workbook) => void view.session.close().then(() => open(workbook))}
          />
        </SessionContext>
      )}
      <Messages />
      <LiveRegion />
    </>
  );
}

async function start(
  setSettings: (settings: Settings) => void,
  open: (workbook: string) => Promise<void>,
  showHome: () => void,
): Promise<void> {
  const settings = await desktop.call('settings.read', null);
  if (!settings.ok) return;
  setSettings(settings.value);
  const plans = await desktop.call('workbooks.list', null);
  const last = settings.value.lastWorkbook;
  const names = plans.ok ? await bringBackLostPlans(plans.value) : [];
  for (const name of names) sayProblem(problem('storage/restored', { what: `The folder of “${name}”` }));
  const isThere =
    last !== null && ((plans.ok && plans.value.some(({ id }) => id === last)) || names.length > 0);
  if (isThere) await open(last);
  else showHome();
}

/** A file of a workbook kept here is merged into it; another becomes a workbook kept here. */
async function showFile(
  file: OpenedFile,
  session: WorkbookSession | null,
  open: (workbook: string, merge: OpenedFile | null) => Promise<void>,
  setView: (view: View) => void,
): Promise<void> {
  const merge = file.existed ? file : null;
  if (session !== null && session.document.id === file.workbook) setView({ kind: 'open', session, merge });
  else await open(file.workbook, merge);
  if (merge === null)
    say(`“${file.name}” is now kept on this computer. The file itself will not be changed.`);
}

function tellIncident(problem: Problem): void {
  sayProblem(problem);
}

async function saveAndClose(session: WorkbookSession | null): Promise<void> {
  const problem = session === null ? null : await session.flush();
  if (problem !== null) {
    sayProblem(problem);
    return;
  }
  await session?.close();
  await desktop.call('app.readyToClose', null);
}
