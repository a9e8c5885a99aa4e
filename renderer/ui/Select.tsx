import { ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, SelectValue } from 'react-aria-components';
import type { Choice } from './choice';
import { ChoiceList } from './ChoiceList';
import { FieldFrame, type FieldWords } from './FieldFrame';

export interface SelectProps extends FieldWords {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a short list. */
export function Select({ choices, value, onChange, placeholder, isDisabled = false, ...words }: SelectProps) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isDisabled={isDisabled}
      isInvalid={words.error !== undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldFrame {...words}>
        <Button className="input select">
          <SelectValue className="clip" />
          <ChevronDown className="t3" size={14} aria-hidden />
        </Button>
      </FieldFrame>
      <ChoiceList choices={choices} />
    </AriaSelect>
  );
}
