import type { Tone } from './tone';

export interface MeterProps {
  /** What is measured. */
  readonly label: string;
  /** 0 to `max`. */
  readonly value: number;
  readonly max?: number;
  /** The value in words: `12 of 14`. */
  readonly text: string;
  readonly tone?: Exclude<Tone, 'muted'>;
}

/** A thin bar for a part of a whole. */
export function Meter({ label, value, max = 100, text, tone = 'accent' }: MeterProps) {
  const share = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <div
      className={`meter tone-${tone}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(max, Math.max(0, value))}
      aria-valuetext={text}
    >
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}
