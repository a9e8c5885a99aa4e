/** What people and their computers are called: by the name alone while all of it was written on one computer. */
import type { Writer } from '../edits/recordHistory';
import { cutName } from '../format/sentence';
import type { Device, Person, WriterChoice } from '../history/people';

/** Who wrote what came in without a name: several may have, as in a text. */
export const NOBODY_KNOWN = 'Somebody elsewhere';
const LONGEST_NAME = 60;

export function personText(by: string): string {
  return by === '' ? NOBODY_KNOWN : by;
}

/** A day as the reader writes it. @param at milliseconds since 1970 */
export type DayText = (at: number) => string;

export interface NamedChoice {
  /** One of its kind among the choices. */
  readonly id: string;
  readonly label: string;
  readonly choice: WriterChoice;
}

/** Everybody who can be asked about; of several computers under a name also each of them. */
export function writerChoices(people: readonly Person[], day: DayText): readonly NamedChoice[] {
  return people.flatMap((person) => {
    const { by, devices } = person;
    if (devices.length < 2) return [named({ by }, '')];
    return [
      named({ by }, ' (every computer)'),
      ...devices.map((device) => named({ by, actors: device.actors }, deviceText(person, device, day))),
    ];
  });
}

function named(choice: WriterChoice, device: string): NamedChoice {
  return { id: choiceId(choice), label: `${cutName(personText(choice.by), LONGEST_NAME)}${device}`, choice };
}

export function choiceId({ by, actors }: WriterChoice): string {
  return `${actors === undefined ? '' : actors.map(String).join(' ')}:${by}`;
}

/** What somebody who is asked about is called. */
export function choiceText(people: readonly Person[], choice: WriterChoice, day: DayText): string {
  const id = choiceId(choice);
  return writerChoices(people, day).find((each) => each.id === id)?.label ?? named(choice, '').label;
}

/** Who wrote something, to ask about all they wrote there: without the computer where there is only one. */
export function choiceOf(people: readonly Person[], { by, actor }: Writer, day: DayText): NamedChoice {
  const person = people.find((each) => each.by === by);
  const device = person?.devices.find(({ actors }) => actors.includes(actor));
  return person === undefined || device === undefined || person.devices.length < 2
    ? named({ by }, '')
    : named({ by, actors: device.actors }, deviceText(person, device, day));
}

/** Who wrote something: with the computer only where it is not this one, nor the only one. */
export function writerText(people: readonly Person[], { by, actor }: Writer, day: DayText): string {
  const person = people.find((each) => each.by === by);
  const device = person?.devices.find(({ actors }) => actors.includes(actor));
  const isPlain = person === undefined || device === undefined || device.isHere || person.devices.length < 2;
  return `${personText(by)}${isPlain ? '' : deviceText(person, device, day)}`;
}

/** ` (this computer)`, ` (another computer, since Nov 3)` */
function deviceText({ devices }: Person, device: Device, day: DayText): string {
  if (device.isHere) return ' (this computer)';
  if (device.actors.includes(null)) return ' (computer not known)';
  const since = day(device.since);
  const alike = devices.filter(
    (other) => !other.isHere && !other.actors.includes(null) && day(other.since) === since,
  );
  const number = alike.length < 2 ? '' : `, number ${String(alike.indexOf(device) + 1)}`;
  return ` (another computer, since ${since}${number})`;
}
