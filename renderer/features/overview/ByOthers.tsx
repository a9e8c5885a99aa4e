/** Who else has changed the plan within a week, and what they touched last. */
import type { ReactNode } from 'react';
import type { Writer } from '../../../shared/domain/edits/recordHistory';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { recordName } from '../../../shared/domain/records/recordName';
import { writerText } from '../../../shared/domain/review/writerText';
import type { Workbook } from '../../../shared/domain/workbook';
import { goTo, pageOf } from '../../state/navigation';
import { usePeople } from '../../state/planHistory';
import { useSession, useWritesOfOthers } from '../../state/session';
import { Avatar } from '../../ui/Avatar';
import { dateText } from '../../ui/moments';

const DAYS = 7;
const MOST_PEOPLE = 4;
const MOST_RECORDS = 3;

export function ByOthers({ plan: { workbook } }: { readonly plan: Plan }): ReactNode {
  const writes = useWritesOfOthers(workbook, DAYS);
  const { document } = useSession();
  const isOneName = (name: string): boolean =>
    name !== document.authorName && writes.filter(({ by }) => by === name).length === 1;
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
        {writes.slice(0, MOST_PEOPLE).map(({ by, actor, at, fields, records }) => (
          <li key={actor}>
            <Avatar name={by} />
            <div>
              <p>
                <b className="med">
                  {isOneName(by) ? by : <NameAtComputer workbook={workbook} writer={{ by, actor }} />}
                </b>{' '}
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

interface NameAtComputerProps {
  readonly workbook: Workbook;
  readonly writer: Writer;
}

/** Of several computers under one name, as the history tells them apart. */
function NameAtComputer({ workbook, writer }: NameAtComputerProps): string {
  return writerText(usePeople(workbook), writer, dateText);
}

function amount(count: number, one: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`;
}
