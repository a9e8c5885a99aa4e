import { useCellTints } from '../changeTint';
import type { RowFrame } from './GridRow';
import type { GridCell } from './gridTypes';

export interface GridTotalsProps {
  readonly frame: RowFrame;
  readonly cell: (columnId: string) => GridCell;
  /** `aria-rowindex` of the row. */
  readonly rowIndex: number;
}

/** The last row, which stays in sight. */
export function GridTotals({ frame, cell, rowIndex }: GridTotalsProps) {
  const cells = frame.columns.map((column) => ({ ...cell(column.id), calc: true }));
  const row = useCellTints({ rowKey: '', columns: frame.columns, cells });
  return (
    <div role="rowgroup" className="dg-foot">
      <div
        ref={row}
        role="row"
        aria-rowindex={rowIndex}
        className="dg-row is-total"
        style={{ gridTemplateColumns: frame.template, height: frame.rowHeight }}
      >
        {frame.columns.map((column, at) => {
          const { text, title } = cells[at] ?? { text: '', title: undefined };
          const stickyLeft = frame.layout.columns[at]?.stickyLeft ?? null;
          return (
            <div
              key={column.id}
              role={at === frame.rowHeaderColumn ? 'rowheader' : 'gridcell'}
              aria-colindex={at + 1}
              className={`dg-cell${column.align === 'end' ? ' n' : ''}${stickyLeft === null ? '' : ' is-sticky'}`}
              style={stickyLeft === null ? {} : { left: stickyLeft }}
              title={title}
            >
              <span className="clip">{text}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
