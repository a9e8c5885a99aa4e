/**
 * Two people who change single fields all over their copies of one plan. It is known which fields both of them wrote
 * differently: once the copies are merged, those and no others wait for a choice.
 */
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { StoredValue } from '../../shared/domain/register/field';
import type { Task } from '../../shared/domain/registers/all';
import { copyOf, seededRandom, type TestClock } from './replicas';

export interface Extent {
  /** Of both together. */
  readonly edits: number;
  /** Fields both write, each with another value. */
  readonly contested: number;
  /** Fields both write with the same value. */
  readonly agreed: number;
  readonly editsPerCommand: number;
  readonly seed: number;
}

export interface EditedApart {
  readonly maria: WorkbookDocument;
  readonly priya: WorkbookDocument;
  /** As `task id/field`. */
  readonly contested: ReadonlySet<string>;
}

type Random = () => number;

/** A value of each field, of so many that another one is soon found. */
const VALUES = {
  name: (random: Random) => `Renamed ${String(Math.floor(random() * 1e6))}`,
  durationDays: (random: Random) => 1 + Math.floor(random() * 90),
  deadline: (random: Random) =>
    `2028-0${String(1 + Math.floor(random() * 9))}-${String(10 + Math.floor(random() * 18))}`,
  percentComplete: (random: Random) => Math.floor(random() * 101),
  source: (random: Random) => `Interview ${String(Math.floor(random() * 1e6))}`,
} as const;

const FIELDS = Object.keys(VALUES) as readonly (keyof typeof VALUES)[];

interface Write {
  readonly task: Task;
  readonly field: keyof typeof VALUES;
  readonly value: StoredValue;
}

/** @param base is left as it is; its tasks must have as many fields as the extent needs */
export function editApart(base: WorkbookDocument, extent: Extent, clock: TestClock): EditedApart {
  const random = seededRandom(extent.seed);
  const tasks = base.workbook().tables.tasks.live.filter(({ kind }) => kind === 'task');
  const needed = extent.edits - extent.contested - extent.agreed;
  const places = shuffled(
    tasks.flatMap((task) => FIELDS.map((field) => ({ task, field }))),
    random,
  ).slice(0, needed);
  if (places.length < needed) throw new Error('the plan has too few tasks');

  const writes: { maria: Write[]; priya: Write[] } = { maria: [], priya: [] };
  const contested = new Set<string>();
  for (const [at, { task, field }] of places.entries()) {
    const mine = { task, field, value: otherThan([task[field]], field, random) };
    if (at < extent.contested) {
      contested.add(`${task.id}/${field}`);
      writes.maria.push(mine);
      writes.priya.push({ task, field, value: otherThan([task[field], mine.value], field, random) });
    } else if (at < extent.contested + extent.agreed) {
      writes.maria.push(mine);
      writes.priya.push(mine);
    } else writes[at % 2 === 0 ? 'maria' : 'priya'].push(mine);
  }

  const [maria, priya] = [copyOf(base, 2, 'Maria', clock), copyOf(base, 3, 'Priya', clock)];
  const copies = [
    { document: maria, left: commands(shuffled(writes.maria, random), extent) },
    { document: priya, left: commands(shuffled(writes.priya, random), extent) },
  ];
  // Now one is the later writer, now the other, and now nobody.
  while (copies.some(({ left }) => left.length > 0)) {
    for (const { document, left } of copies) {
      clock.advance(Math.floor(random() * 3));
      perform(document, left.pop() ?? []);
    }
  }
  return { maria, priya, contested };
}

function otherThan(taken: readonly StoredValue[], field: keyof typeof VALUES, random: Random): StoredValue {
  let value: StoredValue = VALUES[field](random);
  while (taken.includes(value)) value = VALUES[field](random);
  return value;
}

function commands(writes: readonly Write[], { editsPerCommand }: Extent): (readonly Write[])[] {
  const count = Math.ceil(writes.length / editsPerCommand);
  return Array.from({ length: count }, (_, at) =>
    writes.slice(at * editsPerCommand, (at + 1) * editsPerCommand),
  );
}

function perform(document: WorkbookDocument, writes: readonly Write[]): void {
  const edits = writes.map(
    ({ task: { id }, field, value }) =>
      ({ kind: 'set', register: 'tasks', id, values: { [field]: value } }) as const,
  );
  const done = document.run({ label: 'Edit apart', edits });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
