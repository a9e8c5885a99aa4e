/** The plan that the answers would make, computed shortly after the last of them. */
import { useEffect, useState } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { Problem } from '../../../shared/domain/base/problem';
import type { Plan } from '../../../shared/domain/plan';
import type { GivenAnswers } from '../../../shared/domain/templates/answers';
import type { HolidayTable } from '../../../shared/domain/templates/holidays';
import type { LikelyGoLive } from '../../../shared/domain/templates/experience';
import type { Pack } from '../../../shared/domain/templates/pack';
import { changeBetween, previewPack } from '../../../shared/domain/templates/previewPack';

export interface Answered {
  /** Which question, and in words what was answered. */
  readonly id: string;
  readonly words: string;
}

export interface Preview {
  /** The last plan that could be made; it stays while an answer does not fit. */
  readonly plan: Plan | null;
  readonly likely: LikelyGoLive | null;
  readonly problem: Problem | null;
  /** `8 providers: go-live 3 days later, …`; null right after another pack was chosen. */
  readonly change: { readonly answer: string; readonly effect: string } | null;
}

interface Shown extends Preview {
  readonly key: string;
  readonly answered: Answered | null;
  /** The plan before the last answer. */
  readonly before: Plan | null;
}

const NOTHING: Shown = {
  ...{ plan: null, likely: null, problem: null, change: null },
  ...{ key: '', answered: null, before: null },
};
/** Longer than the pause between two key strokes. */
const PAUSE_MS = 200;

export function usePreview(
  pack: Pack,
  answers: GivenAnswers,
  holidays: HolidayTable,
  answered: Answered | null,
  today: CalendarDate,
): Preview & { readonly isFresh: boolean } {
  const [shown, setShown] = useState(NOTHING);
  const key = JSON.stringify([pack.id, answers, today]);
  useEffect(() => {
    const timer = setTimeout(() => {
      const made = previewPack(pack, { answers, holidays }, today);
      setShown((was) => {
        if (!made.ok) return { ...was, key, problem: made.error };
        // Going on with the same question compares with the plan before it was touched.
        const before = was.answered?.id === answered?.id ? was.before : was.plan;
        const effect = answered === null || before === null ? null : changeBetween(before, made.value.plan);
        const change = answered === null || effect === null ? null : { answer: answered.words, effect };
        return { key, ...made.value, problem: null, change, answered, before };
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
    // The answers are made anew at every render; their content is the key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return { ...shown, isFresh: shown.key === key };
}
