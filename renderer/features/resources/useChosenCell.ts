/** Which week of whom is told: the one that was chosen, the one another page means, or the worst there is. */
import { useState } from 'react';
import { worstOverload } from '../../../shared/domain/commands/resourcesAnswer';
import type { Plan } from '../../../shared/domain/plan';
import { assigneeOf } from '../../../shared/domain/resources/load';
import { overloadsOf, type Overload } from '../../../shared/domain/resources/overloads';
import { recordIn } from '../../../shared/domain/workbook';
import { usePlace, type Place } from '../../state/navigation';
import type { LoadCell, LoadTable } from './loadTable';

export type ResourcesView = 'load' | 'list';

export interface ChosenCell {
  readonly view: ResourcesView;
  readonly setView: (view: ResourcesView) => void;
  readonly cell: LoadCell | null;
  readonly choose: (cell: LoadCell) => void;
}

/** A finding about too much work leads to the weeks; any other to the list, where the assignment can be changed. */
export function useChosenCell(plan: Plan): ChosenCell {
  const place = usePlace();
  const [view, setView] = useState<ResourcesView>('load');
  const [chosen, choose] = useState<LoadCell | null>(null);
  const [followed, setFollowed] = useState<Place | null>(null);
  if (place !== followed) {
    setFollowed(place);
    if (place.view?.register === 'assignments') setView('list');
    if (place.record?.register === 'assignments') {
      const meant = meantCell(plan, place.record);
      setView(meant === null ? 'list' : 'load');
      if (meant !== null) choose(meant);
    }
  }
  return { view, setView, cell: chosen ?? worstCell(plan), choose };
}

function meantCell(plan: Plan, { id, field }: NonNullable<Place['record']>): LoadCell | null {
  const assignment = recordIn(plan.workbook, 'assignments', id);
  if (assignment === undefined || (field !== undefined && field !== 'unitsPercent')) return null;
  const assignee = assigneeOf(plan.workbook, assignment);
  return assignee.kind === 'person' ? cellOf(overloadsOf(plan).get(assignee.person.id)) : null;
}

function worstCell(plan: Plan): LoadCell | null {
  return cellOf(worstOverload([...overloadsOf(plan).values()]));
}

function cellOf(overload: Overload | undefined): LoadCell | null {
  return overload === undefined ? null : { person: overload.load.person.id, week: overload.worst.week };
}

/** The chosen cell while the table has it, else its first one. */
export function shownCell({ rows, weeks }: LoadTable, cell: LoadCell | null): LoadCell | null {
  const isThere =
    cell !== null && weeks.includes(cell.week) && rows.some(({ person }) => person.id === cell.person);
  const [person, week] = [rows[0]?.person.id, weeks[0]];
  if (isThere) return cell;
  return person === undefined || week === undefined ? null : { person, week };
}
