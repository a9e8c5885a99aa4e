/** The system's dialogs: the only way a path comes into the app. The window learns names and contents, never paths. */
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';

const GOLIVE = { name: 'Golive Workbook', extensions: ['golive'] };

export async function askForFile(window: BrowserWindow): Promise<string | undefined> {
  const chosen = await dialog.showOpenDialog(window, {
    title: 'Open a workbook file',
    buttonLabel: 'Open',
    filters: [GOLIVE, { name: 'All files', extensions: ['*'] }],
    properties: ['openFile'],
  });
  return chosen.canceled ? undefined : chosen.filePaths[0];
}

export async function askWhereToSave(
  window: BrowserWindow,
  suggestion: { readonly title: string; readonly name: string; readonly extension: string },
): Promise<string | undefined> {
  const { title, name, extension } = suggestion;
  const chosen = await dialog.showSaveDialog(window, {
    title,
    buttonLabel: 'Save',
    defaultPath: path.join(app.getPath('documents'), `${fileName(name)}.${extension}`),
    filters: [{ name: title, extensions: [extension] }],
  });
  if (chosen.canceled || chosen.filePath === '') return undefined;
  return path.extname(chosen.filePath) === '' ? `${chosen.filePath}.${extension}` : chosen.filePath;
}

/** A plan's name as every file system takes it. */
export function fileName(name: string): string {
  const cleaned = name
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return cleaned === '' ? 'Workbook' : cleaned.slice(0, 80);
}
