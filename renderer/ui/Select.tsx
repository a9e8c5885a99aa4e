import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import type { Choice } from './choice';
import { FieldFrame, type FieldWords } from './FieldFrame';

export interface SelectProps extends FieldWords {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a short list. */
export function Select(props: SelectProps) {
  const {
    choices,
    value,
    onChange,
    placeholder,
    error,
    label,
    hidesLabel,
    description,
    isDisabled = false,
  } = props;
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldFrame
        label={label}
        {...(hidesLabel === undefined ? {} : { hidesLabel })}
        {...(description === undefined ? {} : { description })}
        {...(error === undefined ? {} : { error })}
      >
        <Button className="input select">
          <SelectValue className="clip" />
          <ChevronDown className="t3" size={14} aria-hidden />
        </Button>
      </FieldFrame>
      <Popover className="pop list-pop">
        <ListBox className="list" items={choices}>
          {(choice) => (
            <ListBoxItem className="list-item" id={choice.id} textValue={choice.label}>
              <span className="clip">{choice.label}</span>
              {choice.hint !== undefined && <span className="t3 small hint">{choice.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
