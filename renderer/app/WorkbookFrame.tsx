/** The frame around an open workbook: top bar, rail, page, status bar, and the dialogs that any page can call. */
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { OpenedFile, Settings } from '../../shared/ipc/contract';
import type { OpenedTables } from '../../shared/ipc/openedFiles';
import type { ExportChoice, ExportKind } from '../../shared/ipc/exportKinds';
import { desktop } from '../platform/desktop';
import { useCommands } from '../state/commands';
import {
  SaveHistoryContext,
  SaveMergeReportContext,
  SaveViewContext,
  type SaveHistory,
  type SaveMergeReport,
  type SaveView,
} from '../state/exporting';
import { say, sayProblem, withdrawActions } from '../state/messages';
import { goTo, pageOf, PAGES, registersOf, usePlace, type Place } from '../state/navigation';
import { useSession } from '../state/session';
import { shownBaseline } from '../state/shownBaseline';
import { TakeBaseline } from '../features/baselines/TakeBaseline';
import { ImportDialog } from '../features/import/ImportDialog';
import { backUp } from './backUp';
import { DemoStrip } from './DemoStrip';
import { ErrorBoundary } from './ErrorBoundary';
import { ExportDialog } from './ExportDialog';
import { MenuUndoNames } from './MenuUndoNames';
import { Page } from './Page';
import { PrintStamp, WindowTitle } from './planNames';
import { MergeDialog } from './MergeDialog';
import { WorkbookPalette } from './palette/WorkbookPalette';
import { PageCrash } from './PageCrash';
import { Rail } from './Rail';
import { useRegions, useStartOfPage } from './regions';
import { saveCopy } from './saveCopy';
import { helpActions } from './shownDialog';
import { StatusBar } from './StatusBar';
import { lookActions } from './theme';
import { TopBar } from './TopBar';
import { useWhatIf, type Kin } from './useWhatIf';
import { useWindowCommands, type Actions } from './useWindowCommands';
import { EditRefusal } from '../ui/grid/EditRefusal';
import { Note } from '../ui/Note';
import { useMediaQuery } from '../ui/useMediaQuery';

interface Props {
  readonly settings: Settings;
  readonly onChangeSettings: (changes: Partial<Omit<Settings, 'actor'>>) => void;
  /** The file this workbook was joined with when it was opened; the file itself stays as it is. */
  readonly joined: string | null;
  /** A copy of this workbook that was opened and waits to be merged. */
  readonly merge: OpenedFile | null;
  readonly onMergeDone: () => void;
  readonly onExport: (choice: ExportChoice) => void;
  readonly onExportEverything: () => void;
  /** What is not saved and what to do. */
  readonly onExplainSaving: () => void;
  readonly onOpenFile: () => void;
  readonly onLeave: () => void;
  readonly onNewPlan: () => void;
  readonly onOpenWorkbook: (workbook: string, place?: Place) => void;
  /** Whose copy the open workbook is. */
  readonly kin: Kin;
}

