import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { ComboBox as AriaComboBox, Button, Group, Input } from 'react-aria-components';
import { formatNumber } from '../../shared/domain/format/amounts';
import type { Choice } from './choice';
import { candidatesFor, namedInFull } from './candidates';
import { ChoiceList } from './ChoiceList';
import { FieldFrame, type FieldWords } from './FieldFrame';

export interface ComboBoxProps extends FieldWords {
  readonly choices: readonly Choice[];
  readonly value: string | null;
  /** null when the text was emptied. */
  readonly onChange: (id: string | null) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** Takes the focus as it appears, so that typing begins at once. */
  readonly autoFocus?: boolean;
}

/** One of a long list, found by typing. */
export function ComboBox({
  choices,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  autoFocus = false,
  ...words
}: ComboBoxProps) {
  const [typed, setTyped] = useState('');
  const { candidates, left } = candidatesFor(choices, value, typed);
  /** Whoever types a name in full has chosen it, also without the list. */
  const chooseTyped = (): void => {
    const named = namedInFull(choices, typed);
    if (named !== undefined && named.id !== value) onChange(named.id);
  };
  return (
    <AriaComboBox
      className="field"
      defaultItems={candidates}
      onInputChange={setTyped}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      isDisabled={isDisabled}
      isInvalid={words.error !== undefined}
      menuTrigger="focus"
      autoFocus={autoFocus}
    >
      <FieldFrame {...words}>
        <Group className="input">
          <Input
            {...(placeholder === undefined ? {} : { placeholder })}
            onKeyDownCapture={({ key, currentTarget }) => {
              const isPicking = currentTarget.hasAttribute('aria-activedescendant');
              if ((key === 'Enter' || key === 'Tab') && !isPicking) chooseTyped();
            }}
          />
          <Button className="step">
            <ChevronDown className="t3" size={14} aria-hidden />
          </Button>
        </Group>
      </FieldFrame>
      <ChoiceList {...(left === 0 ? {} : { more: `${formatNumber(left)} more: type to find them.` })} />
    </AriaComboBox>
  );
}
