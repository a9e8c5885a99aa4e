/** What a person is doing in a grid: the chosen cells and the open editor. Rows listen to their own part of it. */
import { cellCount, type GridSelection, rangeOf } from './range';

export interface OpenEditor {
  readonly row: number;
  readonly column: number;
  /** What the editor starts with; null when a first key stroke replaces the value. */
  readonly initial: string | null;
  /** Whether that text is selected, for the first key to replace it. */
  readonly isSelected?: boolean;
  readonly multiline: boolean;
  /** Why the last try was refused. */
  readonly refusal: string | null;
}

/** What a row must draw: null for a row without focus or range. Equal text means nothing changed. */
export type RowMark = string;

export class GridState {
  #selection: GridSelection;
  #editor: OpenEditor | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(startColumn: number) {
    const start = { row: 0, column: startColumn };
    this.#selection = { anchor: start, focus: start };
  }

  get selection(): GridSelection {
    return this.#selection;
  }

  get editor(): OpenEditor | null {
    return this.#editor;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly getSelection = (): GridSelection => this.#selection;
  readonly getEditor = (): OpenEditor | null => this.#editor;

  select(selection: GridSelection): void {
    this.#selection = selection;
    this.#tell();
  }

  edit(editor: OpenEditor | null): void {
    this.#editor = editor;
    this.#tell();
  }

  /** Selects the whole text of the open editor. */
  editAll(): void {
    if (this.#editor !== null) this.edit({ ...this.#editor, isSelected: true });
  }

  /** `focusColumn,left,right,editing,alone`, or empty: a value that compares by content, so an untouched row stays as it is. */
  rowMark(row: number): RowMark {
    const range = rangeOf(this.#selection);
    if (row < range.top || row > range.bottom) return '';
    const { focus } = this.#selection;
    const editing = this.#editor?.row === row ? this.#editor.column : '';
    const alone = cellCount(range) === 1 ? 'alone' : '';
    return [focus.row === row ? focus.column : '', range.left, range.right, editing, alone].join(',');
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

export interface ReadRowMark {
  readonly focusColumn: number | null;
  readonly left: number;
  readonly right: number;
  readonly editColumn: number | null;
  /** The choice is this one cell: then its row is tinted, otherwise the block. */
  readonly isAlone: boolean;
}

export function readRowMark(mark: RowMark): ReadRowMark | null {
  if (mark === '') return null;
  const [focus = '', left = '', right = '', edit = '', alone = ''] = mark.split(',');
  return {
    focusColumn: focus === '' ? null : Number(focus),
    left: Number(left),
    right: Number(right),
    editColumn: edit === '' ? null : Number(edit),
    isAlone: alone !== '',
  };
}
