import type { ReactNode } from 'react';
import type { FigureCell, FigureRow } from '../../../shared/domain/scenario/keyFigures';

export interface FigureColumn {
  readonly id: string;
  readonly head: ReactNode;
}

export interface FigureTableProps {
  readonly label: string;
  readonly rows: readonly FigureRow[];
  /** One for each cell of a row. */
  readonly columns: readonly FigureColumn[];
}

/** Plan and what-ifs side by side, figure by figure, each with its difference from the plan. */
export function FigureTable({ label, rows, columns }: FigureTableProps): ReactNode {
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <table className="sc-figures num" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">Figure</span>
          </th>
          {columns.map(({ id, head }) => (
            <th key={id} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group}>
          {rows
            .filter((row) => row.group === group)
            .map(({ id, label: name, cells }) => (
              <tr key={id} data-figure={id}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <Cell key={columns[index]?.id ?? index} cell={cell} />
                ))}
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Cell({ cell: { text, difference, tone } }: { readonly cell: FigureCell }): ReactNode {
  return (
    <td>
      <span className={tone === 'same' ? undefined : 'med'}>{text}</span>
      {difference !== '' && <small className={`sc-${tone}`}>{difference}</small>}
    </td>
  );
}
