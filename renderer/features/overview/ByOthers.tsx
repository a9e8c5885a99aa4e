/** Who else has changed the plan within a week, and what they touched last. */
import type { ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { recordName } from '../../../shared/domain/records/recordName';
import { goTo, pageOf } from '../../state/navigation';
import { useWritesOfOthers } from '../../state/session';
import { Avatar } from '../../ui/Avatar';

const DAYS = 7;
const MOST_PEOPLE = 4;
const MOST_RECORDS = 3;

export function ByOthers({ plan: { workbook } }: { readonly plan: Plan }): ReactNode {
  const writes = useWritesOfOthers(workbook, DAYS);
  if (writes.length === 0) return null;
  return (
    <section aria-labelledby="by-others">
      <div className="sec">
        <h2 className="h3" id="by-others">
          Changed by others
        </h2>
        <span className="t3">in the last seven days</span>
      </div>
      <ul className="by-others">
        {writes.slice(0, MOST_PEOPLE).map(({ by, at, fields, records }) => (
          <li key={`${by}${at}`}>
            <Avatar name={by} />
            <div>
              <p>
                <b className="med">{by}</b>{' '}
                <span className="t2 num">
                  {amount(fields, 'field')} in {amount(records.length, 'record')}
                </span>
              </p>
              <ul>
                {records.slice(0, MOST_RECORDS).map(({ register, id }) => {
                  const page = pageOf(register);
                  const name = recordName(workbook, register, id);
                  return (
                    <li key={id} title={name}>
                      {page === undefined ? (
                        name
                      ) : (
                        <button
                          className="link-button clip"
                          onClick={() => {
                            goTo({ page, record: { register, id } });
                          }}
                        >
                          {name}
                        </button>
                      )}
                    </li>
                  );
                })}
              </ul>
            </div>
            <time className="t3 small num" dateTime={at}>
              {formatDate(at.slice(0, 10), 'weekday')}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

function amount(count: number, one: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`;
}
