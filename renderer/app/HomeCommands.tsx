/** Keys and palette while no workbook is open. */
import { useMemo, type ReactNode } from 'react';
import type { Settings } from '../../shared/ipc/contract';
import { HomePalette } from './palette/HomePalette';
import { helpActions } from './shownDialog';
import { lookActions } from './theme';
import { useWindowCommands, type Actions } from './useWindowCommands';

interface Props {
  readonly onChangeSettings: (changes: Partial<Omit<Settings, 'actor'>>) => void;
  readonly onOpen: (workbook: string) => void;
  readonly onOpenFile: () => void;
  readonly onNewPlan: () => void;
  readonly onExportEverything: () => void;
}

export function HomeCommands(props: Props): ReactNode {
  const { onChangeSettings, onOpen, onOpenFile, onNewPlan, onExportEverything } = props;
  const local = useMemo<Actions>(
    () => ({
      'workbook.new': onNewPlan,
      'workbook.openFile': onOpenFile,
      'export.everything': onExportEverything,
      ...helpActions,
      ...lookActions(onChangeSettings),
    }),
    [onChangeSettings, onOpenFile, onNewPlan, onExportEverything],
  );
  const { actions, isPaletteOpen, closePalette, keys } = useWindowCommands(local, false);
  return (
    <>
      {isPaletteOpen && <HomePalette actions={actions} onOpen={onOpen} onClose={closePalette} />}
      {keys}
    </>
  );
}
