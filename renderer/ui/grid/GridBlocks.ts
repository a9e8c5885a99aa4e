/** Many cells at once: pasting, filling, clearing and copying blocks. Each is one step, and what it leaves out is told. */
import {
  type CellText,
  isTooLarge,
  listEnd,
  MOST_PASTED_CELLS,
  MOST_PASTED_ROWS,
  planClear,
  planFillDown,
  planPaste,
  repeats,
  widthOf,
} from './block';
import type { TextBlock } from './clipboard';
import { exactOption, whyNotEditable } from './editable';
import type { EditOutcome, GridCell, GridColumn, GridEdit, NewGridRow, RowKind } from './gridTypes';
import { GridWriting } from './GridWriting';
import { type CellPosition, type CellRange, rangeOf } from './range';
import { editSummary, type LeftOut } from './spoken';

/** New rows of a paste and where they go. */
interface Growth {
  readonly rows: readonly NewGridRow[];
  readonly after: string | null;
  /** Their cells in columns that take no values. */
  readonly leftOut: readonly LeftOut[];
}

const NO_GROWTH: Growth = { rows: [], after: null, leftOut: [] };

interface Batch {
  readonly verb: string;
  readonly cells: readonly CellText[];
  readonly growth?: Growth;
  readonly outside?: number;
  /** The first row of a pasted block, from which the rows of its report are counted. */
  readonly top?: number;
}

/** The same for all calculated columns, so that a block copied with its sums is one reason and not one for each. */
function whyNotWritten(column: GridColumn, cell: GridCell, kind: RowKind = 'record'): string {
  const isCalculated = kind !== 'group' && (cell.calc === true || column.readOnly === true);
  return isCalculated ? 'Calculated columns take no values.' : whyNotEditable(column, cell, kind);
}

export class GridBlocks extends GridWriting {
  clear(): void {
    this.#write({ verb: 'cleared', cells: planClear(rangeOf(this.state.selection)) });
  }

