/** The command line's contract, seen from outside: exit codes, streams, and the making of plans. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Desk } from './commandLine';

test('a file of answers makes the plan it describes; a bad answer is refused by name and nothing is made', () => {
  const desk = new Desk();
  const answers = { sites: ['Hill', 'Valley'], strategy: 'phased-by-site', wantedGoLive: '2028-03-06' };
  const make = (given: unknown, file: string) => {
    desk.write('answers.json', JSON.stringify(given));
    return ['new', '--pack', 'small-practice-saas', '--answers', 'answers.json', '-o', file];
  };
  desk.done(...make(answers, 'plan.golive'));
  const { registers, schedule } = desk.dump('plan.golive');
  expect(registers['sites']).toMatchObject([{ name: 'Hill' }, { name: 'Valley' }]);
  expect(schedule.goLive).toBe('2028-03-06');

  const messages = desk.refused(...make({ ...answers, providers: 'many' }, 'other.golive'));
  expect(messages).toContain('“providers”');
  expect(existsSync(path.join(desk.folder, 'other.golive'))).toBe(false);
  const listed = JSON.parse(desk.done('packs', '--json').result) as readonly { id: string }[];
  expect(listed.map(({ id }) => id)).toEqual([
    ...['blank', 'demo-five-provider-saas', 'multi-site-phased', 'pilot-then-rollout'],
    ...['rural-hospital-on-premises', 'small-practice-saas'],
  ]);
});

test('wrong usage ends with 2 and says what is missing, without a result', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const wrong = [
    [],
    ['paint'],
    ['dump'],
    ['dump', file, '--everything'],
    ['dump', file, '--moment', 'soon'],
    ['dump', file, '--moment', '1960-01-01'],
    ['new', '--pack', 'blank'],
    ['new', '--pack', 'nothing', '-o', 'x.golive'],
    ['new', '--pack', 'blank', '--start', '2027-02-30', '-o', 'x.golive'],
    ['edit', file],
    ['export', file, '--format', 'docx'],
    ['export', file, '--format', 'csv', '--register', 'secrets'],
    ['import', 'x.csv'],
    ['import', 'x.csv', '--into', file, '--start', '2027-01-04'],
    ['import', 'x.golive', '-o', 'x.golive', '--start', '2027-01-04'],
    ['import', 'x.xml', '-o', 'x.golive', '--register', 'costs'],
    ['new', '--pack', 'blank', '-o', '-'],
    ['merge', file],
    ['merge', file, '-o', 'x.json', '--report', 'x.json'],
  ];
  for (const args of wrong) {
    const { exitCode, result, messages } = desk.run(...args);
    expect([exitCode, result], args.join(' ')).toEqual([2, '']);
    expect(messages).not.toBe('');
  }
  expect(existsSync(path.join(desk.folder, 'x.golive'))).toBe(false);
  expect(desk.done('merge', '--help').result).toContain('golive merge');
});
