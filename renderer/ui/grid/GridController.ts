/**
 * Carries out what a person does in a grid, by key or by pointer. It reads the grid's current content and answers in
 * events and spoken words; it never touches the DOM, so it runs in a test as it runs in the window.
 */
import { GridBlocks } from './GridBlocks';
import type { KeyStroke } from '../../../shared/domain/keys/keyTable';
import { type GridCommand, gridCommandOf } from './gridKeys';

export class GridController extends GridBlocks {
  toggle(row: number): boolean {
    const expanded = this.content.rows.expanded?.(row) ?? null;
    if (expanded === null || this.events.onToggle === undefined) return false;
    this.events.onToggle(this.content.rows.key(row), !expanded);
    this.host.say(expanded ? 'Collapsed' : 'Expanded');
    return true;
  }

  open(row = this.state.selection.focus.row): void {
    if (row < this.content.rows.count) this.events.onOpen?.(this.content.rows.key(row));
  }

  #space(): boolean {
    const { focus } = this.state.selection;
    if (this.check(focus)) return true;
    const groups = this.content.rows.kind?.(focus.row) === 'group';
    return (groups || this.content.columns[focus.column]?.tree === true) && this.toggle(focus.row);
  }

  /** What Enter and a double click do: edit, check, open or unfold. */
  activate(): void {
    const { focus } = this.state.selection;
    if (this.check(focus)) return;
    if (this.isEditableAt(focus)) this.beginEdit(false);
    else if (this.content.rows.kind?.(focus.row) === 'group') this.toggle(focus.row);
    else if (this.events.onOpen !== undefined) this.open();
    else this.beginEdit(false);
  }

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
        return !this.leaving && this.step(command.step);
      case 'leave':
        this.leaving = true;
        return false;
      case 'edit':
        this.activate();
        return true;
      case 'choose':
        return (
          this.content.columns[this.state.selection.focus.column]?.kind === 'choice' && this.beginEdit(false)
        );
      // The table itself moves the keyboard there.
      case 'head':
        return false;
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
    const { onAddRow, onRemove, onShift, onOpen } = this.events;
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
