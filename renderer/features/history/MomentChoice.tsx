/** Which moment to go back to, and whether with the whole plan or with what one person did. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { Person } from '../../../shared/domain/history/people';
import { writerChoices } from '../../../shared/domain/review/writerText';
import type { Aim } from '../../state/goingBack';
import { useToday } from '../../state/today';
import { DateField } from '../../ui/DateField';
import { FieldFrame } from '../../ui/FieldFrame';
import { dateText } from '../../ui/moments';
import { Select } from '../../ui/Select';

export interface MomentChoiceProps {
  readonly people: readonly Person[];
  /** Undefined while the moment is none. */
  readonly onChange: (aim: Aim | undefined) => void;
}

const WHOLE_PLAN = 'plan';

export function MomentChoice({ people, onChange }: MomentChoiceProps): ReactNode {
  const today = useToday();
  const [day, setDay] = useState<CalendarDate | null>(today);
  const [time, setTime] = useState('00:00');
  const [what, setWhat] = useState(WHOLE_PLAN);
  const writers = useMemo(
    () => writerChoices(people, dateText).filter(({ choice }) => choice.by !== ''),
    [people],
  );
  useEffect(() => {
    const at = day === null ? Number.NaN : Date.parse(`${day}T${time}`);
    const writer = writers.find(({ id }) => id === what);
    if (Number.isNaN(at)) onChange(undefined);
    else if (writer === undefined) onChange({ kind: 'plan', moment: { at } });
    else onChange({ kind: 'person', moment: { at }, writer: writer.choice, name: writer.label });
  }, [day, time, what, writers, onChange]);
  return (
    <div className="hy-moment">
      <Select
        label="What goes back"
        value={what}
        choices={[
          { id: WHOLE_PLAN, label: 'The whole plan' },
          ...writers.map(({ id, label }) => ({ id, label: `What ${label} did` })),
        ]}
        onChange={setWhat}
      />
      <DateField label="To the day" value={day} max={today} onChange={setDay} />
      <TextField className="field" value={time} onChange={setTime}>
        <FieldFrame label="And the time">
          <Input type="time" className="input num" />
        </FieldFrame>
      </TextField>
    </div>
  );
}
