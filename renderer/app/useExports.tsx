/** Saving exports from the window: one at a time, with progress and a way to stop. */
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { EXPORTS, type ExportKind } from '../../shared/ipc/exportKinds';
import { desktop } from '../platform/desktop';
import { say, sayProblem } from '../state/messages';

interface Running {
  readonly job: string;
  readonly kind: ExportKind;
  readonly done: number;
}

export function useExports(workbook: string): {
  readonly save: (kind: ExportKind) => void;
  readonly running: ReactNode;
} {
  const [running, setRunning] = useState<Running | null>(null);
  useEffect(
    () =>
      desktop.listen('exports.progress', ({ job, done }) => {
        setRunning((now) => (now?.job === job ? { ...now, done } : now));
      }),
    [],
  );
  const save = useCallback(
    (kind: ExportKind): void => {
      const job = crypto.randomUUID();
      setRunning({ job, kind, done: 0 });
      void desktop.call('exports.save', { workbook, kind, job }).then((saved) => {
        setRunning((now) => (now?.job === job ? null : now));
        if (!saved.ok) sayProblem(saved.error);
        else if (saved.value.name !== null) say(`“${saved.value.name}” is written.`);
      });
    },
    [workbook],
  );
  return { save, running: running !== null && running.done > 0 ? <Progress running={running} /> : null };
}

function Progress({ running }: { running: Running }): ReactNode {
  const percent = Math.round(running.done * 100);
  return (
    <div className="export-progress" role="status">
      <span>{EXPORTS[running.kind].title}</span>
      <progress max={100} value={percent} aria-label="Progress" />
      <span className="num">{percent} %</span>
      <button className="btn quiet" onClick={() => void desktop.call('exports.cancel', { job: running.job })}>
        Cancel
      </button>
    </div>
  );
}
