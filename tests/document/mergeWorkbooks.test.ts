import { describe, expect, test } from 'vitest';
import { mergeWorkbooks } from '../../shared/document/mergeWorkbooks';
import { stateAsNewWorkbook } from '../../shared/document/newWorkbook';
import { factsOf } from '../../shared/document/stateFacts';
import { uuid } from '../support/makeWorkbook';
import { copyOf, run, set, startWorkbook } from '../support/replicas';
import { twoSites } from '../support/twoSites';

describe('joining copies', () => {
  test('refuses different workbooks and copies that share a history they disagree on', () => {
    const { clock, maria } = twoSites();
    const other = startWorkbook(clock, [], uuid('other'));
    const refused = mergeWorkbooks([
      { name: 'a', state: maria.encodeState() },
      { name: 'b', state: other.encodeState() },
    ]);
    expect(refused).toMatchObject({ ok: false, error: { code: 'merge/differentWorkbooks' } });
    const [left, right] = [copyOf(maria, 2, 'Left', clock), copyOf(maria, 3, 'Right', clock)];
    left.yDoc.clientID = right.yDoc.clientID = 77;
    run(left, set('tasks', 'A', { name: 'Left' }));
    run(right, set('tasks', 'A', { name: 'Right' }));
    const forked = mergeWorkbooks([
      { name: 'a', state: left.encodeState() },
      { name: 'b', state: right.encodeState() },
    ]);
    expect(forked).toMatchObject({ ok: false, error: { code: 'merge/forked' } });
    // Neither differs from what both come from, only from each other.
    const three = mergeWorkbooks([
      { name: 'base', state: maria.encodeState() },
      { name: 'a', state: left.encodeState() },
      { name: 'b', state: right.encodeState() },
    ]);
    expect(three).toMatchObject({ error: { code: 'merge/forked', facts: { first: 'a', second: 'b' } } });
  });

  test('gives a restored backup another identity with the same content', () => {
    const { maria } = twoSites();
    const state = stateAsNewWorkbook(maria.encodeState(), uuid('restored'));
    const facts = factsOf(maria.encodeState());
    expect(facts).toMatchObject({ name: 'Test practice', format: 1 });
    expect(factsOf(state)).toEqual({ ...facts, workbook: uuid('restored') });
  });
});
