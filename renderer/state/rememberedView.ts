/** How a person looks at a page: kept while the workbook is open, its heads for good; never written into it. */
import { useCallback, useState } from 'react';
import type { TableHeads } from '../../shared/domain/records/keptHeads';
import { keepHeads, keptHeads } from './keptHeads';
import { useSession } from './session';

type Remembered<V> = readonly [V, (part: Partial<V>) => void];

/** What of a view is kept beyond the day: how the heads of its table are set. */
export interface KeptPart<V> {
  /** The table, or what the names of several begin with. */
  readonly table: string;
  /** The view with heads that were kept; a later version may know fewer columns than were kept. */
  readonly withHeads: (view: V, heads: TableHeads, name: string) => V;
  readonly headsOf: (view: V) => TableHeads;
}

/** A view whose heads are its own members. */
export function ownHeads<V extends TableHeads>(table: string): KeptPart<V> {
  return {
    table,
    withHeads: (view, { columns, sort, widths, shown }) => ({ ...view, columns, sort, widths, shown }),
    headsOf: ({ columns, sort, widths, shown }) => ({ columns, sort, widths, shown }),
  };
}

const HEADS: ReadonlySet<string> = new Set<keyof TableHeads>(['columns', 'sort', 'widths', 'shown']);

/**
 * Makes a hook for one kind of view.
 * @param kept what outlives the window, where the view has a table
 * @returns the hook: a name for what is looked at, and how it looks at first
 */
export function rememberedView<V extends object>(
  kept?: KeptPart<V>,
): (name: string, first: () => V) => Remembered<V> {
  /** What was chosen before, by open workbook and by name. */
  const remembered = new WeakMap<object, Map<string, V>>();
  return function useRememberedView(name, first) {
    const session = useSession();
    const { workbook } = session;
    const key = `${kept?.table ?? ''} ${name}`;
    const [view, setView] = useState(() => {
      const seen = remembered.get(session)?.get(name);
      if (seen !== undefined) return seen;
      if (kept === undefined) return first();
      const heads = keptHeads(workbook, key);
      return heads === undefined ? first() : kept.withHeads(first(), heads, name);
    });
    const change = useCallback(
      (part: Partial<V>): void => {
        setView((was) => {
          const next = { ...was, ...part };
          remembered.set(session, (remembered.get(session) ?? new Map<string, V>()).set(name, next));
          if (kept !== undefined && Object.keys(part).some((member) => HEADS.has(member)))
            keepHeads(workbook, key, kept.headsOf(next));
          return next;
        });
      },
      [session, name, workbook, key],
    );
    return [view, change];
  };
}
