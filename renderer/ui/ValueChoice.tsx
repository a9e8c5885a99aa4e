/**
 * Values of one thing side by side, of which one is chosen: what was before, mine and theirs. The large line is the
 * value, below it what choosing it does, then whose it is.
 */
import type { ReactNode } from 'react';

export interface ValueColumn {
  readonly key: string;
  /** Whose value it is: blue is one's own, violet somebody else's; what was before and what is typed have no color. */
  readonly tone: 'before' | 'mine' | 'theirs' | 'other';
  readonly label: string;
  /** Beside the label: `in the plan now`. */
  readonly note?: string;
  /** A line for each field; their labels are shown where there are several. */
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  readonly effect?: string;
  /** Who and when, a line each. */
  readonly from: readonly string[];
  /** Absent for what can only be looked at. */
  readonly onChoose?: () => void;
}

export interface ValueChoiceProps {
  /** Names the radio buttons; its own on the page. */
  readonly name: string;
  readonly labelledBy: string;
  readonly columns: readonly ValueColumn[];
  /** The key of the chosen column. */
  readonly chosen: string | undefined;
}

/** A longer value is not set large. */
const LONG_VALUE = 28;

export function ValueChoice({ name, labelledBy, columns, chosen }: ValueChoiceProps): ReactNode {
  const shown = (column: ValueColumn): ReactNode => (
    <Column key={column.key} column={column} name={name} isOn={column.key === chosen} />
  );
  const [before] = columns.filter(({ tone }) => tone === 'before');
  return (
    <div className="vc" role="radiogroup" aria-labelledby={labelledBy}>
      {before !== undefined && shown(before)}
      <div className="vc-others">{columns.filter((column) => column !== before).map(shown)}</div>
    </div>
  );
}

interface ColumnProps {
  readonly column: ValueColumn;
  readonly name: string;
  readonly isOn: boolean;
}

function Column({ column, name, isOn }: ColumnProps): ReactNode {
  const { tone, label, note, lines, effect = '', from, onChoose } = column;
  const hasLabels = lines.length > 1;
  const content = (
    <>
      <span className="vc-mark">
        {onChoose !== undefined && (
          <input className="choice-mark" type="radio" name={name} checked={isOn} onChange={onChoose} />
        )}
        {label}
        {note !== undefined && <span className="t3">{note}</span>}
      </span>
      <span className={hasLabels ? 'vc-lines' : undefined}>
        {lines.map((line) => (
          <span key={line.label} className={line.text.length > LONG_VALUE ? 'vc-value is-long' : 'vc-value'}>
            {hasLabels && <small>{line.label}</small>}
            <span>{line.text}</span>
          </span>
        ))}
      </span>
      {effect !== '' && <span className="t2 num">{effect}</span>}
      {from.length > 0 && (
        <span className="vc-from num">
          {from.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      )}
    </>
  );
  const className = `vc-column is-${tone}${isOn ? ' is-on' : ''}`;
  return onChoose === undefined ? (
    <div className={className}>{content}</div>
  ) : (
    <label className={className}>{content}</label>
  );
}
