import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  /** Escape, a press outside, or a button of its own. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom, the main one last; they name the consequence. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
  /** Only its own buttons close it. */
  readonly isStubborn?: boolean;
  /** Interrupts with something urgent. */
  readonly isAlert?: boolean;
}

/** A question over the page. The keyboard stays inside and returns where it was. */
export function Dialog(props: DialogProps) {
  const {
    title,
    isOpen,
    onClose,
    children,
    actions,
    isWide = false,
    isStubborn = false,
    isAlert = false,
  } = props;
  return (
    <ModalOverlay
      className="scrim"
      isOpen={isOpen}
      isDismissable={!isStubborn}
      isKeyboardDismissDisabled={isStubborn}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="dialog-box">
        <AriaDialog
          className={isWide ? 'dialog is-wide' : 'dialog'}
          role={isAlert ? 'alertdialog' : 'dialog'}
        >
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          {children}
          {actions !== undefined && <div className="foot">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
