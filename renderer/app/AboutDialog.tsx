/** What this app is: its version and how versions get along, its licence, and the work of others it contains. */
import { useEffect, useState, type ReactNode } from 'react';
import type { About } from '../../shared/ipc/contract';
import { desktop } from '../platform/desktop';
import { sayProblem } from '../state/messages';
import { DialogBox } from '../ui/DialogBox';
import { Segmented } from '../ui/Segmented';
import './about.css';

interface Props {
  readonly onClose: () => void;
  readonly onDiagnostics: () => void;
}

type Part = 'app' | 'licence' | 'notices';

const PARTS: readonly { readonly id: Part; readonly label: string }[] = [
  { id: 'app', label: 'This app' },
  { id: 'licence', label: 'License' },
  { id: 'notices', label: 'Work of others' },
];

export function AboutDialog({ onClose, onDiagnostics }: Props): ReactNode {
  const [about, setAbout] = useState<About | null>(null);
  const [part, setPart] = useState<Part>('app');
  useEffect(() => {
    void desktop.call('app.about', null).then((told) => {
      if (told.ok) setAbout(told.value);
      else sayProblem(told.error);
    });
  }, []);
  return (
    <DialogBox
      title="About Golive Workbook"
      onClose={onClose}
      foot={
        <>
          <button className="btn quiet" onClick={onDiagnostics}>
            Copy diagnostics…
          </button>
          <button className="btn primary" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      <Segmented label="About" segments={PARTS} value={part} onChange={setPart} />
      <div className="about-part">
        {part === 'app' && <ThisApp about={about} />}
        {part === 'licence' && <LongText label="MIT license" text={about?.licence} />}
        {part === 'notices' && <LongText label="Notices of others" text={about?.notices} />}
      </div>
    </DialogBox>
  );
}

function ThisApp({ about }: { readonly about: About | null }): ReactNode {
  return (
    <div className="about-app">
      <p className="num">
        <b>Version {about?.version ?? '…'}</b>
        <br />
        <span className="t2">
          Copyright Golive Workbook contributors. Free to use, change and pass on under the MIT license.
        </span>
      </p>
      <p>
        <b>Updates.</b> The app never looks for updates and never uses the network to change itself. A new
        version comes when you install one.
      </p>
      <p>
        <b>A newer version</b> keeps all plans where they are, and backs each one up before it first opens it.{' '}
        <b>An older version</b> opens a plan that a newer one has changed for reading only, so that it cannot
        spoil what it does not know.
      </p>
      <p>
        <b>Your plans</b> stay on this computer. Nothing is sent anywhere.
      </p>
      <p className="t2">
        Public holidays come from date-holidays by commenthol and contributors
        (github.com/commenthol/date-holidays), under a Creative Commons license; the typeface is Inter, under
        the SIL Open Font License. All of it stands under Work of others. The window is Electron{' '}
        {about?.electron} with Chromium {about?.chrome}; their own notices lie with the program in
        LICENSE.electron.txt and LICENSES.chromium.html.
      </p>
    </div>
  );
}

function LongText({ label, text }: { readonly label: string; readonly text: string | undefined }): ReactNode {
  return (
    // A text that scrolls has to be reached by the keyboard.
    <pre className="about-text" tabIndex={0} role="region" aria-label={label}>
      {text ?? 'Being read…'}
    </pre>
  );
}
