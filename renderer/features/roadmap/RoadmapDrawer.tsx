/** Everything about one roadmap item: its own dates, or those of the tasks it stands for. */
import { useContext, type ReactNode } from 'react';
import { heldBy, lanesOf, spanText } from '../../../shared/domain/commands/roadmap';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import { choicesFor } from '../../../shared/domain/records/references';
import { roadmapItems } from '../../../shared/domain/registers/roadmap';
import type { RoadmapItem } from '../../../shared/domain/registers/all';
import { itemSpan } from '../../../shared/domain/roadmap/itemSpan';
import { useRecordMore } from '../../state/recordMore';
import { EditRefusal } from '../../ui/grid/EditRefusal';
import { RecordDrawer } from '../../ui/RecordDrawer';
import { ReferencesField } from '../../ui/ReferencesField';
import type { RoadmapEditing } from './useRoadmapEditing';

const SECTIONS: readonly (readonly [string, readonly (keyof typeof roadmapItems.fields)[]])[] = [
  ['What it is', ['title', 'lane', 'kind', 'audience']],
  ['When', ['start', 'end', 'horizon', 'fixedDate', 'tasks']],
  ['How sure, and who', ['confidence', 'owner', 'notes']],
];

export interface RoadmapDrawerProps {
  readonly item: RoadmapItem;
  readonly plan: Plan;
  readonly editing: RoadmapEditing;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

export function RoadmapDrawer({ item, plan, editing, ...drawer }: RoadmapDrawerProps): ReactNode {
  const more = useRecordMore({ workbook: plan.workbook, register: 'roadmapItems', id: item.id });
  const lanes = lanesOf(plan.workbook.tables.roadmapItems.live).join(', ');
  return (
    <RecordDrawer
      {...drawer}
      more={more}
      plan={plan}
      editing={editing}
      register="roadmapItems"
      id={item.id}
      sections={SECTIONS}
      context={item.lane === '' ? 'Roadmap' : `Roadmap, ${item.lane}`}
      shows={(name) => (name === 'lane' && lanes !== '' ? { description: `In use: ${lanes}` } : {})}
      inPlaceOf={(name) =>
        name === 'tasks' ? (
          <LinkedTasks key={name} item={item} plan={plan} editing={editing} />
        ) : (
          datesInPlaceOf(name, item, plan)
        )
      }
    />
  );
}

/** Where tasks give the dates, they stand once, calculated; a horizon counts only while there are no dates. */
function datesInPlaceOf(name: string, item: RoadmapItem, plan: Plan): ReactNode | undefined {
  const span = itemSpan(item, plan.schedule);
  if (heldBy(item, plan) !== 'tasks' || span === null)
    return name === 'horizon' && span !== null ? null : undefined;
  if (name === 'start') {
    return (
      <div key={name} className="prop">
        <span className="prop-label">Dates</span>
        <p className="rm-follows num">
          {spanText(span)} <span className="t3">from its tasks</span>
        </p>
      </div>
    );
  }
  return name === 'end' || name === 'horizon' || name === 'fixedDate' ? null : undefined;
}

/** The tasks an item stands for, each with its finish. */
function LinkedTasks({
  item,
  plan,
  editing,
}: Pick<RoadmapDrawerProps, 'item' | 'plan' | 'editing'>): ReactNode {
  const isRefused = useContext(EditRefusal) !== null;
  const choices = choicesFor(plan.workbook, roadmapItems.fields.tasks, item.tasks).map((choice) => {
    const finish = plan.schedule.task(choice.id)?.finish;
    return finish === undefined ? choice : { ...choice, hint: formatDate(finish, 'short') };
  });
  return (
    <div className="prop" data-field="tasks">
      <span className="prop-label" aria-hidden>
        {roadmapItems.fields.tasks.label}
      </span>
      <ReferencesField
        label="Linked tasks"
        addLabel="Link a task"
        description="The dates then follow its tasks."
        value={item.tasks}
        isDisabled={isRefused}
        choices={choices}
        onChange={(ids) => {
          editing.pick(item.id, 'tasks', ids);
        }}
      />
    </div>
  );
}
