import type { ReactNode } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';
import type { Chord } from '../../shared/domain/keys/keyTable';
import { Tooltip } from './Tooltip';

export interface IconButtonProps {
  /** What it does, in words; shown as a tooltip. */
  readonly label: string;
  readonly children: ReactNode;
  readonly onPress?: (event: PressEvent) => void;
  readonly variant?: 'default' | 'quiet';
  readonly isDisabled?: boolean;
  /** Keys that do the same, shown in the tooltip. */
  readonly keys?: Chord;
}

/** A button that is only a sign. */
export function IconButton({ label, children, variant = 'quiet', keys, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} {...(keys === undefined ? {} : { keys })}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={variant === 'quiet' ? 'btn quiet icon' : 'btn icon'}
      >
        {children}
      </AriaButton>
    </Tooltip>
  );
}
