import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { weekdayName } from '../../shared/domain/records/fieldText';
import { WEEKDAYS } from '../../shared/domain/register/field';

export interface WeekdaysFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (days: readonly string[]) => void;
  readonly isDisabled?: boolean;
}

/** The days of a week, each on or off; arrows move between them. */
export function WeekdaysField({ label, value, onChange, isDisabled = false }: WeekdaysFieldProps) {
  return (
    <ToggleButtonGroup
      className="week"
      aria-label={label}
      selectionMode="multiple"
      isDisabled={isDisabled}
      selectedKeys={value}
      onSelectionChange={(keys) => onChange(WEEKDAYS.filter((day) => keys.has(day)))}
    >
      {WEEKDAYS.map((day) => (
        <ToggleButton key={day} id={day} aria-label={weekdayName(day)}>
          {weekdayName(day).slice(0, 2)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
