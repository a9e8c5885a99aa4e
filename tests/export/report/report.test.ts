import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresNow } from '../../../shared/domain/baseline/takeBaseline';
import { budgetSummary } from '../../../shared/domain/budget/budgetSummary';
import { costsByCategory, monthLabel } from '../../../shared/domain/commands/costsTable';
import { formatMoney } from '../../../shared/domain/format/money';
import { planOf } from '../../../shared/domain/plan';
import { recordName } from '../../../shared/domain/records/recordName';
import type { Field } from '../../../shared/domain/register/field';
import { fieldsOf, titleOf, type AnyRecord } from '../../../shared/domain/register/record';
import { definitionOf, registerIds, type RegisterId } from '../../../shared/domain/registers/all';
import { heatMapOf } from '../../../shared/domain/risk/heatMap';
import type { Table, Workbook } from '../../../shared/domain/workbook';
import { reportHtml } from '../../../shared/export/report/reportHtml';
import { workbookOfPack } from '../../domain/templates/packFiles';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';
import { arbitraryPlan, hostileName } from '../arbitraryPlan';
import { allOf, readPage, tableOf, type PageElement } from './readPage';

const TODAY = '2027-05-04';
const TIME = { today: TODAY, now: '2027-05-04T10:00:00.000Z', appVersion: '1.2.3' };

function htmlOf(workbook: Workbook): string {
  return reportHtml(planOf(workbook, TODAY), TIME);
}

function pageOf(workbook: Workbook): PageElement {
  return readPage(htmlOf(workbook));
}

function recordsOf(workbook: Workbook, register: RegisterId): readonly AnyRecord[] {
  return (workbook.tables[register] as unknown as Table<AnyRecord>).live;
}

/** Spaces and line breaks as a page shows them. */
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

const demo = workbookOfPack('demo-five-provider-saas');
const page = pageOf(demo);

