/** Writing into one cell of a grid: its editor, from the first key to what was refused. */
import { exactOption, whyNotEditable } from './editable';
import { GridSelecting, type WantedCell } from './GridSelecting';

export type AfterCommit = 'down' | 'up' | 'right' | 'left' | 'stay';

export class GridWriting extends GridSelecting {
  /** Also opens the editor there, when that was asked for. */
  override show(wanted: WantedCell): boolean {
    const isThere = super.show(wanted);
    // Who is led to a cell to fill it in writes over what stands there.
    if (isThere && wanted.edit === true && this.beginEdit(false)) this.state.editAll();
    return isThere;
  }

  /** Opens the editor on the focused cell: with its text, or with what is being typed when `replacing`. */
  beginEdit(replacing: boolean): boolean {
    const { focus } = this.state.selection;
    const cell = this.cellAt(focus);
    const column = this.content.columns[focus.column];
    if (cell === null || column === undefined || column.kind === 'boolean') return false;
    if (!this.isEditableAt(focus)) {
      if (this.events.onRefused === undefined) {
        const why = whyNotEditable(column, cell, this.content.rows.kind?.(focus.row));
        // Shown to whoever began to type; the page reads it aloud too.
        if (replacing && cell.whyReadOnly !== undefined && this.events.onLeftOut !== undefined)
          this.events.onLeftOut(why, false);
        else this.host.say(why);
      } else this.events.onRefused();
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

  /** Writes the editor's text because the person went elsewhere; a refused text is lost, and that is shown. */
  leaveEdit(text: string): void {
    if (this.commit(text, 'stay')) return;
    const refusal = this.state.editor?.refusal ?? '';
    this.cancelEdit();
    this.events.onLeftOut?.(`“${text}” was not taken. ${refusal}`, false);
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
      const refused = this.events.onEdit?.([edit], [], null).skipped[0];
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
}
