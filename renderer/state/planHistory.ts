/** The history of the open plan for the screen: found by a filter, a page at a time, and read again when the plan changes. */
import { useEffect, useState } from 'react';
import { problemText } from '../../shared/domain/base/problemText';
import type { FieldChange } from '../../shared/domain/edits/change';
import type { HistoryPage } from '../../shared/domain/history/page';
import type { Person } from '../../shared/domain/history/people';
import type { HistoryFilter } from '../../shared/domain/history/query';
import { sameValue } from '../../shared/domain/register/canonical';
import type { Workbook } from '../../shared/domain/workbook';
import { useSession } from './session';

export interface HistoryShown {
  /** Null until it is read. */
  readonly page: HistoryPage | null;
  readonly trouble: string | null;
  /** The last edit of the page before this one; null on the first page. */
  readonly before: number | null;
  readonly onOlder: () => void;
  readonly onNewer: () => void;
}

/** @param workbook the plan as it stands: after a change the history is longer */
export function usePlanHistory(filter: HistoryFilter, workbook: Workbook): HistoryShown {
  const { history } = useSession();
  /** The last edits of the pages before this one. */
  const [passed, setPassed] = useState<readonly number[]>([]);
  const [asked, setAsked] = useState(filter);
  const [page, setPage] = useState<HistoryPage | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  if (asked !== filter) {
    setAsked(filter);
    setPassed([]);
  }
  const before = passed.at(-1) ?? null;
  useEffect(() => {
    let isOver = false;
    void history({ filter, before }).then((answer) => {
      if (isOver) return;
      setTrouble(answer.ok ? null : problemText(answer.error));
      if (answer.ok) setPage(answer.value);
    });
    return () => {
      isOver = true;
    };
  }, [history, filter, before, workbook]);
  return {
    page,
    trouble,
    before,
    onOlder: () => {
      const oldest = page?.entries.at(-1);
      if (oldest !== undefined) setPassed([...passed, oldest.seq]);
    },
    onNewer: () => {
      setPassed(passed.slice(0, -1));
    },
  };
}

/** The changes of one edit, of which a page holds the first. */
export function useChangesOf(
  seq: number,
  first: readonly FieldChange[],
  filter: HistoryFilter,
): { readonly changes: readonly FieldChange[]; readonly onMore: () => void } {
  const { history } = useSession();
  const [further, setFurther] = useState<readonly FieldChange[]>([]);
  const changes = further.length === 0 ? first : [...first, ...further];
  return {
    changes,
    onMore: () => {
      void history({ filter, before: null, of: { seq, skip: changes.length } }).then((answer) => {
        const [entry] = answer.ok ? answer.value.entries : [];
        if (entry !== undefined) setFurther([...further, ...entry.changes]);
      });
    },
  };
}

const NOBODY: readonly Person[] = [];
const EVERYTHING: HistoryFilter = {};

/**
 * Everybody who wrote anything, as far as the history on this computer knows.
 * @param workbook the plan as it stands: after a change there may be more of them
 */
export function usePeople(workbook: Workbook): readonly Person[] {
  const { history } = useSession();
  const [people, setPeople] = useState(NOBODY);
  useEffect(() => {
    let isOver = false;
    void history({ filter: EVERYTHING, before: null }).then((answer) => {
      if (isOver || !answer.ok) return;
      const now = answer.value.people;
      setPeople((were) => (sameValue(were, now) ? were : now));
    });
    return () => {
      isOver = true;
    };
  }, [history, workbook]);
  return people;
}
