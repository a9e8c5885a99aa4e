/** Keys with which a task is moved in time, from its row in the list. */
import { keyFinder, keyTable } from '../../../shared/domain/keys/keyTable';

/** Working days by which a task moves. */
export const GANTT_KEYS = keyTable<1 | -1, 'move'>('On the Gantt chart', {
  move: { label: 'Move the task by a working day', keys: { 'Alt+ArrowLeft': -1, 'Alt+ArrowRight': 1 } },
});

export const daysMovedBy = keyFinder(GANTT_KEYS);
