/** The way to a new plan: what comes with the app, shown by the feature, made and kept here. */
import { useMemo, type ReactNode } from 'react';
import type { Settings } from '../../shared/ipc/contract';
import { NewPlanPage } from '../features/newPlan/NewPlanPage';
import { createFromPack, holidays, packs } from '../platform/packs';
import { sayProblem } from '../state/messages';
import { localToday } from '../state/today';
import { useWindowCommands, type Actions } from './useWindowCommands';

interface Props {
  readonly settings: Settings;
  readonly onCancel: () => void;
  readonly onMade: (workbook: string) => void;
}

/** Only help: nothing else may lead away from answers that were given. */
const NO_ACTIONS: Actions = {};

export function NewPlan({ settings, onCancel, onMade }: Props): ReactNode {
  const all = useMemo(() => packs(), []);
  const { keys } = useWindowCommands(NO_ACTIONS, false);
  return (
    <>
      <NewPlanPage
        packs={all}
        holidays={holidays}
        today={localToday()}
        onCancel={onCancel}
        onMake={async (pack, answers) => {
          const made = await createFromPack({ pack, answers }, settings);
          if (made.ok) onMade(made.value);
          else sayProblem(made.error);
        }}
      />
      {keys}
    </>
  );
}
