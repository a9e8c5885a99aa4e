/** The commands of the window, however they are called: by their keys, the application menu, the palette, a button. */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { CommandId } from '../../shared/ipc/commands';
import { desktop } from '../platform/desktop';
import { toggleGuide } from '../state/guide';
import { goTo } from '../state/navigation';
import { isTyping, shortcutOf } from './keymap';
import { KeysDialog } from './palette/KeysDialog';
import { goToRegion } from './regions';

/** What can be done here; a command that is not among them does nothing. */
export type Actions = Readonly<Partial<Record<CommandId, () => void>>>;

interface WindowCommands {
  /** All that can be done here. */
  readonly actions: Actions;
  readonly isPaletteOpen: boolean;
  readonly closePalette: () => void;
  /** The list of keys, while it is shown. */
  readonly keys: ReactNode;
}

/** @param hasPages whether the keys of pages lead anywhere */
export function useWindowCommands(local: Actions, hasPages: boolean): WindowCommands {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const actions = useMemo<Actions>(
    () => ({
      ...local,
      'palette.open': () => {
        setOpen((was) => (was === 'palette' ? null : 'palette'));
      },
      'help.keys': () => {
        setOpen('keys');
      },
      'help.guide': toggleGuide,
    }),
    [local],
  );
  useKeysAndMenu(actions, hasPages);
  const close = (): void => {
    setOpen(null);
  };
  return {
    actions,
    isPaletteOpen: open === 'palette',
    closePalette: close,
    keys: open === 'keys' && <KeysDialog onClose={close} />,
  };
}

/** A dialog asks for an answer first: nothing changes behind it. The palette itself closes by its own key. */
function isHeldByDialog(): boolean {
  return document.querySelector('.scrim:not(.is-palette, .is-drawer)') !== null;
}

function useKeysAndMenu(actions: Actions, hasPages: boolean): void {
  const latest = useRef({ actions, hasPages });
  useEffect(() => {
    latest.current = { actions, hasPages };
  }, [actions, hasPages]);
  useEffect(() => {
    const run = (command: CommandId): void => {
      if (command !== 'help.guide' && isHeldByDialog()) return;
      latest.current.actions[command]?.();
    };
    const press = (event: KeyboardEvent): void => {
      const meant = shortcutOf(event);
      // The palette opens from within a cell that is edited too, where other keys are the text's.
      const isEarly = event.eventPhase === Event.CAPTURING_PHASE;
      const isPalette = meant?.kind === 'command' && meant.command === 'palette.open';
      if (meant === null || event.defaultPrevented || isEarly !== isPalette) return;
      if (meant.kind === 'command') {
        if (isTyping(event.target) && meant.command.startsWith('edit.')) return;
        event.preventDefault();
        run(meant.command);
      } else if (meant.kind === 'region') {
        if (goToRegion(meant.step)) event.preventDefault();
      } else if (latest.current.hasPages) {
        event.preventDefault();
        if (!isHeldByDialog()) goTo({ page: meant.page });
      }
    };
    window.addEventListener('keydown', press, true);
    window.addEventListener('keydown', press);
    const stop = desktop.listen('app.command', ({ command }) => {
      run(command);
    });
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('keydown', press);
      stop();
    };
  }, []);
}
