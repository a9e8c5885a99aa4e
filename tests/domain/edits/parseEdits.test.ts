import { describe, expect, it } from 'vitest';
import { problemText } from '../../../shared/domain/base/problemText';
import { parseEdits } from '../../../shared/domain/edits/parseEdits';
import { uuid } from '../../support/makeWorkbook';

function read(json: unknown): unknown {
  const parsed = parseEdits(json, 'edits.json', () => uuid('new'));
  return parsed.ok ? parsed.value : problemText(parsed.error);
}

const id = uuid('a');

describe('edits from JSON', () => {
  it('set, add, archive and restore', () => {
    expect(
      read([
        { register: 'tasks', id, set: { name: 'A' } },
        { register: 'tasks', add: { name: 'B' } },
        { register: 'risks', id: uuid('r'), add: { title: 'R' } },
        { register: 'tasks', id, archive: true },
        { register: 'tasks', id, archive: false },
      ]),
    ).toEqual([
      { kind: 'set', register: 'tasks', id, values: { name: 'A' } },
      { kind: 'add', register: 'tasks', id: uuid('new'), values: { name: 'B' } },
      { kind: 'add', register: 'risks', id: uuid('r'), values: { title: 'R' } },
      { kind: 'archive', register: 'tasks', id },
      { kind: 'restore', register: 'tasks', id },
    ]);
  });

  it('that are no list are told by what they are', () => {
    expect(read({})).toBe('“edits.json” must hold a list of edits; it holds an object. Nothing was changed.');
    expect(read('x')).toContain('it holds text.');
    expect(read(null)).toContain('it holds nothing (null).');
  });

  it('name what is missing or does not fit, and which edit it is', () => {
    const misfits: readonly (readonly [unknown, RegExp])[] = [
      [7, /it is a number\. An edit is \{register, id, set\}/],
      [[], /it is a list\./],
      [{ add: {} }, /“register” is missing\. There are: .*tasks/],
      [{ register: null, add: {} }, /“register” must hold a name; it holds nothing \(null\)\. There are/],
      [{ register: 'task', add: {} }, /there is no register “task”\. There are/],
      [{ register: 'tasks' }, /it does not say what to do\. An edit is/],
      [
        { register: 'tasks', id, set: {}, archive: true },
        /it has “set” and “archive”; make two edits of it\./,
      ],
      [{ register: 'tasks', set: {} }, /“id” is missing: it says which of the tasks\./],
      [
        { register: 'tasks', id: 7, set: {} },
        /“id” must hold the id of a record, as text; it holds a number\./,
      ],
      [{ register: 'tasks', id: 'X', add: {} }, /“id” must be a UUID in lower case, or be left out\./],
      [{ register: 'tasks', id, set: [] }, /“set” must hold an object .*; it holds a list\./],
      [{ register: 'tasks', add: 'A' }, /“add” must hold an object .*; it holds text\./],
      [{ register: 'tasks', id, archive: 'yes' }, /“archive” must hold true or false; it holds text\./],
      [{ register: 'tasks', id, delete: true }, /“delete” is no part of an edit\. An edit is/],
    ];
    for (const [misfit, text] of misfits) {
      const said = read([{ register: 'tasks', add: { name: 'Fits' } }, misfit]);
      expect(said, JSON.stringify(misfit)).toMatch(text);
      expect(said).toMatch(/^Edit 2: .* Nothing was changed\.$/);
      expect(said).not.toContain('undefined');
    }
  });
});
