import { type KeyboardEvent, useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import { type CalendarDate, isCalendarDate } from '../../shared/domain/base/dates';
import { fieldKeyOf } from './fieldKeys';
import { FieldFrame, type FieldWords } from './FieldFrame';

export interface DateFieldProps extends FieldWords {
  readonly value: CalendarDate | null;
  /** When the field is left, on Enter, and when a day is picked; null when it was emptied. */
  readonly onChange: (value: CalendarDate | null) => void;
  readonly min?: CalendarDate;
  readonly max?: CalendarDate;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
}

/**
 * A calendar date. The browser's own date control: typed part by part in the reader's order, arrows step, and a calendar
 * opens with Space or the button. A date that does not exist is never handed over.
 */
export function DateField(props: DateFieldProps) {
  const { value, onChange, min, max, error, label, hidesLabel, description, ...field } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (text: string | null): void => {
    setTyped(null);
    if (text === null || text === (value ?? '')) return;
    if (text === '') onChange(null);
    else if (isCalendarDate(text)) onChange(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = fieldKeyOf(event);
    if (key === 'keep') commit(typed);
    else if (key === 'restore' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
  };
  return (
    <TextField
      {...field}
      className="field"
      value={typed ?? value ?? ''}
      onChange={setTyped}
      onBlur={() => commit(typed)}
      isInvalid={error !== undefined}
    >
      <FieldFrame label={label} hidesLabel={hidesLabel} description={description} error={error}>
        <Input
          type="date"
          className="input num"
          min={min ?? '1950-01-01'}
          max={max ?? '2199-12-31'}
          onKeyDown={onKeyDown}
        />
      </FieldFrame>
    </TextField>
  );
}
