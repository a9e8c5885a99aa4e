/** Which moment to go back to, and whether with the whole plan or with what one person did. */
import { useEffect, useState, type ReactNode } from 'react';
import { Input, TextField } from 'react-aria-components';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { personText } from '../../../shared/domain/review/recordHistory';
import type { Aim } from '../../state/goingBack';
import { useToday } from '../../state/today';
import { DateField } from '../../ui/DateField';
import { FieldFrame } from '../../ui/FieldFrame';
import { Select } from '../../ui/Select';
import { personChoice } from './historyFilter';

export interface MomentChoiceProps {
  readonly people: readonly string[];
  /** Undefined while the moment is none. */
  readonly onChange: (aim: Aim | undefined) => void;
}

const WHOLE_PLAN = 'plan';

export function MomentChoice({ people, onChange }: MomentChoiceProps): ReactNode {
  const today = useToday();
  const [day, setDay] = useState<CalendarDate | null>(today);
  const [time, setTime] = useState('00:00');
  const [what, setWhat] = useState(WHOLE_PLAN);
  useEffect(() => {
    const at = day === null ? Number.NaN : Date.parse(`${day}T${time}`);
    if (Number.isNaN(at)) onChange(undefined);
    else if (what === WHOLE_PLAN) onChange({ kind: 'plan', moment: { at } });
    else onChange({ kind: 'person', moment: { at }, person: what.slice(1) });
  }, [day, time, what, onChange]);
  return (
    <div className="hy-moment">
      <Select
        label="What goes back"
        value={what}
        choices={[
          { id: WHOLE_PLAN, label: 'The whole plan' },
          ...people
            .filter((name) => name !== '')
            .map((name) => ({ id: personChoice(name), label: `What ${personText(name)} did` })),
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
