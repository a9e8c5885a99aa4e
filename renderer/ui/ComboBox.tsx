import { ChevronDown } from 'lucide-react';
import {
  ComboBox as AriaComboBox,
  Button,
  Group,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import type { Choice } from './choice';
import { FieldFrame, type FieldWords } from './FieldFrame';

export interface ComboBoxProps extends FieldWords {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  /** null when the text was emptied. */
  readonly onChange: (id: string | null) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a long list, found by typing. */
export function ComboBox(props: ComboBoxProps) {
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
    <AriaComboBox
      className="field"
      defaultItems={choices}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      menuTrigger="focus"
    >
      <FieldFrame
        label={label}
        {...(hidesLabel === undefined ? {} : { hidesLabel })}
        {...(description === undefined ? {} : { description })}
        {...(error === undefined ? {} : { error })}
      >
        <Group className="input">
          <Input {...(placeholder === undefined ? {} : { placeholder })} />
          <Button className="step">
            <ChevronDown className="t3" size={14} aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className="pop list-pop">
        <ListBox<Choice>
          className="list"
          renderEmptyState={() => <p className="list-empty">Nothing matches.</p>}
        >
          {(choice) => (
            <ListBoxItem className="list-item" id={choice.id} textValue={choice.label}>
              <span className="clip">{choice.label}</span>
              {choice.hint !== undefined && <span className="t3 small hint">{choice.hint}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
