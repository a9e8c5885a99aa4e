/** Watches over what is not saved: says so once each time it begins, and lets nobody leave it behind unasked. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { problem, type Problem, type ProblemCode } from '../../shared/domain/base/problem';
import type { WorkbookSession } from '../platform/openWorkbook';
import { say } from '../state/messages';

export interface SavingNotice {
  readonly problem: Problem;
  /** The person wanted to close the window. */
  readonly isClosing: boolean;
}

export interface SavingGuard {
  /** What the dialog says; null while there is none. */
  readonly notice: SavingNotice | null;
  /** Says again what is wrong and what to do. */
  readonly explain: () => void;
  readonly dismiss: () => void;
  /** Saves everything. @returns whether the workbook may be left; if not, the person has been told */
  readonly maySafelyLeave: (isClosing: boolean) => Promise<boolean>;
}

/** A drive that has not answered by then counts as one that does not. */
const ANSWER_LIMIT_MS = 10_000;

export function useSavingGuard(session: WorkbookSession | null): SavingGuard {
  const [notice, setNotice] = useState<SavingNotice | null>(null);
  useEffect(() => {
    if (session === null) return undefined;
    // Trouble of another kind is told anew: there is something else to do about it.
    let told: ProblemCode | null = null;
    const look = (): void => {
      const { state, trouble } = session.saving.read();
      if (trouble !== null && trouble.problem.code !== told) {
        told = trouble.problem.code;
        setNotice((now) => ({ problem: trouble.problem, isClosing: now?.isClosing ?? false }));
      }
      if (state !== 'saved') return;
      setNotice(null);
      if (told !== null) say('Everything is saved again.');
      told = null;
    };
    look();
    const stop = session.saving.subscribe(look);
    return () => {
      stop();
      setNotice(null);
    };
  }, [session]);

  const explain = useCallback(() => {
    const trouble = session?.saving.read().trouble;
    if (trouble !== null && trouble !== undefined) setNotice({ problem: trouble.problem, isClosing: false });
  }, [session]);
  const dismiss = useCallback(() => {
    setNotice(null);
  }, []);
  const maySafelyLeave = useCallback(
    async (isClosing: boolean): Promise<boolean> => {
      const wrong = session === null ? null : await withinLimit(session.flush());
      if (wrong !== null) setNotice({ problem: wrong, isClosing });
      return wrong === null;
    },
    [session],
  );
  return useMemo(
    () => ({ notice, explain, dismiss, maySafelyLeave }),
    [notice, explain, dismiss, maySafelyLeave],
  );
}

function withinLimit(saving: Promise<Problem | null>): Promise<Problem | null> {
  const silence = new Promise<Problem>((resolve) => {
    setTimeout(() => {
      resolve(problem('storage/notSaved', { reason: 'the drive does not answer' }));
    }, ANSWER_LIMIT_MS);
  });
  return Promise.race([saving, silence]);
}
