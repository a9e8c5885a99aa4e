import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFigures, type Figures } from '../../../shared/domain/baseline/figures';
import { figuresNow } from '../../../shared/domain/baseline/takeBaseline';
import { extentOf } from '../../../shared/domain/gantt/extent';
import type { GanttInput } from '../../../shared/domain/gantt/frame';
import type {
  LineMark,
  PolygonMark,
  Primitive,
  RectMark,
  Sign,
  TextMark,
} from '../../../shared/domain/gantt/primitive';
import { ganttScene } from '../../../shared/domain/gantt/scene';
import { planOf } from '../../../shared/domain/plan';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';
import { arbitraryPlan } from '../../export/arbitraryPlan';
import { ganttOf, ganttStory, PIXELS_PER_DAY, ROW } from './ganttStory';

function marks(input: GanttInput, sign: Sign): readonly Primitive[] {
  return ganttScene(input).filter((mark) => mark.sign === sign);
}
const rects = (found: readonly Primitive[]): RectMark[] => found.filter((mark) => mark.kind === 'rect');
const lines = (found: readonly Primitive[]): LineMark[] => found.filter((mark) => mark.kind === 'line');
const polygons = (found: readonly Primitive[]): PolygonMark[] =>
  found.filter((mark) => mark.kind === 'polygon');
const texts = (found: readonly Primitive[]): TextMark[] => found.filter((mark) => mark.kind === 'text');

/** Monday to Friday, then what waits for it after the weekend. */
const CHAIN = {
  tasks: [
    { id: 'a', name: 'A', durationDays: 5, percentComplete: 40 },
    { id: 'b', name: 'B', durationDays: 2 },
  ],
  links: [{ id: 'ab', predecessor: 'a', successor: 'b' }],
};

describe('a task on the timeline', () => {
  it('is a bar over its days, 12 pixels high in a row of 28, with its done part filled', () => {
    const [bar, done] = rects(marks(ganttStory(CHAIN), 'critical'));
    expect(bar).toMatchObject({
      id: uuid('a'),
      fill: 'gantt-crit',
      stroke: 'gantt-crit-done',
      radius: 2.5,
      x: 0.5,
      y: 8.5,
      height: 11,
    });
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(5 * PIXELS_PER_DAY - 1.5);
    expect(done).toMatchObject({ fill: 'gantt-crit-done', x: 0, y: 8, height: 12 });
    expect(done?.width).toBeCloseTo(49 * 0.4);
  });

  it('is calm when the critical path is not shown, and when it is done', () => {
    expect(marks(ganttStory(CHAIN, { options: { criticalPath: false } }), 'critical')).toEqual([]);
    const finished = ganttStory({ tasks: [{ id: 'a', name: 'A', durationDays: 5, percentComplete: 100 }] });
    expect(rects(marks(finished, 'task'))[0]).toMatchObject({ fill: 'gantt-bar' });
  });

  it('has a dotted line as long as its slack, to a stop', () => {
    const story = {
      tasks: [
        { id: 'a', name: 'A', durationDays: 3 },
        { id: 'long', name: 'Long', durationDays: 10 },
      ],
    };
    const [slack, stop] = lines(marks(ganttStory(story), 'slack'));
    // Three days of work, seven working days of slack and a weekend between them end on the second Friday.
    expect(slack?.dash.length).toBeGreaterThan(0);
    expect(slack?.points[2]).toBe(12 * PIXELS_PER_DAY - 0.5);
    expect(stop?.points[0]).toBe(slack?.points[2]);
  });

  it('has a pin at the end of its deadline', () => {
    const story = { tasks: [{ id: 'a', name: 'A', durationDays: 3, deadline: '2027-01-08' }] };
    const [pin] = lines(marks(ganttStory(story), 'deadline'));
    expect(pin).toMatchObject({ stroke: 'bad' });
    expect(pin?.points[0]).toBe(5 * PIXELS_PER_DAY);
  });
});

