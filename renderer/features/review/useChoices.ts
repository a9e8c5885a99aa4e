/** Which value a person has chosen for which question, and applying all of them in one step. */
import { useCallback, useMemo, useState } from 'react';
import { applyChoices, type Choice } from '../../../shared/domain/commands/review';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import { counted } from '../../../shared/domain/format/sentence';
import { sameValue } from '../../../shared/domain/register/canonical';
import { newestOption, type Decision } from '../../../shared/domain/review/decisions';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';

/** What was chosen for one question. */
export interface Picked {
  /** The place of one of the values written apart, `before` or `other`. */
  readonly column: string;
  readonly values: FieldValues;
}

/** A question that was settled while the page was open. */
export interface Settled extends Choice {
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Choices {
  readonly picked: ReadonlyMap<string, Picked>;
  readonly refusals: ReadonlyMap<string, string>;
  /** The newest first. */
  readonly settled: readonly Settled[];
  /** How many of the questions given have a choice. */
  readonly count: number;
  readonly pick: (key: string, pick: Picked) => void;
  /** @param optionOf the place of the option to choose; a question without one stays as it is */
  readonly chooseEach: (optionOf: (decision: Decision) => number | undefined) => void;
  readonly chooseNewest: () => void;
  readonly clear: () => void;
  readonly apply: () => void;
}

export function useChoices(decisions: readonly Decision[]): Choices {
  const commands = useCommands();
  const [picked, setPicked] = useState<ReadonlyMap<string, Picked>>(new Map());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [settled, setSettled] = useState<readonly Settled[]>([]);
  const valid = useMemo(
    () => decisions.flatMap((decision) => choiceOf(decision, picked.get(decision.key))),
    [decisions, picked],
  );
  const pick = useCallback((key: string, chosen: Picked) => {
    setPicked((were) => new Map(were).set(key, chosen));
    setRefusals((were) => new Map([...were].filter(([refused]) => refused !== key)));
  }, []);
  const chooseEach: Choices['chooseEach'] = (optionOf) => {
    const entries = decisions.flatMap((decision): [string, Picked][] => {
      const option = optionOf(decision);
      const values = decision.options[option ?? -1]?.values;
      return values === undefined ? [] : [[decision.key, { column: String(option), values }]];
    });
    setPicked((were) => new Map([...were, ...entries]));
  };
  const apply = (): void => {
    const { applied, refused } = applyChoices(commands.workbook(), valid, commands.attempt);
    const open = new Set(refused.map(({ key }) => key));
    setRefusals(new Map(refused.map(({ key, reason }) => [key, reason])));
    setPicked(new Map([...picked].filter(([key]) => open.has(key))));
    const at = Date.now();
    const done = valid.filter(({ decision: { key } }) => !open.has(key));
    setSettled((were) => [...done.map((choice) => ({ ...choice, at })), ...were]);
    tell(applied, refused.length, commands.sayDone);
  };
  return {
    picked,
    refusals,
    settled,
    count: valid.length,
    pick,
    chooseEach,
    chooseNewest: () => {
      chooseEach(newestOption);
    },
    clear: () => {
      setPicked(new Map());
      setRefusals(new Map());
    },
    apply,
  };
}

/** A choice whose question has been settled or has other values meanwhile is none. */
function choiceOf(decision: Decision, chosen: Picked | undefined): Choice[] {
  if (chosen === undefined) return [];
  const { column, values } = chosen;
  const isWritten = column !== 'before' && column !== 'other';
  if (isWritten && !sameValue(decision.options[Number(column)]?.values, values)) return [];
  return [{ decision, values }];
}

function tell(applied: number, refused: number, sayDone: (text: string) => void): void {
  const left = refused === 0 ? '' : ` ${String(refused)} could not be made; the reason stands beside it.`;
  if (applied === 0) say(`No choice was applied.${left}`);
  else sayDone(`${counted(applied, 'choice')} applied.${left}`.replace(/^./, upper));
}

function upper(letter: string): string {
  return letter.toUpperCase();
}
