/** The window: the list of workbooks, a new plan, or an open workbook. */
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { problem } from '../../shared/domain/base/problem';
import type { OpenedFile, Settings } from '../../shared/ipc/contract';
import type { PlanSummary } from '../../shared/ipc/planSummary';
import { desktop } from '../platform/desktop';
import { bringBackLostPlans } from '../platform/lostPlans';
import { openWorkbook, type Found, type WorkbookSession } from '../platform/openWorkbook';
import { goTo, type Place } from '../state/navigation';
import { recallHeads } from '../state/keptHeads';
import { say, sayProblem, sayUntilRead } from '../state/messages';
import { SessionContext } from '../state/session';
import { LiveRegion } from '../ui/LiveRegion';
import { AppDialogs } from './AppDialogs';
import { GuideLayer } from './GuideLayer';
import { Home } from './Home';
import { HomeCommands } from './HomeCommands';
import { Messages } from './Messages';
import { NewPlan } from './NewPlan';
import { NotSavedDialog } from './NotSavedDialog';
import { openingText } from './recoveryText';
import { useExports, type Exports } from './useExports';
import { useSavingGuard, type SavingGuard } from './useSavingGuard';
import { useWaitingFiles } from './useWaitingFiles';
import { kinOf, type Kin } from './useWhatIf';
import { WorkbookFrame } from './WorkbookFrame';
import { applyLook } from './theme';

type View =
  | { readonly kind: 'starting' }
  | { readonly kind: 'home' }
  | { readonly kind: 'newPlan' }
  | {
      readonly kind: 'open';
      readonly session: WorkbookSession;
      readonly merge: OpenedFile | null;
      /** Whose copy it is. */
      readonly kin: Kin;
      /** The file it was joined with. */
      readonly joined: string | null;
    };

export function App(): ReactNode {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [view, setView] = useState<View>({ kind: 'starting' });
  const session = view.kind === 'open' ? view.session : null;
  const guard = useSavingGuard(session);
  const exports = useExports();

  const open = useCallback(async (workbook: string, { file = null, place }: Opening = {}): Promise<void> => {
    const current = await desktop.call('settings.read', null);
    if (!current.ok) return;
    recallHeads(current.value.heads);
    const [opened, kin] = await Promise.all([
      openWorkbook(workbook, current.value, { onProblem: sayProblem, onFound: tellFound }),
      kinOf(workbook),
    ]);
    if (!opened.ok) {
      sayProblem(opened.error);
      setView({ kind: 'home' });
      return;
    }
    tellFound(...opened.value.found);
    goTo(place ?? { page: 'overview' });
    setView({ kind: 'open', session: opened.value, kin, ...mergeOf(file) });
    // Which one opens first at the next start is worth no message.
    await desktop.call('settings.change', { lastWorkbook: workbook });
  }, []);

  useEffect(() => {
    void start(setSettings, open, () => {
      setView({ kind: 'home' });
    });
  }, [open]);

  useEffect(() => {
    if (settings !== null) applyLook(settings);
  }, [settings]);

  const { maySafelyLeave } = guard;
  /** @returns whether it was left; what is not saved keeps it open */
  const leave = useCallback(
    async (next: View): Promise<boolean> => {
      if (!(await maySafelyLeave(false))) return false;
      // Nobody may type into what is being closed.
      setView({ kind: 'starting' });
      await session?.close();
      setView(next);
      return true;
    },
    [session, maySafelyLeave],
  );
  useClosing(session, guard, exports);

  /** A file of a workbook kept here is merged into it; another becomes a workbook kept here. */
  const show = useCallback(
    async (file: OpenedFile): Promise<void> => {
      if (view.kind === 'open' && view.session.workbook === file.workbook)
        setView({ ...view, ...mergeOf(file) });
      else if (await leave({ kind: 'starting' })) await open(file.workbook, { file });
      tellIfNew(file);
    },
    [leave, open, view],
  );
  const openFile = useCallback(async (): Promise<void> => {
    const file = await desktop.call('workbooks.openFile', null);
    if (!file.ok) sayProblem(file.error);
    else if (file.value !== null) await show(file.value);
  }, [show]);
  useWaitingFiles(view.kind === 'home' || (view.kind === 'open' && view.merge === null), show);

  if (settings === null || view.kind === 'starting') return null;
  const change = (changes: Partial<Omit<Settings, 'actor'>>): void => {
    void changeSettings(changes).then((changed) => {
      if (changed !== undefined) setSettings(changed);
    });
  };
  const ways = {
    onChangeSettings: change,
    onOpen: (workbook: string) => void open(workbook),
    onOpenFile: () => void openFile(),
    onNewPlan: () => {
      setView({ kind: 'newPlan' });
    },
    onExportEverything: exports.everything,
  };
  return (
    <>
      {view.kind === 'home' && (
        <>
          <Home settings={settings} {...ways} />
          <HomeCommands {...ways} />
        </>
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
            key={view.session.workbook}
            settings={settings}
            onChangeSettings={change}
            joined={view.joined}
            merge={view.merge}
            onMergeDone={() => {
              setView({ ...view, merge: null });
            }}
            onExport={(choice) => {
              exports.save(view.session.workbook, choice);
            }}
            onExportEverything={exports.everything}
            onExplainSaving={guard.explain}
            onOpenFile={() => void openFile()}
            onLeave={() => void leave({ kind: 'home' })}
            onNewPlan={() => void leave({ kind: 'newPlan' })}
            kin={view.kin}
            onOpenWorkbook={(workbook, place) => {
              void leave({ kind: 'starting' }).then((left) =>
                left ? open(workbook, place === undefined ? {} : { place }) : undefined,
              );
            }}
          />
          {guard.notice !== null && (
            <NotSavedDialog
              {...guard.notice}
              onStay={guard.dismiss}
              onCloseAnyway={() => void desktop.call('app.readyToClose', null)}
            />
          )}
        </SessionContext>
      )}
      {exports.progress}
      <GuideLayer shows={view.kind} />
      <AppDialogs session={session} />
      <Messages />
      <LiveRegion />
    </>
  );
}

