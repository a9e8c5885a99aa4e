/**
 * Undo of my own work, by command. Taking back is a forward edit: it brings back what a write replaced, but only where
 * that write still stands alone. What someone else has changed since is left as it is and said so.
 */
import * as Y from 'yjs';
import { sameValue } from '../domain/register/canonical';
import { seenFingerprint } from './fingerprint';
import { ARCHIVED_KEY, rootsOf, type WrittenValue } from './layout';
import { readRegister, readRegisters, replaceRegister } from './multiValue';
import { COMMAND, UNDO } from './origin';
import type { Replacement, Written } from './writer';

interface Step {
  readonly label: string;
  readonly replacements: readonly Replacement[];
  readonly created: readonly string[];
  readonly touchesTexts: boolean;
}

export interface UndoOutcome {
  /** The command taken back or forth. */
  readonly label: string;
  /** Values left alone because they have changed since. */
  readonly skipped: number;
}

const MAX_STEPS = 500;

export class UndoStack {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly textUndo: Y.UndoManager;
  /** Whether a text has really changed since the last step: of a step that leaves all as it was, Yjs keeps nothing. */
  private textChanged = false;

  constructor(private readonly doc: Y.Doc) {
    this.textUndo = new Y.UndoManager([], { doc, trackedOrigins: new Set([COMMAND]), captureTimeout: 0 });
    this.textUndo.on('stack-item-added', () => {
      this.textChanged = true;
    });
  }

  /** Watches a long text before a command writes to it. */
  watch(text: Y.Text): void {
    this.textUndo.addToScope(text);
  }

  record(label: string, written: Written): void {
    const { replacements, created } = written;
    const touchesTexts = this.textChanged;
    this.textChanged = false;
    if (replacements.length + created.length === 0 && !touchesTexts) return;
    this.done.push({ label, replacements, created, touchesTexts });
    if (this.done.length > MAX_STEPS) this.done.shift();
    this.undone.length = 0;
    this.textUndo.clear(false, true);
    this.tell();
  }

  /** Hears of every change of the two labels, which come after the document has told of what was written. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }

  get undoLabel(): string | undefined {
    return this.done.at(-1)?.label;
  }

  /** The same value for as long as the next undo takes back the same command. */
  get undoStep(): unknown {
    return this.done.at(-1);
  }

  get redoLabel(): string | undefined {
    return this.undone.at(-1)?.label;
  }

  undo(author: { actor: number; time: number }): UndoOutcome | undefined {
    const step = this.done.pop();
    if (step === undefined) return undefined;
    this.stepTexts(step, 'undo');
    const { inverse, skipped } = this.takeBack(step, author);
    this.undone.push(inverse);
    this.tell();
    return { label: step.label, skipped };
  }

  redo(author: { actor: number; time: number }): UndoOutcome | undefined {
    const step = this.undone.pop();
    if (step === undefined) return undefined;
    this.stepTexts(step, 'redo');
    const { inverse, skipped } = this.takeBack(step, author);
    this.done.push(inverse);
    this.tell();
    return { label: step.label, skipped };
  }

  private stepTexts(step: Step, direction: 'undo' | 'redo'): void {
    if (step.touchesTexts) this.textUndo[direction]();
    this.textChanged = false;
  }

  private takeBack(step: Step, author: { actor: number; time: number }): { inverse: Step; skipped: number } {
    const records = rootsOf(this.doc).records;
    const replacements: Replacement[] = [];
    let skipped = 0;
    this.doc.transact(() => {
      for (const { id, key, before, after } of [...step.replacements].reverse()) {
        const entries = records.get(id);
        if (!(entries instanceof Y.Array)) continue;
        if (!sameWrites(readRegister(entries, key), after)) {
          skipped += 1;
          continue;
        }
        replaceRegister(entries, key, before);
        replacements.push({ id, key, before: after, after: before });
      }
      for (const id of step.created) {
        const entries = records.get(id);
        if (!(entries instanceof Y.Array)) continue;
        const value = { seen: seenFingerprint(readRegisters(entries)) };
        const after = [{ key: ARCHIVED_KEY, value, time: author.time, actor: author.actor }];
        replacements.push({
          id,
          key: ARCHIVED_KEY,
          before: replaceRegister(entries, ARCHIVED_KEY, after),
          after,
        });
      }
    }, UNDO);
    return {
      inverse: { label: step.label, replacements, created: [], touchesTexts: step.touchesTexts },
      skipped,
    };
  }
}

function sameWrites(now: readonly WrittenValue[], then: readonly WrittenValue[]): boolean {
  return (
    now.length === then.length &&
    now.every((written, index) => {
      const other = then[index];
      return (
        other !== undefined &&
        written.time === other.time &&
        written.actor === other.actor &&
        sameValue(written.value, other.value)
      );
    })
  );
}
