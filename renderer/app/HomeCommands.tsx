/** Keys and palette while no workbook is open. */
import { useMemo, type ReactNode } from 'react';
import type { Settings } from '../../shared/ipc/contract';
import { HomePalette } from './palette/HomePalette';
import { themeActions } from './theme';
import { useWindowCommands, type Actions } from './useWindowCommands';

interface Props {
  readonly onChangeSettings: (changes: Partial<Omit<Settings, 'actor'>>) => void;
  readonly onOpen: (workbook: string) => void;
  readonly onOpenFile: () => void;
  readonly onNewPlan: () => void;
}

export function HomeCommands({ onChangeSettings, onOpen, onOpenFile, onNewPlan }: Props): ReactNode {
  const local = useMemo<Actions>(
    () => ({
      'workbook.new': onNewPlan,
      'workbook.openFile': onOpenFile,
      ...themeActions(onChangeSettings),
    }),
    [onChangeSettings, onOpenFile, onNewPlan],
  );
  const { actions, isPaletteOpen, closePalette, keys } = useWindowCommands(local, false);
  return (
    <>
      {isPaletteOpen && <HomePalette actions={actions} onOpen={onOpen} onClose={closePalette} />}
      {keys}
    </>
  );
}
