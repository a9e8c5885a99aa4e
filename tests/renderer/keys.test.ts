import { describe, expect, test } from 'vitest';
import { WINDOW_KEYS } from '../../renderer/app/keymap';
import { BOARD_KEYS } from '../../renderer/features/registers/boardKeys';
import { REGISTER_KEYS } from '../../renderer/features/registers/pageKeys';
import { LATER_KEYS, ROADMAP_KEYS } from '../../renderer/features/roadmap/roadmapKeys';
import { TIMELINE_KEYS } from '../../renderer/features/timeline/boardKeys';
import { CHART_KEYS } from '../../renderer/ui/charts/chartKeys';
import { HEAT_KEYS } from '../../renderer/ui/charts/heatStep';
import { FIELD_KEYS } from '../../renderer/ui/fieldKeys';
import { GANTT_KEYS } from '../../renderer/ui/gantt/chartKeys';
import { EDIT_KEYS, GRID_KEYS } from '../../renderer/ui/grid/gridKeys';
import { HEAD_KEYS } from '../../renderer/ui/grid/headKeys';
import { rowsOf, type KeyTable } from '../../shared/domain/keys/keyTable';

const chordsOf = (table: KeyTable<unknown>): readonly string[] =>
  rowsOf(table).flatMap(({ keys, also = {} }) => [...Object.keys(keys), ...Object.keys(also)]);

const REGIONS: readonly KeyTable<unknown>[] = [
  GRID_KEYS,
  EDIT_KEYS,
  HEAD_KEYS,
  FIELD_KEYS,
  TIMELINE_KEYS,
  GANTT_KEYS,
  REGISTER_KEYS,
  BOARD_KEYS,
  ROADMAP_KEYS,
  LATER_KEYS,
  HEAT_KEYS,
  CHART_KEYS,
];

describe('keys', () => {
  test.each([WINDOW_KEYS, ...REGIONS])('$title: each stands for one thing', (table) => {
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
