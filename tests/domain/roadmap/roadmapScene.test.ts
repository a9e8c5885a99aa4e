import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoadmapItem } from '../../../shared/domain/registers/all';
import { roadmapMarks } from '../../../shared/domain/roadmap/roadmapMarks';
import {
  roadmapScene,
  type PlacedItem,
  type RoadmapScene,
} from '../../../shared/domain/roadmap/roadmapScene';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../../shared/domain/workbook';
import { arbitraryPlan } from '../../export/arbitraryPlan';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';

const TODAY = '2027-02-10';
const WIDTH = 1095;

function sceneOf(
  workbook: Workbook,
  options: { audience?: RoadmapItem['audience']; width?: number } = {},
): RoadmapScene {
  return roadmapScene({
    workbook,
    schedule: scheduleOf(workbook, TODAY),
    today: TODAY,
    width: WIDTH,
    ...options,
  });
}

function story(roadmapItems: Story['roadmapItems'], rest: Story = {}): Workbook {
  return makeWorkbook({ ...rest, roadmapItems: roadmapItems ?? [] });
}

function items(scene: RoadmapScene): readonly PlacedItem[] {
  return scene.lanes.flatMap((lane) => lane.items);
}

const TASKS: Story = {
  organisation: [{ id: 'o', name: 'P', currency: 'USD', start: '2027-01-04', goLive: 'live' }],
  tasks: [
    { id: 'g', name: 'Build', kind: 'summary' },
    { id: 'a', name: 'A', parent: 'g', durationDays: 5, percentComplete: 100 },
    { id: 'b', name: 'B', parent: 'g', durationDays: 15, percentComplete: 20 },
    { id: 'live', name: 'Go-live', kind: 'milestone' },
  ],
  links: [
    { id: 'ab', predecessor: 'a', successor: 'b' },
    { id: 'bl', predecessor: 'b', successor: 'live' },
  ],
};

describe('an item of the roadmap', () => {
  it('runs as long as the tasks it is linked to, whatever dates of its own it has', () => {
    const workbook = story(
      [{ id: 'i', title: 'Build', tasks: ['a', 'b'], start: '2030-01-01', end: '2030-02-01' }],
      TASKS,
    );
    expect(items(sceneOf(workbook))).toMatchObject([{ start: '2027-01-04', end: '2027-01-29' }]);
  });

  it('runs by its own dates without tasks, in order even if they are swapped, and for a day with one date', () => {
    const workbook = story([
      { id: 'i', title: 'I', start: '2027-05-01', end: '2027-03-01' },
      { id: 'j', title: 'J', end: '2027-04-15' },
    ]);
    const spans = items(sceneOf(workbook)).map(({ start, end }) => [start, end]);
    expect(spans).toEqual([
      ['2027-03-01', '2027-05-01'],
      ['2027-04-15', '2027-04-15'],
    ]);
  });

  it('without dates waits under later, now before next before later', () => {
    const workbook = story([
      { id: 'i', title: 'Someday' },
      { id: 'j', title: 'Next up', horizon: 'next' },
      { id: 'k', title: 'Dated', start: '2027-03-01' },
    ]);
    const scene = sceneOf(workbook);
    expect(scene.later.map(({ title }) => title)).toEqual(['Next up', 'Someday']);
    expect(items(scene).map(({ title }) => title)).toEqual(['Dated']);
  });

  it('says how far its tasks are, and that they are late once their end has passed', () => {
    const note = (tasks: string[]): Partial<PlacedItem> | undefined =>
      items(sceneOf(story([{ id: 'i', title: 'I', tasks }], TASKS)))[0];
    expect(note(['a'])).toMatchObject({ note: 'done Jan 8', isLate: false });
    expect(note(['b'])).toMatchObject({ note: 'late, was due Jan 29', isLate: true });
    const workbook = story([{ id: 'i', title: 'I', tasks: ['g'] }], TASKS);
    const early = roadmapScene({
      workbook,
      schedule: scheduleOf(workbook, TODAY),
      today: '2027-01-20',
      width: WIDTH,
    });
    // Five days done and a fifth of fifteen: eight of twenty. A summary counts its tasks.
    expect(items(early)).toMatchObject([{ note: '40% done, no slack', isLate: false }]);
  });

  it('says that a date is fixed, that it is an idea, or how sure it is', () => {
    const workbook = story([
      { id: 'f', title: 'F', start: '2027-03-01', end: '2027-03-31', fixedDate: true },
      { id: 'i', title: 'I', start: '2027-03-01', confidence: 'idea' },
      { id: 'c', title: 'C', start: '2027-03-01', confidence: 'committed' },
    ]);
    expect(
      items(sceneOf(workbook))
        .map(({ title, note, isFixed, isIdea }) => [title, note, isFixed, isIdea])
        .sort(),
    ).toEqual([
      ['C', 'committed', false, false],
      ['F', 'Mar 31, fixed', true, false],
      ['I', 'idea', false, true],
    ]);
  });
});

