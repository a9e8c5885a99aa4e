/** Puts what each update did in words for the history: of commands by their edits, of all else by comparing. */
import * as Y from 'yjs';
import type { FieldPlace } from '../domain/edits/baseValues';
import { MERGED, type ChangeDescription, type FieldChange, type MergedCopy } from '../domain/edits/change';
import { fieldChanges } from '../domain/edits/fieldChanges';
import { fieldOf } from '../domain/register/record';
import { definitionOf, isRegisterId } from '../domain/registers/all';
import { tableOf, type Conflict, type Workbook } from '../domain/workbook';
import { millisecondsOf, type Clock } from './clock';
import { ARCHIVED_KEY, rootsOf, type WrittenValue } from './layout';
import { valuesUnder } from './multiValue';
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
      ...(merged === undefined ? {} : { merged }),
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
      const from = this.writerOf(change);
      return {
        ...change,
        ...(from === undefined ? {} : { from }),
        ...(isApart.has(keyOf(change)) ? { isApart: true } : {}),
      };
    });
    const changed = new Set(changes.map(keyOf));
    return [
      ...authored,
      ...apart.filter((conflict) => !changed.has(keyOf(conflict))).map((each) => notShown(each, before)),
    ];
  }

  /** Who wrote what is shown in a field; of long texts nobody in particular. */
  writerOf({ register, id, field: name }: FieldPlace): FieldChange['from'] {
    const entries = rootsOf(this.doc).records.get(id);
    if (!(entries instanceof Y.Array) || !isRegisterId(register)) return undefined;
    const field = fieldOf(definitionOf(register), name);
    const key = field === undefined ? ARCHIVED_KEY : storageKey(name, field);
    const written = valuesUnder(entries.toArray(), key)[0] ?? newestElement(entries.toArray(), key);
    return written === undefined
      ? undefined
      : { by: this.reader.nameOf(written.actor), at: millisecondsOf(written.time) };
  }
}

/** What came in beside a value that goes on being shown. */
function notShown({ register, id, field, values }: Conflict, before: Workbook): FieldChange {
  const shown = tableOf(before, register).byId.get(id)?.[field] ?? null;
  const other = values[1];
  return {
    ...{ register, id, field, old: shown, new: shown, isApart: true },
    ...(other === undefined ? {} : { from: { by: other.by, at: Date.parse(other.at) } }),
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
