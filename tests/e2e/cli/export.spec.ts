/** Exporting by the command line: text stays text, pages hold no script, every register leaves. */
import path from 'node:path';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';
import { Desk } from './commandLine';

test('text that begins like a formula stays text, and calendar lines are folded', async () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/c calc"!A0', '漢字 🎉 '.repeat(20).trim()];
  desk.edit(
    file,
    evil.map((name) => ({ register: 'tasks', add: { name, notes: `${name}\nmore` } })),
  );
  const cells = desk.done('export', file, '--format', 'csv').result.split(/[,\r\n]/);
  expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);

  const lines = desk.done('export', file, '--format', 'ics').result.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);

  desk.done('export', file, '--format', 'xlsx', '--register', 'tasks', '-o', 'tasks.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path.join(desk.folder, 'tasks.xlsx'));
  const texts: unknown[] = [];
  book.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell(({ value }) => texts.push(value));
    });
  });
  expect(texts).toEqual(expect.arrayContaining(evil));
});

test('the whole plan leaves as one page that names everything and holds no script', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const evil = '<script>alert(1)</script>';
  desk.edit(file, [
    { register: 'tasks', add: { name: evil } },
    { register: 'risks', add: { title: evil, notes: evil } },
  ]);
  const moment = ['--moment', '2027-03-01T09:00:00Z'];
  const { result } = desk.done('export', file, '--format', 'html', ...moment);
  expect(result).toMatch(/^<!DOCTYPE html>[^]*<\/html>\n$/);
  expect(result).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(result).not.toContain('<script');
  expect(desk.done('export', file, '--format', 'html', ...moment).result).toBe(result);
  desk.done('export', file, '--format', 'html', '-o', 'plan.html', ...moment);
  expect(desk.bytes('plan.html').toString()).toBe(result);
  expect(desk.run('export', file, '--format', 'html', '--register', 'tasks').exitCode).toBe(2);
});

test('registers of every kind leave as CSV, and both drawings as SVG', () => {
  const desk = new Desk();
  desk.done('new', '--pack', 'demo-five-provider-saas', '-o', 'demo.golive');
  for (const register of ['organisation', 'calendars', 'links', 'costs', 'comments']) {
    expect(desk.done('export', 'demo.golive', '--format', 'csv', '--register', register).result).toContain(
      'id,',
    );
  }
  for (const view of ['gantt', 'roadmap']) {
    const { result } = desk.done('export', 'demo.golive', '--format', 'svg', '--view', view);
    expect(result).toMatch(/^<(\?xml|svg)/);
    expect(result.trimEnd()).toMatch(/<\/svg>$/);
  }
});
