/** Who wrote, by names, and on how many computers each name did, as far as these can be told apart. */
import { isCount, isJsonObject, parseAll } from '../base/json';
import { MERGED } from '../edits/change';
import { authorOf, type RecordedEdit, type Writer } from '../edits/recordHistory';

/** A computer on which somebody wrote, or all of this one's where it has had several numbers. */
export interface Device {
  /** Null stands for writes of which the computer was not put down. */
  readonly actors: readonly (number | null)[];
  readonly isHere: boolean;
  /** The oldest of these writes: milliseconds since 1970. */
  readonly since: number;
}

export interface Person {
  /** The empty name is nobody known. */
  readonly by: string;
  /** This computer first, then the oldest. */
  readonly devices: readonly Device[];
}

/** Whose writes are meant: everything under a name, or what came from some of its computers. */
export interface WriterChoice {
  readonly by: string;
  readonly actors?: readonly (number | null)[];
}

export function isChosen({ by, actors }: WriterChoice, writer: Writer): boolean {
  return writer.by === by && (actors === undefined || actors.includes(writer.actor));
}

/** Whether nobody can tell that it is not who is meant: the name or the computer is not known. */
export function mayBeChosen(choice: WriterChoice, writer: Writer): boolean {
  if (isChosen(choice, writer)) return false;
  return writer.by === '' || (writer.by === choice.by && writer.actor === null);
}

/** Gathers everybody who wrote anything. */
export class PeopleKnown {
  /** By name, when each number wrote first. */
  private readonly names = new Map<string, Map<number | null, number>>();
  /** Numbers of this computer: whatever does not come with a merge was written here. */
  private readonly here = new Set<number>();

  include(edit: RecordedEdit): void {
    const { by, actor, at } = edit;
    this.here.add(actor);
    this.note({ by, actor }, at);
    for (const change of edit.changes) {
      if (change.from !== undefined || edit.label === MERGED)
        this.note(authorOf(edit, change), change.from?.at ?? at);
    }
  }

  list(): readonly Person[] {
    return [...this.names]
      .map(([by, actors]) => ({ by, devices: this.devicesOf(actors) }))
      .sort((a, b) => a.by.localeCompare(b.by));
  }

  private note({ by, actor }: Writer, at: number): void {
    const known = this.names.get(by);
    if (known === undefined) this.names.set(by, new Map([[actor, at]]));
    else known.set(actor, Math.min(at, known.get(actor) ?? at));
  }

  private devicesOf(actors: ReadonlyMap<number | null, number>): readonly Device[] {
    const own = [...actors].filter(([actor]) => actor !== null && this.here.has(actor));
    const others = [...actors].filter(([actor]) => actor === null || !this.here.has(actor));
    return [
      ...(own.length === 0 ? [] : [deviceOf(own, true)]),
      ...others.sort(([, a], [, b]) => a - b).map((each) => deviceOf([each], false)),
    ];
  }
}

function deviceOf(actors: readonly (readonly [number | null, number])[], isHere: boolean): Device {
  return {
    actors: actors.map(([actor]) => actor),
    isHere,
    since: actors.reduce((first, [, at]) => Math.min(first, at), Number.MAX_SAFE_INTEGER),
  };
}

/** Undefined when the value is none. */
export function parsePerson(value: unknown): Person | undefined {
  if (!isJsonObject(value) || typeof value['by'] !== 'string') return undefined;
  const devices = parseAll(value['devices'], parseDevice);
  return devices === undefined ? undefined : { by: value['by'], devices };
}

function parseDevice(value: unknown): Device | undefined {
  if (!isJsonObject(value)) return undefined;
  const { actors, isHere, since } = value;
  return isListOfActors(actors) && typeof isHere === 'boolean' && isCount(since)
    ? { actors, isHere, since }
    : undefined;
}

/** Undefined when the value is none. */
export function parseWriterChoice(value: unknown): WriterChoice | undefined {
  if (!isJsonObject(value) || typeof value['by'] !== 'string') return undefined;
  const { by, actors } = value;
  if (actors === undefined) return { by };
  return isListOfActors(actors) ? { by, actors } : undefined;
}

function isListOfActors(value: unknown): value is readonly (number | null)[] {
  return Array.isArray(value) && value.every((each) => each === null || isCount(each));
}
