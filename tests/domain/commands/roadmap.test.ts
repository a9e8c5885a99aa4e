import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber } from '../../../shared/domain/base/dates';
import {
  changeLane,
  dateAt,
  daysPerPixel,
  dragShift,
  heldBy,
  lanesOf,
  moveItem,
  movedSpan,
  newItemValues,
  nextQuarter,
  placeItem,
  resizeItem,
  roadmapAnswer,
  snappedDays,
} from '../../../shared/domain/commands/roadmap';
import { addRecord } from '../../../shared/domain/commands/records';
import { checkEdits } from '../../../shared/domain/edits/checkEdits';
import type { Command } from '../../../shared/domain/edits/edit';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { planOf, type Plan } from '../../../shared/domain/plan';
import type { RoadmapItem } from '../../../shared/domain/registers/all';
import { roadmapScene } from '../../../shared/domain/roadmap/roadmapScene';
import { makeWorkbook, uuid, type Story } from '../../support/makeWorkbook';
import { workbookOfPack } from '../templates/packFiles';

const STORY: Story = {
  organisation: [{ id: 'org', name: 'Practice', currency: 'USD', start: '2027-01-04', goLive: 'live' }],
  tasks: [
    { id: 'live', name: 'Go-live', kind: 'milestone', constraint: 'snet', constraintDate: '2027-07-13' },
  ],
  roadmapItems: [
    { id: 'core', title: 'Core record', lane: 'Core', tasks: ['live'] },
    {
      id: 'portal',
      title: 'Portal',
      lane: 'Patients',
      start: '2027-10-01',
      end: '2027-12-31',
      audience: 'public',
    },
    {
      id: 'quality',
      title: 'Quality data',
      lane: 'Core',
      start: '2028-03-31',
      end: '2028-03-31',
      fixedDate: true,
    },
    { id: 'scribe', title: 'Scribe' },
  ],
};

function plan(changes: Story = {}, today = '2027-03-01'): Plan {
  return planOf(makeWorkbook({ ...STORY, ...changes }), today);
}

function item(word: string, of = plan()): RoadmapItem {
  const found = of.workbook.tables.roadmapItems.byId.get(uuid(word));
  if (found === undefined) throw new Error(word);
  return found;
}

/** The dates a command writes; the test fails if it writes none. */
function spanSetBy({ edits: [edit] }: Command): { start: string; end: string } {
  const { start, end } = edit?.kind === 'set' ? edit.values : {};
  if (typeof start !== 'string' || typeof end !== 'string') throw new Error(JSON.stringify(edit));
  return { start, end };
}

