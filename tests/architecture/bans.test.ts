/** The bans that eslint.config.mjs adds to the strict rules, each watched while it bites and where it must not. */
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');

// The planted texts are in no tsconfig, so the rules that need types are left out.
const eslint = new ESLint({
  cwd: repository,
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => !ruleId.startsWith('@typescript-eslint/'),
});

async function offences(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: path.join(repository, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const ipcMainImport = "import { ipcMain } from 'electron';\nexport const wire = ipcMain;\n";
const manyLines = (count: number): string => 'export {};\n' + 'void 0;\n'.repeat(count - 1);

describe('a ban', () => {
  it.each([
    ['the clock', 'shared/domain/planted.ts', 'export const now = Date.now();', 'no-restricted-properties'],
    ['today', 'shared/sync/planted.ts', 'export const now = new Date();', 'no-restricted-syntax'],
    ['today as text', 'shared/export/planted.ts', 'export const now = Date();', 'no-restricted-syntax'],
    ['dice', 'shared/document/planted.ts', 'export const die = Math.random();', 'no-restricted-properties'],
    ['raw ipcMain', 'electron/main/planted.ts', ipcMainImport, 'no-restricted-imports'],
    ['a default export', 'renderer/ui/planted.ts', 'export default 1;', 'no-restricted-exports'],
    ['a file of 401 lines', 'electron/core/planted.ts', manyLines(401), 'max-lines'],
  ])('reports %s', async (_what, file, code, rule) => {
    expect(await offences(file, code)).toEqual([rule]);
  });

  it.each([
    ['a given day in shared code', 'shared/domain/planted.ts', "export const day = new Date('2027-03-01');"],
    ['the clock outside shared code', 'electron/core/planted.ts', 'export const now = Date.now();'],
    ['ipcMain in its wrapper', 'electron/main/ipc.ts', ipcMainImport],
    ['a file of 400 lines', 'electron/core/planted.ts', manyLines(400)],
  ])('lets %s pass', async (_what, file, code) => {
    expect(await offences(file, code)).toEqual([]);
  });
});
