/** What the command line says of bad input: it names the file, the place and what is wrong there. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Desk } from './commandLine';

test('answers that are no object, or no JSON, are told as what they are', () => {
  const desk = new Desk();
  mkdirSync(path.join(desk.folder, 'folder'));
  const said = (content: string): string =>
    desk.refused(
      'new',
      '--pack',
      'blank',
      '-o',
      'x.golive',
      '--answers',
      desk.write('answers.json', content),
    );
  expect(said('[1]')).toContain('“answers.json” must hold an object of answers');
  expect(said('[1]')).toContain('it holds a list. Nothing was changed.');
  expect(said('null')).toContain('it holds nothing (null)');
  expect(said('{"a": 1,\n "b": [1 2]}')).toMatch(/is not valid JSON: .* in line 2, column \d+\. Nothing/);
  expect(said('{"providers": five}')).toMatch(/is not valid JSON: .*(near “|in line 1)/);
  expect(desk.refused('new', '--pack', 'blank', '-o', 'x.golive', '--answers', 'folder')).toContain(
    '“folder” could not be read (it is a folder)',
  );
});

test('words that do not fit name the option, without the language of programmers', () => {
  const desk = new Desk();
  const said = (...args: readonly string[]): string => {
    const { exitCode, messages } = desk.run(...args);
    expect(exitCode).toBe(2);
    return messages;
  };
  expect(said('new', '--pack', '-o', 'x.golive')).toMatch(
    /^--pack takes a value, and none follows it\.\nTry/,
  );
  expect(said('new', '--pack', 'blank', '-o')).toMatch(/^-o takes a value/);
  expect(said('new', '--bag', 'blank')).toMatch(/^There is no option “--bag” here\./);
  expect(said('check', '--json=yes', 'x.golive')).toMatch(/^--json takes no value\./);
  expect(said('dump')).toMatch(/^No file is named\./);
});

test('an import names the row or record, and what a row that was left out leaves behind', () => {
  const desk = new Desk();
  const taken = (file: string, content: string, ...options: readonly string[]) =>
    desk.run('import', desk.write(file, content), '-o', 'x.golive', ...options);
  expect(taken('t.csv', 'name,parent\nA,B\nB,A\n').messages).toMatch(/^Row 3: “B” cannot go under “A”/);
  expect(taken('t.csv', 'name,parent\nA,B\nB,A\nC,\n', '--skip-bad-rows').messages).toContain(
    'Row 2: “Under” names row 3, which was left out.\n1 record added, 0 changed.',
  );
  expect(taken('p.json', '{"registers": {"tasks": [{"name": "A"}, {"name": 5}]}}').messages).toMatch(
    /^Tasks, record 2: “Task” takes text\./,
  );
  expect(taken('p.json', '{"registers": {"tasks": [{}]}}').messages).toMatch(
    /^Tasks, record 1: “Task” must not be empty\./,
  );
  expect(taken('p.json', '[]').messages).toBe(
    '“p.json” must hold an object with “registers”, as “golive dump” writes it; it holds a list. Nothing was changed.\n',
  );
  expect(taken('p.xml', '<Project><Tasks></Project>').messages).toMatch(
    /is not valid XML: unexpected close tag in line 1, column \d+\. Nothing/,
  );
});

test('an owner whose name two people bear is asked for, not made anew', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  desk.edit(
    file,
    ['Kim Doe', 'Kim Doe'].map((name) => ({ register: 'people', add: { name } })),
  );
  const list = desk.write('tasks.csv', 'name,owner\nTrain,Kim Doe\nTest,\n');
  expect(desk.refused('import', list, '--into', file)).toContain('several are called “Kim Doe”');
  desk.done('import', list, '--into', file, '--skip-bad-rows');
  expect(desk.dump(file).registers['people']).toHaveLength(2);
});

test('copies of one name in two folders are told apart by their paths', () => {
  const desk = new Desk();
  for (const folder of ['north', 'south']) {
    mkdirSync(path.join(desk.folder, folder));
    desk.blankPlan(`${folder}/plan.golive`);
  }
  const said = desk.refused('merge', 'north/plan.golive', 'south/plan.golive', '-o', 'x.golive');
  expect(said).toContain('“north/plan.golive” and “south/plan.golive” are different workbooks');
});

test('a plan in another currency says that the prices of the pack stayed out', () => {
  const desk = new Desk();
  const made = (currency: string) => {
    const answers = desk.write('answers.json', JSON.stringify({ currency }));
    return desk.done('new', '--pack', 'small-practice-saas', '--answers', answers, '-o', 'x.golive');
  };
  expect(made('EUR').messages).toMatch(
    /^The prices of this pack are in USD and are not converted: in EUR \d+ /,
  );
  expect(desk.done('check', 'x.golive').result).toMatch(
    /warning: None of the \d+ cost lines has a price yet/,
  );
  expect(made('USD').messages).toBe('');
});
