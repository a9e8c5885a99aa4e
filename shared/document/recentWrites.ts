/** What others have written lately, read from the times and authors that every value carries. */
import * as Y from 'yjs';
import type { RegisterId } from '../domain/registers/all';
import { documentTime, instantOf } from './clock';
import { isStoredEntry, type Roots } from './layout';
import { registerOf } from './readRecord';

/** What one person wrote, the record written last leading. */
export interface WritesOfOne {
  readonly by: string;
  /** Tells computers of one name apart. */
  readonly actor: number;
  /** When they last wrote, by their clock: ISO 8601 in UTC. */
  readonly at: string;
  readonly fields: number;
  readonly records: readonly { readonly register: RegisterId; readonly id: string }[];
}

interface Tally {
  latest: number;
  fields: number;
  readonly records: { readonly register: RegisterId; readonly id: string; readonly time: number }[];
}

/**
 * @param me whose own writes are no news
 * @param since milliseconds since 1970, compared with the clocks of those who wrote
 * @returns whoever wrote since then, the latest first
 */
export function writesOfOthers(
  { records, actors }: Roots,
  me: number,
  since: number,
): readonly WritesOfOne[] {
  const from = documentTime(since);
  const tallies = new Map<number, Tally>();
  records.forEach((entries, id) => {
    if (entries instanceof Y.Array) tally(tallies, id, entries.toArray(), { me, from });
  });
  return [...tallies]
    .sort(([, a], [, b]) => b.latest - a.latest)
    .map(([actor, { latest, fields, records: written }]) => ({
      by: nameOf(actors.get(String(actor))),
      actor,
      at: instantOf(latest),
      fields,
      records: written.sort((a, b) => b.time - a.time).map(({ register, id }) => ({ register, id })),
    }));
}

function tally(
  tallies: Map<number, Tally>,
  id: string,
  entries: readonly unknown[],
  { me, from }: { readonly me: number; readonly from: number },
): void {
  const latestOf = new Map<number, number>();
  for (const entry of entries) {
    if (!isStoredEntry(entry) || entry[2] < from || entry[3] === me) continue;
    const [, , time, actor] = entry;
    latestOf.set(actor, Math.max(time, latestOf.get(actor) ?? 0));
    const known = tallies.get(actor) ?? { latest: 0, fields: 0, records: [] };
    known.fields += 1;
    known.latest = Math.max(known.latest, time);
    tallies.set(actor, known);
  }
  const register = latestOf.size === 0 ? undefined : registerOf(entries);
  if (register === undefined) return;
  for (const [actor, time] of latestOf) tallies.get(actor)?.records.push({ register, id, time });
}

function nameOf(name: unknown): string {
  return typeof name === 'string' && name !== '' ? name.slice(0, 200) : 'Someone';
}
