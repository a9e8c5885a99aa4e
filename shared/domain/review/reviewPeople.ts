/** Who wrote what waits, told apart by their computers as the history does. */
import type { Device, Person } from '../history/people';
import type { Decision } from './decisions';

/**
 * Everybody the history of this computer knows, and those who wrote what waits: it may have come with the plan, before
 * this history began.
 * @param me the number under which this computer writes; null where it is not of a person
 */
export function reviewPeople(
  people: readonly Person[],
  decisions: readonly Decision[],
  me: number | null,
): readonly Person[] {
  const all = new Map(people.map((person) => [person.by, person.devices]));
  for (const { options } of decisions) {
    for (const { by, writer, at } of options) {
      if (typeof writer !== 'number') continue;
      const devices = all.get(by) ?? [];
      const known = devices.find(({ actors }) => actors.includes(writer));
      const isInHistory = people.some((person) => known !== undefined && person.devices.includes(known));
      if (isInHistory) continue;
      const since = Math.min(Date.parse(at), known?.since ?? Number.MAX_SAFE_INTEGER);
      const device = { actors: [writer], isHere: writer === me, since };
      all.set(by, [...devices.filter((each) => each !== known), device].sort(inOrder));
    }
  }
  return [...all].map(([by, devices]) => ({ by, devices }));
}

/** This computer first, then the oldest. */
function inOrder(a: Device, b: Device): number {
  return Number(b.isHere) - Number(a.isHere) || a.since - b.since;
}
