/** Puts what each update did in words for the history: of commands by their edits, of all else by comparing. */
import * as Y from 'yjs';
import { fieldPlaceKey, type FieldPlace } from '../domain/edits/baseValues';
import {
  MERGED,
  type ChangeDescription,
  type ClientClock,
  type FieldChange,
  type MergedCopy,
  type WrittenBy,
} from '../domain/edits/change';
import { fieldChanges, placeChanges } from '../domain/edits/fieldChanges';
import { PLACE_FIELD, withNeighbors } from '../domain/edits/places';
import { sameValue } from '../domain/register/canonical';
import { fieldOf } from '../domain/register/record';
import { definitionOf, isRegisterId } from '../domain/registers/all';
import { tableOf, type Conflict, type Workbook } from '../domain/workbook';
import { instantOf, millisecondsOf, type Clock } from './clock';
import { ARCHIVED_KEY, ORDER_KEY, rootsOf, type EntryArray, type WrittenValue } from './layout';
import type { LongTexts } from './longTexts';
import { placeOfValue, valuesUnder } from './multiValue';
import { isOwnWork, UNDO } from './origin';
import type { WorkbookReader } from './reader';
import { storageKey } from './recordShape';
import { clocksOf, Typists, type Clocks } from './typists';

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
  /** By record, where it stood. */
  keys: ReadonlyMap<string, string>;
  /** What the document held; of merges alone. */
  clocks: Clocks | undefined;
}

interface Told {
  readonly label: string;
  readonly changes: readonly FieldChange[];
}

export class UpdateDescriber {
  private told: Told | undefined;
  /** The plan before what is being told. */
  private before: Workbook | undefined;
  private compared: Compared | undefined;

  constructor(
    private readonly doc: Y.Doc,
    private readonly reader: WorkbookReader,
    private readonly author: Author,
    private readonly texts: LongTexts,
  ) {}

  /** Everything that happens within is described like this. */
  telling<T>(label: string, change: (tell: (changes: readonly FieldChange[]) => void) => T): T {
    this.before = this.reader.workbook();
    try {
      return change((changes) => {
        this.told = { label, changes };
      });
    } finally {
      this.told = undefined;
      this.before = undefined;
    }
  }

  /** Whatever happens within is described by comparing the plan before and after. */
  comparing<T>(label: string, merged: MergedCopy | undefined, change: () => T): T {
    const workbook = this.reader.workbook();
    const clocks = merged === undefined ? undefined : clocksOf(this.doc);
    this.compared = { label, merged, workbook, keys: new Map(this.reader.placeKeys()), clocks };
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
    const { label, changes } = this.tellNow() ??
      this.compareNow() ?? { label: otherLabel(origin), changes: [] };
    const begins = transaction.beforeState.get(this.doc.clientID) ?? 0;
    return {
      ...{ at: clock(), actor, by: name, label, changes },
      ...(isOwnWork(origin) ? { begins: [this.doc.clientID, begins] as const } : {}),
      ...(merged === undefined ? {} : { merged: { ...merged, brought: newClocks(transaction) } }),
    };
  }

  /** Only now it is known behind whom the moved records stand. */
  private tellNow(): Told | undefined {
    const { told, before } = this;
    if (before === undefined || told?.changes.some(({ field }) => field === PLACE_FIELD) !== true)
      return told;
    return { ...told, changes: withNeighbors(told.changes, before, this.reader.workbook()) };
  }

  /** One step may come in several updates; each tells what it did itself. */
  private compareNow(): Told | undefined {
    const { compared } = this;
    if (compared === undefined) return undefined;
    const { workbook: before, keys, clocks } = compared;
    const after = this.reader.workbook();
    compared.workbook = after;
    compared.keys = new Map(this.reader.placeKeys());
    if (compared.merged !== undefined) compared.clocks = clocksOf(this.doc);
    const moves = withNeighbors(placeChanges(after, keys, compared.keys), before, after);
    const changes = [...fieldChanges(before, after), ...moves];
    const { label, merged } = compared;
    return {
      label,
      changes: merged === undefined ? changes : this.withAuthors(changes, before, after, clocks),
    };
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
    since?: Clocks,
  ): readonly FieldChange[] {
    const wereApart = new Map(before.conflicts.map((conflict) => [fieldPlaceKey(conflict), conflict]));
    // Who decided both ways wrote no field apart: each added a decision of their own.
    const waiting = after.conflicts.filter(({ cause }) => cause !== 'contradictory');
    const isApart = new Set(waiting.map(fieldPlaceKey).filter((place) => !wereApart.has(place)));
    const typists = since === undefined ? undefined : new Typists(this.doc, since);
    const authored = changes.map((change): FieldChange => {
      const found = this.writeOf(change);
      const from = found === undefined ? this.typistOf(change, typists) : this.authorOf(found.written);
      return {
        ...change,
        ...(from === undefined ? {} : { from }),
        ...(found?.write === undefined ? {} : { write: found.write }),
        ...(isApart.has(fieldPlaceKey(change)) ? { isApart: true } : {}),
      };
    });
    const changed = new Set(changes.map(fieldPlaceKey));
    const isWaiting = new Set(waiting.map(fieldPlaceKey));
    const settled = before.conflicts.filter(({ cause, ...place }) => {
      const key = fieldPlaceKey(place);
      return cause === undefined && !isWaiting.has(key) && !changed.has(key);
    });
    return [
      ...authored,
      ...settled.map((conflict) => this.chosenElsewhere(conflict, shownIn(after, conflict))),
      ...waiting.flatMap((conflict) => {
        const place = fieldPlaceKey(conflict);
        const known = wereApart.get(place)?.values ?? [{ value: shownIn(before, conflict) }];
        const came = conflict.values.filter((each) => !known.some((other) => isSameWrite(each, other)));
        const beside = came.filter((each) => !(changed.has(place) && each === conflict.values[0]));
        const isNew = isApart.has(place) && !changed.has(place);
        return beside.map((each, at) => ({
          ...this.broughtBeside(conflict, each, shownIn(after, conflict)),
          ...(isNew && at === 0 ? { isApart: true as const } : {}),
        }));
      }),
    ];
  }

