/** One item on the board: title, one line of standing, and its dates for those who hear it. */
import { Lock } from 'lucide-react';
import { Fragment, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { spanText } from '../../../shared/domain/commands/roadmap';
import type { PlacedItem } from '../../../shared/domain/roadmap/roadmapScene';
import { StatusShape } from '../../ui/StatusShape';
import type { ItemDrag } from './useItemDrag';

export interface RoadmapItemButtonProps {
  readonly item: PlacedItem;
  /** Top of its lane. CSS px. */
  readonly laneTop: number;
  readonly drag: ItemDrag | null;
  readonly isFocusStop: boolean;
  readonly isOpen: boolean;
  readonly hasConflict: boolean;
  readonly hintId: string;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onOpen: (byKeyboard: boolean) => void;
}

/** A word up to this length stands in the narrowest item. */
const SHORT_WORD = 6;

/** A title over two lines breaks between words; a word that is too long for its line ends in an ellipsis. */
function Words({ title }: { readonly title: string }): ReactNode {
  return title.split(/(?<=[\s-])/).map((piece, index) => {
    const word = piece.trimEnd();
    if (word.length <= SHORT_WORD) return piece;
    return (
      <Fragment key={index}>
        <span className="rm-word">{word}</span>
        {piece.slice(word.length)}
      </Fragment>
    );
  });
}

/** Narrower items give their second line to the title. */
const ROOM_FOR_NOTE = 96;
const ROOM_FOR_WORDS = 72;
const NARROWEST = 24;

export function RoadmapItemButton(props: RoadmapItemButtonProps): ReactNode {
  const { item, drag, laneTop, isFocusStop, isOpen, hasConflict } = props;
  const moved = drag?.what === 'move' ? drag.offset : 0;
  const longer = drag?.what === 'resize' ? drag.offset : 0;
  const urgent = item.isLate || item.isFixed;
  const hasNote = item.note !== '' && (urgent || item.width >= ROOM_FOR_NOTE);
  const names = [
    'rm-item',
    item.isIdea ? 'is-idea' : '',
    drag === null ? '' : drag.what === 'move' ? 'is-dragged' : 'is-dragged is-stretched',
    item.width < ROOM_FOR_NOTE ? 'is-narrow' : '',
    item.width < ROOM_FOR_WORDS ? 'is-tiny' : '',
  ];
  return (
    <button
      type="button"
      id={`roadmap-${item.id}`}
      className={names.filter((name) => name !== '').join(' ')}
      style={{
        left: item.x + moved,
        top: item.y - laneTop + (drag?.drop ?? 0),
        width: Math.max(NARROWEST, item.width + longer),
        height: item.height,
      }}
      title={`${item.title}, ${spanText(item)}${item.note === '' ? '' : `, ${item.note}`}`}
      aria-label={`${item.title}, ${spanText(item)}${item.note === '' ? '' : `, ${item.note}`}${hasConflict ? ', a value waits for a decision' : ''}`}
      aria-describedby={props.hintId}
      aria-expanded={isOpen}
      tabIndex={isFocusStop ? 0 : -1}
      onPointerDown={props.onPointerDown}
      onPointerMove={props.onPointerMove}
      onPointerUp={props.onPointerUp}
      onPointerCancel={props.onPointerCancel}
      onKeyDown={props.onKeyDown}
      onFocus={props.onFocus}
      onClick={(event) => {
        // A click without a pointer counts none.
        props.onOpen(event.detail === 0);
      }}
    >
      <span className={hasNote ? 'rm-title clip' : 'rm-title is-two'}>
        {hasConflict && <StatusShape kind="decide" silent />}
        {hasNote ? item.title : <Words title={item.title} />}
      </span>
      {hasNote && (
        <span className={item.isLate ? 'rm-note bad' : 'rm-note'}>
          {item.isLate && <StatusShape kind="late" silent />}
          {item.isFixed && <Lock size={12} strokeWidth={1.5} aria-hidden />}
          <span className="clip">{item.note}</span>
        </span>
      )}
      <i className="rm-edge" aria-hidden />
    </button>
  );
}
