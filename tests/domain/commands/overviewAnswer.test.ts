import { describe, expect, it } from 'vitest';
import { goLiveDecider } from '../../../shared/domain/commands/goLiveDecider';
import { overviewAnswer } from '../../../shared/domain/commands/overviewAnswer';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { planOf } from '../../../shared/domain/plan';
import { makeWorkbook, type Story } from '../../support/makeWorkbook';
import { workbookOfPack } from '../templates/packFiles';

const org = { id: 'org', name: 'Practice', currency: 'USD', start: '2027-01-04', goLive: 'live' };
const live = { id: 'live', name: 'Go-live', kind: 'milestone', durationDays: 0 } as const;

function story(changes: Story = {}): Story {
  return {
    organisation: [org],
    tasks: [
      { id: 'map', name: 'Map workflows', durationDays: 3 },
      { id: 'build', name: 'Build templates', durationDays: 6 },
      live,
      { id: 'settle', name: 'Settle in', durationDays: 5 },
    ],
    links: [
      { id: 'l1', predecessor: 'map', successor: 'build' },
      { id: 'l2', predecessor: 'build', successor: 'live' },
      { id: 'l3', predecessor: 'live', successor: 'settle' },
    ],
    ...changes,
  };
}

function answer(told: Story, today = '2027-01-04'): { text: string; tone: string } {
  const { sentence, tone } = overviewAnswer(planOf(makeWorkbook(told), today), today);
  return { text: sentenceText(sentence), tone };
}

function withTasks(...changes: readonly Partial<NonNullable<Story['tasks']>[number]>[]): Story {
  const tasks = (story().tasks ?? []).map((task) => ({
    ...task,
    ...changes.find(({ id }) => id === task.id),
  }));
  return story({ tasks });
}

describe('the answer on Overview', () => {
  it('names the date, the slack and the longest task that drives it', () => {
    expect(answer(story())).toEqual({
      text: 'Go-live on Thursday, January 14, 2027 holds, with no slack left. “Build templates” decides it.',
      tone: 'bad',
    });
  });

  it('counts the slack to a deadline', () => {
    const told = withTasks({ id: 'live', deadline: '2027-01-19' }, { id: 'settle', durationDays: 0 });
    const independent = { id: 'other', name: 'Other', durationDays: 40 };
    const found = answer({ ...told, tasks: [...(told.tasks ?? []), independent] });
    expect(found.text).toContain('holds, with 3 working days of slack.');
    expect(found.tone).toBe('calm');
  });

  it('says by how much a deadline is missed', () => {
    expect(answer(withTasks({ id: 'live', deadline: '2027-01-12' })).text).toBe(
      'Go-live has moved to Thursday, January 14, 2027, 2 working days after its deadline, Jan 12, 2027. “Build templates” decides it.',
    );
  });

  it('does not call a date safe while work before it is late', () => {
    expect(answer(story(), '2027-01-08')).toEqual({
      text: 'Go-live on Thursday, January 14, 2027 is at risk. “Map workflows” is 2 working days late.',
      tone: 'bad',
    });
  });

  it('says when the date has passed', () => {
    expect(answer(story(), '2027-01-18').text).toMatch(
      /^Go-live was due on .*, 2 working days ago, and is not marked done\./,
    );
  });

  it('speaks of what remains once the practice is live', () => {
    expect(answer(withTasks({ id: 'live', percentComplete: 100 })).text).toBe(
      'You are live, as planned for Thursday, January 14, 2027. Three tasks remain until Jan 21, 2027.',
    );
  });

  it('says what is missing while nothing can be concluded', () => {
    expect(answer({}).text).toContain('Nothing is planned yet.');
    expect(answer(story({ organisation: [{ ...org, goLive: null }] })).text).toContain(
      'No task is marked as the go-live',
    );
  });
});

describe('what decides go-live', () => {
  function decides(told: Story, today = '2027-01-04'): string | undefined {
    const decider = goLiveDecider(planOf(makeWorkbook(told), today), today);
    return decider === undefined ? undefined : `${decider.kind}: ${decider.task.name}`;
  }

  it('can be a wait that is longer than any task', () => {
    const links = (story().links ?? []).map((link) => (link.id === 'l2' ? { ...link, lagDays: 7 } : link));
    expect(decides(story({ links }))).toBe('wait: Build templates');
  });

  it('is never work that is done', () => {
    expect(decides(withTasks({ id: 'build', percentComplete: 100 }))).toBe('task: Map workflows');
  });

  it('is not a task of which only the start counts', () => {
    const links = (story().links ?? []).map((link) =>
      link.id === 'l1' ? { ...link, type: 'SS' as const, lagDays: 1 } : link,
    );
    const told = withTasks({ id: 'map', durationDays: 30 }, { id: 'build', percentComplete: 100 });
    expect(decides({ ...told, links })).toBe('wait: Map workflows');
  });

  it('is found under a summary that drives it', () => {
    const told = story();
    const tasks = [
      { id: 'sum', name: 'All building', kind: 'summary' as const },
      ...(told.tasks ?? []).map((task) => (task.id === 'build' ? { ...task, parent: 'sum' } : task)),
    ];
    const links = (told.links ?? []).map((link) =>
      link.id === 'l2' ? { ...link, predecessor: 'sum' } : link,
    );
    expect(decides({ ...told, tasks, links })).toBe('task: Build templates');
  });

  it('is the date rule where nothing else drives it', () => {
    const told: Story = {
      organisation: [org],
      tasks: [{ ...live, constraint: 'snet', constraintDate: '2027-03-01' }],
    };
    expect(decides(told)).toBe('rule: Go-live');
  });

  it('is the wait for the old vendor in the demo plan', () => {
    const decider = goLiveDecider(
      planOf(workbookOfPack('demo-five-provider-saas'), '2027-01-04'),
      '2027-01-04',
    );
    expect(decider).toMatchObject({ kind: 'wait', task: { name: 'Extract notice to the old vendor' } });
  });
});
