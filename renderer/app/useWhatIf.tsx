/** What the frame around a workbook knows of what-ifs: making one, and the way between it and its plan. */
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { ScenariosPage } from '../features/scenarios/ScenariosPage';
import { TryDialog } from '../features/scenarios/TryDialog';
import { desktop } from '../platform/desktop';
import type { Place } from '../state/navigation';
import { sayProblem } from '../state/messages';
import { scenarioName } from '../state/scenarios';
import { useSession } from '../state/session';
import type { Actions } from './useWindowCommands';
import { RestoredStrip } from './RestoredStrip';
import { WhatIfPage } from './WhatIfPage';
import { WhatIfStrip } from './WhatIfStrip';

export interface WhatIf {
  readonly name: string;
  /** The workbook it was made from; null where that is not on this computer. */
  readonly plan: string | null;
}

/** A plan as it was at a backup, while that of today is on this computer too. */
export interface EarlierState {
  /** When the backup was made: milliseconds since 1970. */
  readonly at: number;
  readonly plan: string;
}

/** Whose copy a workbook is; for a plan that stands by itself both are null. */
export interface Kin {
  readonly whatIf: WhatIf | null;
  readonly earlier: EarlierState | null;
}

export async function kinOf(workbook: string): Promise<Kin> {
  const listed = await desktop.call('workbooks.list', null);
  const plans = listed.ok ? listed.value : [];
  const { scenario = null, restored = null } = plans.find(({ id }) => id === workbook) ?? {};
  const isHere = (plan: string): boolean => plans.some(({ id }) => id === plan);
  if (scenario !== null) {
    const plan = isHere(scenario.plan) ? scenario.plan : null;
    return { whatIf: { name: scenarioName(scenario), plan }, earlier: null };
  }
  if (restored === null || restored.plan === null || !isHere(restored.plan))
    return { whatIf: null, earlier: null };
  return { whatIf: null, earlier: { at: restored.at, plan: restored.plan } };
}

interface WhatIfParts {
  readonly actions: Actions;
  readonly strip: ReactNode;
  readonly dialog: ReactNode;
  readonly page: ReactNode;
}

/** @param kin whose copy the open workbook is */
export function useWhatIf(
  { whatIf, earlier }: Kin,
  onOpenWorkbook: (workbook: string, place?: Place) => void,
): WhatIfParts {
  const { workbook, flush } = useSession();
  const [isNaming, setNaming] = useState(false);
  const plan = whatIf?.plan ?? null;
  const compare = useCallback(() => {
    if (plan !== null) onOpenWorkbook(plan, { page: 'scenarios', scenario: workbook });
  }, [plan, workbook, onOpenWorkbook]);
  const leave = useCallback(() => {
    if (plan !== null) onOpenWorkbook(plan);
  }, [plan, onOpenWorkbook]);
  const beginNaming = useCallback(() => {
    setNaming(true);
  }, []);
  const actions = useMemo<Actions>(
    () => ({
      'scenario.try': beginNaming,
      ...(plan === null ? {} : { 'scenario.compare': compare, 'scenario.leave': leave }),
    }),
    [plan, beginNaming, compare, leave],
  );
  const make = async (name: string): Promise<void> => {
    setNaming(false);
    // The copy is made from what is on the disk.
    const unsaved = await flush();
    if (unsaved !== null) {
      sayProblem(unsaved);
      return;
    }
    const made = await desktop.call('scenarios.make', { workbook, name });
    if (made.ok) onOpenWorkbook(made.value.workbook);
    else sayProblem(made.error);
  };
  const ways =
    plan === null ? { onCompare: undefined, onBack: undefined } : { onCompare: compare, onBack: leave };
  return {
    actions,
    strip:
      whatIf !== null ? (
        <WhatIfStrip name={whatIf.name} {...ways} />
      ) : (
        earlier !== null && (
          <RestoredStrip
            at={earlier.at}
            onGo={() => {
              onOpenWorkbook(earlier.plan);
            }}
          />
        )
      ),
    dialog: isNaming && (
      <TryDialog
        onTry={(name) => void make(name)}
        onClose={() => {
          setNaming(false);
        }}
      />
    ),
    page:
      whatIf === null ? (
        <ScenariosPage onTry={beginNaming} onOpen={onOpenWorkbook} />
      ) : (
        <WhatIfPage name={whatIf.name} onTry={beginNaming} hasPlan={plan !== null} />
      ),
  };
}
