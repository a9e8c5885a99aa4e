/** Questions settled while the page was open, a line each: what was kept, what the history keeps, and the way there. */
import { useState, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { sameValue } from '../../../shared/domain/register/canonical';
import { otherValue } from '../../../shared/domain/review/otherValues';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import { goTo, pageOf } from '../../state/navigation';
import { Button } from '../../ui/Button';
import { momentText } from '../../ui/moments';
import { StatusShape } from '../../ui/StatusShape';
import type { Settled } from './useChoices';

/** So many are listed until the rest is asked for. */
const MOST_SHOWN = 20;

export interface SettledListProps {
  readonly workbook: Workbook;
  readonly settled: readonly Settled[];
  /** Keys of questions that stand: one that was taken back is no longer settled. */
  readonly open: ReadonlySet<string>;
}

export function SettledList({ workbook, settled, open }: SettledListProps): ReactNode {
  const shown = settled.filter(({ decision }) => !open.has(decision.key));
  const [isWhole, setWhole] = useState(false);
  if (shown.length === 0) return null;
  const rest = isWhole ? 0 : Math.max(0, shown.length - MOST_SHOWN);
  return (
    <>
      <ul className="rv-settled" aria-label="Settled">
        {shown.slice(0, shown.length - rest).map((each) => (
          <Line key={`${each.decision.key}/${String(each.at)}`} workbook={workbook} settled={each} />
        ))}
      </ul>
      {rest > 0 && (
        <Button
          variant="quiet"
          onPress={() => {
            setWhole(true);
          }}
        >
          Show {formatNumber(rest)} more settled
        </Button>
      )}
    </>
  );
}

interface LineProps {
  readonly workbook: Workbook;
  readonly settled: Settled;
}

function Line({ workbook, settled: { decision, values, at } }: LineProps): ReactNode {
  const { register, id, recordName, label, fields, options } = decision;
  const isKept = (option: (typeof options)[number]): boolean => sameValue(option.values, values);
  const kept = options.find(isKept) ?? otherValue(workbook, decision, values);
  const others = options.filter((option) => !isKept(option)).map(textOf);
  const page = recordIn(workbook, register, id)?.archived === true ? undefined : pageOf(register);
  const [field] = fields;
  return (
    <li>
      <StatusShape kind="done" silent />
      <span>
        <b>
          {recordName}, {label.toLowerCase()}
        </b>{' '}
        settled {momentText(new Date(at).toISOString())}: {kept === undefined ? '–' : textOf(kept)}.{' '}
        {others.length > 0 && `Not kept: ${others.join('; ')}.`}
      </span>
      {page !== undefined && (
        <button
          className="link-button"
          aria-label={`Change ${recordName}, ${label}`}
          onClick={() => {
            goTo({ page, record: { register, id, ...(field === undefined ? {} : { field }) } });
          }}
        >
          Change
        </button>
      )}
    </li>
  );
}

function textOf({ lines }: Pick<Settled['decision']['options'][number], 'lines'>): string {
  return lines.map(({ text }) => text).join(', ');
}
