/** What was found wrong with this plan's files and put right, to be read whenever somebody wonders. */
import type { ReactNode } from 'react';
import type { Recovery } from '../../shared/ipc/recoveries';
import { happenedText, safetyText } from './recoveryText';

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export function RecoveryList({ recoveries }: { readonly recoveries: readonly Recovery[] }): ReactNode {
  if (recoveries.length === 0) return null;
  return (
    <section className="backup-part" aria-labelledby="recoveries">
      <h2 id="recoveries" className="h3">
        What was found and put right
      </h2>
      <ul className="recoveries">
        {recoveries.map((recovery, index) => (
          <li key={index}>
            <span className="t3 num">{WHEN.format(recovery.at)}</span>
            <span>
              {happenedText(recovery.kind)} <span className="t2">{safetyText(recovery)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
