/** The starter packs that come with the app. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, type Result } from '../../shared/domain/base/result';
import type { Pack } from '../../shared/domain/templates/pack';
import { parsePack } from '../../shared/domain/templates/parsePack';
import { canonicalJson } from '../../shared/domain/register/canonical';
import { readWords } from './arguments';
import { done, failed, type Outcome } from './outcome';
import { readJson } from './readJson';

const FOLDER = path.join(__dirname, '..', 'resources', 'templates');

async function packIds(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

export async function readPack(id: string): Promise<Result<Pack, Problem>> {
  const known = await packIds();
  if (!known.includes(id)) return err(problem('pack/unknown', { given: id, known: known.join(', ') }));
  const json = await readJson(path.join(FOLDER, `${id}.json`));
  return json.ok ? parsePack(json.value) : json;
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
    const shown = packs.map(({ id, title, description, questions }) => ({
      id,
      title,
      description,
      questions,
    }));
    return done(`${canonicalJson(shown, 2)}\n`);
  }
  return done(packs.map(packText).join('\n'));
}

function packText({ id, title, description, questions }: Pack): string {
  const lines = questions.map(
    (question) => `    ${question.id} (${String(question.default)}): ${question.label}`,
  );
  return [
    `${id}: ${title}`,
    `  ${description}`,
    ...(lines.length === 0 ? [] : ['  Answers it takes:', ...lines]),
    '',
  ].join('\n');
}