describe('the report', () => {
  it('is the same for the same plan at the same moment', () => {
    expect(htmlOf(workbookOfPack('demo-five-provider-saas'))).toBe(htmlOf(demo));
  });

  it('opens with whose plan it is, as of when, and the answers', () => {
    const [header] = allOf(page, 'header');
    const text = flat(header?.text ?? '');
    expect(text).toContain('As of Tuesday, May 4, 2027');
    expect(text).toContain('Alder Creek Family Medicine');
    expect(text).toContain('Go-live on Tuesday, July 13, 2027 is at risk');
    const figures = Object.fromEntries(
      allOf(page, 'dl')
        .slice(0, 1)
        .flatMap((list) => list.children)
        .map(({ children: [label, figure] }) => [label?.text ?? '', figure?.text ?? '']),
    );
    const { budget } = planOf(demo, TODAY);
    expect(figures['Go-live']).toMatch(/^Jul 13, 2027/);
    expect(figures['Slack']).toMatch(/^0 days/);
    expect(figures['Total cost of ownership']).toContain(
      formatMoney(budget.totals.totalCostOfOwnership, 'USD'),
    );
    expect(figures['Open risks']).toMatch(/^25/);
  });

  it('leads from its contents to every chapter and list', () => {
    const ids = new Set(allOf(page).flatMap(({ attributes }) => attributes['id'] ?? []));
    const [contents] = allOf(page, 'nav');
    const links = allOf(contents ?? page, 'a').map(({ attributes }) => attributes['href'] ?? '');
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(ids).toContain(link.replace('#', ''));
    const chapters = allOf(page, 'section').map(({ attributes }) => `#${attributes['id'] ?? ''}`);
    expect(links).toEqual(expect.arrayContaining(chapters));
  });

  it('runs nothing, loads nothing and says so to the browser', () => {
    const policies = allOf(page, 'meta').filter(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    );
    expect(policies.map(({ attributes }) => attributes['content'])).toEqual([
      expect.stringMatching(/^default-src 'none'; style-src 'unsafe-inline'; img-src data:;/),
    ]);
    expect(allOf(page, 'style').map(({ text }) => text)).toEqual([
      expect.not.stringMatching(/url\(|@import|expression/),
    ]);
    expectHarmless(page);
  });
});

const ELEMENTS = new Set(
  (
    'html head meta title style body a header nav main section footer h1 h2 h3 p b span small i dl dt dd div ul li ' +
    'figure table caption thead tbody tfoot tr th td wbr details summary svg desc rect path polygon text'
  ).split(' '),
);

/** Only what the report itself writes: no scripts, frames, forms, handlers or addresses outside the page. */
function expectHarmless(root: PageElement): void {
  const offences = allOf(root).flatMap(({ name, attributes }) => [
    ...(ELEMENTS.has(name) ? [] : [name]),
    ...Object.keys(attributes).filter((attribute) => /^(on|style$|src|xlink)/i.test(attribute)),
    ...(/^#[\w-]+$/.test(attributes['href'] ?? '#none') ? [] : [attributes['href']]),
  ]);
  expect(offences).toEqual([]);
}

const ATTACK = `<script>alert(1)</script><img src=x onerror="alert(2)">' & ]]> --> `;

/** A value for any field, with an attack wherever there are letters. */
function attackIn(register: RegisterId, name: string, field: Field): unknown {
  switch (field.kind) {
    case 'text':
      if (name === 'currency') return 'USD';
      return field.maxLength < ATTACK.length
        ? '<"&\''.slice(0, field.maxLength)
        : `${ATTACK}${register}.${name}`;
    case 'longText':
      return `${ATTACK}${register}.${name}\n${'a'.repeat(120)}\n</table></td>`;
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
    case 'days':
      return Math.max(field.min ?? 0, 1);
    case 'date':
      return '2027-02-03';
    case 'dates':
      return ['2027-03-04'];
    case 'weekdays':
      return ['mon'];
    case 'boolean':
      return !field.default;
    case 'choice':
      return Object.keys(field.options).at(-1);
    case 'scores':
      return { [Object.keys(field.scales)[0] ?? '']: field.min };
    case 'ref':
      return field.register === register ? null : field.register;
    case 'refs':
      return [field.register];
    case 'anyRef':
      return 'tasks';
    case 'figures':
      return figuresNow(planOf(makeWorkbook({ tasks: [{ id: 'a', name: ATTACK }] }), '2027-01-04'));
  }
}

/** One record in each register there is, every field of it filled in. */
function attackedWorkbook(): Workbook {
  const story = Object.fromEntries(
    registerIds.map((register) => {
      const fields = fieldsOf(definitionOf(register));
      const values = fields.map(([name, field]) => [name, attackIn(register, name, field)] as const);
      return [register, [{ id: register, ...Object.fromEntries(values) }]];
    }),
  );
  return makeWorkbook(story);
}

describe('what stands in the report', () => {
  it('is every text of every register, as text and nothing else', () => {
    const workbook = attackedWorkbook();
    const attacked = pageOf(workbook);
    expectHarmless(attacked);
    const words = flat(attacked.text);
    for (const register of registerIds.filter((id) => id !== 'links')) {
      const [record] = recordsOf(workbook, register);
      for (const [name, field] of fieldsOf(definitionOf(register))) {
        const value = record?.[name];
        if (field.kind === 'text' || field.kind === 'longText') {
          expect(words, `${register}.${name}`).toContain(flat(typeof value === 'string' ? value : '?'));
        }
      }
    }
  });

  it('is well-formed and harmless whatever a plan and its words hold', () => {
    fc.assert(
      fc.property(arbitraryPlan, hostileName, (workbook, name) => {
        const [organisation] = workbook.tables.organisation.live;
        const live = organisation === undefined ? [] : [{ ...organisation, name }];
        const tables = { ...workbook.tables, organisation: { ...workbook.tables.organisation, live } };
        const html = htmlOf({ ...workbook, tables });
        expectHarmless(readPage(html));
      }),
      tries(30),
    );
  });

  it('names every record of every register', () => {
    const words = flat(page.text);
    for (const register of registerIds) {
      const definition = definitionOf(register);
      const isNamed = definition.fields[definition.titleField]?.kind === 'text';
      for (const record of isNamed ? recordsOf(demo, register) : [])
        expect(words, register).toContain(flat(titleOf(definition, record)));
      if (recordsOf(demo, register).length === 0)
        expect(words.toLowerCase()).toContain(definition.title.toLowerCase());
    }
  });

  it('says of every task which others it waits for', () => {
    const rows = tableOf(page, 'Tasks');
    const column = rows[0]?.indexOf('Waits for') ?? -1;
    const numbers = demo.outline.rows.map(({ wbs }) => wbs);
    const waits = rows.flatMap((row) => (numbers.includes(row[0] ?? '') ? [row[column] ?? ''] : []));
    const written = waits.flatMap((cell) => (cell === '' ? [] : cell.split('; ')));
    expect(written).toHaveLength(demo.tables.links.live.length);
    for (const text of written)
      expect(numbers).toContain(/^[\d.]+/.exec(text)?.[0].replace(/\.$/, '') ?? text);
  });

  it('has the figures of the app in every sum', () => {
    const { budget } = planOf(demo, TODAY);
    const summary = budgetSummary(budget);
    const bare = (units: number): string => (units === 0 ? '–' : formatMoney(units, 'USD', { bare: true }));
    const kinds = new Map(tableOf(page, 'Kinds of cost').map(([name, ...cells]) => [name, cells]));
    expect(kinds.get('Total cost of ownership')).toEqual([
      bare(summary.totalCostOfOwnership),
      ...Object.values(summary.byFiscalYear).map(bare),
    ]);
    expect(kinds.get('Cash outlay')?.[0]).toBe(bare(summary.cashOutlay));
    expect(kinds.get('Lost visits')?.[0]).toBe(bare(summary.productivityLoss));

    const categories = new Map(tableOf(page, 'Categories').map(([name, total]) => [name, total]));
    for (const { category, label } of costsByCategory(demo.tables.costs.live, budget))
      expect(categories.get(label)).toBe(bare(summary.byCategory[category] ?? 0));

    const months = new Map(tableOf(page, 'Cash by month').map(([name, ...cells]) => [name, cells[3]]));
    Object.values(summary.byMonth).forEach((amount, index) =>
      expect(months.get(monthLabel(budget.startMonth, index))).toBe(bare(amount)),
    );

    const lines = tableOf(page, 'Costs');
    expect(lines.at(-1)?.slice(0, 2)).toEqual([
      'Total cost of ownership',
      bare(summary.totalCostOfOwnership),
    ]);
    const budgets = demo.tables.costs.live.map(({ name, id }) => [name, budget.line.get(id)?.total] as const);
    for (const [name, total] of budgets) {
      const shown = lines.filter(([title]) => title === name).map(([, amount]) => amount);
      expect(shown).toContain(
        total === undefined || total.digits === 0n ? '–' : formatMoney(total, 'USD', { bare: true }),
      );
    }
  });

  it('counts the open risks where the app does', () => {
    const cells = tableOf(page, 'Open risks').slice(0, 5).reverse();
    const counts = cells.map((row) => row.slice(1));
    const expected = heatMapOf(demo.tables.risks.live, 'now').map((row, index) =>
      row.map((risks, at) => `${String((index + 1) * (at + 1))}${risks === 0 ? '' : String(risks)}`),
    );
    expect(counts).toEqual(expected);
  });

  it('lists every problem and every value that waits for a choice', () => {
    const id = uuid('a');
    const made = makeWorkbook({
      tasks: [
        { id: 'a', name: 'Build', durationDays: 5 },
        { id: 'b', name: 'Test' },
      ],
    });
    const values = [
      { value: 5, by: 'Maria', at: '2027-02-01T09:00:00Z' },
      { value: 8, by: '<b>Theo</b>', at: '2027-01-31T09:00:00Z' },
    ];
    const workbook: Workbook = {
      ...made,
      conflicts: [{ register: 'tasks', id, field: 'durationDays', values }],
    };
    const split = pageOf(workbook);
    const { findings } = planOf(workbook, TODAY);
    expect(findings.length).toBeGreaterThan(1);
    expect(tableOf(split, 'Problems found')).toHaveLength(1 + findings.length);
    expect(tableOf(split, 'Fields that wait').slice(1)).toEqual([
      ['Task “Build”: Days', '5 working days', 'Maria', 'Mon, Feb 1, 2027, 09:00 UTC', 'counts for now'],
      ['Task “Build”: Days', '8 working days', '<b>Theo</b>', 'Sun, Jan 31, 2027, 09:00 UTC', ''],
    ]);
    expect(recordName(workbook, 'tasks', id)).toBe('Build');
  });

  it('lets words break that are longer than any column', () => {
    const name = `${'W'.repeat(200)} 🚑`;
    const wide = htmlOf(makeWorkbook({ tasks: [{ id: 'a', name }] }));
    expect(readPage(wide).text).toContain(name);
    expect(wide).not.toMatch(/<th scope="row">[^<]{29}/);
  });

  it('is a page also for a plan with nothing in it', () => {
    const empty = pageOf(makeWorkbook({}));
    expectHarmless(empty);
    expect(empty.text).toContain('Nothing is planned yet.');
    expect(empty.text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('holds a plan of 20,000 tasks in some megabytes and says what is folded', () => {
    const tasks = Array.from({ length: 20_000 }, (_, index) => {
      const parent = index % 50 === 0 ? null : `t${String(index - (index % 50))}`;
      return {
        id: `t${String(index)}`,
        name: `Task number ${String(index)}`,
        parent,
        durationDays: index % 9,
      };
    });
    const links = Array.from({ length: 19_000 }, (_, index) => ({
      id: `l${String(index)}`,
      predecessor: `t${String(index + 1)}`,
      successor: `t${String(index + 2)}`,
    }));
    const html = htmlOf(makeWorkbook({ tasks, links }));
    expect(html.length).toBeLessThan(10_000_000);
    expect(html).toContain('20,000 rows in 50 parts, all in this file');
    expect(html).toContain('of 20,000 rows: groups are folded');
    expect(html.match(/<details>/g)?.length).toBeGreaterThanOrEqual(49);
    const names = new Set([...html.matchAll(/<th scope="row"[^>]*>([^<]*)/g)].map(([, name]) => name));
    expect(tasks.filter(({ name }) => !names.has(name))).toEqual([]);
  });
});

describe('the report for people who do not see it', () => {
  it('has landmarks, one title, headings without gaps and names for everything', () => {
    for (const landmark of ['header', 'nav', 'main', 'footer', 'h1'])
      expect(allOf(page, landmark)).toHaveLength(1);
    const levels = allOf(page).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    for (const table of allOf(page, 'table')) {
      expect(table.children[0]).toMatchObject({ name: 'caption', text: expect.stringMatching(/\S/) });
      for (const head of allOf(table, 'th')) expect(head.attributes['scope']).toMatch(/^(col|row)$/);
    }
    for (const svg of allOf(page, 'svg').filter(({ attributes }) => attributes['role'] === 'img')) {
      const named = (svg.attributes['aria-labelledby'] ?? '').split(' ');
      expect(svg.children.slice(0, 2).map(({ attributes }) => attributes['id'])).toEqual(named);
    }
    const ids = allOf(page).flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
