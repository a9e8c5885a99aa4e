import { recordIn } from '../../shared/domain/workbook';
import { uuid } from './makeWorkbook';
import { add, copyOf, startWorkbook, TestClock } from './replicas';

/** Two people with copies of one plan, a minute after it was shared. */
export function twoSites() {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [
    add('people', 'p1', { name: 'Jordan' }),
    add('tasks', 'A', { name: 'Charter', durationDays: 5 }),
    add('tasks', 'B', { name: 'Governance', durationDays: 5 }),
    add('tasks', 'C', { name: 'Readiness', durationDays: 5 }),
  ]);
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  clock.advance(60);
  return { clock, maria, shah };
}

/** A task of a document as it stands there. */
export const task = (document: ReturnType<typeof startWorkbook>, word: string) =>
  recordIn(document.workbook(), 'tasks', uuid(word));
