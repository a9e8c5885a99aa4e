import { useRef } from 'react';

export interface SplitterProps {
  readonly label: string;
  /** Width of the pane before it, CSS px. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

const STEP = 16;

/** The bar between two panes: dragged, or moved with the arrow keys. */
export function Splitter({ label, value, least, most, onChange }: SplitterProps) {
  const drag = useRef<{ startX: number; startValue: number } | null>(null);
  const set = (next: number): void => onChange(Math.round(Math.max(least, Math.min(most, next))));
  const keys: Readonly<Record<string, number>> = {
    ArrowLeft: value - STEP,
    ArrowRight: value + STEP,
    Home: least,
    End: most,
  };
  return (
    <div
      className="tg-splitter"
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={(event) => {
        const next = keys[event.key];
        if (next === undefined) return;
        event.preventDefault();
        set(next);
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { startX: event.clientX, startValue: value };
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) set(drag.current.startValue + event.clientX - drag.current.startX);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
    />
  );
}