describe('moving a roadmap item', () => {
  const span = { start: '2027-10-01', end: '2027-12-31' };

  it('by months keeps quarters whole', () => {
    expect(moveItem(item('portal'), span, { unit: 'month', count: 3 }).edits).toMatchObject([
      { values: { start: '2028-01-01', end: '2028-03-31' } },
    ]);
    expect(moveItem(item('portal'), span, { unit: 'month', count: -8 }).edits).toMatchObject([
      { values: { start: '2027-02-01', end: '2027-04-30' } },
    ]);
  });

  it('to another lane changes that too, in the same step, or that alone', () => {
    const later = { unit: 'month', count: 3 } as const;
    expect(moveItem(item('portal'), span, later, 'Core').edits).toEqual([
      expect.objectContaining({ values: { start: '2028-01-01', end: '2028-03-31', lane: 'Core' } }),
    ]);
    expect(moveItem(item('portal'), span, later, 'Patients').edits).toEqual([
      expect.objectContaining({ values: { start: '2028-01-01', end: '2028-03-31' } }),
    ]);
    expect(changeLane(item('quality'), 'Patients').edits).toEqual([
      expect.objectContaining({ id: uuid('quality'), values: { lane: 'Patients' } }),
    ]);
  });

  it('by days and weeks keeps its length, whatever the shift', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 300 }), (count, length) => {
        const given = { start: '2027-06-15', end: addDays('2027-06-15', length) };
        for (const unit of ['day', 'week'] as const) {
          const { start, end } = spanSetBy(moveItem(item('portal'), given, { unit, count }));
          expect(dayNumber(end) - dayNumber(start)).toBe(length);
        }
      }),
    );
  });

  it('never ends before it starts, also by months and when made shorter', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 0, max: 90 }), (count, length) => {
        const given = { start: '2027-01-31', end: addDays('2027-01-31', length) };
        for (const command of [
          moveItem(item('portal'), given, { unit: 'month', count }),
          resizeItem(item('portal'), given, { unit: 'week', count }),
        ]) {
          const { start, end } = spanSetBy(command);
          expect(end >= start).toBe(true);
        }
      }),
    );
  });

  it('is not possible by hand while tasks or a fixed date hold it', () => {
    expect(['core', 'quality', 'portal', 'scribe'].map((word) => heldBy(item(word), plan()))).toEqual([
      'tasks',
      'fixed',
      undefined,
      undefined,
    ]);
  });

  it('by hand goes to the turn of a month when it is near', () => {
    const snapped = (days: number, edge: 'start' | 'end', date: string): string =>
      addDays(date, snappedDays(date, days, { edge, reach: 4 }));
    expect(snapped(90, 'start', '2027-10-01')).toBe('2028-01-01');
    expect(snapped(12, 'start', '2027-10-01')).toBe('2027-10-13');
    expect(snapped(28, 'start', '2027-10-01')).toBe('2027-11-01');
    expect(snapped(33, 'end', '2027-12-31')).toBe('2028-01-31');
    expect(snapped(-29, 'end', '2027-12-31')).toBe('2027-11-30');
  });

  it('by hand keeps whole months whole', () => {
    const quarter = { start: '2027-10-01', end: '2027-12-31' };
    expect(movedSpan(quarter, dragShift(quarter, 92))).toEqual({ start: '2028-01-01', end: '2028-03-31' });
    expect(movedSpan(quarter, dragShift(quarter, 10))).toEqual({ start: '2027-10-11', end: '2028-01-10' });
    const odd = { start: '2027-10-01', end: '2027-12-15' };
    expect(movedSpan(odd, dragShift(odd, 92))).toEqual({ start: '2028-01-01', end: '2028-03-16' });
  });

  it('finds as many days in a pixel as the picture shows', () => {
    const demo = planOf(workbookOfPack('demo-five-provider-saas'), '2027-03-10');
    const width = 900;
    const scene = roadmapScene({ ...demo, today: '2027-03-10', width });
    const perPixel = daysPerPixel(demo, { today: '2027-03-10' }, width);
    const [first, last] = [scene.quarters[0], scene.quarters.at(-1)];
    const placed = scene.lanes.flatMap(({ items }) => items).filter((box) => box.width > 100);
    expect(placed.length).toBeGreaterThan(3);
    expect(first?.x).toBe(0);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(width, 6);
    for (const box of placed) {
      const days = dayNumber(box.end) + 1 - dayNumber(box.start);
      expect((box.width + 4) * perPixel).toBeCloseTo(days, 6);
    }
  });
});

describe('a new roadmap item', () => {
  it('passes the checks with dates and without', () => {
    const { workbook } = plan();
    for (const span of [nextQuarter('2027-03-01'), undefined]) {
      const values = newItemValues({ lane: 'Core', ...(span === undefined ? {} : { span }) });
      const command = addRecord('roadmapItems', { id: uuid('new'), values });
      expect(checkEdits(workbook, command.edits).ok).toBe(true);
    }
  });

  it('goes into the quarter after today’s', () => {
    expect(nextQuarter('2027-03-31')).toEqual({ start: '2027-04-01', end: '2027-06-30' });
    expect(nextQuarter('2027-11-02')).toEqual({ start: '2028-01-01', end: '2028-03-31' });
  });

  it('can be put into every lane in use', () => {
    expect(lanesOf(plan().workbook.tables.roadmapItems.live)).toEqual(['Core', 'Patients']);
  });
});

