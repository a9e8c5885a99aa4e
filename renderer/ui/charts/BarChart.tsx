/** Stacked columns over months or other steps, as SVG; every column can be reached with the arrow keys and says its numbers. */
import { type KeyboardEvent, useId, useState } from 'react';
import { type BarColumn, type BarSeries, stacked } from '../../../shared/domain/charts/stack';
import { valueTicks } from '../../../shared/domain/charts/valueTicks';
import { announce } from '../announce';
import { chartKeyOf } from './chartKeys';

export interface BarChartProps {
  readonly label: string;
  readonly series: readonly BarSeries[];
  readonly columns: readonly BarColumn[];
  /** Height in CSS px. */
  readonly height?: number;
  readonly formatTick: (value: number) => string;
  readonly formatValue: (value: number) => string;
}

const LABEL_GAP = 8;
const AXIS_HEIGHT = 26;
const TOP = 8;
const COLUMN_SHARE = 0.68;

export function BarChart(props: BarChartProps) {
  const { label, series, columns, height = 146, formatTick, formatValue } = props;
  const hatchId = useId();
  const [focused, setFocused] = useState(0);
  const stacks = columns.map((column) => stacked(series, column.values));
  const ends = stacks.flatMap((pieces) => pieces.map((piece) => piece.to));
  const ticks = valueTicks(Math.min(0, ...ends), Math.max(0, ...ends), 4);
  const lowest = ticks[0] ?? 0;
  const highest = ticks.at(-1) ?? 1;
  const bottom = height - AXIS_HEIGHT;
  const y = (value: number): number => bottom - ((value - lowest) / (highest - lowest)) * (bottom - TOP);
  const share = 100 / Math.max(1, columns.length);

  const words = (column: BarColumn): string => {
    const parts = series.map((one, index) => `${one.label} ${formatValue(column.values[index] ?? 0)}`);
    return `${column.label}: ${parts.join(', ')}`;
  };

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>): void => {
    const key = chartKeyOf(event);
    if (key === null) return;
    const target = { previous: focused - 1, next: focused + 1, first: 0, last: columns.length - 1 }[key];
    event.preventDefault();
    const next = Math.max(0, Math.min(columns.length - 1, target));
    setFocused(next);
    const reached = columns[next];
    if (reached !== undefined) announce(words(reached));
  };

  return (
    <svg
      className="bars"
      height={height}
      role="group"
      aria-label={`${label}. Arrow keys read the columns.`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={() => {
        const column = columns[focused];
        if (column !== undefined) announce(words(column));
      }}
    >
      <defs>
        {series
          .filter((one) => one.isHatched === true)
          .map((one) => (
            <pattern
              key={one.id}
              id={`${hatchId}${one.id}`}
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="5" height="5" fill="var(--surface)" />
              <rect width="1.6" height="5" fill={`var(--${one.tone})`} />
            </pattern>
          ))}
      </defs>
      {ticks.map((tick) => (
        <g key={tick} aria-hidden>
          <line
            x1="0"
            x2="100%"
            y1={Math.round(y(tick)) + 0.5}
            y2={Math.round(y(tick)) + 0.5}
            className="gridl"
          />
          <text className="axis" x={-LABEL_GAP} y={y(tick) + 4} textAnchor="end">
            {formatTick(tick)}
          </text>
        </g>
      ))}
      <>
        {columns.map((column, index) => (
          <svg key={column.id} x={`${index * share}%`} width={`${share}%`} height={height} overflow="visible">
            <g role="img" aria-label={words(column)}>
              <title>{words(column)}</title>
              <rect
                className={index === focused ? 'bar-slot is-focus-slot' : 'bar-slot'}
                width="100%"
                y={TOP - 4}
                height={bottom - TOP + 4}
              />
              {stacks[index]?.map((piece) => {
                const top = Math.min(y(piece.from), y(piece.to));
                const hatched = piece.series.isHatched === true;
                return (
                  <rect
                    key={piece.series.id}
                    x={`${50 - 50 * COLUMN_SHARE}%`}
                    width={`${100 * COLUMN_SHARE}%`}
                    y={top + 0.5}
                    height={Math.max(1, Math.abs(y(piece.from) - y(piece.to)) - 1)}
                    rx="1.5"
                    fill={hatched ? `url(#${hatchId}${piece.series.id})` : `var(--${piece.series.tone})`}
                    {...(hatched ? { stroke: `var(--${piece.series.tone})` } : {})}
                  />
                );
              })}
            </g>
            {column.tick !== undefined && (
              <text className="axis" x="50%" y={height - 8} textAnchor="middle" aria-hidden>
                {column.tick}
              </text>
            )}
          </svg>
        ))}
      </>
    </svg>
  );
}
