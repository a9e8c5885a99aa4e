import { describe, expect, it } from 'vitest';
import { uuid } from '../support/makeWorkbook';
import { add, copyOf, run, set, startWorkbook, TestClock } from '../support/replicas';

describe('what others wrote lately', () => {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [
    add('tasks', 'a', { name: 'Map' }),
    add('tasks', 'b', { name: 'Build' }),
    add('people', 'p', { name: 'Priya' }),
  ]);
  const priya = copyOf(maria, 2, 'Priya', clock);
  const jordan = copyOf(maria, 3, 'Jordan', clock);
  clock.advance(3600);
  const since = clock.now;
  run(priya, set('tasks', 'a', { durationDays: 7, owner: uuid('p') }));
  clock.advance(60);
  run(priya, set('tasks', 'b', { durationDays: 9 }));
  clock.advance(60);
  run(jordan, set('tasks', 'a', { percentComplete: 50 }));
  clock.advance(60);
  run(maria, set('tasks', 'b', { percentComplete: 20 }));
  maria.merge(priya.encodeState());
  maria.merge(jordan.encodeState());

  it('is told by person, the latest first, and never what I wrote myself', () => {
    expect(maria.writesOfOthers(since)).toMatchObject([
      {
        by: 'Jordan',
        actor: 3,
        at: '2027-01-04T09:02:00Z',
        fields: 1,
        records: [{ register: 'tasks', id: uuid('a') }],
      },
      { by: 'Priya', at: '2027-01-04T09:01:00Z', fields: 3, records: [{ id: uuid('b') }, { id: uuid('a') }] },
    ]);
  });

  it('leaves out what is older', () => {
    expect(maria.writesOfOthers(since + 90_000).map(({ by }) => by)).toEqual(['Jordan']);
    expect(maria.writesOfOthers(since + 3_600_000)).toEqual([]);
  });
});