/** What a workbook is opened with. */
interface Opening {
  readonly file?: OpenedFile | null;
  /** Where to begin; Overview unless told. */
  readonly place?: Place;
}

async function start(
  setSettings: (settings: Settings) => void,
  open: (workbook: string, opening?: Opening) => Promise<void>,
  showHome: () => void,
): Promise<void> {
  const listed = desktop.call('workbooks.list', null);
  const settings = await desktop.call('settings.read', null);
  if (!settings.ok) return;
  setSettings(settings.value);
  const plans = await listed;
  const last = settings.value.lastWorkbook;
  const names = plans.ok ? await bringBackLostPlans(plans.value) : [];
  for (const name of names) sayProblem(problem('storage/restored', { what: `The folder of “${name}”` }));
  // The app may have been started by a double click on a file.
  const waiting = await desktop.call('workbooks.openWaiting', null);
  if (!waiting.ok) sayProblem(waiting.error);
  else if (waiting.value !== null) {
    const file = waiting.value;
    await open(file.workbook, { file });
    tellIfNew(file);
    return;
  }
  const isThere =
    last !== null && ((plans.ok && plans.value.some((plan) => isOffered(plan, last))) || names.length > 0);
  if (isThere) await open(last);
  else showHome();
}

/** What was deleted last is not opened again by itself. */
function isOffered({ id, scenario }: PlanSummary, last: string): boolean {
  return id === last && scenario?.archived !== true;
}

/** A file of a workbook kept here waits to be merged; either way the workbook is joined from it. */
function mergeOf(file: OpenedFile | null): { merge: OpenedFile | null; joined: string | null } {
  return { merge: file?.existed === true ? file : null, joined: file?.name ?? null };
}

/** One calm message for everything; what is lost stays until it is read. */
function tellFound(...found: readonly Found[]): void {
  const text = openingText(found);
  if (text === undefined) return;
  const details = {
    label: 'Details',
    run: () => {
      goTo({ page: 'backups' });
    },
  };
  if (found.every(({ isWhole }) => isWhole)) say(text, details);
  else sayUntilRead(text, details);
}

function tellIfNew({ name, existed }: OpenedFile): void {
  if (!existed) say(`“${name}” is now kept on this computer. The file itself will not be changed.`);
}

/** Settings hold even when they cannot be kept. */
async function changeSettings(changes: Partial<Omit<Settings, 'actor'>>): Promise<Settings | undefined> {
  const changed = await desktop.call('settings.change', changes);
  if (!changed.ok) sayProblem(changed.error);
  const now = await desktop.call('settings.read', null);
  return now.ok ? now.value : undefined;
}

/** Closing waits until everything is saved and written; what cannot be is for the person to decide. */
function useClosing(session: WorkbookSession | null, guard: SavingGuard, exports: Exports): void {
  const { maySafelyLeave } = guard;
  const { isRunning } = exports;
  useEffect(() => {
    const close = async (): Promise<void> => {
      await desktop.call('app.closingHeard', null);
      if (isRunning()) {
        say('An export is still being written. Wait for it or cancel it, then close the window again.');
        return;
      }
      if (!(await maySafelyLeave(true))) return;
      await session?.close();
      await desktop.call('app.readyToClose', null);
    };
    return desktop.listen('app.closing', () => void close());
  }, [session, maySafelyLeave, isRunning]);
}
