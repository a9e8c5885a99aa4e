/** The timeline before its first task: what it is for, and two ways to begin. */
import { ClipboardPaste, ListPlus } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import { pastedTasks } from '../../../shared/domain/commands/pastedList';
import { problemText } from '../../../shared/domain/base/problemText';
import { addTask } from '../../../shared/domain/commands/tasks';
import type { Plan } from '../../../shared/domain/plan';
import { toggleGuide } from '../../state/guide';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { parseClipboard, parseTabText, type TextBlock } from '../../ui/grid/clipboard';
import { editSummary } from '../../ui/grid/spoken';
import { TextField } from '../../ui/TextField';
import { writeTable } from './editTable';

const PASTED = 'Nothing to paste yet. Copy a column of task names, or a whole list, in Excel first.';

export interface EmptyTimelineProps {
  readonly plan: Plan;
  /** Called with the first task before it appears; `isNew` when it still needs its name. */
  readonly onBegun: (task: string, isNew: boolean) => void;
}

export function EmptyTimeline({ plan, onBegun }: EmptyTimelineProps): ReactNode {
  const commands = useCommands();
  const [isPasting, setPasting] = useState(false);
  const addFirst = (): void => {
    const id = commands.newId();
    if (commands.run(addTask(commands.workbook(), id, { kind: 'last' }))) onBegun(id, true);
  };
  const take = (block: TextBlock | null): void => {
    const { rows, ignored } = pastedTasks(block ?? []);
    if (rows.length === 0) {
      say(PASTED);
      return;
    }
    const outcome = writeTable(commands, plan.schedule, [], rows);
    if (outcome === null) return;
    const [first] = outcome.added;
    if (first !== undefined) onBegun(first, false);
    const left = ignored.length === 0 ? '' : ` Not understood, so left out: ${ignored.join(', ')}.`;
    commands.sayDone(`${rows.length} task${rows.length === 1 ? '' : 's'} added.${left}`);
    const leftOut = outcome.skipped.map(({ problem }) => ({ reason: problemText(problem) }));
    const report = editSummary({ verb: 'pasted', accepted: outcome.accepted, leftOut, outside: 0 });
    if (leftOut.length > 0) commands.tellLeftOut(report, true);
  };
  usePasteAnywhere(take);
  return (
    <div className="scroll">
      <EmptyState
        question="What has to be done before the practice can go live, and by when?"
        purpose="The timeline lists every task with who does it and how many working days it takes. Dates are calculated: say what waits for what, and each change moves everything behind it."
        reason="The “Health IT Playbook” of the Office of the National Coordinator (section 1, read in 2026) begins the way to a record with planning, before anything is selected or signed."
        onLearn={toggleGuide}
        starts={[
          {
            id: 'first',
            icon: <ListPlus className="i" aria-hidden />,
            title: 'Start with one task',
            text: 'For example “Name the project lead”. More follow with Insert.',
            action: (
              <Button variant="primary" onPress={addFirst}>
                Add the first task
              </Button>
            ),
          },
          {
            id: 'paste',
            icon: <ClipboardPaste className="i" aria-hidden />,
            title: 'Bring the list you have',
            text: 'Names, and if you have them days, owners, dates and predecessors. Spaces before a name put it under the one above.',
            action: <Button onPress={() => setPasting(true)}>Paste a list from Excel</Button>,
          },
        ]}
        preview={<Preview />}
      />
      {isPasting && <PasteBox onTake={(text) => take(parseTabText(text))} />}
    </div>
  );
}

/** A paste outside of a field can only mean the list. */
function usePasteAnywhere(take: (block: TextBlock | null) => void): void {
  const onPaste = useEffectEvent((event: ClipboardEvent): void => {
    const { clipboardData, target } = event;
    const isField = target instanceof Element && target.closest('input, textarea') !== null;
    const isHere = target instanceof Element && target.closest('.timeline, .timeline-paste') !== null;
    if (clipboardData === null || (isField && !isHere)) return;
    event.preventDefault();
    take(
      parseClipboard({ text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }),
    );
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPaste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
}

function PasteBox({ onTake }: { readonly onTake: (text: string) => void }): ReactNode {
  const [text, setText] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} className="timeline-paste">
      <TextField
        label="Your list"
        description="Press Ctrl+V here. The rows become tasks at once, as one step to undo. Or type one task per line."
        lines={5}
        value={text}
        onChange={setText}
        autoFocus
      />
      <Button onPress={() => onTake(text)} isDisabled={text.trim() === ''}>
        Add these tasks
      </Button>
    </div>
  );
}

const EXAMPLES = [
  { name: 'Prepare and select', from: 0, days: 62, isSummary: true },
  { name: 'Name the project lead', from: 0, days: 8 },
  { name: 'Map workflows with each role', from: 8, days: 26 },
  { name: 'Vendor demonstrations', from: 24, days: 22 },
  { name: 'Contract review', from: 46, days: 16 },
  { name: 'Build and train', from: 62, days: 54, isSummary: true },
  { name: 'Set up templates and orders', from: 62, days: 34 },
  { name: 'Train everyone by role', from: 88, days: 28 },
] as const;

/** What the page looks like with tasks: decoration. */
function Preview(): ReactNode {
  return (
    <div className="timeline-preview">
      {EXAMPLES.map((example) => {
        const isSummary = 'isSummary' in example;
        return (
          <div key={example.name} className={isSummary ? 'is-summary' : undefined}>
            <span className="clip">{example.name}</span>
            <svg viewBox="0 0 120 28" preserveAspectRatio="none">
              <rect
                x={example.from}
                y={isSummary ? 11 : 8}
                width={example.days}
                height={isSummary ? 4 : 12}
                rx={isSummary ? 0 : 2}
                fill={isSummary ? 'var(--gantt-summary)' : 'var(--gantt-bar)'}
              />
            </svg>
          </div>
        );
      })}
    </div>
  );
}