describe('what is not a plain task', () => {
  const story = {
    organisation: [{ id: 'org', name: 'P', currency: 'USD', start: '2027-01-04', goLive: 'live' }],
    tasks: [
      { id: 'g', name: 'Group', kind: 'summary' as const },
      { id: 'a', name: 'A', parent: 'g', durationDays: 5 },
      { id: 'm', name: 'Signed', parent: 'g', kind: 'milestone' as const },
      { id: 'gate', name: 'Go or no go', kind: 'gate' as const },
      { id: 'live', name: 'Go-live', kind: 'milestone' as const },
    ],
    links: [
      { id: 'am', predecessor: 'a', successor: 'm' },
      { id: 'mg', predecessor: 'm', successor: 'gate' },
      { id: 'gl', predecessor: 'gate', successor: 'live' },
    ],
  };
  const input = ganttStory(story);

  it('is a bracket with two feet for a group', () => {
    const [bracket] = polygons(marks(input, 'summary'));
    expect(bracket?.fill).toBe('gantt-summary');
    expect(bracket?.points.slice(0, 2)).toEqual([0, 10]);
  });

  it('is a diamond of 13 pixels at the end of the day for a milestone, with its date', () => {
    const found = marks(input, 'milestone');
    const points = polygons(found)[0]?.points ?? [];
    const xs = points.filter((_, index) => index % 2 === 0);
    expect(Math.max(...xs) - Math.min(...xs)).toBe(13);
    expect((Math.max(...xs) + Math.min(...xs)) / 2).toBe(5 * PIXELS_PER_DAY);
    expect(texts(found).map(({ text }) => text)).toEqual(['Jan 8']);
  });

  it('is a flag for a gate and a named diamond for go-live', () => {
    expect(marks(input, 'gate').map(({ kind }) => kind)).toEqual(['line', 'polygon', 'text']);
    expect(texts(marks(input, 'goLive')).map(({ text }) => text)).toEqual(['Go-live Mon, Jan 11']);
  });
});

describe('arrows', () => {
  it('are red where two critical tasks follow each other without a day between', () => {
    const [arrow] = lines(marks(ganttStory(CHAIN), 'link'));
    expect(arrow).toMatchObject({ stroke: 'gantt-arrow-crit', width: 1.3, corner: 3, id: uuid('ab') });
  });

  it('are red for every one of several equal drivers', () => {
    const story = {
      tasks: ['a', 'b', 'c'].map((id) => ({ id, name: id, durationDays: 5 })),
      links: [
        { id: 'ac', predecessor: 'a', successor: 'c' },
        { id: 'bc', predecessor: 'b', successor: 'c' },
      ],
    };
    expect(lines(marks(ganttStory(story), 'link')).map(({ stroke }) => stroke)).toEqual([
      'gantt-arrow-crit',
      'gantt-arrow-crit',
    ]);
  });

  it('are grey elsewhere and absent when not wanted', () => {
    const story = { ...CHAIN, tasks: [...CHAIN.tasks, { id: 'long', name: 'Long', durationDays: 30 }] };
    expect(lines(marks(ganttStory(story), 'link'))[0]).toMatchObject({ stroke: 'gantt-arrow', width: 1 });
    expect(marks(ganttStory(story, { options: { links: false } }), 'link')).toEqual([]);
  });
});

describe('the background', () => {
  const offDays = (input: GanttInput): RectMark[] =>
    rects(marks(input, 'background')).filter(({ fill }) => fill === 'gantt-off');

  it('tints weekends and days off as one rectangle where they meet', () => {
    const story = {
      organisation: [{ id: 'o', name: 'P', currency: 'USD', start: '2027-01-04', calendar: 'c' }],
      calendars: [{ id: 'c', name: 'C', holidays: ['2027-01-11'], extraWorkingDays: ['2027-01-16'] }],
      tasks: [{ id: 'a', name: 'A' }],
    };
    const [first, second] = offDays(ganttStory(story, { viewport: { width: 200 } }));
    expect(first).toMatchObject({ x: 50, width: 30, y: 0, height: ROW });
    expect(second).toMatchObject({ x: 130, width: 10 });
  });

  it('leaves tints out where days are too narrow to tell apart', () => {
    const input = ganttStory({ tasks: [{ id: 'a', name: 'A' }] });
    expect(offDays({ ...input, axis: { ...input.axis, pixelsPerDay: 1 } })).toEqual([]);
  });

  it('tints the rows of selected tasks and draws today in the middle of its day', () => {
    const input = ganttStory(CHAIN, { options: { today: '2027-01-06', selected: new Set([uuid('b')]) } });
    expect(rects(ganttScene(input)).filter(({ fill }) => fill === 'surface-selected')).toMatchObject([
      { y: ROW, height: ROW },
    ]);
    expect(lines(marks(input, 'today'))).toMatchObject([{ stroke: 'accent', points: [25, 0, 25, 600] }]);
  });
});

