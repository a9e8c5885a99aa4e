/** Which value a person has chosen for which question, and applying all of them in one step. */
import { useCallback, useMemo, useState } from 'react';
import { applyChoices, type Choice } from '../../../shared/domain/commands/review';
import { counted } from '../../../shared/domain/format/sentence';
import { newestOption, optionBy, type Decision } from '../../../shared/domain/review/decisions';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';

export interface Choices {
  /** The place of the chosen option of a question. */
  readonly chosen: ReadonlyMap<string, number>;
  readonly refusals: ReadonlyMap<string, string>;
  /** How many of the questions given have a choice. */
  readonly count: number;
  readonly choose: (key: string, option: number) => void;
  readonly chooseAllOf: (name: string) => void;
  readonly chooseNewest: () => void;
  readonly clear: () => void;
  readonly apply: () => void;
}

export function useChoices(decisions: readonly Decision[]): Choices {
  const commands = useCommands();
  const [picked, setPicked] = useState<ReadonlyMap<string, number>>(new Map());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  // A choice whose question has been settled elsewhere meanwhile is none.
  const valid = useMemo(
    () => decisions.filter(({ key, options }) => options[picked.get(key) ?? -1] !== undefined),
    [decisions, picked],
  );
  const choose = useCallback((key: string, option: number) => {
    setPicked((were) => new Map(were).set(key, option));
    setRefusals((were) => new Map([...were].filter(([refused]) => refused !== key)));
  }, []);
  const chooseEach = (optionOf: (decision: Decision) => number | undefined): void => {
    const entries = decisions.flatMap((decision): [string, number][] => {
      const option = optionOf(decision);
      return option === undefined ? [] : [[decision.key, option]];
    });
    setPicked((were) => new Map([...were, ...entries]));
  };
  const apply = (): void => {
    const choices = valid.flatMap((decision): Choice[] => {
      const option = decision.options[picked.get(decision.key) ?? -1];
      return option === undefined ? [] : [{ decision, option }];
    });
    const { applied, refused } = applyChoices(choices, commands.attempt);
    setRefusals(new Map(refused.map(({ key, reason }) => [key, reason])));
    setPicked(new Map(refused.flatMap(({ key }) => [[key, picked.get(key) ?? -1] as const])));
    tell(applied, refused.length, commands.undo);
  };
  return {
    chosen: picked,
    refusals,
    count: valid.length,
    choose,
    chooseAllOf: (name) => {
      chooseEach((decision) => optionBy(decision, name));
    },
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

function tell(applied: number, refused: number, undo: () => void): void {
  const left = refused === 0 ? '' : ` ${String(refused)} could not be made; the reason stands beside it.`;
  if (applied === 0) say(`No choice was applied.${left}`);
  else
    say(`${counted(applied, 'choice')} applied.${left}`.replace(/^./, upper), { label: 'Undo', run: undo });
}

function upper(letter: string): string {
  return letter.toUpperCase();
}
