/** Writing into the cells of a grid: the editor, pasting, filling, clearing and ticking. Each is one step to undo. */
import { type CellText, planClear, planFillDown, planPaste } from './block';
import type { TextBlock } from './clipboard';
import { exactOption, whyNotEditable } from './editable';
import { GridSelecting, type WantedCell } from './GridSelecting';
import type { EditOutcome, GridEdit, NewGridRow, SkippedEdit } from './gridTypes';
import { type CellPosition, rangeOf } from './range';
import { editSummary } from './spoken';

export type AfterCommit = 'down' | 'up' | 'right' | 'left' | 'stay';

export class GridWriting extends GridSelecting {
  /** Also opens the editor there, when that was asked for. */
  override show(wanted: WantedCell): boolean {
    const isThere = super.show(wanted);
    if (isThere && wanted.edit === true) this.beginEdit(false);
    return isThere;
  }

  /** Opens the editor on the focused cell: with its text, or with what is being typed when `replacing`. */
  beginEdit(replacing: boolean): boolean {
    const { focus } = this.state.selection;
    const cell = this.cellAt(focus);
    const column = this.content.columns[focus.column];
    if (cell === null || column === undefined || column.kind === 'boolean') return false;
    if (!this.isEditableAt(focus)) {
      this.host.say(whyNotEditable(column, cell));
      return false;
    }
    const text = cell.editText ?? cell.text;
    this.host.reveal(focus);
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
    const column = this.content.columns[editor.column];
    const before = cell?.editText ?? cell?.text ?? '';
    if (column !== undefined && (text !== before || optionId !== undefined)) {
      const rowKey = this.content.rows.key(editor.row);
      const picked = optionId ?? exactOption(column, rowKey, text)?.id;
      const edit = {
        rowKey,
        columnId: column.id,
        text,
        ...(picked === undefined ? {} : { optionId: picked }),
      };
      const refused = this.events.onEdit?.([edit], []).skipped[0];
      if (refused !== undefined) {
        this.host.say(refused.reason);
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

  /** Sends one batch of texts as one step; cells that cannot be edited are counted, not sent. */
  #write(cells: readonly CellText[], verb: string, newRows: readonly NewGridRow[] = [], outside = 0): void {
    const edits: GridEdit[] = [];
    const skipped: SkippedEdit[] = [];
    for (const { row, column: index, text } of cells) {
      const column = this.content.columns[index];
      const cell = this.cellAt({ row, column: index });
      if (column === undefined || cell === null) continue;
      const rowKey = this.content.rows.key(row);
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
        : (this.events.onEdit?.(edits, newRows) ?? nothing);
    const allSkipped = [...skipped, ...outcome.skipped];
    this.host.say(editSummary({ verb, accepted: outcome.accepted, skipped: allSkipped, outside }));
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
    const plan = planPaste(block, rangeOf(this.state.selection), this.extent);
    const grows = this.events.acceptsNewRows === true;
    const beyond = plan.newRows.reduce((sum, row) => sum + row.length, 0);
    const newRows = grows ? plan.newRows.map((row) => this.#newRow(row)) : [];
    this.#write(plan.cells, 'pasted', newRows, plan.outside + (grows ? 0 : beyond));
    const { top, left, bottom, right } = plan.range;
    // The focus stays where the block starts, so that the next paste or key stroke begins there.
    this.state.select({ anchor: { row: bottom, column: right }, focus: { row: top, column: left } });
    this.tellSelection();
  }

  #newRow(cells: readonly CellText[]): NewGridRow {
    return cells.flatMap(({ column: index, text }) => {
      const column = this.content.columns[index];
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

  /** Switches a boolean cell; false for any other. */
  check(position: CellPosition): boolean {
    const column = this.content.columns[position.column];
    const cell = this.cellAt(position);
    if (column?.kind !== 'boolean' || cell?.checked === undefined || !this.isEditableAt(position))
      return false;
    const text = cell.checked ? 'no' : 'yes';
    this.#write([{ ...position, text }], text === 'yes' ? 'checked' : 'unchecked');
    return true;
  }
}
