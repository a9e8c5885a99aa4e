/** What each choice would do to the plan, worked out while the page answers: for each a whole plan is computed anew. */
import { useEffect, useState } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { Plan } from '../../../shared/domain/plan';
import type { Decision } from '../../../shared/domain/review/decisions';
import { effectText, hasEffect, type Considered } from '../../../shared/domain/review/effects';
import type { OtherValue } from '../../../shared/domain/review/otherValues';

/** For so many options of a page the plan is calculated anew; more would keep the computer busy for long. */
const MOST_EFFECTS = 24;

/** By question, and in it by column. */
export type EffectTexts = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface Considering {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly decisions: readonly Decision[];
  /** What stood there before; undefined while it is looked for. */
  readonly befores: ReadonlyMap<string, OtherValue | undefined> | undefined;
}

interface Found {
  readonly plan: Plan;
  readonly texts: EffectTexts;
}

/** Of the first questions of a page; one after another they come to be known. */
export function useEffectTexts({ plan, today, decisions, befores }: Considering): EffectTexts {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const waiting = optionsToConsider(decisions, befores);
    let texts: EffectTexts = new Map();
    let at = 0;
    let asked = 0;
    const goOn = (deadline: IdleDeadline): void => {
      do {
        const next = waiting[at];
        if (next === undefined) break;
        at += 1;
        const text = effectText(plan, next.decision, { option: next.option, today });
        const { key } = next.decision;
        texts = new Map(texts).set(key, new Map(texts.get(key)).set(next.column, text));
      } while (deadline.timeRemaining() > 0);
      setFound({ plan, texts });
      if (at < waiting.length) asked = requestIdleCallback(goOn);
    };
    if (waiting.length > 0) asked = requestIdleCallback(goOn);
    return () => {
      cancelIdleCallback(asked);
    };
  }, [plan, today, decisions, befores]);
  // What another plan would have done is no answer.
  return found?.plan === plan ? found.texts : NOTHING;
}

const NOTHING: EffectTexts = new Map();

interface OptionToConsider {
  readonly decision: Decision;
  readonly column: string;
  readonly option: Considered;
}

/** Whole questions only: an option without its effect would look as if it had none. */
function optionsToConsider(
  decisions: readonly Decision[],
  befores: Considering['befores'],
): readonly OptionToConsider[] {
  const all: OptionToConsider[] = [];
  let left = MOST_EFFECTS;
  for (const decision of decisions) {
    if (!hasEffect(decision)) continue;
    const before = befores?.get(decision.key);
    left -= decision.options.length - (before === undefined ? 1 : 0);
    if (left < 0) break;
    decision.options.forEach((option, index) => {
      all.push({ decision, column: String(index), option });
    });
    if (before !== undefined) all.push({ decision, column: 'before', option: before });
  }
  return all;
}
