/**
 * Where a person stands in a grid and what is chosen: the focus follows its record when rows move, and every motion is
 * revealed and said.
 */
import type { GridCell, GridContent, GridEvents } from './gridTypes';
import { GridState } from './gridState';
import {
  type CellPosition,
  cellCount,
  clampPosition,
  type GridExtent,
  type Motion,
  moved,
  nextCell,
  rangeOf,
} from './range';
import { isEditable } from './editable';
import { rangeSummary } from './spoken';

/** What the controller needs of the window around it. */
export interface GridHost {
  readonly pageRows: () => number;
  readonly reveal: (position: CellPosition) => void;
  readonly say: (text: string) => void;
}

export interface WantedCell {
  readonly rowKey: string;
  /** The focused column unless said. */
  readonly columnId?: string;
  readonly edit?: boolean;
}

const EMPTY: GridContent = {
  columns: [],
  rows: { count: 0, key: () => '' },
  cell: () => ({ text: '' }),
};

/** The cells of a grid as places: which one is meant, which are chosen, where each motion leads. */
export class GridSelecting {
  readonly state: GridState;
  protected content: GridContent = EMPTY;
  protected events: GridEvents = {};
  protected host: GridHost = { pageRows: () => 1, reveal: () => undefined, say: () => undefined };
  #focusKey: string | null = null;
  /** After Escape, Tab leaves the grid instead of walking it. */
  protected leaving = false;
  /** A cell asked for before its row was there. */
  #wanted: WantedCell | null = null;

  /** `startColumn` is where the focus stands at first. */
  constructor(startColumn = 0) {
    this.state = new GridState(startColumn);
  }

  /** Takes over new content; the focus stays on its record when rows moved. */
  update(content: GridContent, events: GridEvents, host: GridHost): void {
    this.content = content;
    this.events = events;
    this.host = host;
    const { anchor, focus } = this.state.selection;
    const target = clampPosition({ row: this.#rowOfFocus(focus.row), column: focus.column }, this.extent);
    if (target.row !== focus.row || target.column !== focus.column) {
      const shift = target.row - focus.row;
      const movedAnchor = clampPosition({ row: anchor.row + shift, column: anchor.column }, this.extent);
      this.state.select({ anchor: movedAnchor, focus: target });
      const editor = this.state.editor;
      if (editor !== null) this.state.edit({ ...editor, row: target.row, column: target.column });
    }
    this.#focusKey = content.rows.count === 0 ? null : content.rows.key(this.state.selection.focus.row);
    if (this.#wanted !== null) this.show(this.#wanted);
  }

  protected get extent(): GridExtent {
    return { rows: this.content.rows.count, columns: this.content.columns.length };
  }

  #rowOfFocus(row: number): number {
    return (this.#focusKey === null ? null : this.#rowOf(this.#focusKey, row)) ?? row;
  }

  /** Where a record stands, looking first where it is expected. */
  #rowOf(rowKey: string, expected: number): number | null {
    const { rows } = this.content;
    if (expected < rows.count && rows.key(expected) === rowKey) return expected;
    for (let at = 0; at < rows.count; at += 1) if (rows.key(at) === rowKey) return at;
    return null;
  }

  cellAt({ row, column }: CellPosition): GridCell | null {
    const described = this.content.columns[column];
    return described === undefined || row >= this.content.rows.count
      ? null
      : this.content.cell(row, described.id);
  }

  isEditableAt(position: CellPosition): boolean {
    const column = this.content.columns[position.column];
    const cell = this.cellAt(position);
    const { onEdit, onRefused } = this.events;
    if (onEdit === undefined || onRefused !== undefined || column === undefined || cell === null)
      return false;
    return isEditable(column, cell, this.content.rows.kind?.(position.row) ?? 'record');
  }

  select(focus: CellPosition, extend = false): void {
    if (this.content.rows.count === 0) return;
    const target = clampPosition(focus, this.extent);
    const anchor = extend ? this.state.selection.anchor : target;
    this.#focusKey = this.content.rows.key(target.row);
    this.leaving = false;
    this.state.select({ anchor, focus: target });
    this.host.reveal(target);
    this.tellSelection();
    const range = rangeOf(this.state.selection);
    if (cellCount(range) > 1) this.host.say(rangeSummary(range));
  }

  /** Puts the focus on a record's cell; when its row is not there yet, as soon as it is. @returns whether it was there */
  show(wanted: WantedCell): boolean {
    const { focus } = this.state.selection;
    const row = this.#rowOf(wanted.rowKey, focus.row);
    this.#wanted = row === null ? wanted : null;
    if (row === null) return false;
    const named = this.content.columns.findIndex((column) => column.id === wanted.columnId);
    const column = named === -1 ? focus.column : named;
    if (row !== focus.row || column !== focus.column) this.select({ row, column });
    return true;
  }

  move(motion: Motion, extend: boolean): void {
    const { focus } = this.state.selection;
    this.select(moved(focus, motion, this.extent, this.host.pageRows()), extend);
  }

  selectAll(): void {
    const { rows, columns } = this.extent;
    if (rows === 0) return;
    this.state.select({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: columns - 1 } });
    this.#focusKey = this.content.rows.key(rows - 1);
    this.host.say(rangeSummary(rangeOf(this.state.selection)));
    this.tellSelection();
  }

  chosenRowKeys(): readonly string[] {
    const { top, bottom } = rangeOf(this.state.selection);
    const keys: string[] = [];
    for (let row = top; row <= bottom && row < this.content.rows.count; row += 1) {
      keys.push(this.content.rows.key(row));
    }
    return keys;
  }

  focusPlace(): { rowKey: string; columnId: string } | null {
    const { focus } = this.state.selection;
    const column = this.content.columns[focus.column];
    if (column === undefined || focus.row >= this.content.rows.count) return null;
    return { rowKey: this.content.rows.key(focus.row), columnId: column.id };
  }

  protected tellSelection(): void {
    const focus = this.focusPlace();
    if (focus !== null) this.events.onSelectionChange?.({ focus, rowKeys: this.chosenRowKeys() });
  }

  /** Moves in reading order; false at the end of the grid. */
  step(step: 1 | -1): boolean {
    const target = nextCell(this.state.selection.focus, step, this.extent);
    if (target === null) return false;
    this.select(target);
    return true;
  }
}
