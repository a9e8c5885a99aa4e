/** Doing fixes from the list: what came of it is said, and the focus stays where the mended line was. */
import { useEffect, useRef, type FocusEvent, type RefObject } from 'react';
import type { Finding } from '../../../shared/domain/base/problem';
import { runFixes, type FixOfMany } from '../../../shared/domain/commands/problemFixes';
import { counted } from '../../../shared/domain/format/sentence';
import { useCommands } from '../../state/commands';

export interface Mending {
  /** @param person the one who was named, where the fix asks for one */
  readonly mend: (fix: FixOfMany, person: string | null) => void;
  readonly list: RefObject<HTMLDivElement | null>;
  /** Heard by the list. */
  readonly onFocus: (event: FocusEvent) => void;
}

export function useMending(findings: readonly Finding[]): Mending {
  const commands = useCommands();
  const list = useRef<HTMLDivElement>(null);
  const focused = useRef<EventTarget | null>(null);
  /** Which button of the list was pressed, until the focus has found its place again. */
  const pressed = useRef<number | null>(null);
  useEffect(() => {
    if (pressed.current === null) return;
    const buttons = buttonsIn(list.current);
    // What was pressed is gone with its finding; what stands there now is the next thing to mend.
    const next = buttons[Math.min(pressed.current, buttons.length - 1)];
    pressed.current = null;
    next?.focus();
  }, [findings]);
  const mend = (fix: FixOfMany, person: string | null): void => {
    const at = buttonsIn(list.current).findIndex((button) => button === focused.current);
    const { done, refused } = runFixes(fix, person, commands.attempt);
    if (done.length > 0) pressed.current = Math.max(0, at);
    const [first] = refused;
    if (first === undefined) commands.sayDone(`${fix.label}: done.`);
    else {
      const left = refused.length === 1 ? '' : `${counted(refused.length, 'is', 'are')} left as they were. `;
      const report = done.length === 0 ? '' : `${counted(done.length, 'is', 'are')} mended. `;
      commands.tellLeftOut(`${fix.label}: ${report}${left}${first.reason}`, done.length > 0);
    }
  };
  const onFocus = ({ target }: FocusEvent): void => {
    focused.current = target;
  };
  return { mend, list, onFocus };
}

function buttonsIn(list: HTMLDivElement | null): readonly HTMLButtonElement[] {
  return [...(list?.querySelectorAll('button') ?? [])];
}
