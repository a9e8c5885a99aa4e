/** Themes are attributes of the page; following the system means none. */
import type { Settings } from '../../shared/ipc/contract';
import type { Actions } from './useWindowCommands';

export function applyTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

/** Choosing one as commands. */
export function themeActions(change: (changes: { theme: Settings['theme'] }) => void): Actions {
  return {
    'theme.system': () => {
      change({ theme: 'system' });
    },
    'theme.light': () => {
      change({ theme: 'light' });
    },
    'theme.dark': () => {
      change({ theme: 'dark' });
    },
    'theme.contrast': () => {
      change({ theme: 'contrast' });
    },
  };
}
