/** The system's dialogs: the only way a path comes into the app. The window learns names and contents, never paths. */
import path from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import { problem, type Problem } from '../../../shared/domain/base/problem';
import { err, ok, type Result } from '../../../shared/domain/base/result';

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

/** Lets the person choose a folder, or make one in the dialog. */
export async function askForFolder(
  window: BrowserWindow,
  question: { readonly title: string; readonly buttonLabel: string },
): Promise<string | undefined> {
  const chosen = await dialog.showOpenDialog(window, {
    ...question,
    properties: ['openDirectory', 'createDirectory'],
  });
  return chosen.canceled ? undefined : chosen.filePaths[0];
}

/** Shows a folder in the system's file manager. */
export async function showFolder(folder: string): Promise<Result<null, Problem>> {
  // The system answers with a sentence of its own, which may name the path, or with nothing when it could.
  const reason = await shell.openPath(folder);
  return reason === '' ? ok(null) : err(problem('folder/notShown', { reason }));
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
