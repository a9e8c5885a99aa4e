/** The application menu. Its entries are commands of the window; on most systems it stays hidden until Alt is pressed. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from '../../shared/domain/keys/keyTable';
import { commandOf, type CommandId } from '../../shared/ipc/commands';
import type { UndoNames } from '../../shared/ipc/contract';

/** Longer ones are cut: a menu is as wide as its widest entry. */
const LONGEST_NAME = 60;

export class AppMenu {
  #names: UndoNames = { undo: null, redo: null };
  #isShown = false;

  constructor(private readonly run: (command: CommandId) => void) {}

  show(): void {
    this.#isShown = true;
    Menu.setApplicationMenu(Menu.buildFromTemplate(templateOf(this.run, this.#names)));
  }

  /** The words of an entry are fixed when a menu is built: one with other words is built anew. */
  name(names: UndoNames): void {
    if (names.undo === this.#names.undo && names.redo === this.#names.redo) return;
    this.#names = names;
    if (this.#isShown) this.show();
  }
}

/** `Undo: change duration of “Build”`; an `&` would mark the letter after it as a key. */
function withName(label: string, name: string | null): string {
  if (name === null) return label;
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name;
  return `${label}: ${short.replaceAll('&', '&&')}`;
}

function templateOf(run: (command: CommandId) => void, names: UndoNames): MenuItemConstructorOptions[] {
  const entry = (command: CommandId, name: string | null = null): MenuItemConstructorOptions => {
    const { label, keys } = commandOf(command);
    const [key] = keys ?? [];
    return {
      label: withName(label, name),
      click: () => {
        run(command);
      },
      // Keys are heard by the window, where a text field has the first word.
      ...(key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
    };
  };
  return [
    {
      label: 'File',
      submenu: [
        entry('workbook.new'),
        entry('workbook.openFile'),
        entry('workbook.list'),
        entry('scenario.try'),
        entry('baseline.take'),
        { type: 'separator' },
        entry('workbook.saveCopy'),
        entry('import.open'),
        entry('export.open'),
        entry('export.everything'),
        entry('page.print'),
        entry('backup.now'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        entry('edit.undo', names.undo),
        entry('edit.redo', names.redo),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        { type: 'separator' },
        entry('palette.open'),
      ],
    },
    {
      label: 'View',
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
    },
    {
      label: 'Help',
      submenu: [entry('help.guide'), entry('help.keys'), entry('help.diagnostics'), entry('help.about')],
    },
  ];
}
