/**
 * One workbook as a living document: read as immutable plans, changed by commands, merged with other replicas. The
 * only thing above it that knows Yjs is the fast copy, which is handed the document as it is.
 */
import * as Y from 'yjs';
import type { Problem } from '../domain/base/problem';
import { problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import type { FieldPlace } from '../domain/edits/baseValues';
import {
  MERGED,
  UNDO_MARK,
  type ChangeDescription,
  type FieldChange,
  type WrittenBy,
} from '../domain/edits/change';
import { checkEdits } from '../domain/edits/checkEdits';
import type { Command, Edit } from '../domain/edits/edit';
import { definitionOf } from '../domain/registers/all';
import type { Workbook } from '../domain/workbook';
import { documentTime, instantOf, type Clock } from './clock';
import { takeIn } from './copies';
import { contentDigest } from './fingerprint';
import { UpdateDescriber } from './describe';
import { accessTo, FORMAT, formatOf, type FormatMarks } from './formatRule';
import { REGISTER_KEY, rootsOf, type WrittenValue } from './layout';
import { LongTexts } from './longTexts';
import { valuesUnder } from './multiValue';
import { COMMAND, MERGE, STORAGE, type Origin } from './origin';
import type { Random } from './orderKeys';
import { WorkbookReader } from './reader';
import { writesOfOthers, type WritesOfOne } from './recentWrites';
import { applyState } from './stateDecoder';
import { actorOf } from './typists';
import { UndoStack, type UndoOutcome } from './undo';
import { PlanWriter, segmentName } from './writer';

/** Who writes through this document. */
export interface Replica {
  /** 31-bit number of this device and person. */
  readonly actor: number;
  /** The name others will see. */
  readonly name: string;
  /** Yjs client id; left out, a new one is drawn. Never shared by two replicas. */
  readonly clientId?: number;
  readonly clock: Clock;
  readonly random: Random;
}

type UpdateListener = (update: Uint8Array, description: ChangeDescription) => void;

export class WorkbookDocument {
  private readonly texts: LongTexts;
  private readonly reader: WorkbookReader;
  private readonly undoStack: UndoStack;
  private readonly updateListeners = new Set<UpdateListener>();
  private readonly describer: UpdateDescriber;
  private isSignedIn = false;

  /**
   * @param yDoc holds a workbook's state already: a document is opened after it has been loaded.
   * @param file what the file it came from says of its format
   */
  constructor(
    readonly yDoc: Y.Doc,
    private readonly replica: Replica,
    private readonly file: FormatMarks = {},
  ) {
    if (replica.clientId !== undefined) yDoc.clientID = replica.clientId;
    this.texts = new LongTexts(rootsOf(yDoc).texts);
    this.reader = new WorkbookReader(yDoc, this.texts);
    this.undoStack = new UndoStack(yDoc);
    this.describer = new UpdateDescriber(yDoc, this.reader, replica, this.texts);
  }

  /** Opens a workbook from its state. */
  static open(state: Uint8Array, replica: Replica, file?: FormatMarks): WorkbookDocument {
    const doc = new Y.Doc();
    takeIn(doc, state);
    return new WorkbookDocument(doc, replica, file);
  }

  get id(): string {
    return this.workbook().id;
  }

  /** The format of the document and its file, and whether this code may only read it. */
  get format(): { readonly format: number; readonly readOnly: boolean } {
    const { meta } = rootsOf(this.yDoc);
    const own = { format: meta.get('format'), minWriter: meta.get('minWriter') };
    const format = Math.max(formatOf(own.format), formatOf(this.file.format));
    return { format, readOnly: accessTo(own, this.file) !== 'write' };
  }

  workbook(): Workbook {
    return this.reader.workbook();
  }

  /** Calls back after every change of the plan, whoever made it. */
  subscribe(listener: () => void): () => void {
    return this.reader.subscribe(listener);
  }

  /** Calls back with every update that this device must keep and pass on. */
  onUpdate(listener: UpdateListener): () => void {
    // Yjs encodes every change for whoever listens, so nobody does without need.
    if (this.updateListeners.size === 0) this.yDoc.on('update', this.tell);
    this.updateListeners.add(listener);
    return () => {
      this.updateListeners.delete(listener);
      if (this.updateListeners.size === 0) this.yDoc.off('update', this.tell);
    };
  }

  /** Checks a command fully, then writes it in one transaction: one undo step. */
  run(command: Command): Result<undefined, Problem & { edit?: number }> {
    const { format, readOnly } = this.format;
    if (readOnly) return err(problem('document/readOnly', { format, known: FORMAT }));
    const workbook = this.workbook();
    const checked = checkEdits(workbook, command.edits);
    if (!checked.ok) return checked;
    const now = this.replica.clock();
    const author = { actor: this.replica.actor, now, random: this.replica.random };
    this.beginTexts(checked.value, command.label);
    const writer = new PlanWriter(this.yDoc, workbook, this.texts, author);
    this.transact(COMMAND, command.label, () => {
      this.signIn();
      for (const edit of checked.value) writer.write(edit);
      for (const text of writer.written.texts) this.undoStack.watch(text);
      return writer.written.changes;
    });
    this.undoStack.record(command.label, writer.written);
    return ok(undefined);
  }

  get undoLabel(): string | undefined {
    return this.undoStack.undoLabel;
  }

  /** The same value for as long as the next undo takes back the same command. */
  get undoStep(): unknown {
    return this.undoStack.undoStep;
  }

  get redoLabel(): string | undefined {
    return this.undoStack.redoLabel;
  }

  /** Hears of every change of these labels. */
  subscribeUndo(listener: () => void): () => void {
    return this.undoStack.subscribe(listener);
  }

  /** Takes back my last command, where nobody has changed the same since. */
  undo(): UndoOutcome | undefined {
    return this.takeBack('Undo', () => this.undoStack.undo(this.authorStamp()));
  }

  redo(): UndoOutcome | undefined {
    return this.takeBack('Redo', () => this.undoStack.redo(this.authorStamp()));
  }

  /**
   * Takes in another replica's whole state. It must have been validated. Merging never writes.
   * @param source what to call it: the name of its file
   */
  merge(state: Uint8Array, source = ''): void {
    const apply = (): void => {
      applyState(this.yDoc, state, MERGE);
    };
    // Nobody keeps what happened, so nobody needs it worked out.
    if (this.updateListeners.size === 0) apply();
    else this.describer.comparing(MERGED, { source, knew: [...clocksIn(state)] }, apply);
  }

  /** What has become different since the plan was like this, with who wrote it: what a merge brought. */
  changesSince(before: Workbook): readonly FieldChange[] {
    return this.describer.changesSince(before);
  }

  /** Who wrote what is shown in a field, and when; of long texts nobody in particular. */
  writerOf(place: FieldPlace): WrittenBy | undefined {
    return this.describer.writerOf(place);
  }

  encodeState(): Uint8Array {
    return Y.encodeStateAsUpdate(this.yDoc);
  }

  digest(): string {
    return contentDigest(this.yDoc);
  }

  nameOf(actor: number): string {
    return this.reader.nameOf(actor);
  }

  /** The name under which this replica writes. */
  get authorName(): string {
    return this.replica.name;
  }

  /** Who made a record and when (ISO 8601 in UTC); undefined for one that is not there. */
  madeBy(id: string): { readonly by: string; readonly at: string } | undefined {
    const made = firstWriteOf(rootsOf(this.yDoc).records.get(id));
    return made === undefined ? undefined : { by: this.nameOf(made.actor), at: instantOf(made.time) };
  }

  /** What others have written since then, by their clocks. @param since milliseconds since 1970 */
  writesOfOthers(since: number): readonly WritesOfOne[] {
    return writesOfOthers(rootsOf(this.yDoc), this.replica.actor, since);
  }

  private beginTexts(edits: readonly Edit[], label: string): void {
    const missing = edits.flatMap((edit) => {
      if (edit.kind !== 'set') return [];
      const { fields } = definitionOf(edit.register);
      const written = Object.entries(edit.values).filter(
        ([name, value]) => fields[name]?.kind === 'longText' && value !== '',
      );
      return written
        .filter(([name]) => !this.texts.has(edit.id, name))
        .map(([name]) => ({ id: edit.id, name }));
    });
    if (missing.length === 0) return;
    this.transact(COMMAND, label, () => {
      for (const { id, name } of missing) this.texts.begin(id, name, segmentName(this.replica));
      return [];
    });
  }

  private authorStamp(): { actor: number; time: number } {
    return { actor: this.replica.actor, time: documentTime(this.replica.clock()) };
  }

  private takeBack(verb: string, step: () => UndoOutcome | undefined): UndoOutcome | undefined {
    if (this.format.readOnly) return undefined;
    const label = verb === 'Undo' ? this.undoLabel : this.redoLabel;
    if (this.updateListeners.size === 0) return step();
    return this.describer.comparing(
      `${verb === 'Undo' ? UNDO_MARK : 'Redo: '}${label ?? ''}`,
      undefined,
      step,
    );
  }

  private transact(origin: Origin, label: string, write: () => readonly FieldChange[]): void {
    this.describer.telling(label, (tell) => {
      this.yDoc.transact(() => {
        tell(write());
      }, origin);
    });
  }

  /** Leaves the name others will read beside this replica's writes, once under each of its client ids. */
  private signIn(): void {
    const { actors } = rootsOf(this.yDoc);
    const key = String(this.replica.actor);
    this.isSignedIn ||= actorOf(this.yDoc, this.yDoc.clientID) !== undefined;
    if (!this.isSignedIn || actors.get(key) !== this.replica.name) actors.set(key, this.replica.name);
    this.isSignedIn = true;
  }

  private readonly tell = (
    update: Uint8Array,
    origin: unknown,
    _doc: Y.Doc,
    transaction: Y.Transaction,
  ): void => {
    if (origin === STORAGE) return;
    const description = this.describer.describe(origin, transaction);
    for (const listener of this.updateListeners) listener(update, description);
  };
}

/** How many writes of each client a state holds. */
function clocksIn(state: Uint8Array): ReadonlyMap<number, number> {
  return Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state));
}

/** A record names its register once, when it is made. */
function firstWriteOf(entries: unknown): WrittenValue | undefined {
  return entries instanceof Y.Array ? valuesUnder(entries.toArray(), REGISTER_KEY).at(-1) : undefined;
}
