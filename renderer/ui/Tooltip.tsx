import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import type { Chord } from '../../shared/domain/keys/keyTable';
import { Keycaps } from './Kbd';

export interface TooltipProps {
  readonly text: string;
  readonly keys?: Chord;
  /** One focusable primitive. */
  readonly children: ReactElement;
}

/** A few words under the pointer or the keyboard's focus. */
export function Tooltip({ text, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500}>
      {children}
      <AriaTooltip className="pop tip" offset={6}>
        {text} {keys !== undefined && <Keycaps chord={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
