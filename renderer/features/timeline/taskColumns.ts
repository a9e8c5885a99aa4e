/** The columns of the timeline's list: which there are, and in which order they come into sight. */
import type { Person } from '../../../shared/domain/registers/all';
import type { GridColumn } from '../../ui/grid/gridTypes';

/** Number and name stay where they are: they carry the outline. */
export const PINNED_COLUMNS = 2;

const NUMBER: GridColumn = { id: 'number', label: '#', width: 38, align: 'end', readOnly: true };
const NAME: GridColumn = { id: 'name', label: 'Task', width: 238, flex: 1, tree: true };
/** What names take more where the window gives it: with it most of them stand whole. CSS px. */
const ROOM_FOR_NAMES = { narrow: 0, usual: 48, wide: 62 } as const;

/** Narrow is under 1100 CSS px, wide from 1600. */
export type WindowKind = keyof typeof ROOM_FOR_NAMES;
/** Wide enough for the sign of done or late at its left. */
const DAYS: GridColumn = { id: 'durationDays', label: 'Days', width: 78, align: 'end', kind: 'number' };
const START: GridColumn = { id: 'start', label: 'Start', width: 78, align: 'end', kind: 'date' };
const FINISH: GridColumn = { id: 'finish', label: 'Finish', width: 78, align: 'end', kind: 'date' };
/** What a date takes more with its year, CSS px. Names give way: dates are never cut. */
const YEAR = 24;
const DONE: GridColumn = { id: 'percentComplete', label: 'Done', width: 50, align: 'end', kind: 'number' };
const PREDECESSORS: GridColumn = { id: 'predecessors', label: 'Predecessors', width: 96, kind: 'text' };
const SLACK: GridColumn = { id: 'slack', label: 'Slack', width: 50, align: 'end', readOnly: true };

/** Of a baseline that is shown: how far the finish slipped, then its dates. */
const SLIP: GridColumn = { id: 'slip', label: 'Slip', width: 56, align: 'end', readOnly: true };
const THEN: readonly GridColumn[] = [
  { id: 'baselineStart', label: 'Baseline start', width: 112, align: 'end', readOnly: true },
  { id: 'baselineFinish', label: 'Baseline finish', width: 116, align: 'end', readOnly: true },
];

interface TaskColumnsShown {
  readonly kind: WindowKind;
  readonly hasYears: boolean;
  readonly hasBaseline: boolean;
}

/** Unless the window is wide, the answer (days, finish) comes first and the rest is reached by scrolling the list. */
export function taskColumns(
  people: readonly Person[],
  { kind, hasYears, hasBaseline }: TaskColumnsShown,
): readonly GridColumn[] {
  const wider = hasYears ? YEAR : 0;
  const given = hasBaseline ? SLIP.width : 0;
  const name = { ...NAME, width: NAME.width - wider - given + ROOM_FOR_NAMES[kind] };
  const start = { ...START, width: START.width + wider };
  const finish = { ...FINISH, width: FINISH.width + wider };
  const who: GridColumn = {
    id: 'owner',
    label: 'Who',
    width: 112,
    kind: 'choice',
    options: people.map(({ id, name }) => ({ id, label: name })),
  };
  const [slip, then] = hasBaseline ? [[SLIP], THEN] : [[], []];
  return kind === 'wide'
    ? [NUMBER, name, DAYS, start, finish, ...slip, who, DONE, PREDECESSORS, SLACK, ...then]
    : [NUMBER, name, DAYS, finish, ...slip, start, who, DONE, PREDECESSORS, SLACK, ...then];
}

/** Width of the list at first: as many columns as leave room for the chart. CSS px. */
export function firstListWidth(windowWidth: number): number {
  if (windowWidth >= 1600) return Math.min(758, Math.round(windowWidth * 0.443));
  return Math.min(windowWidth < 1100 ? 432 : 480, Math.round(windowWidth * 0.57));
}
