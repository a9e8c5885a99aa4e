/** The keys of every part of the window, in the order in which they are listed. */
import type { KeyTable } from '../../../shared/domain/keys/keyTable';
import { BOARD_KEYS } from '../../features/registers/boardKeys';
import { REGISTER_KEYS } from '../../features/registers/pageKeys';
import { LOAD_KEYS } from '../../features/resources/loadKeys';
import { LATER_KEYS, ROADMAP_KEYS } from '../../features/roadmap/roadmapKeys';
import { TIMELINE_KEYS } from '../../features/timeline/boardKeys';
import { CHART_KEYS } from '../../ui/charts/chartKeys';
import { HEAT_KEYS } from '../../ui/charts/heatStep';
import { FIELD_KEYS } from '../../ui/fieldKeys';
import { GANTT_KEYS } from '../../ui/gantt/chartKeys';
import { EDIT_KEYS, GRID_KEYS } from '../../ui/grid/gridKeys';
import { HEAD_KEYS } from '../../ui/grid/headKeys';
import { WINDOW_KEYS } from '../keymap';

export const KEY_TABLES: readonly KeyTable<unknown>[] = [
  WINDOW_KEYS,
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
  LOAD_KEYS,
  CHART_KEYS,
];