  fillDown(): void {
    const range = rangeOf(this.state.selection);
    const cells = planFillDown(range, (row, column) => this.#copyText({ row, column }));
    if (cells.length > 0) this.#write({ verb: 'filled', cells });
  }

  /** Switches a boolean cell; false for any other. */
  check(position: CellPosition): boolean {
    const column = this.content.columns[position.column];
    const cell = this.cellAt(position);
    if (column?.kind !== 'boolean' || cell?.checked === undefined || !this.isEditableAt(position))
      return false;
    const text = cell.checked ? 'no' : 'yes';
    this.#write({ verb: text === 'yes' ? 'checked' : 'unchecked', cells: [{ ...position, text }] });
    return true;
  }

  /** @param block what the clipboard holds; null where it holds no text */
  paste(block: TextBlock | null): void {
    if (block === null) {
      this.#tell(
        'Nothing was pasted: the clipboard holds no text. In Excel, copy the cells themselves.',
        false,
      );
      return;
    }
    if (isTooLarge(block)) {
      const [rows, cells] = [MOST_PASTED_ROWS, MOST_PASTED_CELLS].map((most) => most.toLocaleString('en-US'));
      this.#tell(
        `Nothing was pasted: the clipboard holds more than the ${rows} rows or ${cells} cells that fit at once. Paste it in parts.`,
        false,
      );
      return;
    }
    const { columns, rows } = this.content;
    const range = rangeOf(this.state.selection);
    const grows = this.events.acceptsNewRows === true;
    const end = grows ? this.#listEnd(block, range) : rows.count;
    const plan = planPaste(block, range, { rows: end, columns: columns.length });
    const beyond = plan.newRows.reduce((sum, row) => sum + row.length, 0);
    this.#write({
      verb: 'pasted',
      cells: plan.cells,
      growth: grows ? this.#growth(plan.newRows, Math.max(range.top, end), range.top) : NO_GROWTH,
      outside: plan.outside + (grows ? 0 : beyond),
      ...(block.length > 1 ? { top: range.top } : {}),
    });
    const { top, left, bottom, right } = plan.range;
    // The focus stays where the block starts, so that the next paste or key stroke begins there.
    this.state.select({ anchor: { row: bottom, column: right }, focus: { row: top, column: left } });
    this.tellSelection();
  }

  #listEnd(block: TextBlock, range: CellRange): number {
    const { columns, rows } = this.content;
    const { down, across } = repeats(range, block.length, widthOf(block));
    if (down > 1 || across > 1) return rows.count;
    return listEnd(block, range, { rows: rows.count, columns: columns.length }, (row) =>
      rows.kind?.(row) === 'group' ? [this.#copyText({ row, column: range.left })] : null,
    );
  }

  /** @param end the row before which the new ones stand */
  #growth(newRows: readonly (readonly CellText[])[], end: number, top: number): Growth {
    const { columns, rows } = this.content;
    const leftOut: LeftOut[] = [];
    const grown = newRows.map((cells, index) =>
      cells.flatMap(({ column: at, text }) => {
        const column = columns[at];
        if (column === undefined) return [];
        if (column.readOnly !== true) return [{ columnId: column.id, text }];
        if (text.trim() !== '')
          leftOut.push({ reason: whyNotWritten(column, { text }), row: end - top + index + 1 });
        return [];
      }),
    );
    const first = Math.min(end, rows.count);
    // A list without lines is its heading alone.
    const isHeading = rows.kind?.(first) === 'group' && first === top;
    const before = isHeading ? first : first - 1;
    return { rows: grown, after: before < 0 ? null : rows.key(before), leftOut };
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

  #copyText(position: CellPosition): string {
    const cell = this.cellAt(position);
    return cell?.editText ?? cell?.text ?? '';
  }

  /** Sends one batch of texts as one step; cells that cannot be edited are counted, not sent. */
  #write({ verb, cells, growth = NO_GROWTH, outside = 0, top }: Batch): void {
    const { onRefused } = this.events;
    if (onRefused !== undefined) {
      onRefused();
      return;
    }
    const { rows } = this.content;
    const inBlock = (row: number): { row?: number } => (top === undefined ? {} : { row: row - top + 1 });
    const { edits, leftOut } = this.#sorted(cells, inBlock);
    const outcome = this.#send(edits, growth);
    const firstNew = cells.reduce((last, { row }) => Math.max(last, row + 1), top ?? 0);
    const rowOf = new Map(cells.map(({ row }) => [rows.key(row), row]));
    const refused = outcome.skipped.map(({ reason, rowKey, newRow }): LeftOut => {
      const row = newRow === undefined ? rowOf.get(rowKey) : firstNew + newRow;
      return { reason, ...(row === undefined ? {} : inBlock(row)) };
    });
    const { accepted } = outcome;
    const all = [...leftOut, ...refused, ...growth.leftOut];
    const report = editSummary({ verb, accepted, leftOut: all, outside });
    if (all.length + outside > 0) this.#tell(report, accepted > 0);
    else this.host.say(report);
  }

  #send(edits: readonly GridEdit[], { rows, after }: Growth): EditOutcome {
    const nothing: EditOutcome = { accepted: 0, skipped: [] };
    if (edits.length === 0 && rows.length === 0) return nothing;
    return this.events.onEdit?.(edits, rows, after) ?? nothing;
  }

  /** What can be sent, and what not; a cell that takes no values and already reads like that loses nothing. */
  #sorted(cells: readonly CellText[], inBlock: (row: number) => { row?: number }) {
    const { columns, rows } = this.content;
    const edits: GridEdit[] = [];
    const leftOut: LeftOut[] = [];
    for (const { row, column: index, text } of cells) {
      const column = columns[index];
      const cell = this.cellAt({ row, column: index });
      if (column === undefined || cell === null) continue;
      const rowKey = rows.key(row);
      if (this.isEditableAt({ row, column: index })) {
        const picked = exactOption(column, rowKey, text);
        edits.push({
          rowKey,
          columnId: column.id,
          text,
          ...(picked === null ? {} : { optionId: picked.id }),
        });
      } else if (
        (text.trim() !== '' || cell.whyReadOnly !== undefined) &&
        text !== (cell.editText ?? cell.text) &&
        text !== cell.text
      ) {
        leftOut.push({ reason: whyNotWritten(column, cell, rows.kind?.(row)), ...inBlock(row) });
      }
    }
    return { edits, leftOut };
  }

  /** Shown where the page shows it, which also reads it aloud. */
  #tell(report: string, isWritten: boolean): void {
    const { onLeftOut } = this.events;
    if (onLeftOut === undefined) this.host.say(report);
    else onLeftOut(report, isWritten);
  }
}
