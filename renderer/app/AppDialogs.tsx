/** The dialogs of the app as a whole, drawn wherever the person is. */
import type { ReactNode } from 'react';
import type { WorkbookSession } from '../platform/openWorkbook';
import { AboutDialog } from './AboutDialog';
import { showAppDialog, useAppDialog } from './shownDialog';
import { DiagnosticsDialog } from './DiagnosticsDialog';

/** @param session the open workbook, if there is one */
export function AppDialogs({ session }: { readonly session: WorkbookSession | null }): ReactNode {
  const shown = useAppDialog();
  const close = (): void => {
    showAppDialog(null);
  };
  switch (shown) {
    case 'about':
      return (
        <AboutDialog
          onClose={close}
          onDiagnostics={() => {
            showAppDialog('diagnostics');
          }}
        />
      );
    case 'diagnostics':
      return <DiagnosticsDialog session={session} onClose={close} />;
    case null:
      return null;
  }
}
