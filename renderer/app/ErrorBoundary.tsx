/** Catches a bug in the window. What was shown as saved is on the disk, and that is what it says. */
import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="crash" role="alert">
        <h1>This screen stopped working</h1>
        <p>
          Everything that was shown as saved is safe on this computer. Reload the window to go on; if it
          happens again, open another page first and tell us what you did.
        </p>
        <button
          className="btn primary"
          onClick={() => {
            window.location.reload();
          }}
        >
          Reload the window
        </button>
        <details>
          <summary>Details for a report</summary>
          <pre>{error.message}</pre>
        </details>
      </main>
    );
  }
}
