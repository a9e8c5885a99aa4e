import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from './IconButton';

export interface DrawerProps {
  readonly title: string;
  /** A line above the title: where the record belongs. */
  readonly context?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons beside the close button. */
  readonly tools?: ReactNode;
  /** Over the page, as in narrow windows, instead of beside it. */
  readonly isOver?: boolean;
}

/** Details of one record. Mount it to open it; on closing, the keyboard returns where it was. */
export function Drawer({ title, context, onClose, children, tools, isOver = false }: DrawerProps) {
  const titleId = useId();
  const head = (
    <header>
      <div className="row">
        <span className="t3 clip">{context}</span>
        <span className="sp" />
        {tools}
        <IconButton label="Close" keys="Escape" onPress={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      {isOver ? (
        <Heading slot="title" level={2}>
          {title}
        </Heading>
      ) : (
        <h2 id={titleId}>{title}</h2>
      )}
    </header>
  );
  if (!isOver) {
    return (
      <DockedDrawer titleId={titleId} onClose={onClose}>
        {head}
        <div className="body">{children}</div>
      </DockedDrawer>
    );
  }
  return (
    <ModalOverlay
      className="scrim is-drawer"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-box">
        <Dialog className="drawer is-over">
          {head}
          <div className="body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface DockedDrawerProps {
  readonly titleId: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function DockedDrawer({ titleId, onClose, children }: DockedDrawerProps) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = panel.current;
    const before = document.activeElement;
    return () => {
      const inside = element?.contains(document.activeElement) ?? false;
      // Removed with the keyboard inside, the page would otherwise have none.
      if ((inside || document.activeElement === document.body) && before instanceof HTMLElement)
        before.focus();
    };
  }, []);
  return (
    <aside
      ref={panel}
      className="drawer"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </aside>
  );
}
