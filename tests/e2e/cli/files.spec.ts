/** Files the command line reads and writes: what is refused, what stays untouched, what passes through. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, closeSync, existsSync, openSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Desk } from './commandLine';

/** A correct checksum over an altered header: what a newer app would write. */
function withHeader(bytes: Buffer, change: Readonly<Record<string, unknown>>): Buffer {
  const length = bytes.readUInt32LE(8);
  const header = JSON.parse(bytes.subarray(12, 12 + length).toString()) as Record<string, unknown>;
  const changed = Buffer.from(JSON.stringify({ ...header, ...change }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(changed.length);
  const body = Buffer.concat([bytes.subarray(0, 8), size, changed, bytes.subarray(12 + length, -32)]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

test('damaged, foreign and hostile files are refused by every command that reads them', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const whole = desk.bytes(file);
  const flipped = Buffer.from(whole);
  flipped[whole.length >> 1] = (flipped[whole.length >> 1] ?? 0) ^ 1;
  const bad: Record<string, Buffer> = {
    empty: Buffer.alloc(0),
    foreign: Buffer.from('PK\u0003\u0004 not a plan'),
    truncated: whole.subarray(0, -1),
    flipped,
    'other workbook': withHeader(whole, { workbook: '00000000-0000-4000-8000-000000000000' }),
    'unreadable newer': withHeader(whole, { format: 99, minReader: 99 }),
  };
  for (const [name, bytes] of Object.entries(bad)) {
    desk.write('bad.golive', bytes);
    expect(desk.refused('check', 'bad.golive'), name).toContain('bad.golive');
    desk.refused('merge', file, 'bad.golive', '-o', 'merged.golive');
  }
  desk.write('bad.golive', flipped);
  desk.refused('edit', 'bad.golive', '--from', desk.editsFile([]));
  expect(desk.bytes('bad.golive').equals(flipped)).toBe(true);
  expect(existsSync(path.join(desk.folder, 'merged.golive'))).toBe(false);
  expect(desk.bytes(file).equals(whole)).toBe(true);
});

test('a file of a newer app can be read and passed on, not changed', () => {
  const desk = new Desk();
  desk.write('newer.golive', withHeader(desk.bytes(desk.blankPlan('plan.golive')), { format: 99, note: 7 }));
  const before = desk.bytes('newer.golive');
  desk.dump('newer.golive');
  const edits = desk.editsFile([{ register: 'tasks', add: { name: 'x' } }]);
  expect(desk.refused('edit', 'newer.golive', '--from', edits)).toContain('newer version');
  desk.refused('import', desk.write('t.csv', 'name\nA\n'), '--into', 'newer.golive');
  desk.refused('import', 'plan.golive', '--into', 'newer.golive');
  expect(desk.bytes('newer.golive').equals(before)).toBe(true);
  desk.done('import', 'newer.golive', '-o', 'copy.golive');
  expect(desk.bytes('copy.golive').subarray(0, 200).toString()).toContain('"note":7');
});

test('a target that cannot be written stays as it was, with nothing left beside it', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  desk.refused('export', file, '--format', 'csv', '-o', 'missing/plan.csv');
  desk.refused('merge', file, '-o', 'merged.golive', '--report', 'missing/report.json');
  desk.refused('merge', file, '-o', 'missing/merged.golive', '--report', 'report.json');
  desk.refused('new', '--pack', 'blank', '-o', '.');
  desk.done('export', file, '--format', 'json', '-o', 'plan.json');
  desk.done('export', file, '--format', 'json', '-o', 'plan.json');
  expect(readdirSync(desk.folder).sort()).toEqual(['plan.golive', 'plan.json']);
});

test('what was read is not written over, nor what is marked as read-only', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const kept = new Map(
    [file, desk.write('tasks.csv', 'name\nA\n'), desk.write('answers.json', '{}')].map((name) => [
      name,
      desk.bytes(name),
    ]),
  );
  symlinkSync(file, path.join(desk.folder, 'link.golive'));
  for (const args of [
    ['export', file, '--format', 'csv', '-o', `./${file}`],
    ['export', 'link.golive', '--format', 'json', '-o', file],
    ['import', 'tasks.csv', '-o', 'tasks.csv'],
    ['new', '--pack', 'blank', '--answers', 'answers.json', '-o', 'answers.json'],
    ['merge', file, '-o', 'm.json', '--report', 'm.json'],
  ]) {
    expect(desk.run(...args).exitCode, args.join(' ')).toBe(2);
  }
  chmodSync(path.join(desk.folder, file), 0o444);
  desk.refused('edit', file, '--from', desk.editsFile([{ register: 'tasks', add: { name: 'x' } }]));
  desk.refused('new', '--pack', 'blank', '-o', file);
  for (const [name, bytes] of kept) expect(desk.bytes(name).equals(bytes), name).toBe(true);
});

test('a result that cannot be put out is a failure, and a device is written into, not replaced', () => {
  test.skip(!existsSync('/dev/full'), 'this system has none');
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const full = openSync('/dev/full', 'w');
  const command = [path.resolve('out/cli/golive.js'), 'dump', path.join(desk.folder, file)];
  const { status, stderr } = spawnSync(process.execPath, command, { stdio: ['ignore', full, 'pipe'] });
  closeSync(full);
  expect([status, stderr.toString()]).toEqual([1, expect.stringContaining('ENOSPC')]);
  const piped = '"$0" "$1" export "$2" --format csv -o /dev/stdout | cat';
  const words = [
    '-c',
    piped,
    process.execPath,
    path.resolve('out/cli/golive.js'),
    path.join(desk.folder, file),
  ];
  expect(spawnSync('sh', words).stdout.toString()).toBe(desk.done('export', file, '--format', 'csv').result);
});
