/** The system's dialogs: the only way a path comes into the app. The window learns names and contents, never paths. */
import path from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';

/** What a dialog lets the person choose. */
export interface FileQuestion {
  readonly title: string;
  readonly buttonLabel: string;
  readonly kind: string;
  readonly extensions: readonly string[];
}

export const WORKBOOK_FILE: FileQuestion = {
  title: 'Open a workbook file',
  buttonLabel: 'Open',
  kind: 'Golive Workbook',
  extensions: ['golive'],
};
export const TABLE_FILE: FileQuestion = {
  title: 'Import from Excel or CSV',
  buttonLabel: 'Choose',
  kind: 'Tables',
  extensions: ['xlsx', 'csv', 'tsv', 'txt'],
};

export async function askForFile(
  window: BrowserWindow,
  { title, buttonLabel, kind, extensions }: FileQuestion,
): Promise<string | undefined> {
  const chosen = await dialog.showOpenDialog(window, {
    title,
    buttonLabel,
    filters: [
      { name: kind, extensions: [...extensions] },
      { name: 'All files', extensions: ['*'] },
    ],
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
