/**
 * The example practice against its description, which is written down here a second time: tasks and links as a table,
 * the money as arithmetic in whole cents.
 */
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber, weekdayOfDay } from '../../../shared/domain/base/dates';
import { decimalText } from '../../../shared/domain/base/decimal';
import { budgetSummary } from '../../../shared/domain/budget/budgetSummary';
import { budgetOf } from '../../../shared/domain/budget/planBudget';
import { riskFindings } from '../../../shared/domain/risk/riskFindings';
import { riskScore } from '../../../shared/domain/risk/rating';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import { fractionOf, lowest, sum } from '../budget/rational';
import { idFor, workbookOfPack } from './packFiles';

const workbook = workbookOfPack('demo-five-provider-saas');
const { tables } = workbook;
const schedule = scheduleOf(workbook, '2026-11-02');

/** Task, working days, predecessors; `SS+5` and `+25` are a start-to-start link and a lag. */
const PLAN = `
A1 5 | A2 5 A1 | A3 5 A2 | A4 10 A2 | A5 15 A3 | A6 5 A3 | A7 5 A6 A4 | B1 10 A5 | B2 15 B1 | B3 10 B2 A7 | B4 1 B3
C1 1 B3 | C2 15 C1 | C3 25 C2:SS+5 | C4 20 C1 | C5 30 C1 | C6 10 C3 | D1 5 B4:FS+25 | D2 5 D1 | D3 5 D2:FS+3
D4 20 C3 | E1 10 C3 | E2 10 C5 | E3 10 E1 E2 D3 C4 | E4 3 E3 | E5 1 E3 C4 | F1 5 C1 | F2 15 F1 | F3 5 E1
F4 15 F2 F3 E3:SS+5 | F5 2 F4 E4 | G1 1 C6 D3 D4 E4 E5 F5 | G2 5 G1 | G3 0 G2 | H1 20 G3 | H2 5 G3 | H3 60 G3
H4 32 G3 | I1 40 H1 | I2 5 H3 H2`;

interface PlannedTask {
  readonly key: string;
  readonly days: number;
  readonly links: readonly { readonly from: string; readonly type: string; readonly lag: number }[];
}

const plan: readonly PlannedTask[] = PLAN.trim()
  .split(/\s*[|\n]\s*/)
  .map((entry) => {
    const [key = '', days, ...links] = entry.split(' ');
    return {
      key,
      days: Number(days),
      links: links.map((link) => {
        const [, from = '', type = 'FS', lag = '0'] = /^(\w\d)(?::(FS|SS)\+(\d+))?$/.exec(link) ?? [];
        return { from, type, lag: Number(lag) };
      }),
    };
  });

/** Working days after the first one, by hand: each task as early as its links allow. The table is in order. */
function offsets(): Map<string, { start: number; end: number }> {
  const placed = new Map<string, { start: number; end: number }>();
  for (const { key, days, links } of plan) {
    const starts = links.map(({ from, type, lag }) => {
      const before = placed.get(from);
      return (type === 'SS' ? (before?.start ?? NaN) : (before?.end ?? NaN)) + lag;
    });
    const start = Math.max(0, ...starts);
    placed.set(key, { start, end: start + days });
  }
  return placed;
}

/** The so-many-th weekday from the start, 0 being the start itself. */
function workday(index: number): string {
  let day = dayNumber('2027-01-04');
  for (let left = index; left > 0;) {
    day += 1;
    if (weekdayOfDay(day) < 5) left -= 1;
  }
  return dateOfDay(day);
}

