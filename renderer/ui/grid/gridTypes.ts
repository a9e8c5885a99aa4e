/** What a grid is given and what it gives back. A grid knows texts and places, never how a plan stores them. */
import type { ReactNode } from 'react';
import type { StatusKind, Tone } from '../tone';

/** How a cell is edited; what its text means is for the owner to parse. */
export type ColumnKind = 'text' | 'longText' | 'number' | 'date' | 'choice' | 'boolean';

export interface GridOption {
  readonly id: string;
  readonly label: string;
}

export interface GridColumn {
  readonly id: string;
  readonly label: string;
  /** CSS px. */
  readonly width: number;
  /** Share of the room that is left over. */
  readonly flex?: number;
  /** `end` also sets tabular figures. */
  readonly align?: 'start' | 'end' | 'center';
  readonly kind?: ColumnKind;
  readonly readOnly?: boolean;
  /** For `choice`: what can be chosen, per row where it depends on the row. */
  readonly options?: readonly GridOption[] | ((rowKey: string) => readonly GridOption[]);
  /** Stays in sight; only the first columns can. */
  readonly sticky?: boolean;
  /** Indents by depth and carries the expander. */
  readonly tree?: boolean;
  /** Names the row for a screen reader. One per grid; the tree column or the first one unless said. */
  readonly rowHeader?: boolean;
  /** For screen readers where the head shows nothing. */
  readonly hiddenLabel?: boolean;
  /** Draws the cell; must depend on its arguments alone, because a row draws again only when its cells change. */
  readonly render?: (cell: GridCell, rowKey: string) => ReactNode;
}

export interface GridCell {
  readonly text: string;
  readonly title?: string;
  readonly tone?: Tone;
  /** A shape before the text; its word is read out when there is no text. */
  readonly mark?: StatusKind;
  /** Computed: second tone, not edited unless `readOnly` is false. */
  readonly calc?: boolean;
  readonly readOnly?: boolean;
  /** Why it is not edited, in a sentence. */
  readonly whyReadOnly?: string;
  /** What is wrong with the value, in a sentence. */
  readonly invalid?: string;
  /** Two values wait for a decision. */
  readonly conflict?: boolean;
  /** Why this differs from what would be computed: "was 14, from Readiness". */
  readonly overridden?: string;
  /** What the editor starts with and what is copied; `text` unless said. */
  readonly editText?: string;
  /** Where the value comes from; shown under the cell while it is edited. */
  readonly help?: string;
  /** For `boolean`. */
  readonly checked?: boolean;
  /** Muted words after the text: that what it names is in the bin. */
  readonly aside?: string | undefined;
  /** Open comments on the row's record. */
  readonly comments?: number;
}

export type RowKind = 'record' | 'group' | 'total';

export interface GridRows {
  readonly count: number;
  /** Unique and stable while the record lives. */
  key(index: number): string;
  /** `record` unless said. */
  kind?(index: number): RowKind;
  /** 0 at the top; a grid whose rows have depths is a tree. */
  depth?(index: number): number;
  /** null for a row with nothing under it. */
  expanded?(index: number): boolean | null;
}

export interface GridEdit {
  readonly rowKey: string;
  readonly columnId: string;
  readonly text: string;
  /** Present when an option was picked from the list and not only typed. */
  readonly optionId?: string;
}

/** A row that a paste brings beyond the last one, or beyond the last one before a heading. */
export type NewGridRow = readonly { readonly columnId: string; readonly text: string }[];

export interface SkippedEdit {
  readonly rowKey: string;
  readonly columnId: string;
  /** Of a row that was to be added: which one, from 0. */
  readonly newRow?: number;
  /** A sentence for people. */
  readonly reason: string;
}

export interface EditOutcome {
  readonly accepted: number;
  readonly skipped: readonly SkippedEdit[];
}

export type RowShift = 'in' | 'out' | 'up' | 'down';

export interface GridPlace {
  readonly rowKey: string;
  readonly columnId: string;
}

export interface GridSelectionChange {
  readonly focus: GridPlace;
  /** All rows of the chosen block, top to bottom. */
  readonly rowKeys: readonly string[];
}

/** What the owner of a grid hears. Every call is one step to undo. */
export interface GridEvents {
  /** `newRows` is empty unless `acceptsNewRows`; they stand behind `after`, null in an empty grid. */
  readonly onEdit?: (
    edits: readonly GridEdit[],
    newRows: readonly NewGridRow[],
    after: string | null,
  ) => EditOutcome;
  /** Hears what a paste, a fill or a typed text left out and why, to show it until it is read. */
  readonly onLeftOut?: (report: string, isWritten: boolean) => void;
  /** There while nothing may be written: called at every try, it says why. */
  readonly onRefused?: () => void;
  readonly acceptsNewRows?: boolean;
  /** Insert key; null in an empty grid. */
  readonly onAddRow?: (afterRowKey: string | null) => void;
  /** Ctrl+Delete. */
  readonly onRemove?: (rowKeys: readonly string[]) => void;
  /** Ctrl+Enter, and Enter or a double click on a cell that is not edited. */
  readonly onOpen?: (rowKey: string) => void;
  readonly onToggle?: (rowKey: string, expanded: boolean) => void;
  /** Ctrl+] and Ctrl+[ for in and out, Alt+Shift+arrows for up and down. */
  readonly onShift?: (rowKeys: readonly string[], direction: RowShift) => void;
  readonly onSelectionChange?: (change: GridSelectionChange) => void;
  /** Sees each key before the grid does while nothing is edited; true when it took it. */
  readonly onKeyCommand?: (event: KeyboardEvent, place: GridPlace) => boolean;
}

export interface GridContent {
  readonly columns: readonly GridColumn[];
  readonly rows: GridRows;
  readonly cell: (index: number, columnId: string) => GridCell;
}
