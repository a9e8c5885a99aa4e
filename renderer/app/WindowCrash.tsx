/** In the place of the whole window, when what broke was no page but what stands around them. */
import { useState, type ReactNode } from 'react';
import { DiagnosticsDialog } from './DiagnosticsDialog';

export function WindowCrash({ onTryAgain }: { readonly onTryAgain: () => void }): ReactNode {
  const [showsDiagnostics, setShowsDiagnostics] = useState(false);
  return (
    <main className="crash" role="alert">
      <h1>The window stopped working</h1>
      <p>
        Everything that was shown as saved is safe on this computer. Load the window again to go on; if that
        does not help, close the app and start it again.
      </p>
      <div className="crash-acts">
        <button
          className="btn primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          Load the window again
        </button>
        <button className="btn" onClick={onTryAgain}>
          Try again
        </button>
        <button
          className="btn quiet"
          onClick={() => {
            setShowsDiagnostics(true);
          }}
        >
          Copy diagnostics…
        </button>
      </div>
      {showsDiagnostics && (
        <DiagnosticsDialog
          session={null}
          onClose={() => {
            setShowsDiagnostics(false);
          }}
        />
      )}
    </main>
  );
}
