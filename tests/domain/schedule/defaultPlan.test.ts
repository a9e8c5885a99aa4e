import { describe, expect, it } from 'vitest';
import type { Task } from '../../../shared/domain/registers/all';
import { uuid } from '../../support/makeWorkbook';
import { datesOf, scheduled, taskOf, workingDay, type PlanStory } from './planStory';

/** A small practice that moves to a hosted record: each line a task, its days, and what it waits for. */
const LINES = `
A1 5
A2 5 (A1)
A3 5 (A2)
A4 10 (A2)
A5 15 (A3)
A6 5 (A3)
A7 5 (A6, A4)
B1 10 (A5)
B2 15 (B1)
B3 10 (B2, A7)
B4 1 (B3)
C1 1 (B3)
C2 15 (C1)
C3 25 (C2 SS+5)
C4 20 (C1)
C5 30 (C1)
C6 10 (C3)
D1 5 (B4 FS+25)
D2 5 (D1)
D3 5 (D2 FS+3)
D4 20 (C3)
E1 10 (C3)
E2 10 (C5)
E3 10 (E1, E2, D3, C4)
E4 3 (E3)
E5 1 (E3, C4)
F1 5 (C1)
F2 15 (F1)
F3 5 (E1)
F4 15 (F2, F3, E3 SS+5)
F5 2 (F4, E4)
G1 1 (C6, D3, D4, E4, E5, F5)
G2 5 (G1)
G3 0 (G2)
H1 20 (G3)
H2 5 (G3)
H3 60 (G3)
H4 32 (G3)
I1 40 (H1)
I2 5 (H3, H2)`;

function storyOf(lines: string): PlanStory {
  const tasks: Record<string, Partial<Task>> = {};
  const links: string[] = [];
  for (const line of lines.trim().split('\n')) {
    const [, name = '', days = '', waits = ''] = /^(\w+) (\d+)(?: \((.*)\))?$/.exec(line) ?? [];
    tasks[name] = {
      durationDays: Number(days),
      kind: name === 'G3' ? 'milestone' : name === 'G1' ? 'gate' : 'task',
    };
    for (const wait of waits.split(', ').filter((words) => words !== '')) {
      const [predecessor = '', how] = wait.split(' ');
      links.push([predecessor, name, how ?? 'FS'].join(' '));
    }
  }
  return { tasks, links, organisation: { goLive: 'G3' } };
}

describe('the default plan of a small practice', () => {
  const story = storyOf(LINES);
  const schedule = scheduled(story);

  it('goes live on its 137th working day', () => {
    // A1 5, A2 5, A3 5, A5 15, B1 10, B2 15, B3 10 make 65 days; B4 1, the notice 25, D1 5, D2 5, 3, D3 5 make 109.
    // E3 begins then; F4 waits 5 days of it and takes 15, F5 2, the gate 1, the cutover 5: 109 + 5 + 15 + 2 + 1 + 5.
    expect(schedule.goLive).toBe(workingDay(137));
    expect(datesOf(schedule, 'E3')).toBe(`${workingDay(110)} ${workingDay(119)}`);
    expect(datesOf(schedule, 'F4')).toBe(`${workingDay(115)} ${workingDay(129)}`);
  });

  it('ends after forty weeks and two days', () => {
    // From go-live 60 days of measuring and 5 of closing; or 20 of stabilizing and 40 of optimizing, 5 days shorter.
    expect(schedule.projectFinish).toBe(workingDay(202));
    expect(datesOf(schedule, 'I1')).toBe(`${workingDay(158)} ${workingDay(197)}`);
    expect(taskOf(schedule, 'I1').totalFloatDays).toBe(5);
  });

  it('hangs on the notice to the old vendor, not on the build', () => {
    const critical = Object.keys(story.tasks).filter((name) => taskOf(schedule, name).critical);
    expect(critical.join(' ')).toBe('A1 A2 A3 A5 B1 B2 B3 B4 D1 D2 D3 E3 F4 F5 G1 G2 G3 H3 I2');
    // The build, C2 to C6, ends on day 96; integrated tests wait for E1, 10 days later, on day 106 instead of 109.
    expect(datesOf(schedule, 'C3')).toBe(`${workingDay(72)} ${workingDay(96)}`);
    expect(taskOf(schedule, 'C3').totalFloatDays).toBe(3);
  });

  it('names the last link a task waited for', () => {
    expect(taskOf(schedule, 'D1').driver).toEqual({ kind: 'link', link: uuid('B4 D1 FS+25') });
    expect(taskOf(schedule, 'F4').driver).toEqual({ kind: 'link', link: uuid('E3 F4 SS+5') });
    expect(taskOf(schedule, 'A1').driver).toEqual({ kind: 'projectStart' });
  });
});
