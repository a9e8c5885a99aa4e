/**
 * Settling fields that were written apart: each choice is an ordinary edit, all of them together one command. A choice
 * that a rule of the plan refuses is left open and told; the others are made.
 */
import type { Problem } from '../base/problem';
import { problemText } from '../base/problemText';
import type { Result } from '../base/result';
import type { Command, Edit } from '../edits/edit';
import type { RegisterId } from '../registers/all';
import { ARCHIVED_FIELD } from '../review/valueText';
import type { Decision, DecisionOption } from '../review/decisions';
import { recordIn, type Workbook } from '../workbook';

export interface Choice {
  readonly decision: Decision;
  readonly option: DecisionOption;
}

export interface ChoicesOutcome {
  readonly applied: number;
  readonly refused: readonly { readonly key: string; readonly reason: string }[];
}

/** The edits that settle one question. Writing the value that is shown settles it too. */
export function choiceEdits(workbook: Workbook, { decision, option }: Choice): readonly Edit[] {
  const { register, id, fields } = decision;
  if (!fields.includes(ARCHIVED_FIELD)) return [{ kind: 'set', register, id, values: option.values }];
  return binEdits(workbook, { register, id, archived: option.values[ARCHIVED_FIELD] === true });
}

interface Wanted {
  readonly register: RegisterId;
  readonly id: string;
  readonly archived: boolean;
}

/**
 * Puts a record into the bin or takes it out, and settles whether it belongs there. Archiving what is archived already
 * would write nothing, so it is taken out and put back, or the other way round; what that brings back with a task and
 * was in the bin before goes there again.
 */
export function binEdits(workbook: Workbook, { register, id, archived }: Wanted): readonly Edit[] {
  const wanted: Edit = { kind: archived ? 'archive' : 'restore', register, id };
  if (recordIn(workbook, register, id)?.archived !== archived) return [wanted];
  const opposite: Edit = { kind: archived ? 'restore' : 'archive', register, id };
  if (archived || register !== 'tasks') return [opposite, wanted];
  const { tasks, links } = workbook.tables;
  const family = new Set(withDescendants(id, [...tasks.live, ...tasks.archived]));
  const again = [
    ...tasks.archived.filter((task) => family.has(task.id)).map(({ id: task }) => ['tasks', task] as const),
    ...links.archived
      .filter(({ predecessor, successor }) => family.has(predecessor ?? '') || family.has(successor ?? ''))
      .map(({ id: link }) => ['links', link] as const),
  ];
  return [
    opposite,
    wanted,
    ...again.map(([of, other]): Edit => ({ kind: 'archive', register: of, id: other })),
  ];
}

function withDescendants(id: string, tasks: readonly { id: string; parent: string | null }[]): string[] {
  const family = new Set([id]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const task of tasks) if (task.parent !== null && family.has(task.parent)) family.add(task.id);
  }
  return [...family];
}

/** After so many refusals one by one, what is left is refused together. */
const MOST_TRIES = 100;

/**
 * Makes all choices in one step.
 * @param attempt runs a command, or says what is wrong and at which of its edits
 */
export function applyChoices(
  workbook: Workbook,
  choices: readonly Choice[],
  attempt: (command: Command) => Result<undefined, Problem & { readonly edit?: number }>,
): ChoicesOutcome {
  let steps = choices.map((choice) => ({ choice, edits: choiceEdits(workbook, choice) }));
  const refused: { key: string; reason: string }[] = [];
  for (let tries = 0; steps.length > 0; tries++) {
    const done = attempt({ label: choicesLabel(steps.length), edits: steps.flatMap(({ edits }) => edits) });
    if (done.ok) return { applied: steps.length, refused };
    const culprits = tries < MOST_TRIES ? culpritsOf(steps, done.error.edit) : steps;
    const reason = problemText(done.error);
    refused.push(...culprits.map(({ choice }) => ({ key: choice.decision.key, reason })));
    steps = steps.filter((step) => !culprits.includes(step));
  }
  return { applied: 0, refused };
}

export function choicesLabel(count: number): string {
  return count === 1 ? 'Apply 1 choice' : `Apply ${String(count)} choices`;
}

interface Step {
  readonly choice: Choice;
  readonly edits: readonly Edit[];
}

/** The step an edit belongs to. A circle has no single edit: every step that could have closed it is taken out. */
function culpritsOf(steps: readonly Step[], edit: number | undefined): readonly Step[] {
  if (edit !== undefined) {
    let passed = 0;
    const culprit = steps.find(({ edits }) => (passed += edits.length) > edit);
    return culprit === undefined ? steps : [culprit];
  }
  const inGraph = steps.filter(
    ({ choice: { decision } }) =>
      decision.register === 'links' ||
      decision.fields.some((field) => field === 'parent' || field === ARCHIVED_FIELD),
  );
  return inGraph.length === 0 ? steps : inGraph;
}
