/** What people answer, right and wrong, to the questions of a starter pack. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemText } from '../../../shared/domain/base/problemText';
import { checkAnswers } from '../../../shared/domain/templates/answers';
import { instantiatePack } from '../../../shared/domain/templates/instantiatePack';
import { holidays, idFor, readPack, recordsOf, SIZED_PACKS, workbookOfPack } from './packFiles';
import { tries } from '../../support/tries';

const SMALL = 'small-practice-saas';

function problemOf(answers: Record<string, unknown>) {
  const made = instantiatePack(readPack(SMALL), { answers, idFor, holidays });
  return made.ok ? undefined : made.error;
}

describe('an answer that does not fit', () => {
  test.each([
    ['providers', 'five'],
    ['providers', -1],
    ['providers', 1e9],
    ['otherUsers', 2.5],
    ['extractLeadDays', NaN],
    ['currency', 'dollars'],
    ['currency', 'U$'],
    ['country', 1],
    ['dipPreset', 'terrible'],
    ['strategy', 'all at once, slowly'],
    ['fiscalYearStartMonth', 13],
    ['organisationName', { toString: 'x' }],
    ['sites', 0],
    ['sites', 2.5],
    ['sites', 21],
    ['sites', ['Hill', 'hill']],
    ['sites', ['  ', '']],
    ['sites', ['Hill', 7]],
    ['sites', { first: 'Hill' }],
    ['departments', Array.from({ length: 41 }, (_, index) => `Ward ${String(index)}`)],
    ['workingWeek', ['mon']],
    ['workingWeek', ['mon', 'tue', 'funday']],
    ['workingWeek', 'weekdays'],
  ])('%s = %o is refused, in words that name it', (question, answer) => {
    const refused = problemOf({ [question]: answer });
    expect(refused).toMatchObject({ code: 'pack/badAnswer', facts: { answer: question } });
    expect(refused === undefined ? '' : problemText(refused)).toMatch(
      new RegExp(
        `^The answer to “.+” does not fit: .+\\. In a file of answers it is called “${question}”\\.$`,
      ),
    );
  });

  test('can be one of several that do not fit together', () => {
    const refused = problemOf({ otherUsers: 10, nurses: 6, frontDesk: 4, billers: 2, itStaff: 0 });
    expect(refused === undefined ? '' : problemText(refused)).toContain('12 together, more than the 10');
  });

  test.each([
    ['phased-by-site', { sites: ['Hill'] }, /two sites/],
    ['phased-by-department', { departments: 1 }, /two departments/],
    ['phased-by-provider-group', { providerGroups: ['All'] }, /two provider groups/],
    ['phased-by-function', { functions: ['All'] }, /two functions/],
    ['pilot', { sites: 1, departments: 1 }, /two sites or departments/],
  ])('%s without several to go one after another says what is missing', (strategy, more, words) => {
    const refused = problemOf({ strategy, ...more });
    expect(refused).toMatchObject({ facts: { answer: 'strategy' } });
    expect(refused === undefined ? '' : problemText(refused)).toMatch(words);
  });

  test('is told for each question at once, and the others are still answered', () => {
    const checked = checkAnswers(readPack(SMALL), { providers: 'five', charts: -1, devices: 20 });
    expect([...checked.problems.keys()]).toEqual(['providers', 'charts']);
    expect([checked.of.get('providers'), checked.of.get('devices')]).toEqual([5, 20]);
  });

  test.each([
    ['start', '2027-02-30'],
    ['start', 7],
    ['wantedGoLive', 'soon'],
  ])('%s = %o is no date', (name, given) => {
    expect(problemOf({ [name]: given })).toMatchObject({ code: 'field/notADate' });
  });

  test('whatever it is, it is refused and nothing falls over', () => {
    const names = readPack(SMALL).questions.map(({ id }) => id);
    const wild = fc.dictionary(fc.constantFrom(...names, 'start', 'wantedGoLive'), fc.anything());
    fc.assert(
      fc.property(wild, (answers) => {
        const checked = checkAnswers(readPack(SMALL), answers);
        expect(checked.of.size).toBe(names.length);
        expect(checked.waves.length).toBeGreaterThan(0);
        const refused = problemOf(answers);
        if (refused !== undefined) expect(problemText(refused)).toMatch(/\.$/);
      }),
      tries(150),
    );
  });
});

describe('answers', () => {
  test('left empty keep the default', () => {
    const empty = { organisationName: '', providers: null, sites: undefined };
    expect(recordsOf(SMALL, { answers: empty })).toEqual(recordsOf(SMALL));
  });

  test('size the practice, its sites and the lead time of the old vendor', () => {
    const answers = {
      ...{ organisationName: 'Hill Clinic', country: 'us', fiscalYearStartMonth: 7 },
      ...{
        providers: 2.5,
        otherUsers: 6,
        sites: 3,
        devices: 8,
        interfaces: 4,
        charts: 90,
        extractLeadDays: 40,
      },
    };
    const { tables } = workbookOfPack(SMALL, { answers });
    expect(tables.organisation.live[0]).toMatchObject({
      ...{ name: 'Hill Clinic', country: 'US', fiscalYearStartMonth: 7 },
      ...{ providers: 2.5, users: 9, interfaces: 4 },
    });
    expect(tables.sites.live.map(({ name }) => name)).toEqual([
      ...['Main site', 'Further site 1', 'Further site 2'],
    ]);
    const trialLoad = tables.links.live.find(({ successor }) => successor === idFor('tasks', 'D1'));
    expect(trialLoad?.lagDays).toBe(40);
    expect(tables.tasks.byId.get(idFor('tasks', 'C5'))?.durationDays).toBe(40);
    expect(tables.tasks.byId.get(idFor('tasks', 'D4'))?.durationDays).toBe(3);
  });

  test('name sites, departments and people', () => {
    const answers = {
      sites: 'Hill\n\n Valley \n',
      departments: ['Clinic', 'Lab'],
      ...{ sponsorName: 'Dr. Ada Park', workingWeek: ['fri', 'mon', 'wed'] },
    };
    const { tables } = workbookOfPack(SMALL, { answers });
    expect(tables.sites.live.map(({ name }) => name)).toEqual(['Hill', 'Valley']);
    expect(tables.departments.live.map(({ name, site }) => [name, site])).toEqual([
      ['Clinic', idFor('sites', 'site')],
      ['Lab', idFor('sites', 'site')],
    ]);
    expect(tables.people.byId.get(idFor('people', 'sponsor'))?.name).toBe('Dr. Ada Park');
    expect(tables.calendars.live[0]?.workingWeek).toEqual(['mon', 'wed', 'fri']);
  });

  test('divide the staff by role as in the example until they say otherwise', () => {
    const staff = (answers: Record<string, unknown>) => {
      const { of } = checkAnswers(readPack(SMALL), answers);
      return ['nurses', 'frontDesk', 'billers', 'itStaff', 'otherStaff'].map((role) => of.get(role));
    };
    expect(staff({})).toEqual([6, 4, 2, 1, 0]);
    expect(staff({ otherUsers: 30 })).toEqual([13, 9, 4, 2, 2]);
    expect(staff({ otherUsers: 30, nurses: 10 })).toEqual([10, 9, 4, 2, 5]);
  });

  test('in another currency leave every price open instead of passing dollars off as it', () => {
    const { tables } = workbookOfPack(SMALL, { answers: { currency: 'jpy' } });
    expect(tables.organisation.live[0]).toMatchObject({ currency: 'JPY', revenuePerVisit: null });
    expect(tables.costs.live.filter(({ unitCost }) => unitCost !== null)).toEqual([]);
    expect(tables.risks.live.filter(({ costIfItHappens }) => costIfItHappens !== null)).toEqual([]);
  });

  test.each(SIZED_PACKS)('about the old record decide what %s moves', (name) => {
    const titles = (currentSystem: string) =>
      workbookOfPack(name, { answers: { currentSystem } }).tables.tasks.live.map((task) => task.name);
    const extract = 'Extract notice to the old vendor';
    const scan = 'Scan and index paper charts';
    const has = (currentSystem: string) =>
      [extract, scan].map((task) => titles(currentSystem).some((title) => title.startsWith(task)));
    expect(has('other-record')).toEqual([true, false]);
    expect(has('billing-only')).toEqual([true, true]);
    expect(has('paper')).toEqual([false, true]);
    expect(has('none')).toEqual([false, false]);
  });

  test.each(SIZED_PACKS)('about servers of its own bring hardware and its tests to %s', (name) => {
    const [cloud, own] = ['saas', 'on-premises'].map((deployment) =>
      workbookOfPack(name, { answers: { deployment } }),
    );
    const names = (workbook: typeof own) => [
      ...(workbook?.tables.tasks.live ?? []).map((task) => task.name),
      ...(workbook?.tables.costs.live ?? []).map((cost) => cost.name),
    ];
    for (const only of ['Restore and failover test', 'Servers, storage, and backup hardware']) {
      expect([names(cloud).includes(only), names(own).includes(only)]).toEqual([false, true]);
    }
    expect(names(cloud)).toContain('Record, billing, and portal subscription');
    expect(names(own)).not.toContain('Record, billing, and portal subscription');
  });
});

describe('public holidays', () => {
  const daysOff = (answers: Record<string, unknown>) =>
    workbookOfPack(SMALL, { answers: { start: '2027-01-04', ...answers } }).tables.calendars.live[0]
      ?.holidays ?? [];

  test('are those of the country that fall on a working day, for five years', () => {
    expect(daysOff({}).filter((date) => date.startsWith('2027'))).toEqual([
      ...['2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-07-05', '2027-09-06', '2027-10-11'],
      ...['2027-11-11', '2027-11-25', '2027-12-24', '2027-12-31'],
    ]);
    expect(daysOff({ country: 'GB' })).toContain('2027-03-26');
    expect(daysOff({}).at(-1)?.slice(0, 4)).toBe('2032');
    expect(daysOff({ workingWeek: ['tue', 'wed', 'thu'] })).not.toContain('2027-01-18');
  });

  test('are left out when they are not wanted, or not known for the country', () => {
    expect(daysOff({ holidays: 'none' })).toEqual([]);
    expect(daysOff({ country: 'ZZ' })).toEqual([]);
  });
});
