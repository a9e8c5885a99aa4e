/** Merging by the command line: one plan and one report in whatever order the copies come. */
import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Desk } from './commandLine';

interface Report {
  readonly merges: readonly {
    readonly into: string;
    readonly from: readonly string[];
    readonly checks: readonly { readonly text: string }[];
    readonly added: readonly object[];
    readonly changes: readonly { readonly id: string; readonly field: string }[];
  }[];
}

test('every order gives one plan and one report, which lists exactly what was written apart', () => {
  const desk = new Desk();
  const file = desk.blankPlan('base.golive');
  const [task = '', cost = '', gone = '', same = ''] = desk.edit(file, [
    { register: 'tasks', add: { name: 'Task', durationDays: 5, notes: 'alpha beta' } },
    { register: 'costs', add: { name: 'Cost', unitCost: 100 } },
    { register: 'risks', add: { title: 'Risk' } },
    { register: 'tasks', add: { name: 'Same' } },
  ]);
  const copies = { Ann: 'a.golive', Bob: 'b.golive', Cy: 'c.golive' };
  for (const copy of Object.values(copies)) {
    copyFileSync(path.join(desk.folder, file), path.join(desk.folder, copy));
  }
  const write = (by: keyof typeof copies, moment: string, edits: readonly object[]): void => {
    desk.edit(copies[by], edits, '--as', by, '--moment', moment);
  };
  write('Ann', '2027-01-10T10:00:00Z', [
    { register: 'tasks', id: task, set: { durationDays: 7, notes: 'alpha Ann beta' } },
    { register: 'costs', id: cost, set: { unitCost: 200 } },
    { register: 'risks', id: gone, archive: true },
    { register: 'tasks', id: same, set: { name: 'Renamed' } },
    { register: 'tasks', add: { name: 'New by Ann' } },
  ]);
  write('Bob', '2027-01-10T11:00:00Z', [
    { register: 'tasks', id: task, set: { durationDays: 9, notes: 'alpha beta Bob' } },
    { register: 'costs', id: cost, set: { unitCost: 300 } },
    { register: 'risks', id: gone, set: { title: 'Edited' } },
    { register: 'tasks', id: same, set: { name: 'Renamed' } },
  ]);
  write('Cy', '2027-01-10T12:00:00Z', [{ register: 'tasks', add: { name: 'New by Cy' } }]);

  const outcomes = new Set<string>();
  for (const order of ['abc', 'cba', 'baacbc']) {
    const names = Array.from(order, (letter) => `${letter}.golive`);
    desk.done('merge', ...names, '-o', 'merged.golive', '--report', 'report.json');
    outcomes.add(desk.dumpText('merged.golive', '--all') + desk.bytes('report.json').toString());
  }
  expect(outcomes.size).toBe(1);
  const [plan, waiting] = [desk.dumpText('merged.golive', '--all'), desk.conflicts('report.json')];
  const report = JSON.parse(desk.bytes('report.json').toString()) as Report;
  desk.done('merge', 'merged.golive', 'a.golive', '-o', 'merged.golive', '--report', 'report.json');
  expect(desk.dumpText('merged.golive', '--all')).toBe(plan);
  expect(desk.conflicts('report.json')).toEqual(waiting);

  const by = (name: string, hour: number, value: unknown): object => {
    const at = `2027-01-10T${String(hour)}:00:00Z`;
    return { value, by: name, at, actor: expect.any(Number) };
  };
  expect(desk.conflicts('report.json')).toEqual([
    { register: 'costs', id: cost, field: 'unitCost', values: [by('Bob', 11, 300), by('Ann', 10, 200)] },
    {
      ...{ register: 'risks', id: gone, field: 'archived', cause: 'archivedButEdited' },
      values: [by('Ann', 10, true), by('Bob', 11, false)],
    },
    { register: 'tasks', id: task, field: 'durationDays', values: [by('Bob', 11, 9), by('Ann', 10, 7)] },
  ]);
  // Of every copy, what it did not have, by whoever wrote it.
  expect(report.merges.map(({ into, from }) => [into, ...from])).toEqual([
    ['a.golive', 'b.golive', 'c.golive'],
    ['b.golive', 'a.golive', 'c.golive'],
    ['c.golive', 'a.golive', 'b.golive'],
  ]);
  const [intoAnn] = report.merges;
  expect(intoAnn?.added).toHaveLength(1);
  const days = intoAnn?.changes.find(({ id, field }) => id === task && field === 'durationDays');
  expect(days).toMatchObject({
    ...{ register: 'tasks', old: 7, new: 9, isApart: true },
    from: { by: 'Bob', at: Date.parse('2027-01-10T11:00:00Z') },
  });
  expect(intoAnn?.checks.map(({ text }) => text).join()).toContain('Total cost from $2.00 to $3.00');
  const merged = desk.dump('merged.golive');
  expect(merged.registers['tasks']?.find(({ id }) => id === task)?.['notes']).toBe('alpha Ann beta Bob');
  expect(merged.registers['tasks']?.map(({ name }) => name).sort()).toEqual([
    'New by Ann',
    'New by Cy',
    'Renamed',
    'Task',
  ]);
  expect(merged.findings.map(({ code }) => code)).toContain('plan/archivedButEdited');
});

