import { describe, expect, it } from 'vitest';
import { problemText } from '../../../shared/domain/base/problemText';
import { checkEdits } from '../../../shared/domain/edits/checkEdits';
import type { Edit } from '../../../shared/domain/edits/edit';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { add, set } from '../../support/replicas';

/** A waits for nothing, B lies under A and C under B; D waits for A. */
const plan = makeWorkbook({
  tasks: [
    { id: 'A', name: 'Build' },
    { id: 'B', name: 'Interfaces', parent: 'A' },
    { id: 'C', name: 'Lab', parent: 'B' },
    { id: 'D', name: 'Training' },
    { id: 'E', name: 'Go-live' },
  ],
  links: [{ id: 'AD', predecessor: 'A', successor: 'D' }],
});

function refusal(...edits: Edit[]): { edit: number | undefined; text: string } {
  const checked = checkEdits(plan, edits);
  if (checked.ok) throw new Error('must be refused');
  return { edit: checked.error.edit, text: problemText(checked.error) };
}

const under = (task: string, parent: string): Edit => set('tasks', task, { parent: uuid(parent) });
const link = (from: string, to: string): Edit =>
  add('links', `${from}${to}`, { predecessor: uuid(from), successor: uuid(to) });
const harmless = set('tasks', 'E', { durationDays: 0 });

describe('an edit that would close a circle', () => {
  it('is told of the task that would lie under itself', () => {
    expect(refusal(harmless, under('A', 'A'))).toEqual({
      edit: 1,
      text: '“Build” cannot lie under itself.',
    });
  });

  it('is told of the task that was moved, not of one that lay there before', () => {
    const text = '“Build” cannot go under “Lab”, which lies under it: no task can lie under itself.';
    expect(refusal(harmless, harmless, under('A', 'C'))).toEqual({ edit: 2, text });
  });

  it('is the later one of two that close it together', () => {
    const { edit, text } = refusal(under('D', 'E'), harmless, under('E', 'D'));
    expect(edit).toBe(2);
    expect(text).toMatch(/^“Go-live” cannot go under “Training”/);
  });

  it('says that a task cannot go under one it is linked to', () => {
    const { edit, text } = refusal(harmless, under('D', 'A'));
    expect(edit).toBe(1);
    expect(text).toMatch(/^“Training” cannot go under “Build”: with the links there are/);
    expect(text).toMatch(/Build → Training → Build|Training → Build → Training/);
  });

  it('speaks of the link where a link closes it', () => {
    const { edit, text } = refusal(link('D', 'E'), harmless, link('E', 'C'));
    expect(edit).toBe(2);
    expect(text).toMatch(/^This link would close a circle: /);
    for (const name of ['Build', 'Training', 'Go-live']) expect(text).toContain(name);
  });

  it('is no obstacle when a later edit of the list opens the circle again', () => {
    const edits = [under('A', 'C'), set('tasks', 'B', { parent: null })];
    expect(checkEdits(plan, edits).ok).toBe(true);
  });
});