describe('a scene', () => {
  it('moves with the viewport and holds only what is in view', () => {
    const still = ganttScene(ganttStory(CHAIN)).find((mark) => mark.id === uuid('b'));
    const scrolled = ganttScene(ganttStory(CHAIN, { viewport: { x: 30, y: ROW } }));
    const moved = scrolled.find((mark) => mark.id === uuid('b'));
    expect(
      still?.kind === 'rect' && moved?.kind === 'rect' && [still.x - moved.x, still.y - moved.y],
    ).toEqual([30, ROW]);
    expect(scrolled.filter((mark) => mark.id === uuid('a'))).toEqual([]);
  });

  it('is made of finite numbers and stays in its rows, whatever the plan', () => {
    const view = fc.record({ x: fc.integer({ min: -500, max: 3000 }), y: fc.integer({ min: 0, max: 300 }) });
    fc.assert(
      fc.property(
        arbitraryPlan,
        view,
        fc.constantFrom(0.3, 2, 10, 30),
        (workbook, viewport, pixelsPerDay) => {
          const input = ganttOf(workbook, { viewport });
          for (const mark of ganttScene({ ...input, axis: { ...input.axis, pixelsPerDay } })) {
            const numbers = mark.kind === 'line' || mark.kind === 'polygon' ? mark.points : [mark.x, mark.y];
            expect(numbers.every(Number.isFinite)).toBe(true);
            if (mark.kind === 'rect') expect(Math.min(mark.width, mark.height)).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      tries(40),
    );
  });
});

describe('a baseline on the timeline', () => {
  const then = (story: Story): Figures => {
    const figures = parseFigures(figuresNow(planOf(makeWorkbook(story), '2027-01-04')));
    if (figures === undefined) throw new Error('the figures cannot be read');
    return figures;
  };
  const STORY = {
    tasks: [
      { id: 'a', name: 'A', durationDays: 2 },
      { id: 'm', name: 'M', kind: 'milestone', durationDays: 0 },
      { id: 'new', name: 'New', durationDays: 1 },
    ],
    links: [{ id: 'am', predecessor: 'a', successor: 'm' }],
  } as const satisfies Story;
  const [a, m] = STORY.tasks;
  const before = then({ ...STORY, tasks: [{ ...a, durationDays: 4 }, m] });

  it('is a thin line under the bar over the days of then, and a dashed diamond where a milestone was', () => {
    const found = marks(ganttStory(STORY, { options: { baseline: before } }), 'baseline');
    expect(rects(found)).toEqual([
      expect.objectContaining({ id: uuid('a'), x: 0, y: 22, width: 39, height: 2.5, fill: 'gantt-ghost' }),
    ]);
    expect(lines(found)).toEqual([expect.objectContaining({ id: uuid('m'), stroke: 'gantt-ghost' })]);
  });

  it('is not drawn where nothing is shown, and a milestone that stands where it stood hides it', () => {
    expect(marks(ganttStory(STORY), 'baseline')).toEqual([]);
    const same = marks(ganttStory(STORY, { options: { baseline: then(STORY) } }), 'baseline');
    expect(same.map(({ id }) => id)).toEqual([uuid('a'), uuid('new')]);
  });

  it('makes the chart long enough for the days of then', () => {
    const input = ganttStory(STORY);
    expect(extentOf(input).until).toBe('2027-01-05');
    expect(extentOf(input, before).until).toBe('2027-01-07');
  });
});
