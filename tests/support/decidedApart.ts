/** Two people who write apart in one small plan, and the questions that come of it. */
import { expect } from 'vitest';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { applyChoices } from '../../shared/domain/commands/review';
import type { Edit } from '../../shared/domain/edits/edit';
import { decisionsOf, type Decision, type DecisionOption } from '../../shared/domain/review/decisions';
import { known } from '../../shared/domain/base/assert';
import { uuid } from './makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock, writtenApart } from './replicas';

/** The plan before they did. */
export const START: readonly Edit[] = [
  add('tasks', 'sum', { name: 'Build', kind: 'summary' }),
  add('tasks', 'a', { name: 'Templates', durationDays: 5, parent: uuid('sum') }),
  add('tasks', 'b', { name: 'Go-live', kind: 'milestone', durationDays: 0 }),
  add('tasks', 'd', { name: 'Training' }),
  add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') }),
  add('costs', 'c', { name: 'Lab interface', quantity: 1, unitCost: 400_000, start: '2027-02-01' }),
];

/** Two people write apart, then the first one reads the other's work. */
export function apart(
  mine: (document: WorkbookDocument) => void,
  theirs: (document: WorkbookDocument) => void,
): WorkbookDocument {
  const goLive = set('organisation', 'organisation', { goLive: uuid('b') });
  const { maria, priya } = writtenApart([...START, goLive], mine, theirs);
  maria.merge(priya.encodeState());
  return maria;
}

/** Maria, Priya and Sam write apart, a minute after each other, and then send each other everything in a ring. */
export function threeApart(
  ...edits: readonly [Edit, Edit, Edit]
): readonly [WorkbookDocument, WorkbookDocument, WorkbookDocument] {
  const clock = new TestClock();
  const maria = startWorkbook(clock, START);
  const sites = [maria, copyOf(maria, 2, 'Priya', clock), copyOf(maria, 3, 'Sam', clock)] as const;
  edits.forEach((edit, at) => {
    clock.advance(60);
    run(sites[at] ?? maria, edit);
  });
  const [, priya, sam] = sites;
  for (const [into, from] of [
    [maria, priya],
    [sam, maria],
    [priya, sam],
    [maria, priya],
  ] as const)
    into.merge(from.encodeState());
  return sites;
}

export function onlyDecision(document: WorkbookDocument): Decision {
  const decisions = decisionsOf(document.workbook());
  expect(decisions).toHaveLength(1);
  return known(decisions[0], 'the one decision');
}

export function optionFrom({ options }: Decision, name: string): DecisionOption {
  return known(
    options.find(({ by }) => by === name),
    `an option of ${name}`,
  );
}

/** Chooses what somebody wrote. */
export function apply(document: WorkbookDocument, decision: Decision, by: string): void {
  const option = optionFrom(decision, by);
  const outcome = applyChoices(document.workbook(), [{ decision, values: option.values }], (command) =>
    document.run(command),
  );
  expect(outcome).toEqual({ applied: 1, refused: [] });
}

export const texts = ({ options }: Decision): string[] =>
  options.map(({ by, lines }: DecisionOption) => `${by}: ${lines.map(({ text }) => text).join(', ')}`);
