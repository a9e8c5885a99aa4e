/**
 * Writes the third-party notices of the app: everything others wrote that a package of it contains, with the licences
 * as their authors ship them. Read from what is installed; no network.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './processes.mjs';

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
const RULE = '-'.repeat(78);

const read = (...parts) => readFileSync(path.join(projectRoot, ...parts), 'utf8');

/** The installed packages that `npm ci --omit=dev` would install, as `{ name, version, licence, text }`. */
export function productionPackages() {
  const { packages } = JSON.parse(read('package-lock.json'));
  return Object.entries(packages)
    .filter(([folder, entry]) => folder !== '' && !entry.dev && !entry.devOptional)
    .filter(([folder]) => existsSync(path.join(projectRoot, folder, 'package.json')))
    .map(([folder]) => packageIn(folder));
}

function packageIn(folder) {
  const { name, version, license, licenses, author } = JSON.parse(read(folder, 'package.json'));
  const licence = nameOf(license ?? licenses?.[0]) ?? 'as its author says';
  const texts = readdirSync(path.join(projectRoot, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => read(folder, entry.name).replaceAll('\r\n', '\n').trim());
  const by = nameOf(author);
  const without = `The package names its license (${licence})${by === undefined ? '' : ` and its author (${by})`} and holds no text of it.`;
  return { name, version, licence, text: texts.length > 0 ? texts.join('\n\n') : without };
}

/** npm allows a text or an object in several places. */
function nameOf(value) {
  return typeof value === 'object' && value !== null ? (value.type ?? value.name) : value;
}

export function noticesText() {
  const electron = packageIn('node_modules/electron');
  const holidays = packageIn('node_modules/date-holidays');
  const { notice } = JSON.parse(read('resources', 'holidays.json'));
  const parts = [
    [
      'Electron, Chromium and Node.js',
      `The app runs on Electron ${electron.version}, which contains Chromium and Node.js. Their own notices lie with the program, in the files LICENSE.electron.txt and LICENSES.chromium.html.\n\n${electron.text}`,
    ],
    [
      'Inter, the typeface (SIL Open Font License 1.1)',
      read('resources', 'fonts', 'Inter-LICENSE.txt').trim(),
    ],
    [`Public holidays, from date-holidays ${holidays.version}`, `${notice}\n\n${holidays.text}`],
    ...byText(productionPackages()),
  ];
  const head =
    'Golive Workbook contains the work of many others. What follows names it and gives the licenses under which it ' +
    'is used. Golive Workbook itself is under the MIT license.';
  return `${[head, ...parts.map(([title, text]) => `${RULE}\n${title}\n${RULE}\n\n${text}`)].join('\n\n')}\n`;
}

/** Packages that ship the very same text share it. */
function byText(packages) {
  const groups = new Map();
  for (const { name, version, licence, text } of packages) {
    const titles = groups.get(text) ?? [];
    const title = `${name} ${version} (${licence})`;
    if (!titles.includes(title)) titles.push(title);
    groups.set(text, titles);
  }
  return [...groups].map(([text, titles]) => [titles.join('\n'), text]);
}

export function writeNotices(target) {
  writeFileSync(target, noticesText());
}
