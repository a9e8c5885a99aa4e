import { ProgressBar } from 'react-aria-components';
import { Button } from './Button';
import { Dialog } from './Dialog';

export interface ProgressDialogProps {
  readonly title: string;
  /** What is being done now. */
  readonly step: string;
  /** 0 to 1, or null while nobody knows. */
  readonly done: number | null;
  /** Absent for work that cannot be stopped. */
  readonly onCancel?: () => void;
}

/** Long work, with a way out. Mounted while the work lasts. */
export function ProgressDialog({ title, step, done, onCancel }: ProgressDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen
      isStubborn={onCancel === undefined}
      onClose={() => onCancel?.()}
      {...(onCancel === undefined ? {} : { actions: <Button onPress={onCancel}>Cancel</Button> })}
    >
      <ProgressBar aria-label={step} isIndeterminate={done === null} value={(done ?? 0) * 100}>
        <p className="t2">{step}</p>
        <div className={done === null ? 'meter is-waiting' : 'meter'}>
          <i style={done === null ? {} : { width: `${done * 100}%` }} />
        </div>
      </ProgressBar>
    </Dialog>
  );
}
