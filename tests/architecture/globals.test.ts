/**
 * The compiler's half of the fences: which names exist in which folder. One library whose types mention Node
 * brings all of Node's globals back without a word, so each folder is asked with everything it imports loaded.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');

const machine = ['process', 'require', 'Buffer', '__dirname'];
const screen = ['document', 'window', 'localStorage'];
const ambient = ['setTimeout', 'console', 'crypto', 'fetch', 'TextEncoder', 'structuredClone'];

/** The names of `asked` which the compiler does not know in a module of each folder. */
function unknownNames(config: string, folders: readonly string[], asked: readonly string[]) {
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(repository, config), (file) => ts.sys.readFile(file)).config,
    ts.sys,
    path.dirname(path.join(repository, config)),
  );
  const probe = asked.map((name) => `${name};\n`).join('') + 'export {};\n';
  const probes = folders.map((folder) => path.join(repository, folder, 'planted-probe.ts'));

  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => probes.includes(file) || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    probes.includes(file)
      ? ts.createSourceFile(file, probe, ts.ScriptTarget.ES2022)
      : getSourceFile(file, ...rest);

  const program = ts.createProgram([...fileNames, ...probes], options, host);
  return new Map(
    probes.map((file, index) => {
      const complaints = program.getSemanticDiagnostics(program.getSourceFile(file));
      const unknown = complaints
        .filter(({ messageText }) =>
          ts.flattenDiagnosticMessageText(messageText, '\n').startsWith('Cannot find name'),
        )
        .map(({ start = 0, length = 0 }) => probe.slice(start, start + length));
      return [folders[index], unknown];
    }),
  );
}

describe('shared', () => {
  const folders = readdirSync(path.join(repository, 'shared'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `shared/${entry.name}`);
  const asked = [...machine, ...screen, ...ambient];

  it('knows neither machine nor window in any of its folders', () => {
    const unknown = unknownNames('shared/tsconfig.json', folders, asked);
    expect(unknown).toEqual(new Map(folders.map((folder) => [folder, asked])));
  });
});

describe('the window', () => {
  it('knows no machine', () => {
    const unknown = unknownNames('renderer/tsconfig.json', ['renderer/features'], machine);
    expect(unknown.get('renderer/features')).toEqual(machine);
  });
});

describe('the machine', () => {
  it('knows no window', () => {
    const unknown = unknownNames('electron/tsconfig.json', ['electron/main'], screen);
    expect(unknown.get('electron/main')).toEqual(screen);
  });
});
