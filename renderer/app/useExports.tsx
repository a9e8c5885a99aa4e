/** Saving exports from the window: one at a time, with progress and a way to stop. */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { EXPORTS, type ExportChoice, type ExportKind } from '../../shared/ipc/exportKinds';
import { desktop } from '../platform/desktop';
import { say, sayProblem } from '../state/messages';
import './export.css';

interface Job {
  readonly job: string;
  readonly kind: ExportKind;
}

interface Running extends Job {
  /** 0 to 1. */
  readonly done: number;
  readonly isCancelled: boolean;
}

export interface Exports {
  readonly save: (workbook: string, choice: ExportChoice) => void;
  /** Whether one is being made; asked when the window is to close. */
  readonly isRunning: () => boolean;
  /** How far it is, for the frame to show. */
  readonly progress: ReactNode;
}

export function useExports(): Exports {
  const [running, setRunning] = useState<Running | null>(null);
  const current = useRef<Job | null>(null);
  useEffect(
    () =>
      // The first word of it comes when the person has chosen where to; until then there is nothing to show.
      desktop.listen('exports.progress', ({ job, done }) => {
        const kind = current.current?.job === job ? current.current.kind : undefined;
        if (kind !== undefined) setRunning((now) => ({ isCancelled: false, ...now, job, kind, done }));
      }),
    [],
  );
  const save = useCallback((workbook: string, choice: ExportChoice): void => {
    if (current.current !== null) {
      say(
        `“${EXPORTS[current.current.kind].title}” is still being written. Wait for it, or cancel it first.`,
      );
      return;
    }
    const job = crypto.randomUUID();
    current.current = { job, kind: choice.kind };
    void desktop
      .call('exports.save', { workbook, job, ...choice })
      .then((saved) => {
        if (!saved.ok) sayProblem(saved.error);
        else if (saved.value.name !== null) say(`“${saved.value.name}” is written.`);
      })
      .finally(() => {
        current.current = null;
        setRunning(null);
      });
  }, []);
  const isRunning = useCallback(() => current.current !== null, []);
  const cancel = (): void => {
    if (running === null) return;
    setRunning({ ...running, isCancelled: true });
    void desktop.call('exports.cancel', { job: running.job });
  };
  return { save, isRunning, progress: running === null ? null : <Progress {...running} onCancel={cancel} /> };
}

function Progress({ kind, done, isCancelled, onCancel }: Running & { onCancel: () => void }): ReactNode {
  const { title } = EXPORTS[kind];
  const percent = Math.round(done * 100);
  return (
    <div className="export-progress" role="group" aria-label={`Export: ${title}`}>
      <span>{isCancelled ? 'Cancelling' : title}</span>
      <progress max={100} {...(done > 0 ? { value: percent } : {})} aria-label="Progress" />
      <span className="num export-percent">{done > 0 ? `${String(percent)} %` : ''}</span>
      <button className="btn quiet" onClick={onCancel} disabled={isCancelled}>
        Cancel
      </button>
    </div>
  );
}
