import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';

export interface ToggleProps {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
}

/** A view option that is on or off, such as "Critical path". */
export function Toggle({ children, icon, isOn, onChange, isDisabled = false }: ToggleProps) {
  return (
    <ToggleButton
      className={isOn ? 'btn quiet on' : 'btn quiet'}
      isSelected={isOn}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      {icon}
      {children}
    </ToggleButton>
  );
}
