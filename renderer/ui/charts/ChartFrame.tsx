import { ChartColumn, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Segmented } from '../Segmented';

export interface LegendEntry {
  readonly label: string;
  /** Color token, without dashes. */
  readonly tone: string;
  /** Money that is not paid out. */
  readonly isHatched?: boolean;
}

export interface ChartFrameProps {
  readonly title: string;
  readonly legend?: readonly LegendEntry[];
  readonly chart: ReactNode;
  /** The same numbers as a table. */
  readonly table: ReactNode;
}

/** Title, legend, and the switch between a chart and its table. */
export function ChartFrame({ title, legend = [], chart, table }: ChartFrameProps) {
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  return (
    <section className="chart" aria-label={title}>
      <div className="sec is-middle">
        <h2 className="h3">{title}</h2>
        <ul className="legend">
          {legend.map((entry) => (
            <li key={entry.label}>
              <Swatch entry={entry} />
              {entry.label}
            </li>
          ))}
        </ul>
        <span className="sp" />
        <Segmented
          label={`${title}, shown as`}
          value={shown}
          onChange={setShown}
          segments={[
            { id: 'chart', label: 'Chart', icon: <ChartColumn size={16} strokeWidth={1.5} aria-hidden /> },
            { id: 'table', label: 'Table', icon: <Table2 size={16} strokeWidth={1.5} aria-hidden /> },
          ]}
        />
      </div>
      {shown === 'chart' ? chart : table}
    </section>
  );
}

function Swatch({ entry }: { readonly entry: LegendEntry }) {
  return (
    <svg width="9" height="9" viewBox="0 0 9 9" aria-hidden>
      {entry.isHatched === true ? (
        <g stroke={`var(--${entry.tone})`}>
          <rect x="0.5" y="0.5" width="8" height="8" rx="1.5" fill="none" />
          <path d="M0 5 5 0M1 9l8-8M5 9l4-4" strokeWidth="1.2" />
        </g>
      ) : (
        <rect width="9" height="9" rx="2" fill={`var(--${entry.tone})`} />
      )}
    </svg>
  );
}
