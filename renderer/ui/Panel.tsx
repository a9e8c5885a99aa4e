import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';

export interface PanelProps {
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A few controls behind a button, which closes when the keyboard or the pointer leaves it for something else. */
export function Panel({ label, trigger, isOpen, onOpenChange, children }: PanelProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className="pop panel-pop" offset={4}>
        <Dialog className="panel" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
