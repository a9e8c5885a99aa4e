import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  /** Some of what it stands for is checked. */
  readonly isMixed?: boolean;
  readonly isDisabled?: boolean;
}

export function Checkbox({
  children,
  isChecked,
  onChange,
  isMixed = false,
  isDisabled = false,
}: CheckboxProps) {
  return (
    <CheckboxField
      isSelected={isChecked}
      onChange={onChange}
      isIndeterminate={isMixed}
      isDisabled={isDisabled}
    >
      <CheckboxButton className="check-row">
        <span className={isChecked || isMixed ? 'check on' : 'check'} aria-hidden>
          <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.7">
            {isMixed ? <path d="M2.5 6h7" /> : isChecked && <path d="m2.4 6.3 2.4 2.4 4.8-5.4" />}
          </svg>
        </span>
        {children}
      </CheckboxButton>
    </CheckboxField>
  );
}