export function WorkbookFrame(props: Props): ReactNode {
  const { page } = usePlace();
  const session = useSession();
  const { undo, redo, run } = useCommands();
  const [choosingExport, setChoosingExport] = useState(false);
  const [isTakingBaseline, setTakingBaseline] = useState(false);
  const [importing, setImporting] = useState<OpenedTables | null>(null);
  const whatIf = useWhatIf(props.kin, props.onOpenWorkbook);
  const { readOnly } = session.document.format;
  // The document itself says why, as it does to every other try.
  const refuse = useCallback(() => {
    run({ label: 'Edit', edits: [] });
  }, [run]);

  const { onExport, onExportEverything, onNewPlan, onOpenFile, onLeave, onChangeSettings } = props;
  const exportKind = useCallback(
    (kind: ExportKind): void => {
      const baseline = kind.startsWith('gantt-') ? shownBaseline(session) : null;
      onExport({ kind, ...(baseline === null ? {} : { baseline }) });
    },
    [onExport, session],
  );
  const beginBaseline = useCallback(() => {
    if (readOnly) refuse();
    else setTakingBaseline(true);
  }, [readOnly, refuse]);
  const saveView = useCallback<SaveView>(
    (format, shown) => {
      onExport({ kind: `view-${format}`, shown });
    },
    [onExport],
  );

  const saveMergeReport = useCallback<SaveMergeReport>(
    (format, merge) => {
      onExport({ kind: `merge-${format}`, ...(merge === undefined ? {} : { merge }) });
    },
    [onExport],
  );

  const saveHistory = useCallback<SaveHistory>(
    (format, history) => {
      onExport({ kind: `history-${format}`, history });
    },
    [onExport],
  );

  const local = useMemo<Actions>(
    () => ({
      'edit.undo': undo,
      'edit.redo': redo,
      'workbook.new': onNewPlan,
      'workbook.openFile': onOpenFile,
      'workbook.list': onLeave,
      'workbook.saveCopy': () => void saveCopy(session.workbook),
      'workbook.saved': () => {
        say('There is no need to save: every change is on the disk as soon as the status bar says so.');
      },
      'backup.now': () => void backUp(session),
      'export.everything': onExportEverything,
      ...helpActions,
      'export.open': () => {
        setChoosingExport(true);
      },
      'page.print': () => {
        // The chart of the timeline is drawn for paper, not cut from the screen.
        if (page === 'timeline') exportKind('gantt-pdf');
        else window.print();
      },
      'baseline.take': beginBaseline,
      'import.open': () => {
        if (readOnly) refuse();
        else void openTables(setImporting);
      },
      ...lookActions(onChangeSettings),
      ...whatIf.actions,
    }),
    [
      whatIf.actions,
      beginBaseline,
      undo,
      redo,
      onNewPlan,
      onOpenFile,
      onLeave,
      onChangeSettings,
      onExportEverything,
      exportKind,
      page,
      session,
      readOnly,
      refuse,
    ],
  );
  const { actions, isPaletteOpen, closePalette, keys } = useWindowCommands(local, true);
  useRegions();
  useEffect(() => withdrawActions, [session]);
  useStartOfPage(page);
  // The timeline needs the width more than the rail does.
  const isNarrow = useMediaQuery('(max-width: 1100px)');
  const isMedium = useMediaQuery('(max-width: 1440px)');
  const folded = isNarrow || (isMedium && page === 'timeline');

  return (
    <div className={folded ? 'app mini' : 'app'}>
      <TopBar settings={props.settings} actions={actions} />
      <Rail folded={folded} actions={actions} />
      <main className="main" id="main" tabIndex={-1} aria-label={PAGES[page].title}>
        {readOnly && (
          <Note tone="warn" title="Open for reading only.">
            A newer version of the app made this workbook. Here it can be read, exported and passed on; update
            the app to change it.
          </Note>
        )}
        {whatIf.strip}
        <PrintStamp whatIf={props.kin.whatIf} />
        {props.settings.demo === session.workbook && (
          <DemoStrip
            page={page}
            onHide={() => {
              props.onChangeSettings({ demo: null });
            }}
          />
        )}
        <ErrorBoundary
          key={page}
          place={page}
          fallback={(tryAgain) => <PageCrash page={page} onTryAgain={tryAgain} />}
        >
          <EditRefusal value={readOnly ? refuse : null}>
            <SaveViewContext value={saveView}>
              <SaveMergeReportContext value={saveMergeReport}>
                <SaveHistoryContext value={saveHistory}>
                  <Page
                    page={page}
                    me={props.settings.actor}
                    views={props.settings.views}
                    onViews={(views) => {
                      props.onChangeSettings({ views });
                    }}
                    onExport={exportKind}
                    onTakeBaseline={beginBaseline}
                    onExportEverything={onExportEverything}
                    onOpenWorkbook={props.onOpenWorkbook}
                    scenarios={whatIf.page}
                  />
                </SaveHistoryContext>
              </SaveMergeReportContext>
            </SaveViewContext>
          </EditRefusal>
        </ErrorBoundary>
      </main>
      <StatusBar onExplain={props.onExplainSaving} />
      <WindowTitle page={page} joined={props.joined} whatIf={props.kin.whatIf} />
      <MenuUndoNames />
      {isPaletteOpen && (
        <WorkbookPalette
          actions={actions}
          views={props.settings.views}
          isReadOnly={readOnly}
          onExport={exportKind}
          onClose={closePalette}
        />
      )}
      {keys}
      {choosingExport && (
        <ExportDialog
          onClose={() => {
            setChoosingExport(false);
          }}
          onChoose={exportKind}
        />
      )}
      {isTakingBaseline && (
        <TakeBaseline
          onClose={() => {
            setTakingBaseline(false);
          }}
        />
      )}
      {importing !== null && (
        <ImportDialog
          file={importing}
          preferred={registersOf(page)[0] ?? 'tasks'}
          onDone={() => {
            setImporting(null);
          }}
          onShow={(register) => {
            const shown = pageOf(register);
            if (shown !== undefined && shown !== page) goTo({ page: shown });
          }}
        />
      )}
      {whatIf.dialog}
      {props.merge !== null && (
        <SaveMergeReportContext value={saveMergeReport}>
          <MergeDialog file={props.merge} onDone={props.onMergeDone} />
        </SaveMergeReportContext>
      )}
    </div>
  );
}

/** Lets the person choose a file of tables. */
async function openTables(show: (tables: OpenedTables) => void): Promise<void> {
  const opened = await desktop.call('imports.openTables', null);
  if (!opened.ok) sayProblem(opened.error);
  else if (opened.value !== null) show(opened.value);
}
