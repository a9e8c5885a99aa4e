import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd';

export interface TooltipProps {
  readonly text: string;
  readonly keys?: string;
  /** One focusable primitive. */
  readonly children: ReactElement;
}

/** A few words under the pointer or the keyboard's focus. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip className="pop tip" offset={6}>
        {text} {keys !== undefined && <Kbd>{keys}</Kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