  /** Who wrote what is shown in a field; of long texts nobody in particular. */
  writerOf(place: FieldPlace): WrittenBy | undefined {
    const found = this.writeOf(place);
    return found === undefined ? undefined : this.authorOf(found.written);
  }

  private authorOf({ actor, time }: WrittenValue): WrittenBy {
    return { by: this.reader.nameOf(actor), at: millisecondsOf(time), actor };
  }

  /** Of a long text, who typed what came in just now. */
  private typistOf({ id, field, old }: FieldChange, typists: Typists | undefined): WrittenBy | undefined {
    const texts = this.texts.textsOf(id, field);
    if (texts.length === 0) return undefined;
    const actor = typists?.typistOf(texts, typeof old === 'string' ? old : '');
    return actor === undefined
      ? undefined
      : { by: this.reader.nameOf(actor), at: this.author.clock(), actor };
  }

  /** Somebody chose what is shown here anyway. */
  private chosenElsewhere({ register, id, field }: Conflict, shown: unknown): FieldChange {
    const from = this.writerOf({ register, id, field });
    return {
      ...{ register, id, field, old: shown, new: shown },
      ...(from === undefined ? {} : { from }),
    };
  }

  /** What came in beside the value that is shown. */
  private broughtBeside(
    { register, id, field }: Conflict,
    { value, by, at, actor }: ConflictValue,
    shown: unknown,
  ): FieldChange {
    const found = this.writeOf(
      { register, id, field },
      (written) => written.actor === actor && instantOf(written.time) === at,
    );
    return {
      ...{ register, id, field, old: shown, new: shown, beside: value },
      from: { by, at: Date.parse(at), ...(actor === undefined ? {} : { actor }) },
      ...(found?.write === undefined ? {} : { write: found.write }),
    };
  }

  /**
   * What is shown in a field, as it was written, and where in the document; of a set its newest element.
   * @param isMeant instead of what is shown: which of the values that stand there
   */
  private writeOf(
    { register, id, field: name }: FieldPlace,
    isMeant: (written: WrittenValue) => boolean = () => true,
  ): FoundWrite | undefined {
    const entries: unknown = rootsOf(this.doc).records.get(id);
    if (!(entries instanceof Y.Array) || !isRegisterId(register)) return undefined;
    const field = fieldOf(definitionOf(register), name);
    const key = field === undefined ? keyOfNoField(name) : storageKey(name, field);
    const all: readonly unknown[] = entries.toArray();
    const value = valuesUnder(all, key).find(isMeant);
    if (value !== undefined) return { written: value, write: clockAt(entries, placeOfValue(all, value)) };
    const written = newestElement(all, key);
    return written === undefined ? undefined : { written, write: undefined };
  }
}

type ConflictValue = Conflict['values'][number];

interface FoundWrite {
  readonly written: WrittenValue;
  readonly write: ClientClock | undefined;
}

/** Which write of which client stands at a place. */
function clockAt(entries: EntryArray, index: number): ClientClock | undefined {
  const item = index === -1 ? null : Y.createRelativePositionFromTypeIndex(entries, index).item;
  return item === null ? undefined : [item.client, item.clock];
}

function shownIn(workbook: Workbook, { register, id, field }: Conflict): unknown {
  return tableOf(workbook, register).byId.get(id)?.[field] ?? null;
}

/** @param known one that stood there before; where it was the only one, when it was written does not matter */
function isSameWrite(
  written: ConflictValue,
  known: Pick<ConflictValue, 'value'> & Partial<ConflictValue>,
): boolean {
  const isOfThen = known.at === undefined || (known.at === written.at && known.actor === written.actor);
  return isOfThen && sameValue(known.value, written.value);
}

/** Where what a transaction brought in begins, client by client. */
function newClocks({ beforeState, afterState }: Y.Transaction): readonly ClientClock[] {
  return [...afterState].flatMap(([client, clock]): ClientClock[] => {
    const before = beforeState.get(client) ?? 0;
    return clock > before ? [[client, before]] : [];
  });
}

function keyOfNoField(name: string): string {
  return name === PLACE_FIELD ? ORDER_KEY : ARCHIVED_KEY;
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
