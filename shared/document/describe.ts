/** Puts what each update did in words for the history: of commands by their edits, of all else by comparing. */
import * as Y from 'yjs';
import type { FieldPlace } from '../domain/edits/baseValues';
import {
  MERGED,
  type ChangeDescription,
  type ClientClock,
  type FieldChange,
  type MergedCopy,
} from '../domain/edits/change';
import { fieldChanges } from '../domain/edits/fieldChanges';
import { fieldOf } from '../domain/register/record';
import { definitionOf, isRegisterId } from '../domain/registers/all';
import { tableOf, type Conflict, type Workbook } from '../domain/workbook';
import { millisecondsOf, type Clock } from './clock';
import { ARCHIVED_KEY, rootsOf, type EntryArray, type WrittenValue } from './layout';
import { placeOfValue, valuesUnder } from './multiValue';
import { isOwnWork, UNDO } from './origin';
import type { WorkbookReader } from './reader';
import { storageKey } from './recordShape';

interface Author {
  readonly actor: number;
  readonly name: string;
  readonly clock: Clock;
}

/** A change of which only the outcome is known, and what stood before it. */
interface Compared {
  readonly label: string;
  readonly merged: MergedCopy | undefined;
  workbook: Workbook;
}

export class UpdateDescriber {
  private told: { readonly label: string; readonly changes: readonly FieldChange[] } | undefined;
  private compared: Compared | undefined;

  constructor(
    private readonly doc: Y.Doc,
    private readonly reader: WorkbookReader,
    private readonly author: Author,
  ) {}

  /** Everything that happens within is described like this. */
  telling<T>(label: string, change: (tell: (changes: readonly FieldChange[]) => void) => T): T {
    try {
      return change((changes) => {
        this.told = { label, changes };
      });
    } finally {
      this.told = undefined;
    }
  }

  /** Whatever happens within is described by comparing the plan before and after. */
  comparing<T>(label: string, merged: MergedCopy | undefined, change: () => T): T {
    this.compared = { label, merged, workbook: this.reader.workbook() };
    try {
      return change();
    } finally {
      this.compared = undefined;
    }
  }

  /** What the update that a transaction made is to be called. */
  describe(origin: unknown, transaction: Y.Transaction): ChangeDescription {
    const { actor, name, clock } = this.author;
    const merged = this.compared?.merged;
    const { label, changes } = this.told ?? this.compareNow() ?? { label: otherLabel(origin), changes: [] };
    const begins = transaction.beforeState.get(this.doc.clientID) ?? 0;
    return {
      ...{ at: clock(), actor, by: name, label, changes },
      ...(isOwnWork(origin) ? { begins: [this.doc.clientID, begins] as const } : {}),
      ...(merged === undefined ? {} : { merged: { ...merged, brought: newClocks(transaction) } }),
    };
  }

  /** One step may come in several updates; each tells what it did itself. */
  private compareNow(): { readonly label: string; readonly changes: readonly FieldChange[] } | undefined {
    const { compared } = this;
    if (compared === undefined) return undefined;
    const before = compared.workbook;
    const after = this.reader.workbook();
    compared.workbook = after;
    const changes = fieldChanges(before, after);
    const { label, merged } = compared;
    return { label, changes: merged === undefined ? changes : this.withAuthors(changes, before, after) };
  }

  /** What has become different since then, and who wrote it. */
  changesSince(before: Workbook): readonly FieldChange[] {
    const after = this.reader.workbook();
    return this.withAuthors(fieldChanges(before, after), before, after);
  }