describe('the tasks of the example', () => {
  test('are the 40 of the plan under nine phases, with their durations', () => {
    const leaves = tables.tasks.live.filter(({ kind }) => kind !== 'summary');
    expect(tables.tasks.live).toHaveLength(49);
    expect(new Map(leaves.map(({ id, durationDays }) => [id, durationDays]))).toEqual(
      new Map(plan.map(({ key, days }) => [idFor('tasks', key), days])),
    );
    for (const { key } of plan) {
      const task = tables.tasks.byId.get(idFor('tasks', key));
      expect(task?.parent).toBe(idFor('tasks', key.slice(0, 1)));
      expect(task?.phase).toBe(idFor('phases', key.slice(0, 1)));
    }
  });

  test('are linked as in the plan', () => {
    const actual = tables.links.live.map(({ predecessor, successor, type, lagDays }) =>
      [predecessor, successor, type, lagDays].join(' '),
    );
    const planned = plan.flatMap(({ key, links }) =>
      links.map(({ from, type, lag }) => [idFor('tasks', from), idFor('tasks', key), type, lag].join(' ')),
    );
    expect(actual.sort()).toEqual(planned.sort());
  });

  test('each have an owner and steps to tick off; nothing has begun', () => {
    for (const task of tables.tasks.live) {
      expect(task.percentComplete).toBe(0);
      if (task.kind === 'summary') continue;
      expect(tables.people.byId.has(task.owner ?? '')).toBe(true);
      expect(task.checklist.split('\n').length).toBeGreaterThanOrEqual(3);
      expect(task.notes).not.toBe('');
    }
  });

  test('fall on the days the links allow, with go-live after 137 working days', () => {
    const placed = offsets();
    for (const { key, days } of plan) {
      const task = schedule.task(idFor('tasks', key));
      const { start, end } = placed.get(key) ?? { start: NaN, end: NaN };
      if (days > 0) expect([key, task?.start]).toEqual([key, workday(start)]);
      expect([key, task?.finish]).toEqual([key, workday(end - 1)]);
    }
    expect(placed.get('G3')?.end).toBe(137);
    expect(schedule.goLive).toBe(workday(136));
    expect(schedule.projectFinish).toBe(workday(Math.max(...[...placed.values()].map(({ end }) => end)) - 1));
  });

  test('wait for the old vendor: the notice and the trial load are critical, the build is not', () => {
    const critical = (key: string) => schedule.task(idFor('tasks', key))?.critical;
    expect(['B4', 'D1', 'D2', 'D3', 'E3'].map(critical)).toEqual([true, true, true, true, true]);
    expect(['C3', 'C5'].map(critical)).toEqual([false, false]);
  });

  test('leave nothing to complain about in plan and data', () => {
    expect(schedule.findings.filter(({ level }) => level !== 'info')).toEqual([]);
    expect([...workbook.findings, ...workbook.conflicts]).toEqual([]);
  });
});

/** The money of the example in whole cents, month by month where that matters. */
function expectedCents() {
  const months = (from: number, to = 60) => to - from + 1;
  const devices = 14 * 1100_00;
  const oneTime = {
    hardware: devices + 3000_00,
    refresh: devices,
    network: 6500_00,
    implementation: 4 * 3000_00,
    migration: 2500_00 + 4000_00,
    interfaces: 8000_00,
    training: 4000_00,
    'go-live': 3500_00,
    optimization: 3000_00,
    compliance: 2500_00,
  };
  // Anniversary k: twelve months at 5 × $450 × 1.05^k, the last one cut off by month 60; in cents × 20^4.
  const licenses = [0, 1, 2, 3, 4].reduce((total, k) => {
    const billed = BigInt(Math.min(12, 60 - (4 + 12 * k) + 1));
    return total + billed * BigInt(5 * 450_00) * 21n ** BigInt(k) * 20n ** BigInt(4 - k);
  }, 0n);
  const yearly = (from: number) => Math.floor((60 - from) / 12) + 1;
  const recurring = {
    fees: 5 * 60_00 * months(7),
    network: 60_00 * months(5),
    interfaces: 1800_00 * yearly(7),
    support: 400_00 * months(4),
    compliance: 1500_00 * yearly(15),
    legacy: 1800_00 * 2 + 150_00 * months(8),
  };
  const hours = 5 * 12 * 110 + 60 * 28 + 28 * 22 + 18 * 26 + 48 * 28 + 12 * 40;
  const total = (amounts: Record<string, number>) => Object.values(amounts).reduce((a, b) => a + b, 0);
  return {
    externalOneTime: total(oneTime),
    recurringExact: sum([
      { top: licenses, bottom: 20n ** 4n },
      { top: BigInt(total(recurring)), bottom: 1n },
    ]),
    contingency: ((total(oneTime) - devices) * 15) / 100,
    internalStaffTime: (600 * 15 * 24_00) / 60 + hours * 100,
    productivityLoss: (5 * 18 * 4 * 105_00 * 195) / 100,
    oneTime,
    recurring,
  };
}

