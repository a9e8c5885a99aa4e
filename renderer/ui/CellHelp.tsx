import type { ReactNode, RefObject } from 'react';
import { Popover } from 'react-aria-components';

export interface CellHelpProps {
  /** For `aria-describedby` of the field it explains. */
  readonly id: string;
  readonly anchorRef: RefObject<Element | null>;
  readonly isOpen: boolean;
  readonly tone?: 'plain' | 'bad';
  readonly children: ReactNode;
}

/** Help under a cell: where a value comes from, or what is wrong with it. It never takes the keyboard. */
export function CellHelp({ id, anchorRef, isOpen, tone = 'plain', children }: CellHelpProps) {
  return (
    <Popover
      className="pop tip"
      triggerRef={anchorRef}
      isOpen={isOpen}
      isNonModal
      placement="bottom start"
      offset={5}
    >
      <div id={id} className={tone === 'bad' ? 'bad' : undefined}>
        {children}
      </div>
    </Popover>
  );
}
