/** The run-up to go-live as a thin bar: phases in turn, what is done, today's tick, and the go-live diamond at its end. */

export interface RunUpPhase {
  readonly id: string;
  readonly name: string;
  /** Ends as a share of the whole run-up, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

export interface RunUpProps {
  readonly phases: readonly RunUpPhase[];
  /** Today as a share of the whole, or null when it lies outside. */
  readonly today: number | null;
  /** All of it in words: `Day 78 of 137, 60 working days to go-live`. */
  readonly label: string;
}

const percent = (share: number): string => `${share * 100}%`;

export function RunUp({ phases, today, label }: RunUpProps) {
  const done = today ?? 0;
  return (
    <svg className="runup-bar" role="img" aria-label={label} height="16">
      {phases.map((phase) => (
        <g key={phase.id}>
          <title>{phase.name}</title>
          <Segment from={phase.from} to={phase.to} tone="track" />
          {done > phase.from && <Segment from={phase.from} to={Math.min(done, phase.to)} tone="accent" />}
        </g>
      ))}
      {today !== null && (
        <svg x={percent(today)} overflow="visible">
          <rect x="-1" y="1" width="2" height="14" rx="1" fill="var(--text)" />
        </svg>
      )}
      <svg x="100%" y="8" overflow="visible">
        <path d="M0-6 6 0 0 6-6 0z" fill="var(--surface)" stroke="var(--accent)" strokeWidth="1.6" />
      </svg>
    </svg>
  );
}

/** Inside its own frame, so that a pixel of daylight can be taken off a width in percent without CSS. */
function Segment({ from, to, tone }: { readonly from: number; readonly to: number; readonly tone: string }) {
  return (
    <svg x={percent(from)} width={percent(Math.max(0, to - from))} height="16">
      <line x1="2.5" x2="100%" y1="8" y2="8" stroke={`var(--${tone})`} strokeWidth="4" />
    </svg>
  );
}
