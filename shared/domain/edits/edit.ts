/** The few ways a plan can change. Every command, paste, import and undo comes down to a list of these. */
import type { StoredValue } from '../register/field';
import type { RegisterId } from '../registers/all';

export type FieldValues = Readonly<Record<string, StoredValue>>;

export type Edit =
  | {
      readonly kind: 'add';
      readonly register: RegisterId;
      readonly id: string;
      readonly values: FieldValues;
      /** The record it stands behind; null for the first place, absent for the last. */
      readonly after?: string | null;
    }
  | { readonly kind: 'set'; readonly register: RegisterId; readonly id: string; readonly values: FieldValues }
  | { readonly kind: 'archive'; readonly register: RegisterId; readonly id: string }
  | { readonly kind: 'restore'; readonly register: RegisterId; readonly id: string }
  /** Moves a record behind another of the same register (of the same parent, where there is an outline). */
  | {
      readonly kind: 'place';
      readonly register: RegisterId;
      readonly id: string;
      readonly after: string | null;
    }
  /** Gives a record the very place it had: its key, or the one it had before this command where that is null. */
  | {
      readonly kind: 'placeAt';
      readonly register: RegisterId;
      readonly id: string;
      readonly key: string | null;
    };

/** A named change: menu, palette, shortcut, toolbar and tests all run the same value. */
export interface Command {
  /** What undo will say it takes back: “Change duration”. */
  readonly label: string;
  readonly edits: readonly Edit[];
}
