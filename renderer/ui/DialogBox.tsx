import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

export interface DialogBoxProps {
  readonly title: string;
  readonly onClose: () => void;
  /** The buttons at its end. */
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

/** A dialog over the window. Escape and a press beside it close it. */
export function DialogBox({ title, onClose, foot, children }: DialogBoxProps) {
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={onClose}>
      <Modal className="dialog-box">
        <Dialog className="dialog is-wide">
          <Heading slot="title">{title}</Heading>
          {children}
          <div className="foot">{foot}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
