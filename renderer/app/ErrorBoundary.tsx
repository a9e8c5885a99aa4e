/** Catches a bug in the window. What was shown as saved is on the disk, and that is what it says. */
import { Component, type ReactNode } from 'react';
import { noteCrash } from './lastCrash';

interface Props {
  readonly children: ReactNode;
  /** What broke, for diagnostics: the name of a page, never a thing somebody has typed. */
  readonly place: string;
  /** @param tryAgain shows the children once more */
  readonly fallback: (tryAgain: () => void) => ReactNode;
}

export class ErrorBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state: { readonly isBroken: boolean } = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    noteCrash(this.props.place, error);
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return this.props.fallback(() => {
      this.setState({ isBroken: false });
    });
  }
}