describe('the budget of the example', () => {
  const budget = budgetOf(workbook, schedule);
  const summary = budgetSummary(budget);
  const expected = expectedCents();

  test('comes to the cent to what its price list says', () => {
    expect(fractionOf(budget.totals.recurring)).toEqual(expected.recurringExact);
    const { externalOneTime, contingency, internalStaffTime, productivityLoss } = expected;
    expect(summary).toMatchObject({
      externalOneTime,
      contingency,
      internalStaffTime,
      productivityLoss,
    });
    const cash = sum([expected.recurringExact, { top: BigInt(externalOneTime + contingency), bottom: 1n }]);
    expect(fractionOf(budget.totals.cashOutlay)).toEqual(cash);
    const others = lowest({ top: BigInt(internalStaffTime + productivityLoss), bottom: 1n });
    expect(fractionOf(budget.totals.totalCostOfOwnership)).toEqual(sum([cash, others]));
  });

  test('is the published one: $299,357.38 in cash, $387,855.38 in all', () => {
    expect(Number(decimalText(budget.totals.recurring))).toBe(20_989_737.65625);
    expect([summary.cashOutlay, summary.totalCostOfOwnership]).toEqual([299_357_38, 387_855_38]);
  });

  test('has each amount under its category', () => {
    const { oneTime, recurring } = expected;
    const both = new Set([...Object.keys(oneTime), ...Object.keys(recurring)]);
    const categories = Object.fromEntries(
      [...both].map((id) => [
        id,
        ((oneTime as Record<string, number>)[id] ?? 0) + ((recurring as Record<string, number>)[id] ?? 0),
      ]),
    );
    const { licenses, ...rest } = summary.byCategory;
    expect(rest).toEqual({
      ...categories,
      staff: expected.internalStaffTime,
      productivity: expected.productivityLoss,
      contingency: expected.contingency,
    });
    const exactLicenses = Number(expected.recurringExact.top) / Number(expected.recurringExact.bottom);
    const others = Object.values(recurring).reduce((a, b) => a + b, 0);
    expect(licenses).toBe(Math.round(exactLicenses - others));
  });

  test('books the visits lost and the contingency in the month of go-live, and the new devices in month 52', () => {
    const monthOf = (key: string) =>
      [...(budget.line.get(idFor('costs', key))?.months.keys() ?? [])].map((m) => m + 1);
    expect(monthOf('lost-visits')).toEqual([7]);
    expect(monthOf('contingency')).toEqual([7]);
    expect(monthOf('refresh')).toEqual([52]);
    expect(monthOf('implementation')).toEqual([4, 5, 6, 7]);
    expect(monthOf('security-yearly')).toEqual([15, 27, 39, 51]);
    expect(schedule.goLive?.slice(0, 7)).toBe('2027-07');
  });

  test('has every price sourced with its year and nothing to warn about', () => {
    for (const { source } of tables.costs.live) expect(source).toMatch(/\b20\d\d\b/);
    expect(budget.findings).toEqual([]);
    expect(summary).toMatchObject({ currency: 'USD', horizonMonths: 60 });
    expect(Object.keys(summary.byFiscalYear)).toEqual(['2027', '2028', '2029', '2030', '2031']);
  });
});

describe('the people and risks of the example', () => {
  test('the practice is the one of the pictures', () => {
    expect(tables.organisation.live[0]).toMatchObject({
      ...{ name: 'Alder Creek Family Medicine', providers: 5, users: 18, goLive: idFor('tasks', 'G3') },
    });
    expect(tables.sites.live.map(({ name }) => name)).toEqual(['Alder Creek', 'Cedar Fork']);
    expect(tables.people.live).toHaveLength(8);
  });

  test('25 risks are rated, owned and answered, none worse after the response', () => {
    expect(tables.risks.live).toHaveLength(25);
    expect(riskFindings(tables.risks.live, '2027-01-04')).toEqual([]);
    for (const risk of tables.risks.live) {
      expect(riskScore(risk)).not.toBeNull();
      for (const text of [risk.trigger, risk.mitigation, risk.contingencyPlan]) expect(text).not.toBe('');
    }
    const scores = tables.risks.live.map((risk) => riskScore(risk));
    expect(scores).toEqual([
      16, 15, 16, 15, 12, 12, 16, 9, 16, 8, 9, 12, 9, 15, 15, 12, 10, 9, 12, 12, 8, 15, 8, 9, 12,
    ]);
  });
});
