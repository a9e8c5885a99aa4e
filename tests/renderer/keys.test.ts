import { describe, expect, test } from 'vitest';
import { WINDOW_KEYS } from '../../renderer/app/keymap';
import { KEY_TABLES } from '../../renderer/app/palette/keyTables';
import { TIMELINE_KEYS } from '../../renderer/features/timeline/boardKeys';
import { GANTT_KEYS } from '../../renderer/ui/gantt/chartKeys';
import { rowsOf, type KeyTable } from '../../shared/domain/keys/keyTable';

const chordsOf = (table: KeyTable<unknown>): readonly string[] =>
  rowsOf(table).flatMap(({ keys, also = {} }) => [...Object.keys(keys), ...Object.keys(also)]);

const REGIONS = KEY_TABLES.filter((table) => table !== WINDOW_KEYS);

describe('keys', () => {
  test.each(KEY_TABLES)('$title: each stands for one thing', (table) => {
    const chords = chordsOf(table);
    expect(chords.filter((chord, at) => chords.indexOf(chord) !== at)).toEqual([]);
  });

  test.each(REGIONS)('$title: none that works anywhere is taken', (table) => {
    const anywhere = new Set(chordsOf(WINDOW_KEYS));
    expect(chordsOf(table).filter((chord) => anywhere.has(chord))).toEqual([]);
  });

  test('of the timeline and its chart do not meet', () => {
    const timeline = new Set(chordsOf(TIMELINE_KEYS));
    expect(chordsOf(GANTT_KEYS).filter((chord) => timeline.has(chord))).toEqual([]);
  });
});
