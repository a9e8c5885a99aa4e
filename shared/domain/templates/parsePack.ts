/** Reads a starter pack from JSON, strictly: a pack that is accepted can be made into records. */
import { isCalendarDate } from '../base/dates';
import { uuidFromBytes } from '../base/ids';
import { problem, type Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import { err, ok, type Result } from '../base/result';
import { composePack, type PackParts } from './composePack';
import { parseExperience } from './experience';
import { instantiatePack } from './instantiatePack';
import { JsonReader } from './jsonReader';
import type { Pack, PackSource } from './pack';
import { parseQuestions, parseSource } from './parseQuestions';
import { parseRecords } from './parseRecords';

const KNOWN = [
  'id',
  'title',
  'description',
  'start',
  'priceCurrency',
  'sources',
  'questions',
  'experience',
  'records',
];

/** @param parts what the pack may include */
export function parsePack(json: unknown, parts: PackParts = {}): Result<Pack, Problem> {
  const reader = new JsonReader();
  const pack = readPack(reader, composePack(reader, reader.anyObject(json, 'pack'), parts));
  const [fault] = reader.faults;
  if (fault !== undefined) return err(damaged(pack, fault));
  // The defaults are answers like any other: if they make no plan, the pack is of no use.
  const trial = instantiatePack(pack, { answers: {}, idFor: () => uuidFromBytes(new Uint8Array(16)) });
  return trial.ok ? ok(pack) : err(damaged(pack, problemText(trial.error)));
}

function readPack(reader: JsonReader, json: unknown): Pack {
  const given = reader.object(json, 'pack', KNOWN);
  const sources = parseSources(reader, given['sources']);
  const questions = parseQuestions(reader, given['questions']);
  if (!isCalendarDate(given['start'])) reader.fault('start', 'a date is expected');
  return {
    id: reader.text(given['id'], 'id'),
    title: reader.text(given['title'], 'title'),
    description: reader.text(given['description'], 'description'),
    start: reader.text(given['start'], 'start'),
    priceCurrency: reader.text(given['priceCurrency'], 'priceCurrency'),
    sources,
    questions,
    experience: parseExperience(reader, given['experience'], questions),
    records: parseRecords(reader, given['records'], { questions, sources }),
  };
}

function parseSources(reader: JsonReader, value: unknown): readonly PackSource[] {
  return reader.list(value, 'sources').map((given, index) => {
    const place = `sources[${String(index)}]`;
    const { id, about, source } = reader.object(given, place, ['id', 'about', 'source']);
    return {
      id: reader.optionalText(id, `${place}.id`),
      about: reader.text(about, `${place}.about`),
      source: parseSource(reader, source, `${place}.source`, true),
    };
  });
}

function damaged(pack: Pack, what: string): Problem {
  return problem('file/damaged', { name: pack.id === '' ? 'starter pack' : pack.id, what });
}
