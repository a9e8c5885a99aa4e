/**
 * Carries out what a person does in a grid: moving, choosing, editing, pasting, filling. It reads the grid's current
 * content and answers in events and spoken words; it never touches the DOM, so it runs in a test as it runs in the window.
 */
import { type CellText, planClear, planFillDown, planPaste } from './block';
import type { TextBlock } from './clipboard';
import type {
  EditOutcome,
  GridCell,
  GridContent,
  GridEdit,
  GridEvents,
  NewGridRow,
  SkippedEdit,
} from './gridTypes';
import { type GridCommand, gridCommandOf, type KeyStroke } from './gridKeys';
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
import { exactOption, isEditable, whyNotEditable } from './editable';
import { editSummary, rangeSummary } from './spoken';

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

export type AfterCommit = 'down' | 'up' | 'right' | 'left' | 'stay';

const EMPTY: GridContent = {
  columns: [],
  rows: { count: 0, key: () => '' },
  cell: () => ({ text: '' }),
};

export class GridController {
  readonly state: GridState;
  #content: GridContent = EMPTY;
  #events: GridEvents = {};
  #host: GridHost = { pageRows: () => 1, reveal: () => undefined, say: () => undefined };
  #focusKey: string | null = null;
  /** After Escape, Tab leaves the grid instead of walking it. */
  #leaving = false;
  /** A cell asked for before its row was there. */
  #wanted: WantedCell | null = null;

  /** `startColumn` is where the focus stands at first. */
  constructor(startColumn = 0) {
    this.state = new GridState(startColumn);
  }

