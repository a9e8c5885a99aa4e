/** The starter packs that come with the app, and the answers they take. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { checkAnswers } from '../../shared/domain/templates/answers';
import type { PackParts } from '../../shared/domain/templates/composePack';
import { parseHolidays, type HolidayTable } from '../../shared/domain/templates/holidays';
import type { Answer, Pack, Question } from '../../shared/domain/templates/pack';
import { parsePack } from '../../shared/domain/templates/parsePack';
import { canonicalJson } from '../../shared/domain/register/canonical';
import { readWords } from './arguments';
import { done, failed, type Outcome } from './outcome';
import { readJson } from './readJson';

const RESOURCES = path.join(__dirname, '..', 'resources');
const FOLDER = path.join(RESOURCES, 'templates');
const PARTS = path.join(FOLDER, 'parts');

const packIds = (): Promise<string[]> => namesOfJson(FOLDER);

async function namesOfJson(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

export async function readPack(id: string): Promise<Result<Pack, Problem>> {
  const known = await packIds();
  if (!known.includes(id)) return err(problem('pack/unknown', { given: id, known: known.join(', ') }));
  const json = await readJson(path.join(FOLDER, `${id}.json`));
  if (!json.ok) return json;
  const parts = await readParts();
  return parts.ok ? parsePack(json.value, parts.value) : parts;
}

async function readParts(): Promise<Result<PackParts, Problem>> {
  const parts: Record<string, unknown> = {};
  for (const name of await namesOfJson(PARTS)) {
    const json = await readJson(path.join(PARTS, `${name}.json`));
    if (!json.ok) return json;
    parts[name] = json.value;
  }
  return ok(parts);
}

export async function readHolidays(): Promise<Result<HolidayTable, Problem>> {
  const json = await readJson(path.join(RESOURCES, 'holidays.json'));
  return json.ok ? ok(parseHolidays(json.value)) : json;
}

export async function packsCommand(args: readonly string[]): Promise<Outcome> {
  const words = readWords(args, { options: [], flags: ['json'], files: { min: 0, max: 0 } });
  if (!words.ok) return failed(words.error);
  const packs: Pack[] = [];
  for (const id of await packIds()) {
    const pack = await readPack(id);
    if (!pack.ok) return failed(pack.error);
    packs.push(pack.value);
  }
  if (words.value.flags.has('json')) {
    return done(`${canonicalJson(packs.map(shownPack), 2)}\n`);
  }
  return done([...packs.map(packText), PLAN_DATES_TEXT].join('\n'));
}

const PLAN_DATES_TEXT = `Every pack also takes
    start: the first day work can begin; what --start says goes before it
    wantedGoLive: the day to be live by; without a start, the start is counted back from it
`;

/** With the default each question really has, which may follow from other defaults. */
function shownPack(pack: Pack): Record<string, unknown> {
  const { of } = checkAnswers(pack, {});
  const questions = pack.questions.map((question) => ({
    ...question,
    default: of.get(question.id) ?? question.default,
  }));
  return { id: pack.id, title: pack.title, description: pack.description, questions };
}

function packText(pack: Pack): string {
  const { of } = checkAnswers(pack, {});
  const lines = pack.questions.flatMap((question) => [
    `    ${question.id} (${shown(of.get(question.id))}): ${question.label}`,
    ...[takes(question)].filter((line) => line !== '').map((line) => `        ${line}`),
  ]);
  return [
    `${pack.id}: ${pack.title}`,
    `  ${pack.description}`,
    ...(lines.length === 0 ? [] : ['  Answers it takes:', ...lines]),
    '',
  ].join('\n');
}

function shown(answer: Answer | undefined): string {
  return typeof answer === 'object' ? answer.join('; ') : String(answer ?? '');
}

/** What an answer may be, where its default does not say it all. */
function takes({ answer, unit }: Question): string {
  switch (answer.kind) {
    case 'integer':
    case 'decimal':
      return [`${String(answer.min)} to ${String(answer.max)}`, unit].filter((part) => part !== '').join(' ');
    case 'choice':
      return `one of ${Object.keys(answer.options).join(', ')}`;
    case 'names':
      return `a list of at most ${String(answer.max)} names, or how many there are`;
    case 'weekdays':
      return `a list of at least ${String(answer.min)} of mon, tue, wed, thu, fri, sat, sun`;
    case 'text':
    case 'code':
      return '';
  }
}
