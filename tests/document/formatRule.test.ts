/** The one rule for newer formats, and that a workbook keeps to it wherever the format is named. */
import { describe, expect, test } from 'vitest';
import { accessTo, FORMAT } from '../../shared/document/formatRule';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import { set, startWorkbook, TestClock } from '../support/replicas';

const NEWER = FORMAT + 1;

test.each([
  ['all of this format', [{ format: FORMAT, minWriter: 1, minReader: 1 }], 'write'],
  ['none named, as in the first files', [{}], 'write'],
  ['a newer content', [{ format: NEWER }], 'read'],
  ['a newer content that says older apps may write it', [{ format: NEWER, minWriter: 1 }], 'read'],
  ['a content that only newer apps may write', [{ format: FORMAT, minWriter: NEWER }], 'read'],
  ['a newer file around a known content', [{ format: FORMAT }, { format: NEWER }], 'read'],
  ['a known file around a newer content', [{ format: NEWER }, { format: FORMAT }], 'read'],
  ['what is no format', [{ format: 'next' }], 'read'],
  ['half a format', [{ format: FORMAT + 0.5 }], 'read'],
  ['a file that only newer apps may read', [{ format: NEWER, minReader: NEWER }], 'none'],
  ['the same beside a known content', [{ format: FORMAT }, { minReader: NEWER }], 'none'],
] as const)('%s', (_what, marks, access) => {
  expect(accessTo(...marks)).toBe(access);
});

describe('a workbook', () => {
  const clock = new TestClock();
  const replica = { actor: 2, name: 'Old laptop', clock: clock.read, random: () => 0.5 };
  const state = startWorkbook(clock).encodeState();

  test('whose file is of a newer format is shown, and takes no edit', () => {
    const document = WorkbookDocument.open(state, replica, { format: NEWER });
    expect(document.format).toEqual({ format: NEWER, readOnly: true });
    expect(document.workbook().tables.organisation.live).toHaveLength(1);
    const edits = [set('organisation', 'organisation', { name: 'Other' })];
    expect(document.run({ label: 'Edit', edits })).toMatchObject({ error: { code: 'document/readOnly' } });
    expect(document.encodeState()).toEqual(state);
  });

  test('of this format takes edits, whatever older format its file names', () => {
    const document = WorkbookDocument.open(state, replica, { format: 0 });
    expect(document.format).toEqual({ format: FORMAT, readOnly: false });
    const edits = [set('organisation', 'organisation', { name: 'Other' })];
    expect(document.run({ label: 'Edit', edits })).toEqual({ ok: true, value: undefined });
  });
});
