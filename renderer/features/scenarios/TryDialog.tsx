import type { ReactNode } from 'react';
import { NameDialog } from './NameDialog';
import './scenarios.css';

export interface TryDialogProps {
  readonly onTry: (name: string) => void;
  readonly onClose: () => void;
}

const EXAMPLES = ['Go live in waves', 'Training two weeks later', 'Without the lab interface'] as const;

/** Asks for the name of a new what-if and says what it is. */
export function TryDialog({ onTry, onClose }: TryDialogProps): ReactNode {
  return (
    <NameDialog
      title="Try a what-if"
      name=""
      action="Make the copy and open it"
      examples={EXAMPLES}
      onName={onTry}
      onClose={onClose}
    >
      <p className="t2">
        You get a copy of the whole plan to change as you like. The plan stays as it is. Afterwards you see
        both side by side and take over what you want, or nothing.
      </p>
    </NameDialog>
  );
}
