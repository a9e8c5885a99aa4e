import type { ReactNode } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: (event: PressEvent) => void;
  /** `primary` once per screen; `quiet` has no frame. */
  readonly variant?: 'default' | 'primary' | 'quiet';
  readonly size?: 'normal' | 'large';
  readonly icon?: ReactNode;
  readonly type?: 'button' | 'submit';
  /** Say why beside it. */
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Words for screen readers where the label alone says too little. */
  readonly label?: string;
}

/** A button with a verb on it. */
export function Button({
  variant = 'default',
  size = 'normal',
  icon,
  label,
  children,
  ...rest
}: ButtonProps) {
  const names = ['btn', ...(variant === 'default' ? [] : [variant]), ...(size === 'large' ? ['lg'] : [])];
  return (
    <AriaButton
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      className={names.join(' ')}
    >
      {icon}
      {children}
    </AriaButton>
  );
}
