/** Everything about one roadmap item. Every field saves itself; what is refused is said under the field. */
import { Trash2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { chooseValue, conflictsOf } from '../../../shared/domain/commands/conflictChoice';
import { heldBy, lanesOf, spanText } from '../../../shared/domain/commands/roadmap';
import { formatDate } from '../../../shared/domain/format/dates';
import type { Plan } from '../../../shared/domain/plan';
import type { StoredValue } from '../../../shared/domain/register/field';
import { textOf } from '../../../shared/domain/register/parseText';
import { roadmapItems } from '../../../shared/domain/registers/roadmap';
import type { RoadmapItem } from '../../../shared/domain/registers/all';
import { fieldLabel, valueText } from '../../../shared/domain/review/valueText';
import { itemSpan } from '../../../shared/domain/roadmap/itemSpan';
import { useCommands } from '../../state/commands';
import { ComboBox } from '../../ui/ComboBox';
import { ConflictChoice } from '../../ui/ConflictChoice';
import { Drawer } from '../../ui/Drawer';
import { IconButton } from '../../ui/IconButton';
import { Note } from '../../ui/Note';
import { RecordField } from '../../ui/RecordField';
import type { RoadmapEditing } from './useRoadmapEditing';

type FieldName = keyof typeof roadmapItems.fields;

const WHAT: readonly FieldName[] = ['title', 'lane', 'kind', 'audience'];
const SURE: readonly FieldName[] = ['confidence', 'owner', 'notes'];

export interface RoadmapDrawerProps {
  readonly item: RoadmapItem;
  readonly plan: Plan;
  readonly editing: RoadmapEditing;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

export function RoadmapDrawer({ item, plan, editing, isOver, onClose }: RoadmapDrawerProps): ReactNode {
  const [errors, setErrors] = useState<Readonly<Record<string, string | undefined>>>({});
  const field = (name: FieldName): ReactNode => (
    <ItemField
      key={name}
      name={name}
      item={item}
      plan={plan}
      error={errors[name]}
      onText={(text) => {
        const reason = editing.typeField(item.id, name, text);
        setErrors((were) => ({ ...were, [name]: reason }));
      }}
      onPick={(value) => {
        editing.pick(item.id, roadmapItems.fields[name].label, { [name]: value });
      }}
    />
  );
  return (
    <Drawer
      title={item.title}
      context={item.lane === '' ? 'Roadmap' : `Roadmap, ${item.lane}`}
      onClose={onClose}
      isOver={isOver}
      tools={
        <IconButton
          label="Move to the bin"
          keys="Delete"
          onPress={() => {
            onClose();
            editing.archive([item.id]);
          }}
        >
          <Trash2 size={16} strokeWidth={1.5} aria-hidden />
        </IconButton>
      }
    >
      <Conflicts item={item} plan={plan} />
      <section className="record-section">
        <h3 className="record-heading">What it is</h3>
        {WHAT.map(field)}
      </section>
      <When item={item} plan={plan} editing={editing} field={field} />
      <section className="record-section">
        <h3 className="record-heading">How sure, and who</h3>
        {SURE.map(field)}
      </section>
    </Drawer>
  );
}

interface WhenProps extends Pick<RoadmapDrawerProps, 'item' | 'plan' | 'editing'> {
  readonly field: (name: FieldName) => ReactNode;
}

/** Dates of its own, or those of the tasks it stands for. */
function When({ item, plan, editing, field }: WhenProps): ReactNode {
  const span = itemSpan(item, plan.schedule);
  const followsTasks = heldBy(item, plan) === 'tasks';
  return (
    <section className="record-section">
      <h3 className="record-heading">When</h3>
      {followsTasks && span !== null ? (
        <div className="prop">
          <span className="prop-label">Dates</span>
          <p className="rm-follows num">
            {spanText(span)} <span className="t3">from its tasks</span>
          </p>
        </div>
      ) : (
        <>
          {field('start')}
          {field('end')}
          {span === null && field('horizon')}
          {field('fixedDate')}
        </>
      )}
      <LinkedTasks item={item} plan={plan} editing={editing} />
    </section>
  );
}

function LinkedTasks({ item, plan, editing }: Pick<WhenProps, 'item' | 'plan' | 'editing'>): ReactNode {
  const { tasks } = plan.workbook.tables;
  const setTasks = (ids: readonly string[]): void => {
    editing.pick(item.id, roadmapItems.fields.tasks.label, { tasks: ids });
  };
  const free = tasks.live.filter(({ id }) => !item.tasks.includes(id));
  return (
    <div className="prop">
      <span className="prop-label" aria-hidden>
        Tasks
      </span>
      <div className="rm-tasks">
        <ul aria-label="Linked tasks">
          {item.tasks.map((id) => {
            const name = tasks.byId.get(id)?.name ?? 'A missing task';
            const finish = plan.schedule.task(id)?.finish;
            return (
              <li key={id}>
                <span className="clip" title={name}>
                  {name}
                </span>
                <span className="t3 small num">
                  {finish === undefined ? 'in the bin' : formatDate(finish, 'short')}
                </span>
                <IconButton
                  label={`Unlink ${name}`}
                  onPress={() => {
                    setTasks(item.tasks.filter((other) => other !== id));
                  }}
                >
                  <X size={14} aria-hidden />
                </IconButton>
              </li>
            );
          })}
        </ul>
        <ComboBox
          key={item.tasks.join()}
          label="Link a task"
          hidesLabel
          placeholder="Link a task"
          description="The dates then follow its tasks."
          value={null}
          choices={free.map(({ id, name }) => ({ id, label: name }))}
          onChange={(id) => {
            if (id !== null) setTasks([...item.tasks, id]);
          }}
        />
      </div>
    </div>
  );
}

interface ItemFieldProps {
  readonly name: FieldName;
  readonly item: RoadmapItem;
  readonly plan: Plan;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
  readonly onPick: (value: StoredValue) => void;
}

function ItemField({ name, item, plan, error, onText, onPick }: ItemFieldProps): ReactNode {
  const field = roadmapItems.fields[name];
  const { people, roadmapItems: items } = plan.workbook.tables;
  const value = item[name];
  const text = textOf(field, value, { currency: plan.budget.currency, titleOf: () => undefined });
  const lanes = lanesOf(items.live).join(', ');
  return (
    <RecordField
      name={name}
      value={value}
      field={field}
      text={text}
      onText={onText}
      onPick={onPick}
      {...(field.kind === 'ref'
        ? { choices: people.live.map(({ id, name: label }) => ({ id, label })) }
        : {})}
      {...(name === 'lane' && lanes !== '' ? { description: `In use: ${lanes}` } : {})}
      {...(error === undefined ? {} : { error })}
    />
  );
}

function Conflicts({ item, plan }: Pick<RoadmapDrawerProps, 'item' | 'plan'>): ReactNode {
  const commands = useCommands();
  const { workbook } = plan;
  const findings = plan.findings.filter(
    ({ id, problem }) => id === item.id && problem.code === 'plan/refDangling',
  );
  return (
    <>
      {conflictsOf(workbook, item.id).map((conflict) => (
        <ConflictChoice
          key={conflict.field}
          label={fieldLabel('roadmapItems', conflict.field)}
          values={conflict.values.map(({ value, by, at }) => ({
            text: valueText(workbook, 'roadmapItems', conflict.field, value),
            by: `${by}, ${formatDate(at.slice(0, 10), 'weekday')}`,
          }))}
          onChoose={(index) => {
            const command = chooseValue(workbook, conflict, index);
            if (command !== undefined) commands.run(command);
          }}
        />
      ))}
      {findings.length > 0 && (
        <Note tone="warn" title="A linked task is not there any more.">
          Unlink it below.
        </Note>
      )}
    </>
  );
}