describe('the answer of the roadmap', () => {
  const text = (of: Plan, today = '2027-03-01', audience?: RoadmapItem['audience']): string =>
    sentenceText(roadmapAnswer(of, { today, ...(audience === undefined ? {} : { audience }) }));

  it('says whether the quarter of go-live is free, what follows, and what waits', () => {
    expect(text(plan())).toBe(
      'Nothing else starts in Q3 2027, the quarter of go-live. “Portal” follows on Oct 1. One item has no date yet.',
    );
  });

  it('counts what shares the quarter of go-live', () => {
    const extra = { id: 'x', title: 'Imaging', lane: 'Core', start: '2027-08-01', end: '2027-08-31' };
    const shared = plan({ roadmapItems: [...(STORY.roadmapItems ?? []), extra] });
    expect(text(shared)).toMatch(/^One other item starts in Q3 2027/);
  });

  it('leads with what is late', () => {
    const shared = plan({}, '2027-08-01');
    expect(text(shared, '2027-08-01')).toMatch(
      /^“Core record” is late, its work is not done\. “Portal” follows/,
    );
  });

  it('says how long things run where nothing else is to be said', () => {
    const portal = (STORY.roadmapItems ?? []).filter(({ id }) => id === 'portal');
    const alone = plan({ organisation: [], tasks: [], roadmapItems: portal }, '2027-11-15');
    expect(text(alone, '2027-11-15')).toBe('One item runs until Dec 31, 2027, and nothing follows yet.');
  });

  it('is about what these readers see', () => {
    expect(text(plan(), '2027-03-01', 'leadership')).toBe('Nothing is on the roadmap yet for these readers.');
    expect(text(plan({ roadmapItems: [] }))).toBe('Nothing is on the roadmap yet.');
  });
});

describe('an item without dates', () => {
  const today = '2027-02-10';
  const plan = planOf(makeWorkbook(STORY), today);
  const idea = { ...plan.workbook.tables.roadmapItems.live[0], title: 'Idea', lane: 'Core' } as RoadmapItem;

  it('gets the quarter in which it is dropped, and the lane', () => {
    expect(placeItem(idea, '2027-05-20', 'Patients').edits).toMatchObject([
      { values: { start: '2027-04-01', end: '2027-06-30', lane: 'Patients' } },
    ]);
    expect(placeItem(idea, '2027-12-31').edits).toMatchObject([
      { values: { start: '2027-10-01', end: '2027-12-31' } },
    ]);
  });

  it('is dropped at the date that the picture shows there', () => {
    const width = 900;
    const scene = roadmapScene({ ...plan, today, width });
    for (const quarter of scene.quarters) {
      const middle = dateAt(plan, { today }, { width, x: quarter.x + quarter.width / 2 });
      const { values } = placeItem(idea, middle).edits[0] as { values: Record<string, string> };
      const start = values['start'] ?? '';
      expect(`Q${String((Number(start.slice(5, 7)) + 2) / 3)} ${start.slice(0, 4)}`).toBe(quarter.label);
    }
  });
});

it('an item that would end before it starts is refused in words, and one that does can be mended', () => {
  const workbook = makeWorkbook({
    roadmapItems: [
      { id: 'a', title: 'Portal', start: '2027-04-01', end: '2027-06-30' },
      { id: 'b', title: 'Recall', start: '2027-06-01', end: '2027-01-31' },
    ],
  });
  const set = (word: string, values: Record<string, string>) =>
    checkEdits(workbook, [{ kind: 'set', register: 'roadmapItems', id: uuid(word), values }]);
  expect(set('a', { end: '2027-01-31' })).toMatchObject({
    ok: false,
    error: { code: 'roadmap/endBeforeStart', facts: { start: '2027-04-01', end: '2027-01-31' } },
  });
  expect(set('a', { start: '2027-01-01', end: '2027-01-31' }).ok).toBe(true);
  expect(set('b', { title: 'Recalls' }).ok).toBe(true);
  expect(set('b', { end: '2027-06-30' }).ok).toBe(true);
});
