/** One row of a grid. It draws again only when its own cells, place or part of the choice change. */
import { ChevronDown, ChevronRight, MessageSquare } from 'lucide-react';
import { memo, useSyncExternalStore } from 'react';
import { useCellTints } from '../changeTint';
import { StatusShape } from '../StatusShape';
import { type GridState, readRowMark, type ReadRowMark } from './gridState';
import type { GridCell, GridColumn, RowKind } from './gridTypes';
import type { ColumnLayout } from './columnLayout';
import type { SiblingPlace } from './siblings';

/** What all rows of a grid share. */
export interface RowFrame {
  readonly gridId: string;
  readonly columns: readonly GridColumn[];
  readonly layout: ColumnLayout;
  readonly template: string;
  readonly rowHeight: number;
  readonly rowHeaderColumn: number;
  readonly isTree: boolean;
  readonly state: GridState;
  /** Columns whose cells are edited at all, so that the others are marked read-only. */
  readonly canEdit: boolean;
}

export interface GridRowProps {
  readonly frame: RowFrame;
  readonly index: number;
  readonly rowKey: string;
  readonly cells: readonly GridCell[];
  readonly kind: RowKind;
  readonly depth: number;
  readonly expanded: boolean | null;
  readonly place: SiblingPlace | null;
}

/** Of the cell that has the focus; the others need none. */
export function cellId(gridId: string, row: number, column: number): string {
  return `${gridId}-r${row}c${column}`;
}

function sameCell(a: GridCell, b: GridCell | undefined): boolean {
  if (a === b) return true;
  return (
    a.text === b?.text &&
    a.title === b.title &&
    a.tone === b.tone &&
    a.mark === b.mark &&
    a.calc === b.calc &&
    a.readOnly === b.readOnly &&
    a.whyReadOnly === b.whyReadOnly &&
    a.invalid === b.invalid &&
    a.conflict === b.conflict &&
    a.overridden === b.overridden &&
    a.editText === b.editText &&
    a.help === b.help &&
    a.checked === b.checked &&
    a.aside === b.aside &&
    a.comments === b.comments
  );
}

function sameRow(a: GridRowProps, b: GridRowProps): boolean {
  return (
    a.frame === b.frame &&
    a.index === b.index &&
    a.rowKey === b.rowKey &&
    a.kind === b.kind &&
    a.depth === b.depth &&
    a.expanded === b.expanded &&
    a.place?.position === b.place?.position &&
    a.place?.size === b.place?.size &&
    a.cells.length === b.cells.length &&
    a.cells.every((cell, index) => sameCell(cell, b.cells[index]))
  );
}

const INDENT_PX = 20;

function cellClass(column: GridColumn, cell: GridCell, mark: ReadRowMark | null, at: number): string {
  const names = ['dg-cell'];
  if (column.align === 'end') names.push('n');
  if (column.align === 'center') names.push('is-centered');
  if (column.sticky === true) names.push('is-sticky');
  if (cell.calc === true) names.push('is-calc');
  else if (cell.readOnly === true) names.push('is-fixed');
  if (cell.tone !== undefined) names.push(`tone-${cell.tone}`);
  if (cell.invalid !== undefined) names.push('is-invalid');
  if (cell.conflict === true) names.push('is-conflict');
  if (mark?.isAlone === false && at >= mark.left && at <= mark.right) names.push('is-range');
  if (mark?.focusColumn === at) names.push('has-focus');
  return names.join(' ');
}

function Expander({ expanded }: { readonly expanded: boolean }) {
  const Icon = expanded ? ChevronDown : ChevronRight;
  return (
    <span className="dg-expander" data-expander="" aria-hidden>
      <Icon size={12} strokeWidth={1.75} />
    </span>
  );
}

/** Nothing but text: drawn in the cell itself, because a long list spends most of its time on boxes. */
function isPlain(column: GridColumn, cell: GridCell, expanded: boolean | null): boolean {
  return (
    column.render === undefined &&
    cell.checked === undefined &&
    cell.mark === undefined &&
    cell.overridden === undefined &&
    cell.comments === undefined &&
    cell.aside === undefined &&
    cell.conflict !== true &&
    !(column.tree === true && expanded !== null)
  );
}

