/** Details of one task. Nothing here is a form to submit: every field saves itself. */
import { Ellipsis } from 'lucide-react';
import { useContext, useEffect, useRef, type ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { problemText } from '../../../shared/domain/base/problemText';
import { clearRule } from '../../../shared/domain/commands/taskDates';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import type { Plan } from '../../../shared/domain/plan';
import { waitsForChoice } from '../../../shared/domain/recordFindings';
import { registers, type Task } from '../../../shared/domain/registers/all';
import type { TaskStanding } from '../../../shared/domain/timeline/taskStanding';
import { recordIn } from '../../../shared/domain/workbook';
import { useRecordEditing } from '../../state/recordEditing';
import { useRecordMore } from '../../state/recordMore';
import { Drawer } from '../../ui/Drawer';
import { IconButton } from '../../ui/IconButton';
import { EditRefusal } from '../../ui/grid/EditRefusal';
import { Menu, type MenuAction } from '../../ui/Menu';
import { Note } from '../../ui/Note';
import { CopyLink } from '../../ui/RecordDrawer';
import { RecordForm } from '../../ui/RecordForm';
import { RecordMore } from '../../ui/RecordMore';
import { RecordConflicts } from '../../ui/RecordNews';
import { TextField } from '../../ui/TextField';
import { setTask } from './setTask';
import { TaskAssigned } from './TaskAssigned';
import { TaskLinks } from './TaskLinks';
import { TaskProperties } from './TaskProperties';
import type { TaskActions } from './useTaskActions';
import { useWiderThan } from './useWindowWidth';
import { WhyTheseDates } from './WhyTheseDates';

export interface TaskDrawerProps {
  readonly plan: Plan;
  readonly today: CalendarDate;
  readonly task: Task;
  readonly standing: TaskStanding | undefined;
  readonly actions: TaskActions;
  /** Opened with the keyboard or a button: the keyboard follows. */
  readonly takesFocus: boolean;
  /** Shows another task. */
  readonly onShow: (task: string) => void;
  readonly onClose: () => void;
}

export function TaskDrawer(props: TaskDrawerProps): ReactNode {
  const { plan, today, task, standing, actions, takesFocus, onShow, onClose } = props;
  const isDocked = useWiderThan(1100);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) name.current?.focus();
  }, [takesFocus]);
  const editing = useRecordEditing('tasks');
  const more = useRecordMore({ workbook: plan.workbook, register: 'tasks', id: task.id });
  const isRefused = useContext(EditRefusal) !== null;
  const { run } = actions.commands;
  const set = (label: string, values: FieldValues): void => {
    run(setTask(label, task.id, values));
  };
  return (
    <Drawer
      title={task.name}
      context={contextLine(plan, task)}
      onClose={onClose}
      isOver={!isDocked}
      tools={
        <>
          <CopyLink {...more} />
          {!isRefused && <TaskMenu plan={plan} task={task} actions={actions} onClose={onClose} />}
        </>
      }
    >
      <RecordConflicts workbook={plan.workbook} id={task.id} onChoose={editing.choose} />
      <TaskNotes plan={plan} task={task} />
      {isRefused ? (
        <RecordForm workbook={plan.workbook} register="tasks" id={task.id} editing={editing} isReadOnly />
      ) : (
        <TaskProperties
          plan={plan}
          today={today}
          task={task}
          standing={standing}
          actions={actions}
          nameRef={name}
        />
      )}
      <WhyTheseDates plan={plan} today={today} task={task} onShow={onShow} />
      <TaskAssigned plan={plan} task={task} actions={actions} />
      <TaskLinks plan={plan} task={task} actions={actions} onShow={onShow} />
      {!isRefused && (
        <section className="task-texts">
          <TextField
            label={checklistLabel(task.checklist)}
            description="One step per line; [x] in front means done."
            lines={Math.min(8, Math.max(2, task.checklist.split('\n').length))}
            value={task.checklist}
            onCommit={(checklist) => set('Change checklist', { checklist })}
          />
          <TextField
            label="Notes"
            lines={Math.min(8, Math.max(2, task.notes.split('\n').length))}
            value={task.notes}
            onCommit={(notes) => set('Change notes', { notes })}
          />
          <TextField
            label={registers.tasks.fields.source.label}
            description={registers.tasks.fields.source.help ?? ''}
            value={task.source}
            onCommit={(source) => set('Change source of the duration', { source })}
          />
        </section>
      )}
      <RecordMore {...more} />
    </Drawer>
  );
}

function contextLine({ workbook }: Plan, task: Task): string {
  const at = workbook.outline.index.get(task.id) ?? 0;
  const parent = recordIn(workbook, 'tasks', workbook.outline.rows[at]?.parent ?? null);
  return parent === undefined ? `Task ${at + 1}` : `Task ${at + 1} in ${parent.name}`;
}

/** `Checklist, 2 of 5 done` */
function checklistLabel(checklist: string): string {
  const steps = checklist.split('\n').filter((line) => line.trim() !== '');
  const done = steps.filter((line) => /^\s*(?:[-*]\s*)?\[x\]/i.test(line)).length;
  return steps.length === 0 ? 'Checklist' : `Checklist, ${done} of ${steps.length} done`;
}

/** What is wrong with the task, the gravest first. */
function TaskNotes({ plan, task }: { readonly plan: Plan; readonly task: Task }): ReactNode {
  const [first] = plan.findings.filter(
    (finding) =>
      finding.register === 'tasks' &&
      finding.id === task.id &&
      finding.level !== 'info' &&
      !waitsForChoice(finding),
  );
  if (first === undefined) return null;
  return <Note tone={first.level === 'error' ? 'bad' : 'warn'} title={problemText(first.problem)} />;
}

interface TaskMenuProps {
  readonly plan: Plan;
  readonly task: Task;
  readonly actions: TaskActions;
  readonly onClose: () => void;
}

function TaskMenu({ plan, task, actions, onClose }: TaskMenuProps): ReactNode {
  const { workbook } = plan;
  const isGoLive = workbook.tables.organisation.live[0]?.goLive === task.id;
  const isSummary = workbook.outline.rows[workbook.outline.index.get(task.id) ?? -1]?.hasChildren === true;
  const groups: readonly (readonly MenuAction[])[] = [
    [
      { id: 'goLive', label: isGoLive ? 'Unmark go-live' : 'Mark as go-live' },
      ...(isSummary || task.kind === 'milestone' ? [] : [{ id: 'milestone', label: 'Make milestone' }]),
      ...(isSummary || task.kind === 'gate' ? [] : [{ id: 'gate', label: 'Make gate' }]),
      ...(isSummary || task.kind === 'task' ? [] : [{ id: 'task', label: 'Make task' }]),
      { id: 'clear', label: 'Clear date rule', isDisabled: task.constraint === 'asap' },
    ],
    [{ id: 'remove', label: 'Remove', keys: 'Ctrl Del', isDanger: true }],
  ];
  const act = (id: string): void => {
    if (id === 'goLive') actions.goLive(isGoLive ? null : task.id);
    else if (id === 'clear') actions.run(clearRule(workbook, task.id), 'There is no date rule.');
    else if (id === 'remove') {
      onClose();
      actions.remove([task.id]);
    } else if (id === 'milestone' || id === 'gate' || id === 'task') actions.makeKind([task.id], id);
  };
  return (
    <Menu
      label="More for this task"
      trigger={
        <IconButton label="More for this task">
          <Ellipsis className="i" aria-hidden />
        </IconButton>
      }
      groups={groups}
      onAction={act}
    />
  );
}
