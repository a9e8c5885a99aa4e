import { X } from 'lucide-react';
import { formatDate } from '../../shared/domain/format/dates';
import { DateField } from './DateField';
import { IconButton } from './IconButton';
import { TextField } from './TextField';

export interface DaysListFieldProps {
  readonly label: string;
  /** Calendar dates in order. */
  readonly value: readonly string[];
  readonly onChange: (dates: readonly string[]) => void;
  /** Several dates as text, to be read and added. */
  readonly onText: (text: string) => void;
  readonly error?: string;
  readonly isDisabled?: boolean;
}

/** A set of days: listed year by year, added one by one from a calendar or pasted as a list. */
export function DaysListField({
  label,
  value,
  onChange,
  onText,
  error,
  isDisabled = false,
}: DaysListFieldProps) {
  const years = [...new Set(value.map((date) => date.slice(0, 4)))];
  return (
    <div className="days-list" role="group" aria-label={label}>
      {years.map((year) => (
        <section key={year} aria-label={year}>
          <h4 className="small t3 num">{year}</h4>
          <ul>
            {value
              .filter((date) => date.startsWith(year))
              .map((date) => (
                <li key={date}>
                  <span className="num">{formatDate(date, 'weekday')}</span>
                  {!isDisabled && (
                    <IconButton
                      label={`Remove ${formatDate(date, 'full')}`}
                      onPress={() => onChange(value.filter((other) => other !== date))}
                    >
                      <X size={14} aria-hidden />
                    </IconButton>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
      {!isDisabled && (
        <>
          <DateField
            key={value.join()}
            label={`${label}: add a day`}
            hidesLabel
            value={null}
            description="Add a day."
            onChange={(date) => {
              if (date !== null && !value.includes(date)) onChange([...value, date].sort());
            }}
          />
          <TextField
            key={`list ${value.join()}`}
            label={`${label}: add a list of days`}
            hidesLabel
            value=""
            lines={2}
            placeholder="Jan 1, 2027; May 31, 2027"
            description="Or type or paste several, one to a line."
            onCommit={onText}
            {...(error === undefined ? {} : { error })}
          />
        </>
      )}
    </div>
  );
}