test('a circle made by merging suspends one link, the same in both orders', () => {
  const desk = new Desk();
  const file = desk.blankPlan('a.golive');
  const [a = '', b = ''] = desk.edit(
    file,
    ['A', 'B'].map((name) => ({ register: 'tasks', add: { name } })),
  );
  copyFileSync(path.join(desk.folder, file), path.join(desk.folder, 'b.golive'));
  desk.edit(file, [{ register: 'links', add: { predecessor: a, successor: b } }]);
  desk.edit('b.golive', [{ register: 'links', add: { predecessor: b, successor: a } }]);
  desk.done('merge', file, 'b.golive', '-o', 'ab.golive');
  desk.done('merge', 'b.golive', file, '-o', 'ba.golive');
  expect(desk.dumpText('ab.golive')).toBe(desk.dumpText('ba.golive'));
  const { findings } = desk.dump('ab.golive');
  expect(findings.filter(({ code }) => code === 'plan/linkSuspended')).toHaveLength(1);
});

test('different workbooks are not merged', () => {
  const desk = new Desk();
  const [a, b] = [desk.blankPlan('a.golive'), desk.blankPlan('b.golive')];
  const before = desk.bytes(a);
  desk.refused('merge', a, b, '-o', a, '--report', 'report.json');
  expect(desk.bytes(a).equals(before)).toBe(true);
  expect(existsSync(path.join(desk.folder, 'report.json'))).toBe(false);
});

test('the report is written as a page, as text and as Excel, and no other form is taken', () => {
  const desk = new Desk();
  const file = desk.blankPlan('a.golive');
  const [task = ''] = desk.edit(file, [{ register: 'tasks', add: { name: 'Task', durationDays: 5 } }]);
  copyFileSync(path.join(desk.folder, file), path.join(desk.folder, 'b.golive'));
  desk.edit(file, [{ register: 'tasks', id: task, set: { durationDays: 7 } }], '--as', 'Ann');
  desk.edit('b.golive', [{ register: 'tasks', id: task, set: { durationDays: 9 } }], '--as', 'Bob');
  const starts = { 'r.html': '<!DOCTYPE html>', 'r.txt': '1 field was written apart', 'r.xlsx': 'PK' };
  for (const [report, start] of Object.entries(starts)) {
    desk.done('merge', file, 'b.golive', '-o', 'merged.golive', '--report', report);
    expect(desk.bytes(report).toString('latin1').startsWith(start)).toBe(true);
  }
  const wrong = desk.run('merge', file, 'b.golive', '-o', 'other.golive', '--report', 'r.docx');
  expect(wrong.exitCode).toBe(2);
  expect(existsSync(path.join(desk.folder, 'other.golive'))).toBe(false);
});