describe('the roadmap', () => {
  it('shows quarters from the first item or today to the last item, equally scaled by day', () => {
    const workbook = story([{ id: 'i', title: 'I', start: '2027-05-01', end: '2027-11-20' }]);
    const { quarters } = sceneOf(workbook);
    expect(quarters.map(({ label }) => label)).toEqual(['Q1 2027', 'Q2 2027', 'Q3 2027', 'Q4 2027']);
    // 365 days on 1,095 pixels.
    expect(quarters.map(({ x }) => Math.round(x))).toEqual([0, 270, 543, 819]);
  });

  it('places today and go-live on the same scale', () => {
    const scene = sceneOf(story([{ id: 'i', title: 'I', start: '2027-12-01' }], TASKS));
    expect(scene.todayX).toBeCloseTo(40.5 * 3, 6);
    expect(scene.goLiveX).toBeCloseTo(29 * 3, 6);
  });

  it('has lanes in the order they first occur, and items without a lane in the last', () => {
    const workbook = story([
      { id: 'a', title: 'A', start: '2027-03-01' },
      { id: 'b', title: 'B', start: '2027-03-01', lane: 'Patients' },
      { id: 'c', title: 'C', start: '2027-03-01', lane: 'Core' },
    ]);
    const { lanes } = sceneOf(workbook);
    expect(lanes.map(({ name }) => name)).toEqual(['Patients', 'Core', 'Other']);
    expect(new Set(lanes.map(({ tone }) => tone)).size).toBe(3);
  });

  it('shows one audience what it is meant to see', () => {
    const workbook = story([
      { id: 'a', title: 'Board', start: '2027-03-01', audience: 'leadership' },
      { id: 'b', title: 'Portal', start: '2027-03-01', audience: 'public' },
      { id: 'c', title: 'Kiosk', audience: 'public' },
    ]);
    const scene = sceneOf(workbook, { audience: 'public' });
    expect(items(scene).map(({ title }) => title)).toEqual(['Portal']);
    expect(scene.later.map(({ title }) => title)).toEqual(['Kiosk']);
  });

  it('never lets items overlap or leave the picture, and shows every one once', () => {
    fc.assert(
      fc.property(arbitraryPlan, fc.integer({ min: 300, max: 2000 }), (workbook, width) => {
        const scene = sceneOf(workbook, { width });
        const placed = items(scene);
        for (const a of placed) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(width + 0.001);
          for (const b of placed) {
            if (a === b) continue;
            const apart =
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
            expect(apart).toBe(true);
          }
        }
        const shown = [...placed, ...scene.later].map(({ id }) => id).sort();
        expect(shown).toEqual(workbook.tables.roadmapItems.live.map(({ id }) => id).sort());
        scene.lanes.slice(1).forEach((lane, index) => {
          const before = scene.lanes[index];
          expect(lane.y).toBe((before?.y ?? 0) + (before?.height ?? 0));
        });
      }),
    );
  });
});

describe('the roadmap as marks', () => {
  const keep = (text: string): string[] => [text];

  it('draws an idea as a dashed outline, a fixed date with a lock and go-live as a dashed line', () => {
    const workbook = story(
      [
        { id: 'i', title: 'Idea', start: '2027-03-01', end: '2027-06-01', confidence: 'idea' },
        { id: 'f', title: 'Fixed', start: '2027-03-01', end: '2027-06-01', fixedDate: true },
      ],
      TASKS,
    );
    const marks = roadmapMarks(sceneOf(workbook), keep);
    const idea = marks.find((mark) => mark.kind === 'rect' && mark.id === uuid('i'));
    expect(idea).toMatchObject({ sign: 'idea', stroke: 'line-control', fill: 'surface' });
    expect(idea?.kind === 'rect' && idea.dash.length).toBeGreaterThan(0);
    expect(marks.some((mark) => mark.sign === 'fixed' && mark.id === uuid('f'))).toBe(true);
    const goLive = marks.find((mark) => mark.sign === 'goLive');
    expect(goLive?.kind === 'line' && goLive.dash.length).toBeGreaterThan(0);
  });

  it('gives a narrow item a second line of title instead of a note', () => {
    const workbook = story([{ id: 'i', title: 'Two words', start: '2027-03-01', end: '2027-06-01' }]);
    const texts = (fit: typeof keep): string[] =>
      roadmapMarks(sceneOf(workbook), fit).flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
    expect(texts(keep)).toEqual(['Two words', 'planned']);
    expect(texts((text) => text.split(' '))).toEqual(['Two', 'words']);
  });
});
