/**
 * Puts a starter pack together from its own content and the parts it includes. What several packs share is written
 * once, in a part; a pack names its parts in `include` and may give a record, question or source of a part other
 * values, property by property, under the same key or id, or leave it out with `"omit": true`.
 */
import { isObject, type JsonObject, type JsonReader } from './jsonReader';

/** The parts that packs include, by name, as they are in their files. */
export type PackParts = Readonly<Record<string, unknown>>;

const LISTS = ['sources', 'questions'] as const;

export function composePack(reader: JsonReader, pack: JsonObject, parts: PackParts): JsonObject {
  const { include, ...own } = pack;
  if (include === undefined) return pack;
  const names = reader.list(include, 'include').map((name) => reader.text(name, 'include'));
  const sheets = names.map((name) => partOf(reader, name, parts));
  return [...sheets, own].reduce<JsonObject>((whole, sheet) => joined(reader, whole, sheet), {});
}

function partOf(reader: JsonReader, name: string, parts: PackParts): JsonObject {
  if (!Object.hasOwn(parts, name)) reader.fault('include', `there is no part “${name}”`);
  return reader.object(parts[name] ?? {}, name, [...LISTS, 'records']);
}

function joined(reader: JsonReader, whole: JsonObject, sheet: JsonObject): JsonObject {
  const lists = LISTS.map((list) => [list, joinedList(reader, list, 'id', whole[list], sheet[list])]);
  const before = isObject(whole['records']) ? whole['records'] : {};
  const after = isObject(sheet['records']) ? sheet['records'] : {};
  const registers = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const records = registers.map((register) => [
    register,
    joinedList(reader, register, 'key', before[register], after[register]),
  ]);
  return {
    ...whole,
    ...sheet,
    ...(Object.fromEntries(lists) as JsonObject),
    records: Object.fromEntries(records) as JsonObject,
  };
}

/** New entries come last; known ones stay in their place. */
function joinedList(
  reader: JsonReader,
  place: string,
  name: 'id' | 'key',
  before: unknown,
  after: unknown,
): readonly unknown[] {
  const entries = before === undefined ? [] : [...reader.list(before, place)];
  for (const entry of after === undefined ? [] : reader.list(after, place)) {
    const key = isObject(entry) ? entry[name] : undefined;
    const known =
      key === undefined ? -1 : entries.findIndex((other) => isObject(other) && other[name] === key);
    const old = entries[known];
    if (isObject(entry) && isObject(old)) entries[known] = { ...old, ...entry };
    else entries.push(entry);
  }
  return entries.filter((entry) => !isObject(entry) || entry['omit'] !== true);
}
