/** The application menu. Its entries are commands of the window; on most systems it stays hidden until Alt is pressed. */
import { Menu, type MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from '../../shared/domain/keys/keyTable';
import { commandOf, type CommandId } from '../../shared/ipc/commands';

export function setMenu(run: (command: CommandId) => void): void {
  const entry = (command: CommandId): MenuItemConstructorOptions => {
    const { label, keys } = commandOf(command);
    const [key] = keys ?? [];
    return {
      label,
      click: () => {
        run(command);
      },
      // Keys are heard by the window, where a text field has the first word.
      ...(key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
    };
  };
  const template: MenuItemConstructorOptions[] = [
    {
      label: 'File',
      submenu: [
        entry('workbook.new'),
        entry('workbook.openFile'),
        entry('workbook.list'),
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
        entry('edit.undo'),
        entry('edit.redo'),
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
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
