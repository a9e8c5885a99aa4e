/** Says over everything that changes are not on the disk, and what to do; and stands in the way of losing them. */
import { useState, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Problem } from '../../shared/domain/base/problem';
import { problemText } from '../../shared/domain/base/problemText';
import { useSaving, useSession } from '../state/session';
import { saveCopy } from './saveCopy';

interface Props {
  readonly problem: Problem;
  /** The person wanted to close the window; only they may decide to lose what is not saved. */
  readonly isClosing: boolean;
  readonly onStay: () => void;
  readonly onCloseAnyway: () => void;
}

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

export function NotSavedDialog({ problem, isClosing, onStay, onCloseAnyway }: Props): ReactNode {
  const { workbook, flush } = useSession();
  const { trouble, unsaved } = useSaving();
  const [trying, setTrying] = useState<'no' | 'now' | 'inVain'>('no');
  const tryAgain = async (): Promise<void> => {
    setTrying('now');
    const stillWrong = await flush();
    if (stillWrong === null) onStay();
    else setTrying('inVain');
  };
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={onStay}>
      <Modal className="dialog-box">
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title" className="dialog-title-icon">
            <CircleAlert className="i bad" aria-hidden="true" />
            Not saved
          </Heading>
          <p>{problemText(problem)}</p>
          {unsaved > 0 && (
            <p>
              <b>
                {unsaved === 1 ? '1 change' : `${String(unsaved)} changes`}
                {trouble === null ? '' : ` since ${TIME.format(trouble.since)}`}
              </b>{' '}
              {unsaved === 1 ? 'is' : 'are'} not on the disk yet.{' '}
              {isClosing
                ? 'If the window closes now, what is not saved may be lost.'
                : 'You can go on working; saving is tried again every few seconds.'}
            </p>
          )}
          <p role="status" className="t2">
            {trying === 'inVain' ? 'Tried again just now: still not saved.' : ''}
          </p>
          <div className="foot">
            {isClosing && (
              <button className="btn quiet" onClick={onCloseAnyway}>
                Close anyway
              </button>
            )}
            <button className="btn quiet" onClick={onStay}>
              Keep working
            </button>
            <button className="btn" onClick={() => void tryAgain()} disabled={trying === 'now'}>
              Try again
            </button>
            <button className="btn primary" onClick={() => void saveCopy(workbook)}>
              Send a copy…
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
