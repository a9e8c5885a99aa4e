/** What people and their computers are called: by the name alone while all of it was written on one computer. */
import type { Writer } from '../edits/recordHistory';
import { cutName } from '../format/sentence';
import type { Device, Person, WriterChoice } from '../history/people';

/** Who wrote what a merge does not say the writer of. */
const NOBODY_KNOWN = 'Somebody elsewhere';
const LONGEST_NAME = 60;

export function personText(by: string): string {
  return by === '' ? NOBODY_KNOWN : cutName(by, LONGEST_NAME);
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
    const name = personText(by);
    if (devices.length < 2) return [named({ by }, name)];
    return [
      named({ by }, `${name} (every computer)`),
      ...devices.map((device) =>
        named({ by, actors: device.actors }, `${name} (${deviceText(person, device, day)})`),
      ),
    ];
  });
}

function named(choice: WriterChoice, label: string): NamedChoice {
  return { id: choiceId(choice), label, choice };
}

export function choiceId({ by, actors }: WriterChoice): string {
  return `${actors === undefined ? '' : actors.map(String).join(' ')}:${by}`;
}

/** Who wrote something, to ask about all they wrote there: without the computer where there is only one. */
export function choiceOf(people: readonly Person[], writer: Writer, day: DayText): NamedChoice {
  const { person, device } = deviceOf(people, writer);
  if (person === undefined || device === undefined || person.devices.length < 2)
    return named({ by: writer.by }, personText(writer.by));
  const label = `${personText(writer.by)} (${deviceText(person, device, day)})`;
  return named({ by: writer.by, actors: device.actors }, label);
}

/** Who wrote something, in a sentence: with the computer only where it is not this one, nor the only one. */
export function writerText(people: readonly Person[], writer: Writer, day: DayText): string {
  const isHere = deviceOf(people, writer).device?.isHere === true;
  return isHere ? personText(writer.by) : choiceOf(people, writer, day).label;
}

function deviceOf(people: readonly Person[], { by, actor }: Writer) {
  const person = people.find((each) => each.by === by);
  return { person, device: person?.devices.find(({ actors }) => actors.includes(actor)) };
}

/** `this computer`, `another computer, since Nov 3` */
function deviceText({ devices }: Person, device: Device, day: DayText): string {
  if (device.isHere) return 'this computer';
  if (device.actors.includes(null)) return 'computer not known';
  const since = day(device.since);
  const alike = devices.filter(
    (other) => !other.isHere && !other.actors.includes(null) && day(other.since) === since,
  );
  const number = alike.length < 2 ? '' : `, number ${String(alike.indexOf(device) + 1)}`;
  return `another computer, since ${since}${number}`;
}
