/**
 * Every command of the window that is not bound to one page: the application menu, the menus of the top bar, the
 * palette, the list of shortcuts and the keys themselves follow from this table. What each does is in the window.
 */
import type { Chord } from '../domain/keys/keyTable';

interface CommandDescription {
  readonly label: string;
  /** The usual key first. */
  readonly keys?: readonly Chord[];
  /** Other words people look for it by. */
  readonly words?: string;
  /** `plan`: a workbook is open; `change`: one that can be changed; `undo`, `redo`: there is something to take back. */
  readonly needs?: 'plan' | 'change' | 'undo' | 'redo';
}

export const COMMANDS = {
  'palette.open': { label: 'Find or do anything', keys: ['Mod+K'], words: 'search command palette' },
  'edit.undo': { label: 'Undo', keys: ['Mod+Z'], words: 'take back', needs: 'undo' },
  'edit.redo': { label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], words: 'do again', needs: 'redo' },
  'workbook.new': { label: 'New plan…', words: 'workbook create start project' },
  'workbook.openFile': {
    label: 'Open or merge a file…',
    keys: ['Mod+O'],
    words: 'golive colleague copy join import',
  },
  'workbook.list': { label: 'All workbooks', words: 'home start switch plan settings preferences your name' },
  'workbook.saveCopy': {
    label: 'Send a copy…',
    keys: ['Mod+Shift+S'],
    words: 'share save as mail colleague golive',
    needs: 'plan',
  },
  'workbook.saved': { label: 'Is everything saved?', keys: ['Mod+S'], words: 'save', needs: 'plan' },
  'scenario.try': {
    label: 'Try a what-if…',
    words: 'scenario copy alternative branch experiment compare',
    needs: 'plan',
  },
  'scenario.compare': {
    label: 'Compare with the plan',
    words: 'what-if scenario difference',
    needs: 'plan',
  },
  'scenario.leave': { label: 'Back to the plan', words: 'what-if scenario leave close', needs: 'plan' },
  'baseline.take': {
    label: 'Take baseline…',
    words: 'baseline snapshot freeze agree approve compare slip',
    needs: 'change',
  },
  'import.open': {
    label: 'Import from Excel or CSV…',
    words: 'spreadsheet table merge read',
    needs: 'change',
  },
  'export.open': { label: 'Export…', keys: ['Mod+E'], words: 'pdf excel png report', needs: 'plan' },
  'export.everything': {
    label: 'Export everything…',
    words: 'backup all workbooks copy take along move computer leave',
  },
  'page.print': { label: 'Print this page…', keys: ['Mod+P'], words: 'paper pdf', needs: 'plan' },
  'backup.now': { label: 'Back up now', words: 'backup safe copy', needs: 'plan' },
  'theme.system': { label: 'Colors: as the system', words: 'theme appearance' },
  'theme.light': { label: 'Colors: light', words: 'theme appearance bright' },
  'theme.dark': { label: 'Colors: dark', words: 'theme appearance night' },
  'theme.contrast': { label: 'Colors: high contrast', words: 'theme appearance accessibility' },
  'density.compact': { label: 'Rows: compact', words: 'density dense tight small' },
  'density.comfortable': { label: 'Rows: comfortable', words: 'density spacious large touch' },
  'help.guide': { label: 'Guide', keys: ['F1'], words: 'help manual how learn explain' },
  'help.keys': {
    label: 'Keyboard shortcuts',
    keys: ['Mod+/', '?'],
    words: 'help keys shortcuts list',
  },
  'help.about': {
    label: 'About Golive Workbook…',
    words: 'version license notices copyright update help',
  },
  'help.diagnostics': {
    label: 'Copy diagnostics…',
    words: 'help support problem report crash error log',
  },
} as const satisfies Readonly<Record<string, CommandDescription>>;

export type CommandId = keyof typeof COMMANDS;

export const commandIds = Object.keys(COMMANDS) as readonly CommandId[];

const descriptions: Readonly<Record<CommandId, CommandDescription>> = COMMANDS;

/** A command without its exact type, for code that works on any of them. */
export function commandOf(id: CommandId): CommandDescription {
  return descriptions[id];
}
