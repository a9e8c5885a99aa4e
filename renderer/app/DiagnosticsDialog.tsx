/** Shows everything that would be copied, before it is copied. */
import { useEffect, useState, type ReactNode } from 'react';
import { desktop } from '../platform/desktop';
import type { WorkbookSession } from '../platform/openWorkbook';
import { readLastProblems } from '../state/messages';
import { DialogBox } from '../ui/DialogBox';
import { diagnosticsText } from './diagnosticsText';
import { lastCrash } from './lastCrash';
import './about.css';

interface Props {
  /** The open workbook, if there is one. */
  readonly session: WorkbookSession | null;
  readonly onClose: () => void;
}

export function DiagnosticsDialog({ session, onClose }: Props): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    void describe(session).then(setText);
  }, [session]);
  const copy = async (): Promise<void> => {
    const copied = await desktop.call('app.copyText', { text: text ?? '' });
    setCopied(copied.ok);
  };
  return (
    <DialogBox
      title="Copy diagnostics"
      onClose={onClose}
      foot={
        <>
          <button className="btn quiet" onClick={onClose}>
            Close
          </button>
          <button className="btn primary" onClick={() => void copy()} disabled={text === null}>
            Copy
          </button>
        </>
      }
    >
      <p className="t2">
        For whoever helps you when something does not work. This is all there is to it: versions, sizes,
        counts and codes. No name, no date and no figure of a plan, and no folder of yours. Nothing is sent;
        you paste it where you want.
      </p>
      <textarea
        className="input about-text"
        aria-label="Diagnostics"
        readOnly
        rows={16}
        value={text ?? 'Being put together…'}
      />
      <p role="status" className="t2 about-status">
        {isCopied && 'Copied. Paste it into a mail or a report.'}
      </p>
    </DialogBox>
  );
}

async function describe(session: WorkbookSession | null): Promise<string> {
  const workbook = session?.document ?? null;
  const told = await desktop.call('app.diagnose', { workbook: workbook?.id ?? null });
  if (!told.ok) return `The app could not describe itself (${told.error.code}).`;
  const facts = {
    width: window.innerWidth,
    height: window.innerHeight,
    scale: window.devicePixelRatio,
    theme: document.documentElement.dataset['theme'] ?? 'system',
    language: navigator.language,
    saving: session?.saving.read() ?? null,
    workbook: workbook?.workbook() ?? null,
    problems: readLastProblems(),
    pageCrash: lastCrash(),
  };
  return diagnosticsText(told.value, facts, Date.now());
}
