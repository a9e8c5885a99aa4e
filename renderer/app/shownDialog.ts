/** Dialogs of the app as a whole, which open from anywhere: the menu, the first screen, a page that broke. */
import { useSyncExternalStore } from 'react';
import type { Actions } from './useWindowCommands';

export type AppDialog = 'about' | 'diagnostics';

let shown: AppDialog | null = null;
const listeners = new Set<() => void>();

export function showAppDialog(dialog: AppDialog | null): void {
  shown = dialog;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAppDialog(): AppDialog | null {
  return useSyncExternalStore(subscribe, () => shown);
}

export const helpActions: Actions = {
  'help.about': () => {
    showAppDialog('about');
  },
  'help.diagnostics': () => {
    showAppDialog('diagnostics');
  },
};