function CellContent({ column, cell, rowKey }: { column: GridColumn; cell: GridCell; rowKey: string }) {
  if (column.render !== undefined) return column.render(cell, rowKey);
  if (cell.checked !== undefined) return <CheckMark checked={cell.checked} />;
  return (
    <>
      {cell.conflict === true && <StatusShape kind="decide" />}
      {cell.mark !== undefined && <StatusShape kind={cell.mark} silent={cell.text !== ''} />}
      {cell.overridden !== undefined && <span className="dg-dot" title={cell.overridden} />}
      <span className="clip">{cell.text}</span>
      {cell.aside !== undefined && <span className="dg-aside">{cell.aside}</span>}
      {cell.comments !== undefined && <CommentCount count={cell.comments} />}
    </>
  );
}

function CommentCount({ count }: { readonly count: number }) {
  const words = `${String(count)} open ${count === 1 ? 'comment' : 'comments'}`;
  return (
    <span className="dg-comments num" role="img" aria-label={words} title={words}>
      <MessageSquare size={12} strokeWidth={1.5} aria-hidden />
      {count}
    </span>
  );
}

function CheckMark({ checked }: { readonly checked: boolean }) {
  return (
    <span className={checked ? 'check on' : 'check'} role="img" aria-label={checked ? 'Yes' : 'No'}>
      {checked && (
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
          <path d="m2.4 6.3 2.4 2.4 4.8-5.4" fill="none" stroke="currentColor" strokeWidth="1.7" />
        </svg>
      )}
    </span>
  );
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { frame, index, rowKey, cells, kind, depth, expanded, place } = props;
  const { state, columns, layout } = frame;
  const row = useCellTints({ rowKey, columns, cells });
  const mark = readRowMark(useSyncExternalStore(state.subscribe, () => state.rowMark(index)));
  const tree = frame.isTree
    ? {
        'aria-level': depth + 1,
        ...(expanded === null ? {} : { 'aria-expanded': expanded }),
        ...(place === null ? {} : { 'aria-posinset': place.position, 'aria-setsize': place.size }),
      }
    : {};
  return (
    <div
      ref={row}
      className={`dg-row is-${kind}${expanded === null ? '' : ' is-parent'}${mark?.isAlone === true ? ' is-selected' : ''}`}
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      style={{
        transform: `translateY(${index * frame.rowHeight}px)`,
        gridTemplateColumns: frame.template,
        height: frame.rowHeight,
      }}
      {...tree}
    >
      {columns.map((column, at) => {
        const cell = cells[at] ?? { text: '' };
        const stickyLeft = layout.columns[at]?.stickyLeft ?? null;
        const inRange = mark !== null && at >= mark.left && at <= mark.right;
        const plain = isPlain(column, cell, expanded);
        return (
          <div
            key={column.id}
            id={mark?.focusColumn === at ? cellId(frame.gridId, index, at) : undefined}
            role={at === frame.rowHeaderColumn ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            aria-selected={inRange}
            aria-invalid={cell.invalid === undefined ? undefined : true}
            aria-readonly={
              !frame.canEdit || (cell.readOnly ?? (column.readOnly === true || cell.calc === true))
            }
            className={`${cellClass(column, cell, mark, at)}${plain ? ' is-plain' : ''}`}
            data-column={at}
            title={cell.invalid ?? cell.title}
            style={{
              ...(stickyLeft === null ? {} : { left: stickyLeft }),
              ...(column.tree === true
                ? { paddingLeft: `calc(var(--cell-start) + ${depth * INDENT_PX}px)` }
                : {}),
            }}
          >
            {column.tree === true && expanded !== null && <Expander expanded={expanded} />}
            {plain ? cell.text : <CellContent column={column} cell={cell} rowKey={rowKey} />}
          </div>
        );
      })}
    </div>
  );
}, sameRow);
