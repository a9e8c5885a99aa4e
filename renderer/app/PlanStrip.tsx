/** One line on every page of a workbook that is another's copy: which it is, and the way back. */
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly icon: ReactNode;
  /** What stands first, and whole where it is cut. */
  readonly children: ReactNode;
  readonly title: string;
  readonly note: string;
  /** Buttons. */
  readonly ways: ReactNode;
}

export function PlanStrip({ label, icon, children, title, note, ways }: Props): ReactNode {
  return (
    <div className="plan-strip" role="note" aria-label={label}>
      {icon}
      <p className="clip" title={title}>
        {children}
      </p>
      <p className="t2">{note}</p>
      <span className="sp" />
      {ways}
    </div>
  );
}
