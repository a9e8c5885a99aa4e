/** What waits for a person, each with the one thing to do about it. */
import { useState, type ReactNode } from 'react';
import type { Need, NeedRecord, Urgency } from '../../../shared/domain/commands/overviewNeeds';
import { goTo, pageOf, type Place } from '../../state/navigation';
import { Button } from '../../ui/Button';
import { StatusShape } from '../../ui/StatusShape';
import type { StatusKind } from '../../ui/tone';

const SHAPES: Readonly<Record<Urgency, StatusKind>> = {
  late: 'late',
  broken: 'refused',
  decide: 'decide',
  close: 'close',
  open: 'todo',
};
const FIRST_SHOWN = 6;

export function NeedsYou({ needs }: { readonly needs: readonly Need[] }): ReactNode {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? needs : needs.slice(0, FIRST_SHOWN);
  return (
    <section aria-labelledby="needs-you">
      <div className="sec">
        <h2 className="h3" id="needs-you">
          Needs you
        </h2>
        {needs.length > 0 && <span className="t3">{countText(needs)}</span>}
        {needs.length > FIRST_SHOWN && (
          <button
            className="link-button more"
            aria-expanded={showsAll}
            onClick={() => {
              setShowsAll(!showsAll);
            }}
          >
            {showsAll ? 'Show fewer' : `Show all ${String(needs.length)}`}
          </button>
        )}
      </div>
      {needs.length === 0 ? (
        <p className="t2">Nothing waits for you today.</p>
      ) : (
        <ul className="need">
          {shown.map((need, index) => (
            <NeedRow key={need.key} need={need} isFirst={index === 0} />
          ))}
        </ul>
      )}
    </section>
  );
}

function countText(needs: readonly Need[]): string {
  const late = needs.filter(({ urgency }) => urgency === 'late').length;
  return late === 0 ? String(needs.length) : `${String(needs.length)}, ${String(late)} late`;
}

function placeOf(record: NeedRecord): Place | undefined {
  const page = pageOf(record.register);
  return page === undefined ? undefined : { page, record };
}

function NeedRow({ need, isFirst }: { readonly need: Need; readonly isFirst: boolean }): ReactNode {
  const { place, urgency } = need;
  const target = typeof place === 'string' ? { page: place } : placeOf(place);
  return (
    <li>
      <StatusShape kind={SHAPES[urgency]} />
      <div>
        <p className="med need-title" title={need.title}>
          {need.title}
        </p>
        <p className="t2 need-detail">{need.detail}</p>
      </div>
      <span className={urgency === 'late' ? 'need-due bad med' : 'need-due'}>{need.due}</span>
      {target !== undefined && (
        <Button
          variant={isFirst ? 'default' : 'quiet'}
          label={`${need.action}: ${need.title}`}
          onPress={() => {
            goTo(target);
          }}
        >
          {need.action}
        </Button>
      )}
    </li>
  );
}
