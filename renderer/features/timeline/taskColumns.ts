/** The columns of the timeline's list: which there are, and in which order they come into sight. */
import type { Person } from '../../../shared/domain/registers/all';
import type { GridColumn } from '../../ui/grid/gridTypes';

/** Number and name stay where they are: they carry the outline. */
export const PINNED_COLUMNS = 2;

const NUMBER: GridColumn = { id: 'number', label: '#', width: 38, align: 'end', readOnly: true };
const NAME: GridColumn = { id: 'name', label: 'Task', width: 238, flex: 1, tree: true };
/** Wide enough for the sign of done or late at its left. */
const DAYS: GridColumn = { id: 'durationDays', label: 'Days', width: 78, align: 'end', kind: 'number' };
const START: GridColumn = { id: 'start', label: 'Start', width: 78, align: 'end', kind: 'date' };
const FINISH: GridColumn = { id: 'finish', label: 'Finish', width: 78, align: 'end', kind: 'date' };
/** What a date takes more with its year, CSS px. Names give way: dates are never cut. */
const YEAR = 24;
const DONE: GridColumn = { id: 'percentComplete', label: 'Done', width: 50, align: 'end', kind: 'number' };
const PREDECESSORS: GridColumn = { id: 'predecessors', label: 'Predecessors', width: 96, kind: 'text' };
const SLACK: GridColumn = { id: 'slack', label: 'Slack', width: 50, align: 'end', readOnly: true };

/** In a narrow window the answer (days, finish) comes first and the rest is reached by scrolling the list. */
export function taskColumns(
  people: readonly Person[],
  { isWide, hasYears }: { readonly isWide: boolean; readonly hasYears: boolean },
): readonly GridColumn[] {
  const wider = hasYears ? YEAR : 0;
  const name = { ...NAME, width: NAME.width - wider };
  const start = { ...START, width: START.width + wider };
  const finish = { ...FINISH, width: FINISH.width + wider };
  const who: GridColumn = {
    id: 'owner',
    label: 'Who',
    width: 112,
    kind: 'choice',
    options: people.map(({ id, name }) => ({ id, label: name })),
  };
  return isWide
    ? [NUMBER, name, DAYS, start, finish, who, DONE, PREDECESSORS, SLACK]
    : [NUMBER, name, DAYS, finish, start, who, DONE, PREDECESSORS, SLACK];
}

/** Width of the list at first: as many columns as leave room for the chart. CSS px. */
export function firstListWidth(windowWidth: number): number {
  if (windowWidth >= 1600) return 672;
  return Math.min(432, Math.round(windowWidth * 0.57));
}
