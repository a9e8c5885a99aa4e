/** Keys that work on every page. Pages and grids add their own where they have focus. */
const PAGES = ['overview', 'timeline', 'roadmap', 'costs', 'risks', 'problems'];

/** The command a key press stands for, if any. */
export function shortcutOf(event: KeyboardEvent): string | undefined {
  const control = event.ctrlKey || event.metaKey;
  if (!control || event.altKey) return undefined;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'edit.redo' : 'edit.undo';
  if (key === 'y' && !event.shiftKey) return 'edit.redo';
  if (key === 'o' && !event.shiftKey) return 'workbook.openFile';
  if (key === 's') return event.shiftKey ? 'workbook.saveCopy' : 'workbook.saved';
  if (key === 'e' && !event.shiftKey) return 'export.open';
  const page = event.shiftKey ? undefined : PAGES[Number(key) - 1];
  return page === undefined ? undefined : `go.${page}`;
}

/** In a text field the field's own undo comes first; the input a grid keeps ready while nothing is edited is none. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable="true"]') !== null &&
    target.closest('.dg-editor:not(.is-open)') === null
  );
}
