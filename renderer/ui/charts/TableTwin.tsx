import type { BarColumn, BarSeries } from '../../../shared/domain/charts/stack';

export interface TableTwinProps {
  readonly label: string;
  /** Head of the first column: `Month`. */
  readonly stepLabel: string;
  readonly series: readonly BarSeries[];
  readonly columns: readonly BarColumn[];
  readonly formatValue: (value: number) => string;
}

/** The numbers of a bar chart as a table. */
export function TableTwin({ label, stepLabel, series, columns, formatValue }: TableTwinProps) {
  return (
    <div className="twin" role="group" aria-label={label} tabIndex={0}>
      <table className="plain num">
        <thead>
          <tr>
            <th scope="col">{stepLabel}</th>
            {series.map((one) => (
              <th key={one.id} scope="col" className="n">
                {one.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.id}>
              <th scope="row">{column.label}</th>
              {series.map((one, index) => (
                <td key={one.id} className="n">
                  {formatValue(column.values[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
