/** Themes are attributes of the page; following the system means none. */
import type { Settings } from '../../shared/ipc/contract';

export function applyTheme(theme: Settings['theme']): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}
