import { Minus, Plus } from 'lucide-react';
import { NumberField as AriaNumberField, Button, Group, Input } from 'react-aria-components';
import { FieldFrame, type FieldWords } from './FieldFrame';

export interface NumberFieldProps extends FieldWords {
  readonly value: number | null;
  /** When the field is left, on Enter, and on each step. */
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly format?: Intl.NumberFormatOptions;
  /** Behind the number: `working days`. */
  readonly unit?: string;
  /** Buttons for one less and one more. */
  readonly hasSteps?: boolean;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
}

/** A number in the reader's own notation; arrows step it. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step, format, unit, hasSteps = false, error, ...rest } = props;
  const { label, hidesLabel, description, ...field } = rest;
  return (
    <AriaNumberField
      {...field}
      className="field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      isInvalid={error !== undefined}
      {...(min === undefined ? {} : { minValue: min })}
      {...(max === undefined ? {} : { maxValue: max })}
      {...(step === undefined ? {} : { step })}
      {...(format === undefined ? {} : { formatOptions: format })}
    >
      <FieldFrame label={label} hidesLabel={hidesLabel} description={description} error={error}>
        <Group className="input num">
          {hasSteps && (
            <Button slot="decrement" className="step">
              <Minus size={14} aria-hidden />
            </Button>
          )}
          <Input />
          {unit !== undefined && <span className="t3">{unit}</span>}
          {hasSteps && (
            <Button slot="increment" className="step">
              <Plus size={14} aria-hidden />
            </Button>
          )}
        </Group>
      </FieldFrame>
    </AriaNumberField>
  );
}
