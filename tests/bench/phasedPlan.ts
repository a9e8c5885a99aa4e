/** A large plan as a practice group might have it: phases of 25 tasks, about 1.2 links for each, some across phases. */
import { newWorkbook } from '../../shared/document/newWorkbook';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Edit } from '../../shared/domain/edits/edit';
import { uuid } from '../support/makeWorkbook';
import { ORGANISATION, seededRandom, TestClock } from '../support/replicas';

const TASKS_PER_PHASE = 25;
const TYPES = ['SS', 'FF'] as const;

export const taskId = (task: number): string => uuid(`task ${String(task)}`);
export const taskName = (task: number): string => `Task ${String(task)}: configure order set`;
export const planName = (tasks: number): string => `Plan of ${String(tasks)} tasks`;
const isPhase = (task: number): boolean => task % TASKS_PER_PHASE === 0;

/** The first of every 25 is the summary of the others. */
function taskEdits(tasks: number, random: () => number): Edit[] {
  return Array.from({ length: tasks }, (_, task): Edit => {
    const phase = task - (task % TASKS_PER_PHASE);
    const values = isPhase(task)
      ? { name: `Phase ${String(task / TASKS_PER_PHASE + 1)}`, kind: 'summary' }
      : {
          name: taskName(task),
          parent: taskId(phase),
          kind: task % 12 === 11 ? 'milestone' : 'task',
          durationDays: task % 12 === 11 ? 0 : 1 + Math.floor(random() * 12),
          percentComplete: Math.floor(random() * 101),
        };
    return { kind: 'add', register: 'tasks', id: taskId(task), values };
  });
}

/** Each task follows the one before it; a few also follow another of their phase or a task of an earlier phase. */
function linkEdits(tasks: number, random: () => number): Edit[] {
  const edits: Edit[] = [];
  const link = (from: number, to: number, type: string): void => {
    const values = { predecessor: taskId(from), successor: taskId(to), type, lagDays: 0 };
    edits.push({ kind: 'add', register: 'links', id: uuid(`link ${String(edits.length)}`), values });
  };
  for (let task = 0; task < tasks; task++) {
    const place = task % TASKS_PER_PHASE;
    if (place < 2) continue;
    link(task - 1, task, random() < 0.85 ? 'FS' : (TYPES[Math.floor(random() * 2)] ?? 'SS'));
    if (place > 5 && random() < 0.25) link(task - place + 1 + Math.floor(random() * (place - 3)), task, 'FS');
    if (task > TASKS_PER_PHASE && random() < 0.04) {
      const earlier = Math.floor(random() * (task - place));
      if (!isPhase(earlier)) link(earlier, task, 'FS');
    }
  }
  return edits;
}

export function phasedPlan(tasks: number): WorkbookDocument {
  const random = seededRandom(tasks);
  const content = {
    id: uuid(`plan ${String(tasks)}`),
    organisationId: ORGANISATION,
    organisation: { name: planName(tasks), currency: 'USD', start: '2027-01-04' },
    edits: [...taskEdits(tasks, random), ...linkEdits(tasks, random)],
    label: 'Make the workbook',
  };
  const made = newWorkbook(content, { actor: 1, name: 'Maria', clock: new TestClock().read, random });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}
