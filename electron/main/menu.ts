/** The application menu. Its entries are commands of the window; on most systems it stays hidden until Alt is pressed. */
import { Menu, type MenuItemConstructorOptions } from 'electron';

export function setMenu(run: (command: string) => void): void {
  const entry = (label: string, command: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => {
      run(command);
    },
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: 'File',
      submenu: [
        entry('New plan…', 'workbook.new'),
        entry('Open a file…', 'workbook.openFile', 'CmdOrCtrl+O'),
        entry('All workbooks', 'workbook.list'),
        { type: 'separator' },
        entry('Send a copy…', 'workbook.saveCopy', 'CmdOrCtrl+Shift+S'),
        entry('Import from Excel or CSV…', 'import.open'),
        entry('Export…', 'export.open', 'CmdOrCtrl+E'),
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        entry('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
        entry('Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
