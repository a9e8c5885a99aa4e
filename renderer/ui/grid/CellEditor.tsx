/**
 * The grid's one tab stop: an input that stands, unseen, in the focused cell and shows itself when the cell is edited.
 * Because it always holds the keyboard, typing, input methods and the clipboard work from the first key stroke.
 */
import {
  type KeyboardEvent,
  useCallback,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { Popover } from 'react-aria-components';
import { CellHelp } from '../CellHelp';
import { columnOptions, matchingOptions } from './editable';
import type { GridController } from './GridController';
import { cellId, type RowFrame } from './GridRow';
import { editKeyOf } from './gridKeys';
import type { GridContent } from './gridTypes';
import type { AfterCommit } from './GridWriting';
import { OptionList, optionId } from './OptionList';

export interface CellEditorProps {
  readonly frame: RowFrame;
  readonly controller: GridController;
  readonly content: GridContent;
  readonly label: string;
  readonly headHeight: number;
  /** Keys that are not the editor's, while nothing is edited. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function CellEditor({ frame, controller, content, label, headHeight, onKeyDown }: CellEditorProps) {
  const { state } = controller;
  const editor = useSyncExternalStore(state.subscribe, state.getEditor);
  const { focus } = useSyncExternalStore(state.subscribe, state.getSelection);
  const input = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const baseId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(-1);

  const column = frame.columns[focus.column];
  const inside = column !== undefined && focus.row < content.rows.count;
  const cell = inside ? content.cell(focus.row, column.id) : null;
  const choosing = editor !== null && inside && column.kind === 'choice';
  const options = choosing
    ? matchingOptions(columnOptions(column, content.rows.key(focus.row)), typed ?? '')
    : [];
  const listed = options.slice(0, MOST_LISTED);
  const note =
    editor?.refusal ?? (editor === null || choosing ? null : (cell?.invalid ?? cell?.help ?? null));

  useLayoutEffect(() => {
    const field = input.current;
    if (field === null) return;
    if (editor === null) field.value = '';
    else if (editor.multiline) {
      area.current?.focus({ preventScroll: true });
      area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
    } else if (editor.initial !== null) {
      field.value = editor.initial;
      field.setSelectionRange(editor.isSelected === true ? 0 : field.value.length, field.value.length);
    }
  }, [editor]);

  const text = useCallback(() => (area.current ?? input.current)?.value ?? '', []);

  const close = useCallback(() => {
    setTyped(null);
    setActive(-1);
    if (area.current !== null) input.current?.focus({ preventScroll: true });
  }, []);

  const commit = (after: AfterCommit): void => {
    const picked = choosing ? listed[active] : undefined;
    if (
      picked === undefined
        ? controller.commit(text(), after)
        : controller.commit(picked.label, after, picked.id)
    )
      close();
  };

  const leave = (toward: EventTarget | null): void => {
    const stays = toward !== null && (toward === area.current || toward === input.current);
    if (state.editor === null || stays) return;
    controller.leaveEdit(text());
    setTyped(null);
    setActive(-1);
  };

  const onEditKey = (event: KeyboardEvent): void => {
    // While an input method composes, Enter and the arrows are its own.
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    event.stopPropagation();
    const key = editKeyOf(event);
    if (key?.kind === 'cancel') {
      event.preventDefault();
      controller.cancelEdit();
      close();
    } else if (choosing && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((was) =>
        listed.length === 0
          ? -1
          : (was + step + listed.length + (was < 0 && step < 0 ? 1 : 0)) % listed.length,
      );
    } else if (key?.kind === 'newLine' && column?.kind !== 'choice') {
      event.preventDefault();
      controller.widenEditor(`${text()}\n`);
    } else if (!(event.key === 'Enter' && event.shiftKey && editor?.multiline === true)) {
      if (key?.kind !== 'commit' || (key.isArrow && editor?.initial !== null)) return;
      event.preventDefault();
      commit(key.to);
    }
  };

  const startTyping = (): void => {
    if (state.editor !== null) return;
    if (!controller.beginEdit(true) && input.current !== null) input.current.value = '';
  };

  const placed = frame.layout.columns[focus.column];
  const listId = `${baseId}-list`;
  const noteId = `${baseId}-note`;
  const open = choosing && listed.length > 0;
  const isRefused = editor !== null && editor.refusal !== null;
  return (
    <div
      className="dg-editor-layer"
      data-scrolled=""
      style={{ top: headHeight + focus.row * frame.rowHeight, height: frame.rowHeight }}
    >
      <div
        className={`dg-editor${editor === null ? '' : ' is-open'}${column?.align === 'end' ? ' n' : ''}${isRefused ? ' is-refused' : ''}`}
        style={{
          width: placed?.width ?? 0,
          ...((placed?.stickyLeft ?? null) === null
            ? { marginLeft: placed?.left ?? 0 }
            : { position: 'sticky', left: placed?.stickyLeft ?? 0 }),
        }}
      >
        <input
          ref={input}
          className="dg-input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...(choosing
            ? { role: 'combobox', 'aria-expanded': open, 'aria-autocomplete': 'list' as const }
            : {})}
          aria-label={editor === null ? label : (column?.label ?? label)}
          aria-controls={choosing ? listId : frame.gridId}
          aria-activedescendant={
            editor === null
              ? inside
                ? cellId(frame.gridId, focus.row, focus.column)
                : undefined
              : open && active >= 0
                ? optionId(listId, active)
                : undefined
          }
          aria-describedby={note === null ? undefined : noteId}
          aria-invalid={isRefused ? true : undefined}
          tabIndex={editor?.multiline === true ? -1 : 0}
          onCompositionStart={startTyping}
          onInput={() => {
            startTyping();
            setTyped(input.current?.value ?? '');
            setActive(state.editor !== null && input.current?.value !== '' ? 0 : -1);
          }}
          onKeyDown={editor === null ? onKeyDown : onEditKey}
          onBlur={(event) => leave(event.relatedTarget)}
        />
        {editor?.multiline === true && (
          <textarea
            ref={area}
            className="dg-area"
            aria-label={column?.label ?? label}
            aria-describedby={note === null ? undefined : noteId}
            defaultValue={editor.initial ?? ''}
            rows={Math.min(8, Math.max(3, (editor.initial ?? '').split('\n').length))}
            onKeyDown={onEditKey}
            onBlur={(event) => leave(event.relatedTarget)}
          />
        )}
      </div>
      <Popover
        className="pop list-pop"
        triggerRef={input}
        isOpen={open}
        isNonModal
        placement="bottom start"
        offset={4}
      >
        <OptionList
          id={listId}
          label={column?.label ?? label}
          options={listed}
          active={active}
          onPick={(option) => {
            if (controller.commit(option.label, 'stay', option.id)) close();
          }}
        />
      </Popover>
      <CellHelp
        id={noteId}
        anchorRef={input}
        isOpen={note !== null}
        tone={editor?.refusal === null || editor === null ? 'plain' : 'bad'}
      >
        {note}
      </CellHelp>
    </div>
  );
}

/** A longer list is for typing, not for scrolling. */
const MOST_LISTED = 200;