  /** Of a merge also who wrote what came in, and which fields were written apart. */
  private withAuthors(
    changes: readonly FieldChange[],
    before: Workbook,
    after: Workbook,
  ): readonly FieldChange[] {
    const keyOf = ({ register, id, field }: Pick<FieldChange, 'register' | 'id' | 'field'>): string =>
      `${register} ${id} ${field}`;
    const wereApart = new Set(before.conflicts.map(keyOf));
    const apart = after.conflicts.filter((conflict) => !wereApart.has(keyOf(conflict)));
    const isApart = new Set(apart.map(keyOf));
    const authored = changes.map((change): FieldChange => {
      const found = this.writeOf(change);
      return {
        ...change,
        ...(found === undefined ? {} : { from: this.authorOf(found.written) }),
        ...(found?.write === undefined ? {} : { write: found.write }),
        ...(isApart.has(keyOf(change)) ? { isApart: true } : {}),
      };
    });
    const changed = new Set(changes.map(keyOf));
    return [
      ...authored,
      ...apart
        .filter((conflict) => !changed.has(keyOf(conflict)))
        .map((each) => notShown(each, { before, write: this.writeOf(each, 1)?.write })),
    ];
  }

  /** Who wrote what is shown in a field; of long texts nobody in particular. */
  writerOf(place: FieldPlace): FieldChange['from'] {
    const found = this.writeOf(place);
    return found === undefined ? undefined : this.authorOf(found.written);
  }

  private authorOf({ actor, time }: WrittenValue): NonNullable<FieldChange['from']> {
    return { by: this.reader.nameOf(actor), at: millisecondsOf(time) };
  }

  /**
   * What is shown in a field, as it was written, and where in the document; of a set its newest element.
   * @param turn 1 for what stands beside it, and so on
   */
  private writeOf({ register, id, field: name }: FieldPlace, turn = 0): FoundWrite | undefined {
    const entries: unknown = rootsOf(this.doc).records.get(id);
    if (!(entries instanceof Y.Array) || !isRegisterId(register)) return undefined;
    const field = fieldOf(definitionOf(register), name);
    const key = field === undefined ? ARCHIVED_KEY : storageKey(name, field);
    const all: readonly unknown[] = entries.toArray();
    const value = valuesUnder(all, key)[turn];
    if (value !== undefined) return { written: value, write: clockAt(entries, placeOfValue(all, value)) };
    const written = newestElement(all, key);
    return written === undefined ? undefined : { written, write: undefined };
  }
}

interface FoundWrite {
  readonly written: WrittenValue;
  readonly write: ClientClock | undefined;
}

/** Which write of which client stands at a place. */
function clockAt(entries: EntryArray, index: number): ClientClock | undefined {
  const item = index === -1 ? null : Y.createRelativePositionFromTypeIndex(entries, index).item;
  return item === null ? undefined : [item.client, item.clock];
}

/** Where what a transaction brought in begins, client by client. */
function newClocks({ beforeState, afterState }: Y.Transaction): readonly ClientClock[] {
  return [...afterState].flatMap(([client, clock]): ClientClock[] => {
    const before = beforeState.get(client) ?? 0;
    return clock > before ? [[client, before]] : [];
  });
}

/** What came in beside a value that goes on being shown. */
function notShown(
  { register, id, field, values }: Conflict,
  { before, write }: { readonly before: Workbook; readonly write: ClientClock | undefined },
): FieldChange {
  const shown = tableOf(before, register).byId.get(id)?.[field] ?? null;
  const other = values[1];
  return {
    ...{ register, id, field, old: shown, new: shown, isApart: true },
    ...(other === undefined ? {} : { from: { by: other.by, at: Date.parse(other.at) } }),
    ...(write === undefined ? {} : { write }),
  };
}

/** A set is written element by element. */
function newestElement(entries: readonly unknown[], field: string): WrittenValue | undefined {
  const keys = new Set(
    entries.flatMap((entry) =>
      Array.isArray(entry) && typeof entry[0] === 'string' && entry[0].startsWith(`${field}/`)
        ? [entry[0]]
        : [],
    ),
  );
  return [...keys]
    .flatMap((key) => valuesUnder(entries, key))
    .sort((a, b) => b.time - a.time || b.actor - a.actor)[0];
}

function otherLabel(origin: unknown): string {
  return isOwnWork(origin) ? UNDO.kind : MERGED;
}
