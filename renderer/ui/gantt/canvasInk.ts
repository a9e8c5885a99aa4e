/** The colors and type a canvas paints with, read from the page's tokens; read again when the theme changes. */

export interface CanvasInk {
  /** Device pixels per CSS pixel. */
  readonly ratio: number;
  readonly color: (token: string) => string;
  readonly font: (size: number, weight: 'regular' | 'medium' | 'semibold') => string;
}

export function readInk(element: Element): CanvasInk {
  const style = getComputedStyle(element);
  const known = new Map<string, string>();
  const token = (name: string): string => {
    const found = known.get(name) ?? style.getPropertyValue(`--${name}`).trim();
    known.set(name, found);
    return found;
  };
  return {
    ratio: window.devicePixelRatio,
    color: token,
    font: (size, weight) => `${token(`fw-${weight}`)} ${size}px ${style.fontFamily}`,
  };
}

/** Calls back when the page may look different: theme, density, the system's colors, or the font having arrived. */
export function onInkChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-density'],
  });
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  document.fonts.addEventListener('loadingdone', changed);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
    document.fonts.removeEventListener('loadingdone', changed);
  };
}
