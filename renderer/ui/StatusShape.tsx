import type { ReactNode } from 'react';
import { STATUS_WORDS, type StatusKind } from './tone';

const SHAPES: Readonly<Record<StatusKind, ReactNode>> = {
  todo: <circle cx="6" cy="6" r="4.4" fill="none" stroke="var(--line-control)" strokeWidth="1.2" />,
  progress: (
    <>
      <circle cx="6" cy="6" r="4.4" fill="none" stroke="var(--accent)" strokeWidth="1.2" />
      <path d="M6 3.2a2.8 2.8 0 0 1 0 5.6z" fill="var(--accent)" />
    </>
  ),
  done: (
    <path
      d="m1.8 6.3 2.9 2.9 5.5-6.2"
      fill="none"
      stroke="var(--good)"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  late: <path d="M6 1 11.4 10.8H.6z" fill="var(--bad)" />,
  close: <path d="M6 1 11.4 10.8H.6z" fill="none" stroke="var(--warn-text)" strokeWidth="1.3" />,
  decide: <path d="M6 .6 11.4 6 6 11.4.6 6z" fill="var(--theirs)" />,
  away: (
    <circle
      cx="6"
      cy="6"
      r="4.2"
      fill="none"
      stroke="var(--line-control)"
      strokeWidth="1.2"
      strokeDasharray="1.8 1.6"
    />
  ),
  refused: (
    <>
      <rect
        x="1.2"
        y="1.2"
        width="9.6"
        height="9.6"
        rx="1.5"
        fill="none"
        stroke="var(--bad)"
        strokeWidth="1.3"
      />
      <path d="M3.4 6h5.2" stroke="var(--bad)" strokeWidth="1.5" />
    </>
  ),
  milestone: <path d="M6 1.5 10.5 6 6 10.5 1.5 6z" fill="var(--gantt-done)" />,
  gate: (
    <path
      d="M2.6 11V1.2h7l-2 2.6 2 2.6H3.4"
      fill="none"
      stroke="var(--text-2)"
      strokeWidth="1.2"
      strokeLinejoin="round"
    />
  ),
};

export interface StatusShapeProps {
  readonly kind: StatusKind;
  /** The word beside the shape. Absent: the shape alone, its usual word for screen readers. */
  readonly children?: ReactNode;
  /** The shape is decoration: the same is said right beside it. */
  readonly silent?: boolean;
}

/** A state as a 12 px shape with its word. */
export function StatusShape({ kind, children, silent = false }: StatusShapeProps) {
  const named = children === undefined && !silent;
  return (
    <span className="st">
      <svg
        viewBox="0 0 12 12"
        width="12"
        height="12"
        {...(named ? { role: 'img', 'aria-label': STATUS_WORDS[kind] } : { 'aria-hidden': true })}
      >
        {SHAPES[kind]}
      </svg>
      {children}
    </span>
  );
}
