/** What a task waits for and what waits for it: each link with its type and lag, which can be changed and removed. */
import { X } from 'lucide-react';
import { useContext, useState, type ReactNode } from 'react';
import {
  changeLink,
  linksInto,
  linksOutOf,
  linkTasks,
  predecessorsText,
  removeLink,
  setPredecessors,
} from '../../../shared/domain/commands/taskLinks';
import type { Plan } from '../../../shared/domain/plan';
import { registers, type Link, type Task } from '../../../shared/domain/registers/all';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import { sayProblem } from '../../state/messages';
import { daysInWords } from '../../../shared/domain/format/amounts';
import { ComboBox } from '../../ui/ComboBox';
import { EditRefusal } from '../../ui/grid/EditRefusal';
import { IconButton } from '../../ui/IconButton';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import type { TaskActions } from './useTaskActions';

export interface TaskLinksProps {
  readonly plan: Plan;
  readonly task: Task;
  readonly actions: TaskActions;
  readonly onShow: (task: string) => void;
}

export function TaskLinks(props: TaskLinksProps): ReactNode {
  const { plan, task } = props;
  const isReadOnly = useContext(EditRefusal) !== null;
  const before = linksInto(plan.workbook, task.id);
  const after = linksOutOf(plan.workbook, task.id);
  return (
    <section className="task-links">
      <h3 className="h3">Waits for</h3>
      {before.length === 0 && <p className="t3">Nothing. It can begin with the plan.</p>}
      <ul>
        {before.map((link) => (
          <LinkItem key={link.id} {...props} link={link} other={link.predecessor ?? ''} />
        ))}
      </ul>
      {!isReadOnly && <AddPredecessor {...props} />}
      <h3 className="h3">Waited for by</h3>
      {after.length === 0 && <p className="t3">Nothing waits for it.</p>}
      <ul>
        {after.map((link) => (
          <LinkItem key={link.id} {...props} link={link} other={link.successor ?? ''} />
        ))}
      </ul>
    </section>
  );
}

const TYPES = Object.entries(registers.links.fields.type.options).map(([id, label]) => ({ id, label }));

interface LinkItemProps extends TaskLinksProps {
  readonly link: Link;
  /** The task at the other end. */
  readonly other: string;
}

function LinkItem({ plan, actions, onShow, link, other }: LinkItemProps): ReactNode {
  const { workbook } = plan;
  const name = recordIn(workbook, 'tasks', other)?.name ?? '';
  const { run } = actions.commands;
  const isReadOnly = useContext(EditRefusal) !== null;
  const isSuspended = workbook.suspendedLinks.has(link.id);
  return (
    <li>
      <div className="row">
        <span className="t3 num">{(workbook.outline.index.get(other) ?? 0) + 1}</span>
        <button type="button" className="task-link clip" title={name} onClick={() => onShow(other)}>
          {name}
        </button>
        <span className="sp" />
        {!isReadOnly && (
          <IconButton label={`Remove the link with ${name}`} onPress={() => run(removeLink(link.id))}>
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </div>
      {isReadOnly ? (
        <p className="t2 small">{howText(link)}</p>
      ) : (
        <div className="row task-link-how">
          <Select
            label={`Type of the link with ${name}`}
            hidesLabel
            choices={TYPES}
            value={link.type}
            onChange={(type) => run(changeLink(link.id, { type: type as Link['type'] }))}
          />
          <NumberField
            label={`Lag of the link with ${name}, working days`}
            hidesLabel
            value={link.lagDays}
            unit="days lag"
            format={{ maximumFractionDigits: 4 }}
            onChange={(lagDays) => run(changeLink(link.id, { lagDays: lagDays ?? 0 }))}
          />
        </div>
      )}
      {isSuspended && (
        <p className="small bad">Left out of the dates: it closes a circle or leads to a summary.</p>
      )}
    </li>
  );
}

/** `Finish to start, 2 working days lag` */
function howText({ type, lagDays }: Link): string {
  const name = registers.links.fields.type.options[type];
  return lagDays === 0 ? name : `${name}, ${daysInWords(lagDays)} lag`;
}

/** A longer list is found by row number instead. */
const MOST_LISTED = 400;

function AddPredecessor({ plan, task, actions }: TaskLinksProps): ReactNode {
  const { workbook } = plan;
  const { run, newId } = actions.commands;
  // A new box after each link: the chosen name is not kept.
  const [turn, setTurn] = useState(0);
  if (workbook.outline.rows.length > MOST_LISTED) {
    return (
      <TextField
        label="Predecessors by row number"
        description="For instance 3; 5SS; 7FS+2"
        value={predecessorsText(workbook, task.id)}
        onCommit={(text) => {
          const edits = setPredecessors(workbook, task.id, text, { newId });
          if (!edits.ok) sayProblem(edits.error);
          else if (edits.value.length > 0) run({ label: 'Change predecessors', edits: edits.value });
        }}
      />
    );
  }
  return (
    <ComboBox
      key={turn}
      label="Wait for another task"
      placeholder="Add a task to wait for"
      hidesLabel
      choices={linkable(workbook, task)}
      value={null}
      onChange={(predecessor) => {
        if (predecessor === null) return;
        const command = linkTasks(workbook, newId(), { predecessor, successor: task.id });
        actions.run(command, 'It waits for that task already.');
        setTurn(turn + 1);
      }}
    />
  );
}

function linkable(workbook: Workbook, task: Task): { id: string; label: string; hint: string }[] {
  const linked = new Set(linksInto(workbook, task.id).map(({ predecessor }) => predecessor));
  return workbook.outline.rows.flatMap(({ id }, at) => {
    const name = recordIn(workbook, 'tasks', id)?.name;
    return id === task.id || linked.has(id) || name === undefined
      ? []
      : [{ id, label: name, hint: String(at + 1) }];
  });
}
