import { useEffect, useState } from 'react';
import { onAnnouncement, type Urgency } from './announce';

interface Spoken {
  readonly text: string;
  readonly urgency: Urgency;
  /** Makes the same words twice two announcements. */
  readonly turn: number;
}

/** Where `announce` is heard. Mounted once, at the top of the window. */
export function LiveRegion() {
  const [spoken, setSpoken] = useState<Spoken>({ text: '', urgency: 'polite', turn: 0 });
  useEffect(
    () => onAnnouncement((text, urgency) => setSpoken((was) => ({ text, urgency, turn: was.turn + 1 }))),
    [],
  );
  // A trailing no-break space changes the text without changing the words.
  const words = spoken.text === '' ? '' : spoken.text + (spoken.turn % 2 === 0 ? '' : '\u00a0');
  return (
    <div className="sr">
      <div role="status" aria-live="polite">
        {spoken.urgency === 'polite' && words}
      </div>
      <div role="alert" aria-live="assertive">
        {spoken.urgency === 'assertive' && words}
      </div>
    </div>
  );
}
