/** Replicas of one workbook for tests: real documents, a clock that can be set, repeatable randomness. */
import { newWorkbook } from '../../shared/document/newWorkbook';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Edit, FieldValues } from '../../shared/domain/edits/edit';
import type { RegisterId } from '../../shared/domain/registers/all';
import { uuid } from './makeWorkbook';

export const ORGANISATION = uuid('organisation');

export class TestClock {
  /** 2027-01-04T08:00:00Z */
  now = 1_799_049_600_000;

  readonly read = (): number => this.now;

  advance(seconds: number): void {
    this.now += seconds * 1000;
  }
}

/** Mulberry32: small, repeatable. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function must<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

export function startWorkbook(
  clock: TestClock,
  edits: readonly Edit[] = [],
  id = uuid('workbook'),
): WorkbookDocument {
  const content = {
    id,
    organisationId: ORGANISATION,
    organisation: { name: 'Test practice', currency: 'USD', start: '2027-01-04' },
    edits,
    label: 'Make the workbook',
  };
  return must(newWorkbook(content, { actor: 1, name: 'Maria', clock: clock.read, random: seededRandom(1) }));
}

/** Another replica of the same workbook, as it stands now. */
export function copyOf(
  document: WorkbookDocument,
  actor: number,
  name: string,
  clock: TestClock,
): WorkbookDocument {
  return WorkbookDocument.open(document.encodeState(), {
    actor,
    name,
    clock: clock.read,
    random: seededRandom(actor),
  });
}

export function add(register: RegisterId, word: string, values: FieldValues): Edit {
  return { kind: 'add', register, id: uuid(word), values };
}

export function set(register: RegisterId, word: string, values: FieldValues): Edit {
  return { kind: 'set', register, id: uuid(word), values };
}

/** Runs edits as one command and expects them to fit. */
export function run(document: WorkbookDocument, ...edits: Edit[]): void {
  must(document.run({ label: 'Test edit', edits }));
}

/**
 * Maria and Priya write in one plan, a minute after each other.
 * @returns both copies; neither has read what the other wrote
 */
export function writtenApart(
  start: readonly Edit[],
  mine: (maria: WorkbookDocument) => void,
  theirs: (priya: WorkbookDocument) => void,
): { readonly maria: WorkbookDocument; readonly priya: WorkbookDocument } {
  const clock = new TestClock();
  const maria = startWorkbook(clock, start);
  const priya = copyOf(maria, 2, 'Priya', clock);
  clock.advance(60);
  mine(maria);
  clock.advance(60);
  theirs(priya);
  return { maria, priya };
}

export function mergeBoth(a: WorkbookDocument, b: WorkbookDocument): void {
  const [fromA, fromB] = [a.encodeState(), b.encodeState()];
  a.merge(fromB);
  b.merge(fromA);
}
