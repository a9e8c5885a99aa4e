/** How the window looks is told by attributes of the page; following the system means none. */
import type { Settings } from '../../shared/ipc/contract';
import type { Actions } from './useWindowCommands';

type Look = Pick<Settings, 'theme' | 'density'>;

export function applyLook({ theme, density }: Look): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  dataset['density'] = density;
}

/** Choosing one as commands. */
export function lookActions(change: (changes: Partial<Look>) => void): Actions {
  const choosing = (changes: Partial<Look>) => () => {
    change(changes);
  };
  return {
    'theme.system': choosing({ theme: 'system' }),
    'theme.light': choosing({ theme: 'light' }),
    'theme.dark': choosing({ theme: 'dark' }),
    'theme.contrast': choosing({ theme: 'contrast' }),
    'density.compact': choosing({ density: 'compact' }),
    'density.comfortable': choosing({ density: 'comfortable' }),
  };
}
