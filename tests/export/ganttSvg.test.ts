import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { figuresNow } from '../../shared/domain/baseline/takeBaseline';
import { planOf, type Plan } from '../../shared/domain/plan';
import { scheduleOf } from '../../shared/domain/schedule/planSchedule';
import { ganttSvg, type GanttSvgOptions } from '../../shared/export/ganttSvg';
import { planExport } from '../../shared/export/planExport';
import { roadmapSvg } from '../../shared/export/roadmapSvg';
import { makeWorkbook, uuid } from '../support/makeWorkbook';
import { tries } from '../support/tries';
import { arbitraryPlan, hostileName } from './arbitraryPlan';
import { SAMPLE_TODAY, samplePlan } from './samplePlan';

const OPTIONS: GanttSvgOptions = {
  title: 'Timeline to go-live',
  answer: 'Go-live Monday, September 21, no slack.',
  stamp: 'As of Thu, June 18, 2026, 10:42 AM',
  today: SAMPLE_TODAY,
};

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Every element of a document; throws unless the document is well-formed XML in the SVG namespace. */
function elementsOf(svg: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    expect(uri).toBe('http://www.w3.org/2000/svg');
    const plain = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const element = { name: local, attributes: plain, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(svg).close();
  return elements;
}

function textsOf(svg: string): string[] {
  return elementsOf(svg).flatMap(({ name, text }) => (name === 'text' ? [text] : []));
}

describe('the timeline as SVG', () => {
  it('draws a baseline that is shown, and says so in its legend', () => {
    const { workbook } = samplePlan();
    const figures = figuresNow(planOf(workbook, SAMPLE_TODAY));
    const taken = { name: 'Agreed', takenOn: SAMPLE_TODAY, takenBy: '', reason: '', figures };
    const plan = (archived: boolean): Plan => {
      const baseline = { ...taken, id: uuid('b'), archived };
      const baselines = { live: [baseline], archived: [], byId: new Map([[baseline.id, baseline]]) };
      return planOf({ ...workbook, tables: { ...workbook.tables, baselines } }, SAMPLE_TODAY);
    };
    const drawn = (archived: boolean, chosen: string): string => {
      const time = { today: SAMPLE_TODAY, now: '2026-06-18T10:00:00.000Z', appVersion: '1' };
      const made = planExport(plan(archived), { format: 'svg', view: 'gantt', baseline: chosen }, time);
      return made.kind === 'pages' ? (made.svgs[0] ?? '') : '';
    };
    expect(textsOf(drawn(false, uuid('b')))).toContain('Baseline');
    expect(textsOf(drawn(true, uuid('b')))).not.toContain('Baseline');
    expect(textsOf(drawn(false, uuid('none')))).not.toContain('Baseline');
  });

  it('is one document of the whole plan with head, table, chart and legend', () => {
    const documents = ganttSvg(samplePlan(), OPTIONS);
    expect(documents).toHaveLength(1);
    const texts = textsOf(documents[0] ?? '');
    expect(texts).toEqual(
      expect.arrayContaining([OPTIONS.title, OPTIONS.answer, OPTIONS.stamp, 'Whole plan, by week']),
    );
    expect(texts).toEqual(
      expect.arrayContaining(['#', 'Task', 'Days', 'Finish', 'Who', '4.5', 'Dress rehearsal', 'JR', 'Today']),
    );
    expect(texts.some((text) => text.startsWith('Go-live Mon, Sep 21'))).toBe(true);
    expect(texts).toEqual(
      expect.arrayContaining(['Task, done', 'Critical', 'Group', 'Slack', 'Deadline', 'Milestone', 'Gate']),
    );
  });

  it('tells people of the same initials apart', () => {
    const book = makeWorkbook({
      people: [
        { id: 'p1', name: 'Project lead' },
        { id: 'p2', name: 'Physician lead' },
        { id: 'p3', name: 'Theo Washington' },
      ],
      tasks: [
        { id: 't1', name: 'One', owner: 'p1' },
        { id: 't2', name: 'Two', owner: 'p2' },
        { id: 't3', name: 'Three', owner: 'p3' },
      ],
    });
    const texts = textsOf(
      ganttSvg({ workbook: book, schedule: scheduleOf(book, SAMPLE_TODAY) }, OPTIONS)[0] ?? '',
    );
    expect(texts).toEqual(expect.arrayContaining(['PrL', 'PhL', 'TW']));
    expect(texts).toContain('PrL Project lead · PhL Physician lead · TW Theo Washington');
  });

  it('tells readers that do not see it what it is', () => {
    const elements = elementsOf(ganttSvg(samplePlan(), OPTIONS)[0] ?? '');
    const [root] = elements;
    expect(root?.attributes['role']).toBe('img');
    const named = (root?.attributes['aria-labelledby'] ?? '').split(' ');
    expect(
      elements.filter(({ attributes }) => named.includes(attributes['id'] ?? '')).map(({ name }) => name),
    ).toEqual(['title', 'desc']);
    expect(elements.find(({ name }) => name === 'desc')?.text).toContain(
      '31 tasks from March 2, 2026 to December 14, 2026',
    );
  });

  it('explains only the signs it uses', () => {
    const workbook = makeWorkbook({ tasks: [{ id: 'a', name: 'A', durationDays: 3 }] });
    const schedule = scheduleOf(workbook, SAMPLE_TODAY);
    const texts = textsOf(ganttSvg({ workbook, schedule }, { ...OPTIONS, criticalPath: false })[0] ?? '');
    expect(texts).toContain('Task, done');
    for (const absent of ['Critical', 'Group', 'Slack', 'Deadline', 'Milestone', 'Gate'])
      expect(texts).not.toContain(absent);
  });

  it('on paper has pages of that size with repeated heads and every row once', () => {
    const { workbook, schedule } = bigPlan();
    const pages = ganttSvg({ workbook, schedule }, { ...OPTIONS, paper: 'Letter' });
    expect(pages.length).toBeGreaterThan(2);
    const names: string[] = [];
    pages.forEach((page, index) => {
      const texts = textsOf(page);
      expect(elementsOf(page)[0]?.attributes).toMatchObject({ width: '279.4mm', height: '215.9mm' });
      expect(texts).toEqual(
        expect.arrayContaining([OPTIONS.title, 'Task', 'Finish', `Page ${index + 1} of ${pages.length}`]),
      );
      names.push(...texts.filter((text) => /^(Group|Step) \d+$/.test(text)));
    });
    expect(names).toEqual(workbook.tables.tasks.live.map(({ name }) => name));
  });

  it('never ends a page with the head of a group', () => {
    const { workbook, schedule } = bigPlan();
    for (const paper of ['A4', 'Letter', 'A3'] as const) {
      const pages = ganttSvg({ workbook, schedule }, { ...OPTIONS, paper });
      for (const page of pages) {
        const names = textsOf(page).filter((text) => /^(Group|Step) \d+$/.test(text));
        expect(names.at(-1)).toMatch(/^Step/);
      }
    }
  });

  it('keeps everything on the paper', () => {
    for (const paper of ['A4', 'Letter', 'A3'] as const) {
      for (const page of ganttSvg(bigPlan(), { ...OPTIONS, paper })) {
        const elements = elementsOf(page);
        const [, , width = 0, height = 0] = (elements[0]?.attributes['viewBox'] ?? '').split(' ').map(Number);
        for (const { name, attributes } of elements) {
          if (name !== 'text') continue;
          expect(Number(attributes['x'])).toBeLessThanOrEqual(width - 40);
          expect(Number(attributes['y'])).toBeLessThanOrEqual(height - 20);
        }
      }
    }
  });

  it('is well-formed and without values out of range, whatever the plan and its words hold', () => {
    fc.assert(
      fc.property(
        arbitraryPlan,
        hostileName,
        fc.constantFrom(undefined, 'A4', 'A3'),
        (workbook, words, paper) => {
          const schedule = scheduleOf(workbook, SAMPLE_TODAY);
          const options = {
            title: words,
            answer: words,
            stamp: words,
            today: SAMPLE_TODAY,
            ...(paper === undefined ? {} : { paper }),
          };
          for (const svg of [
            ...ganttSvg({ workbook, schedule }, options),
            roadmapSvg({ workbook, schedule }, options),
          ]) {
            elementsOf(svg);
            expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
          }
        },
      ),
      tries(40),
    );
  });

  it('shows a plan without tasks as an empty page', () => {
    const workbook = makeWorkbook({});
    expect(
      ganttSvg({ workbook, schedule: scheduleOf(workbook, SAMPLE_TODAY) }, { ...OPTIONS, paper: 'A4' }),
    ).toHaveLength(1);
  });
});

/** Groups of nine steps each, so that page breaks fall everywhere. */
function bigPlan(): ReturnType<typeof samplePlan> {
  const tasks = Array.from({ length: 130 }, (_, index) =>
    index % 10 === 0
      ? { id: `t${index}`, name: `Group ${index}`, kind: 'summary' as const }
      : {
          id: `t${index}`,
          name: `Step ${index}`,
          parent: `t${index - (index % 10)}`,
          durationDays: index % 7,
        },
  );
  const workbook = makeWorkbook({ tasks });
  return { workbook, schedule: scheduleOf(workbook, SAMPLE_TODAY) };
}

describe('the roadmap as SVG', () => {
  const options = { ...OPTIONS, title: 'Roadmap' };

  it('shows quarters, lanes, items, today, go-live and what has no date yet', () => {
    const texts = textsOf(roadmapSvg(samplePlan(), options));
    const expected = [
      'Roadmap',
      'Q1 2026',
      'Q4 2026',
      'Core record',
      'Connections',
      'Prepare, select',
      'done Jun 1',
      'Today',
      'Go-live Sep 21',
    ];
    expect(texts).toEqual(
      expect.arrayContaining([
        ...expected,
        'Later',
        'Ambient scribe pilot, two providers',
        'Idea, not decided',
        'Fixed date',
      ]),
    );
  });

  it('fits one page of paper however many lanes there are', () => {
    const roadmapItems = Array.from({ length: 60 }, (_, index) => ({
      id: `r${index}`,
      title: `Item ${index}`,
      lane: `Lane ${index}`,
      start: '2026-08-01',
      end: '2026-12-01',
    }));
    const workbook = makeWorkbook({ roadmapItems });
    const svg = roadmapSvg(
      { workbook, schedule: scheduleOf(workbook, SAMPLE_TODAY) },
      { ...options, paper: 'A4' },
    );
    const [root, ...rest] = elementsOf(svg);
    const [, , width = 0, height = 0] = (root?.attributes['viewBox'] ?? '').split(' ').map(Number);
    expect(width / height).toBeCloseTo(297 / 210, 2);
    const lowest = Math.max(
      ...rest.filter(({ name }) => name === 'text').map(({ attributes }) => Number(attributes['y'])),
    );
    expect(lowest).toBeLessThan(height);
  });
});
