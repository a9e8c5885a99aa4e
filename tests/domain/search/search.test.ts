import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundRecord, rankedHits, searchable, type Hit } from '../../../shared/domain/search/searchable';
import { snippetOf } from '../../../shared/domain/search/snippet';
import { hasAllWords, matchesIn, wordsOf } from '../../../shared/domain/search/words';
import { tableOf } from '../../../shared/domain/workbook';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

/** Half of a pair of UTF-16 units, which no screen can show. */
const HALF_PAIR = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const marked = (text: string, wanted: readonly string[], similar: readonly string[] = []): string[] =>
  matchesIn(text, wanted, new Set(similar)).map(({ from, to }) => text.slice(from, to));

describe('words', () => {
  test('are compared without case and accents', () => {
    expect(wordsOf('Büro, ÉLAN 25-day').map(({ word }) => word)).toEqual(['buro', 'elan', '25', 'day']);
    expect(hasAllWords('Café near the Büro', ['buro', 'caf'])).toBe(true);
    expect(hasAllWords('Café near the Büro', ['buro', 'tea'])).toBe(false);
  });

  test('are marked as far as they were typed, and whole where they only resemble it', () => {
    expect(marked('Extract from the old vendor', ['extr', 'vendor'])).toEqual(['Extr', 'vendor']);
    expect(marked('The extract', ['extarct'], ['extract'])).toEqual(['extract']);
    // The accent may be a character of its own.
    expect(marked('Cafe\u0301s', ['cafes'])).toEqual(['Cafe\u0301s']);
  });

  test('lie where they were found, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { from, to } of wordsOf(text)) {
          expect(text.slice(from, to)).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        }
      }),
    );
  });
});

describe('a snippet', () => {
  const NOTE =
    'Ask the clearinghouse for test claims early. The old vendor needs twenty-five days of warning before the extract, in writing, and answers on Mondays only.';

  test('shows what was found with some words around it', () => {
    const found = snippetOf(NOTE, ['extract'], new Set());
    expect(found?.text).toBe('… before the extract, in writing, and answers on Mondays only.');
    expect(found?.matches.map(({ from, to }) => found.text.slice(from, to))).toEqual(['extract']);
  });

  test('is the whole text where that is short, on one line', () => {
    expect(snippetOf('Send the\n  extract', ['extract'], new Set())?.text).toBe('Send the extract');
  });

  test('is none where nothing was found', () => {
    expect(snippetOf(NOTE, ['portal'], new Set())).toBeUndefined();
  });

  test('marks only what was found, whatever the text is', () => {
    const texts = fc.array(
      fc.constantFrom('extract', 'extracted', 'vendor', 'é', '😀', 'a'.repeat(40), '\n'),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const found = snippetOf(parts.join(' '), ['extract'], new Set());
        expect(found === undefined).toBe(!parts.some((part) => part.startsWith('extract')));
        for (const { from, to } of found?.matches ?? []) expect(found?.text.slice(from, to)).toBe('extract');
        expect(found?.text ?? '').not.toMatch(HALF_PAIR);
      }),
    );
  });
});

describe('records', () => {
  const workbook = makeWorkbook({
    tasks: [
      { id: 'notice', name: 'Extract notice', notes: 'By letter' },
      { id: 'kickoff', name: 'Kick-off', notes: 'Mention the extract to the vendor' },
      { id: 'gone', name: 'Extract of images', archived: true },
    ],
  });
  const hit = (id: string, score: number): Hit => {
    return { register: 'tasks', id: uuid(id), score, similar: ['extract'] };
  };

  test('are searched in every text they have', () => {
    const task = tableOf(workbook, 'tasks').byId.get(uuid('kickoff'));
    const entry = task === undefined ? undefined : searchable('tasks', task);
    expect(entry).toMatchObject({ title: 'Kick-off' });
    expect(entry?.texts).toContain('Mention the extract to the vendor');
  });

  test('show the field where the title does not say why they were found', () => {
    expect(foundRecord(workbook, hit('notice', 1), ['extract'])).toMatchObject({
      title: 'Extract notice',
      titleMatches: [{ from: 0, to: 7 }],
      found: null,
    });
    expect(foundRecord(workbook, hit('kickoff', 1), ['extract'])?.found).toMatchObject({
      field: 'notes',
      label: 'Notes',
      text: 'Mention the extract to the vendor',
    });
  });

  test('show the text with most of the words', () => {
    const risks = makeWorkbook({
      risks: [{ id: 'r', title: 'Late', mitigation: 'Load a second copy', trigger: 'The trial load fails' }],
    });
    const hitRisk: Hit = { register: 'risks', id: uuid('r'), score: 1, similar: ['trial', 'load'] };
    expect(foundRecord(risks, hitRisk, ['trial', 'load'])?.found?.field).toBe('trigger');
  });

  test('show the end of a long title where it was found there', () => {
    const long = makeWorkbook({
      tasks: [{ id: 'long', name: `Meet ${'everybody and '.repeat(9)}the laboratory` }],
    });
    const found = foundRecord(long, { register: 'tasks', id: uuid('long'), score: 1, similar: [] }, [
      'labor',
    ]);
    expect(found?.found?.text).toMatch(/^… .*laboratory$/);
  });

  test('stand by how well they fit, those in the bin last, those gone not at all', () => {
    const ranked = rankedHits(workbook, [
      hit('kickoff', 1),
      hit('gone', 9),
      hit('notice', 3),
      hit('never', 5),
    ]);
    expect(ranked.map(({ id }) => id)).toEqual([uuid('notice'), uuid('kickoff'), uuid('gone')]);
    expect(foundRecord(workbook, hit('gone', 9), ['extract'])?.isInBin).toBe(true);
  });
});
