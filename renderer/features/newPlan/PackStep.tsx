/** The first step: which starter pack, and by which day. */
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { Pack } from '../../../shared/domain/templates/pack';
import { DateField } from '../../ui/DateField';
import { Segmented } from '../../ui/Segmented';

/** One of the two dates decides the other; each keeps what was entered. */
export interface PlanDates {
  readonly decides: 'start' | 'wantedGoLive';
  readonly start: CalendarDate;
  readonly wantedGoLive: CalendarDate | null;
}

interface PackStepProps {
  readonly packs: readonly Pack[];
  readonly chosen: Pack;
  readonly onChoose: (id: string) => void;
  readonly dates: PlanDates;
  readonly dateError: string | undefined;
  readonly onDates: (dates: PlanDates) => void;
}

export function PackStep({ packs, chosen, onChoose, dates, dateError, onDates }: PackStepProps): ReactNode {
  return (
    <>
      <fieldset className="packs">
        <legend className="sr">Starter pack</legend>
        {packs.map(({ id, title, description }) => (
          <label key={id} className={id === chosen.id ? 'pack on' : 'pack'}>
            <input
              type="radio"
              name="pack"
              checked={id === chosen.id}
              onChange={() => {
                onChoose(id);
              }}
            />
            <span className="med">{title}</span>
            <span className="t2 small">{description}</span>
          </label>
        ))}
      </fieldset>
      <div className="question">
        <div className="field">
          <span className="field-label">What is fixed</span>
          <Segmented
            label="What is fixed"
            segments={[
              { id: 'start', label: 'The start' },
              { id: 'wantedGoLive', label: 'The go-live' },
            ]}
            value={dates.decides}
            onChange={(decides) => {
              onDates({ ...dates, decides });
            }}
          />
          <span className="field-note">The other date follows from the plan.</span>
        </div>
      </div>
      <div className="question">
        {dates.decides === 'start' ? (
          <DateField
            label="First day of work"
            description="Nothing in the plan begins earlier."
            value={dates.start}
            {...(dateError === undefined ? {} : { error: dateError })}
            onChange={(start) => {
              if (start !== null) onDates({ ...dates, start });
            }}
          />
        ) : (
          <DateField
            label="Live by"
            description="Everyone is live on this day at the latest; the start is counted back from it."
            value={dates.wantedGoLive}
            {...(dateError === undefined ? {} : { error: dateError })}
            onChange={(wantedGoLive) => {
              onDates({ ...dates, wantedGoLive });
            }}
          />
        )}
      </div>
    </>
  );
}