  /** Takes over new content; the focus stays on its record when rows moved. */
  update(content: GridContent, events: GridEvents, host: GridHost): void {
    this.#content = content;
    this.#events = events;
    this.#host = host;
    const { anchor, focus } = this.state.selection;
    const target = clampPosition({ row: this.#rowOfFocus(focus.row), column: focus.column }, this.#extent);
    if (target.row !== focus.row || target.column !== focus.column) {
      const shift = target.row - focus.row;
      const movedAnchor = clampPosition({ row: anchor.row + shift, column: anchor.column }, this.#extent);
      this.state.select({ anchor: movedAnchor, focus: target });
      const editor = this.state.editor;
      if (editor !== null) this.state.edit({ ...editor, row: target.row, column: target.column });
    }
    this.#focusKey = content.rows.count === 0 ? null : content.rows.key(this.state.selection.focus.row);
    if (this.#wanted !== null) this.show(this.#wanted);
  }

  get #extent(): GridExtent {
    return { rows: this.#content.rows.count, columns: this.#content.columns.length };
  }

  #rowOfFocus(row: number): number {
    return (this.#focusKey === null ? null : this.#rowOf(this.#focusKey, row)) ?? row;
  }

  /** Where a record stands, looking first where it is expected. */
  #rowOf(rowKey: string, expected: number): number | null {
    const { rows } = this.#content;
    if (expected < rows.count && rows.key(expected) === rowKey) return expected;
    for (let at = 0; at < rows.count; at += 1) if (rows.key(at) === rowKey) return at;
    return null;
  }

  cellAt({ row, column }: CellPosition): GridCell | null {
    const described = this.#content.columns[column];
    return described === undefined || row >= this.#content.rows.count
      ? null
      : this.#content.cell(row, described.id);
  }

  isEditableAt(position: CellPosition): boolean {
    const column = this.#content.columns[position.column];
    const cell = this.cellAt(position);
    if (this.#events.onEdit === undefined || column === undefined || cell === null) return false;
    return isEditable(column, cell, this.#content.rows.kind?.(position.row) ?? 'record');
  }

  // -- choosing --------------------------------------------------------------------------------------------------

  select(focus: CellPosition, extend = false): void {
    if (this.#content.rows.count === 0) return;
    const target = clampPosition(focus, this.#extent);
    const anchor = extend ? this.state.selection.anchor : target;
    this.#focusKey = this.#content.rows.key(target.row);
    this.#leaving = false;
    this.state.select({ anchor, focus: target });
    this.#host.reveal(target);
    this.#tellSelection();
    const range = rangeOf(this.state.selection);
    if (cellCount(range) > 1) this.#host.say(rangeSummary(range));
  }

  /** Puts the focus on a record's cell; when its row is not there yet, as soon as it is. */
  show(wanted: WantedCell): void {
    const { focus } = this.state.selection;
    const row = this.#rowOf(wanted.rowKey, focus.row);
    this.#wanted = row === null ? wanted : null;
    if (row === null) return;
    const named = this.#content.columns.findIndex((column) => column.id === wanted.columnId);
    const column = named === -1 ? focus.column : named;
    if (row !== focus.row || column !== focus.column) this.select({ row, column });
    if (wanted.edit === true) this.beginEdit(false);
  }

  move(motion: Motion, extend: boolean): void {
    const { focus } = this.state.selection;
    this.select(moved(focus, motion, this.#extent, this.#host.pageRows()), extend);
  }

  selectAll(): void {
    const { rows, columns } = this.#extent;
    if (rows === 0) return;
    this.state.select({ anchor: { row: 0, column: 0 }, focus: { row: rows - 1, column: columns - 1 } });
    this.#focusKey = this.#content.rows.key(rows - 1);
    this.#host.say(rangeSummary(rangeOf(this.state.selection)));
    this.#tellSelection();
  }

  chosenRowKeys(): readonly string[] {
    const { top, bottom } = rangeOf(this.state.selection);
    const keys: string[] = [];
    for (let row = top; row <= bottom && row < this.#content.rows.count; row += 1) {
      keys.push(this.#content.rows.key(row));
    }
    return keys;
  }

  focusPlace(): { rowKey: string; columnId: string } | null {
    const { focus } = this.state.selection;
    const column = this.#content.columns[focus.column];
    if (column === undefined || focus.row >= this.#content.rows.count) return null;
    return { rowKey: this.#content.rows.key(focus.row), columnId: column.id };
  }

  #tellSelection(): void {
    const focus = this.focusPlace();
    if (focus !== null) this.#events.onSelectionChange?.({ focus, rowKeys: this.chosenRowKeys() });
  }

  // -- editing ---------------------------------------------------------------------------------------------------

  /** Opens the editor on the focused cell: with its text, or with what is being typed when `replacing`. */
  beginEdit(replacing: boolean): boolean {
    const { focus } = this.state.selection;
    const cell = this.cellAt(focus);
    const column = this.#content.columns[focus.column];
    if (cell === null || column === undefined || column.kind === 'boolean') return false;
    if (!this.isEditableAt(focus)) {
      this.#host.say(whyNotEditable(column, cell));
      return false;
    }
    const text = cell.editText ?? cell.text;
    this.#host.reveal(focus);
    this.state.edit({
      ...focus,
      initial: replacing ? null : text,
      multiline: !replacing && text.includes('\n'),
      refusal: null,
    });
    return true;
  }

  /** Turns the open editor into one with several lines. */
  widenEditor(text: string): void {
    const { editor } = this.state;
    if (editor !== null) this.state.edit({ ...editor, initial: text, multiline: true });
  }

  cancelEdit(): void {
    this.state.edit(null);
  }

  /** Writes the editor's text and moves on; a refused text stays in the editor with its reason. False when refused. */
  commit(text: string, after: AfterCommit, optionId?: string): boolean {
    const { editor } = this.state;
    if (editor === null) return true;
    const cell = this.cellAt(editor);
    const column = this.#content.columns[editor.column];
    const before = cell?.editText ?? cell?.text ?? '';
    if (column !== undefined && (text !== before || optionId !== undefined)) {
      const rowKey = this.#content.rows.key(editor.row);
      const picked = optionId ?? exactOption(column, rowKey, text)?.id;
      const edit = {
        rowKey,
        columnId: column.id,
        text,
        ...(picked === undefined ? {} : { optionId: picked }),
      };
      const refused = this.#events.onEdit?.([edit], []).skipped[0];
      if (refused !== undefined) {
        this.#host.say(refused.reason);
        this.state.edit({ ...editor, initial: text, refusal: refused.reason });
        return false;
      }
    }
    this.state.edit(null);
    this.#moveAfter(after);
    return true;
  }

  #moveAfter(after: AfterCommit): void {
    if (after === 'stay') return;
    if (after === 'down' || after === 'up') this.move(after, false);
    else this.step(after === 'right' ? 1 : -1);
  }

  /** Moves in reading order; false at the end of the grid. */
  step(step: 1 | -1): boolean {
    const target = nextCell(this.state.selection.focus, step, this.#extent);
    if (target === null) return false;
    this.select(target);
    return true;
  }

  /** Sends one batch of texts as one step; cells that cannot be edited are counted, not sent. */
  #write(cells: readonly CellText[], verb: string, newRows: readonly NewGridRow[] = [], outside = 0): void {
    const edits: GridEdit[] = [];
    const skipped: SkippedEdit[] = [];
    for (const { row, column: index, text } of cells) {
      const column = this.#content.columns[index];
      const cell = this.cellAt({ row, column: index });
      if (column === undefined || cell === null) continue;
      const rowKey = this.#content.rows.key(row);
      if (!this.isEditableAt({ row, column: index })) {
        skipped.push({ rowKey, columnId: column.id, reason: whyNotEditable(column, cell) });
        continue;
      }
      const picked = exactOption(column, rowKey, text);
      edits.push({ rowKey, columnId: column.id, text, ...(picked === null ? {} : { optionId: picked.id }) });
    }
    const nothing: EditOutcome = { accepted: 0, skipped: [] };
    const outcome =
      edits.length === 0 && newRows.length === 0
        ? nothing
        : (this.#events.onEdit?.(edits, newRows) ?? nothing);
    const allSkipped = [...skipped, ...outcome.skipped];
    this.#host.say(editSummary({ verb, accepted: outcome.accepted, skipped: allSkipped, outside }));
  }

  clear(): void {
    this.#write(planClear(rangeOf(this.state.selection)), 'cleared');
  }

  fillDown(): void {
    const range = rangeOf(this.state.selection);
    const cells = planFillDown(range, (row, column) => this.#copyText({ row, column }));
    if (cells.length > 0) this.#write(cells, 'filled');
  }

  paste(block: TextBlock): void {
    const plan = planPaste(block, rangeOf(this.state.selection), this.#extent);
    const grows = this.#events.acceptsNewRows === true;
    const beyond = plan.newRows.reduce((sum, row) => sum + row.length, 0);
    const newRows = grows ? plan.newRows.map((row) => this.#newRow(row)) : [];
    this.#write(plan.cells, 'pasted', newRows, plan.outside + (grows ? 0 : beyond));
    const { top, left, bottom, right } = plan.range;
    // The focus stays where the block starts, so that the next paste or key stroke begins there.
    this.state.select({ anchor: { row: bottom, column: right }, focus: { row: top, column: left } });
    this.#tellSelection();
  }

  #newRow(cells: readonly CellText[]): NewGridRow {
    return cells.flatMap(({ column: index, text }) => {
      const column = this.#content.columns[index];
      return column === undefined || column.readOnly === true ? [] : [{ columnId: column.id, text }];
    });
  }

  #copyText(position: CellPosition): string {
    const cell = this.cellAt(position);
    return cell?.editText ?? cell?.text ?? '';
  }

  /** The chosen block as text. */
  copied(): TextBlock {
    const { top, left, bottom, right } = rangeOf(this.state.selection);
    const block: string[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const cells: string[] = [];
      for (let column = left; column <= right; column += 1) cells.push(this.#copyText({ row, column }));
      block.push(cells);
    }
    return block;
  }

  // -- rows ------------------------------------------------------------------------------------------------------

  toggle(row: number): boolean {
    const expanded = this.#content.rows.expanded?.(row) ?? null;
    if (expanded === null || this.#events.onToggle === undefined) return false;
    this.#events.onToggle(this.#content.rows.key(row), !expanded);
    this.#host.say(expanded ? 'Collapsed' : 'Expanded');
    return true;
  }

  /** Switches a boolean cell; false for any other. */
  check(position: CellPosition): boolean {
    const column = this.#content.columns[position.column];
    const cell = this.cellAt(position);
    if (column?.kind !== 'boolean' || cell?.checked === undefined || !this.isEditableAt(position))
      return false;
    const text = cell.checked ? 'no' : 'yes';
    this.#write([{ ...position, text }], text === 'yes' ? 'checked' : 'unchecked');
    return true;
  }

  open(row = this.state.selection.focus.row): void {
    if (row < this.#content.rows.count) this.#events.onOpen?.(this.#content.rows.key(row));
  }

  #space(): boolean {
    const { focus } = this.state.selection;
    if (this.check(focus)) return true;
    const groups = this.#content.rows.kind?.(focus.row) === 'group';
    return (groups || this.#content.columns[focus.column]?.tree === true) && this.toggle(focus.row);
  }

  /** What Enter and a double click do: edit, check, open or unfold. */
  activate(): void {
    const { focus } = this.state.selection;
    if (this.check(focus)) return;
    if (this.isEditableAt(focus)) this.beginEdit(false);
    else if (this.#content.rows.kind?.(focus.row) === 'group') this.toggle(focus.row);
    else if (this.#events.onOpen !== undefined) this.open();
    else this.beginEdit(false);
  }

  // -- keys ------------------------------------------------------------------------------------------------------

  /** Handles a key while nothing is edited; true when the key was the grid's. */
  key(stroke: KeyStroke): boolean {
    const command = gridCommandOf(stroke);
    return command !== null && this.#run(command);
  }

  #run(command: GridCommand): boolean {
    switch (command.kind) {
      case 'move':
        this.move(command.motion, command.extend);
        return true;
      case 'next':
        return !this.#leaving && this.step(command.step);
      case 'leave':
        this.#leaving = true;
        return false;
      case 'edit':
        this.activate();
        return true;
      case 'choose':
        return (
          this.#content.columns[this.state.selection.focus.column]?.kind === 'choice' && this.beginEdit(false)
        );
      case 'space':
        return this.#space();
      case 'clear':
        this.clear();
        return true;
      case 'fillDown':
        this.fillDown();
        return true;
      case 'selectAll':
        this.selectAll();
        return true;
      default:
        return this.#runOnRows(command);
    }
  }

  #runOnRows(command: Extract<GridCommand, { kind: 'addRow' | 'removeRows' | 'open' | 'shift' }>): boolean {
    const { onAddRow, onRemove, onShift, onOpen } = this.#events;
    switch (command.kind) {
      case 'addRow':
        onAddRow?.(this.focusPlace()?.rowKey ?? null);
        return onAddRow !== undefined;
      case 'removeRows':
        onRemove?.(this.chosenRowKeys());
        return onRemove !== undefined;
      case 'open':
        this.open();
        return onOpen !== undefined;
      case 'shift':
        onShift?.(this.chosenRowKeys(), command.direction);
        return onShift !== undefined;
    }
  }
}
