/** How a person looks at a page: kept while the workbook is open, never written into it. */
import { useCallback, useState } from 'react';
import { useSession } from './session';

type Remembered<V> = readonly [V, (part: Partial<V>) => void];

/**
 * Makes a hook for one kind of view.
 * @returns the hook: a name for what is looked at, and how it looks at first
 */
export function rememberedView<V extends object>(): (name: string, first: () => V) => Remembered<V> {
  /** What was chosen before, by open workbook and by name. */
  const remembered = new WeakMap<object, Map<string, V>>();
  return function useRememberedView(name, first) {
    const session = useSession();
    const [view, setView] = useState(() => remembered.get(session)?.get(name) ?? first());
    const change = useCallback(
      (part: Partial<V>): void => {
        setView((was) => {
          const next = { ...was, ...part };
          remembered.set(session, (remembered.get(session) ?? new Map<string, V>()).set(name, next));
          return next;
        });
      },
      [session, name],
    );
    return [view, change];
  };
}
