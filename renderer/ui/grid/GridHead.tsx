import { useRef } from 'react';
import { LEAST_COLUMN_WIDTH } from './columnLayout';
import type { RowFrame } from './GridRow';

export interface GridHeadProps {
  readonly frame: RowFrame;
  /** CSS px. */
  readonly height: number;
  /** A person drags the edge of a column; absent, widths are fixed. */
  readonly onResize: (columnId: string, width: number) => void;
}

/** The row of column heads; each right edge can be dragged to set the width. */
export function GridHead({ frame, height, onResize }: GridHeadProps) {
  const drag = useRef<{ columnId: string; startX: number; startWidth: number } | null>(null);
  return (
    <div role="rowgroup" className="dg-head">
      <div
        role="row"
        aria-rowindex={1}
        className="dg-head-row"
        style={{ gridTemplateColumns: frame.template, height }}
      >
        {frame.columns.map((column, at) => {
          const placed = frame.layout.columns[at];
          const stickyLeft = placed?.stickyLeft ?? null;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-colindex={at + 1}
              className={`dg-head-cell${column.align === 'end' ? ' n' : ''}${stickyLeft === null ? '' : ' is-sticky'}`}
              style={stickyLeft === null ? {} : { left: stickyLeft }}
              title={column.label}
            >
              <span className={column.hiddenLabel === true ? 'sr' : 'clip'}>{column.label}</span>
              <span
                className="dg-resize"
                aria-hidden
                onPointerDown={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  event.currentTarget.setPointerCapture(event.pointerId);
                  drag.current = {
                    columnId: column.id,
                    startX: event.clientX,
                    startWidth: placed?.width ?? column.width,
                  };
                }}
                onPointerMove={(event) => {
                  if (drag.current === null) return;
                  const width = drag.current.startWidth + event.clientX - drag.current.startX;
                  onResize(drag.current.columnId, Math.max(LEAST_COLUMN_WIDTH, Math.round(width)));
                }}
                onPointerUp={() => {
                  drag.current = null;
                }}
                onPointerCancel={() => {
                  drag.current = null;
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
