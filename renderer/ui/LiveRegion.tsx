import { useEffect, useState } from 'react';
import { onAnnouncement, type Urgency } from './announce';

interface Spoken {
  readonly text: string;
  readonly urgency: Urgency;
  /** Makes the same words twice two announcements. */
  readonly turn: number;
}

/** Each announcement is a line of its own, so that of two said at once, such as new dates and what follows, none is lost. */
const KEPT = 3;

/** Where `announce` is heard. Mounted once, at the top of the window. */
export function LiveRegion() {
  const [spoken, setSpoken] = useState<readonly Spoken[]>([]);
  useEffect(
    () =>
      onAnnouncement((text, urgency) => {
        if (text === '') return;
        setSpoken((was) => [...was.slice(1 - KEPT), { text, urgency, turn: (was.at(-1)?.turn ?? 0) + 1 }]);
      }),
    [],
  );
  const lines = (wanted: Urgency) =>
    spoken.filter(({ urgency }) => urgency === wanted).map(({ text, turn }) => <p key={turn}>{text}</p>);
  return (
    <div className="sr">
      {/* Both roles imply that the whole region is read again with each line. */}
      <div role="status" aria-live="polite" aria-atomic={false} data-testid="spoken">
        {lines('polite')}
      </div>
      <div role="alert" aria-live="assertive" aria-atomic={false}>
        {lines('assertive')}
      </div>
    </div>
  );
}
