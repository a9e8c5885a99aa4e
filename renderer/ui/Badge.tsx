import type { ReactNode } from 'react';
import type { Tone } from './tone';

export interface BadgeProps {
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** A count in a soft field. */
export function Badge({ tone = 'muted', children }: BadgeProps) {
  return <span className={tone === 'muted' ? 'badge num' : `badge num ${tone}`}>{children}</span>;
}
