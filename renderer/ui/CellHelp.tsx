import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

export interface CellHelpProps {
  /** For `aria-describedby` of the field it explains. */
  readonly id: string;
  readonly anchorRef: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly tone?: 'plain' | 'bad';
  readonly children: ReactNode;
}

/**
 * Help under a cell: where a value comes from, or what is wrong with it. It never takes the keyboard. It opens with the
 * first key and closes with the last one of every edit, so it is a plain box and not a popover.
 */
export function CellHelp({ isOpen, ...rest }: CellHelpProps) {
  return isOpen ? createPortal(<Bubble {...rest} />, document.body) : null;
}

/** CSS px between the cell and its help, and between the help and the edge of the window. */
const GAP = 5;
const MARGIN = 12;

function Bubble({ id, anchorRef, tone = 'plain', children }: Omit<CellHelpProps, 'isOpen'>) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      const anchor = anchorRef.current?.getBoundingClientRect();
      const own = bubble.current;
      if (anchor === undefined || own === null) return;
      const { offsetWidth: width, offsetHeight: height } = own;
      const left = Math.max(MARGIN, Math.min(anchor.left, window.innerWidth - MARGIN - width));
      const fitsBelow = anchor.bottom + GAP + height <= window.innerHeight - MARGIN;
      const top = fitsBelow ? anchor.bottom + GAP : anchor.top - GAP - height;
      own.style.left = `${left}px`;
      own.style.top = `${top}px`;
    };
    place();
    // Captured, because what scrolls is some box around the cell.
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [anchorRef, children]);
  return (
    <div ref={bubble} id={id} className={tone === 'bad' ? 'pop tip cell-help bad' : 'pop tip cell-help'}>
      {children}
    </div>
  );
}
