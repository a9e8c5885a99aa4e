/** The what-ifs of a plan: which there are, what each says, and what can be done with them as a whole. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Problem } from '../../shared/domain/base/problem';
import type { Result } from '../../shared/domain/base/result';
import type { Choices } from '../../shared/domain/scenario/choices';
import type { ScenarioComparison } from '../../shared/domain/scenario/compareScenario';
import type { Workbook } from '../../shared/domain/workbook';
import { desktop } from '../platform/desktop';
import { planWith, readScenario, type ReadScenario } from '../platform/readScenario';
import { sayProblem } from './messages';
import { useSession } from './session';

export type { ReadScenario } from '../platform/readScenario';

export interface Scenario {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly modified: number;
  /** Deleted: kept, and shown only to be brought back. */
  readonly archived: boolean;
}

export interface Scenarios {
  /** In the order in which they were made; null until they are known. */
  readonly all: readonly Scenario[] | null;
  readonly rename: (id: string, name: string) => Promise<void>;
  /** Deletes one, or brings it back. @returns whether it was done */
  readonly archive: (id: string, archived: boolean) => Promise<boolean>;
}

/** @param plan the workbook they were made from */
export function useScenarios(plan: string): Scenarios {
  const [all, setAll] = useState<readonly Scenario[] | null>(null);
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    let isOver = false;
    void scenariosOf(plan).then((found) => {
      if (!isOver) setAll(found);
    });
    return () => {
      isOver = true;
    };
  }, [plan, looked]);
  const change = useCallback(
    async (id: string, changes: { readonly name?: string; readonly archived?: boolean }) => {
      const changed = await desktop.call('scenarios.change', { workbook: id, changes });
      if (!changed.ok) sayProblem(changed.error);
      setLooked((count) => count + 1);
      return changed.ok;
    },
    [],
  );
  return useMemo(
    () => ({
      all,
      rename: async (id, name) => {
        await change(id, { name });
      },
      archive: (id, archived) => change(id, { archived }),
    }),
    [all, change],
  );
}

async function scenariosOf(plan: string): Promise<readonly Scenario[]> {
  const listed = await desktop.call('workbooks.list', null);
  if (!listed.ok) {
    sayProblem(listed.error);
    return [];
  }
  return listed.value
    .flatMap(({ id, modified, scenario }) =>
      scenario?.plan === plan
        ? [{ id, modified, name: scenarioName(scenario), made: scenario.made, archived: scenario.archived }]
        : [],
    )
    .sort((a, b) => a.made - b.made);
}

/** Of one whose name was lost with a file. */
export function scenarioName({ name }: { readonly name: string }): string {
  return name === '' ? 'What-if without a name' : name;
}

export type ScenarioReads = ReadonlyMap<string, Result<ReadScenario, Problem>>;

/** What each of them says, one after another: each is a whole plan to read. */
export function useScenarioReads(scenarios: readonly Scenario[]): ScenarioReads {
  const [reads, setReads] = useState<ScenarioReads>(new Map());
  useEffect(() => {
    let isOver = false;
    const readAll = async (): Promise<void> => {
      for (const { id } of scenarios) {
        const read = await readScenario(id);
        // The page may have been left meanwhile, and what was changed since is asked for again.
        if (isOver) return;
        setReads((known) => new Map(known).set(id, read));
      }
    };
    void readAll();
    return () => {
      isOver = true;
    };
  }, [scenarios]);
  return reads;
}

/**
 * The plan with what is chosen of a what-if in it. It follows a choice once the page has been painted, because a whole
 * plan is put together for it.
 * @returns null until it is known, and while nobody wants it
 */
export function usePlanWith(
  read: ReadScenario,
  comparison: ScenarioComparison,
  choices: Choices,
  isWanted: boolean,
): Workbook | null {
  const { document } = useSession();
  const [found, setFound] = useState<Workbook | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const waiting = requestIdleCallback(() => {
      setFound(planWith(document, read, comparison, choices));
    });
    return () => {
      cancelIdleCallback(waiting);
    };
  }, [document, read, comparison, choices, isWanted]);
  return isWanted ? found : null;
}
