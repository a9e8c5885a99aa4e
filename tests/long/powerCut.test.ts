import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundleScript, runCommand, runScript } from '../core/support/childProcess';
import { recordsIn } from '../core/support/samplePlan';
import { must, scratchFolder, settingFor } from '../core/support/scratch';
import { openPlan } from '../../electron/core/openPlan';

/** A file system in a file: what it holds at a moment is what a power cut at that moment would leave on the disk. */
function mount(image: string, folder: string): boolean {
  try {
    runCommand('mount', '-o', 'loop', image, folder);
    return true;
  } catch {
    return false;
  }
}

/** e2fsck answers 1 when it repaired something, which is what it is here for. */
function repair(image: string): void {
  try {
    runCommand('e2fsck', '-fy', image);
  } catch (error) {
    expect(error).toMatchObject({ status: 1 });
  }
}

describe('a power cut', () => {
  it('loses no edit that was acknowledged', async ({ skip }) => {
    const folder = await scratchFolder();
    const image = path.join(folder, 'disk.img');
    const disk = path.join(folder, 'disk');
    const copy = path.join(folder, 'copy.img');
    const after = path.join(folder, 'after');
    await mkdir(disk);
    await mkdir(after);
    runCommand('truncate', '-s', '96M', image);
    runCommand('mkfs.ext4', '-q', '-F', image);
    if (!mount(image, disk)) skip('mounting an image is not allowed here');
    onTestFinished(() => {
      runCommand('umount', disk);
    });

    const script = await bundleScript(new URL('../core/support/appender.ts', import.meta.url), folder);
    const child = runScript(script, disk);
    let cuts = 0;
    try {
      for (; cuts < 30; cuts++) {
        await pause(100 + ((cuts * 37) % 150));
        const acknowledged = savedIn(child.lines());
        // Stopped, so that the copy is of one moment; what the system has not written yet stays unwritten.
        child.process.kill('SIGSTOP');
        runCommand('cp', '--sparse=always', image, copy);
        child.process.kill('SIGCONT');
        repair(copy);
        expect(mount(copy, after)).toBe(true);
        try {
          const store = must(await openPlan(settingFor(after)));
          const kept = new Set(recordsIn(store.state()));
          expect(acknowledged.filter((index) => !kept.has(index))).toEqual([]);
          expect(store.incidents.filter(({ problem }) => problem !== null)).toEqual([]);
        } finally {
          runCommand('umount', after);
        }
      }
      expect(savedIn(child.lines()).length).toBeGreaterThan(100);
      expect(child.errors()).toBe('');
    } finally {
      child.process.kill('SIGKILL');
      await child.ended;
    }
  });
});

function savedIn(lines: readonly string[]): number[] {
  return lines.filter((line) => line.startsWith('saved')).map((line) => Number(line.split(' ')[1]));
}
