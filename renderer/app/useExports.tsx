/** Saving exports from the window: one at a time, with progress and a way to stop. */
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { EverythingExported } from '../../shared/ipc/everything';
import { EXPORTS, type ExportChoice } from '../../shared/ipc/exportKinds';
import { desktop } from '../platform/desktop';
import { say, sayProblem } from '../state/messages';
import { EverythingReport } from './EverythingReport';
import './export.css';

interface Job {
  readonly job: string;
  /** What is being made. */
  readonly title: string;
}

interface Running extends Job {
  /** 0 to 1. */
  readonly done: number;
  readonly isCancelled: boolean;
}

export interface Exports {
  readonly save: (workbook: string, choice: ExportChoice) => void;
  /** Writes every workbook on this computer into a folder the person chooses. */
  readonly everything: () => void;
  /** Whether one is being made; asked when the window is to close. */
  readonly isRunning: () => boolean;
  /** How far it is, and what came of it, for the frame to show. */
  readonly progress: ReactNode;
}

export function useExports(): Exports {
  const [running, setRunning] = useState<Running | null>(null);
  const [exported, setExported] = useState<EverythingExported | null>(null);
  const current = useRef<Job | null>(null);
  useEffect(
    () =>
      // The first word of it comes when the person has chosen where to; until then there is nothing to show.
      desktop.listen('exports.progress', ({ job, done }) => {
        const title = current.current?.job === job ? current.current.title : undefined;
        if (title !== undefined) setRunning((now) => ({ isCancelled: false, ...now, job, title, done }));
      }),
    [],
  );
  const begin = useCallback((title: string, work: (job: string) => Promise<void>): void => {
    if (current.current !== null) {
      say(`“${current.current.title}” is still being written. Wait for it, or cancel it first.`);
      return;
    }
    const job = crypto.randomUUID();
    current.current = { job, title };
    void work(job).finally(() => {
      current.current = null;
      setRunning(null);
    });
  }, []);
  const save = useCallback(
    (workbook: string, choice: ExportChoice): void => {
      begin(EXPORTS[choice.kind].title, async (job) => {
        const saved = await desktop.call('exports.save', { workbook, job, ...choice });
        if (!saved.ok) sayProblem(saved.error);
        else if (saved.value.name !== null)
          say([`“${saved.value.name}” is written.`, saved.value.note ?? ''].join(' ').trimEnd());
      });
    },
    [begin],
  );
  const everything = useCallback((): void => {
    begin('Everything', async (job) => {
      const written = await desktop.call('exports.everything', { job });
      if (!written.ok) sayProblem(written.error);
      else setExported(written.value);
    });
  }, [begin]);
  const isRunning = useCallback(() => current.current !== null, []);
  const cancel = (): void => {
    if (running === null) return;
    setRunning({ ...running, isCancelled: true });
    void desktop.call('exports.cancel', { job: running.job });
  };
  return {
    save,
    everything,
    isRunning,
    progress: (
      <>
        {running !== null && <Progress {...running} onCancel={cancel} />}
        {exported !== null && (
          <EverythingReport
            exported={exported}
            onClose={() => {
              setExported(null);
            }}
          />
        )}
      </>
    ),
  };
}

function Progress({ title, done, isCancelled, onCancel }: Running & { onCancel: () => void }): ReactNode {
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
