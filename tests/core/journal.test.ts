import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createAppendFile,
  Journal,
  type AppendFile,
  type CreateAppendFile,
} from '../../electron/core/journal';
import { readFrames, type Frame } from '../../shared/sync/frames';
import { scratchFolder } from './support/scratch';

const frame = (text: string): Frame => ({ type: 1, payload: new TextEncoder().encode(text) });
const opening = frame('opening');

async function textsIn(folder: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const name of (await readdir(folder)).sort()) {
    const { frames } = readFrames(await readFile(path.join(folder, name)));
    found[name] = frames.map(({ payload }) => new TextDecoder().decode(payload));
  }
  return found;
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

interface Failing {
  readonly create: CreateAppendFile;
  /** What was done with each file, in order. */
  readonly calls: string[];
}

/** Real files whose operations fail where asked, and which remember what was done with them. */
function failing(fails: (call: string) => Error | undefined): Failing {
  const calls: string[] = [];
  const noted = (call: string): void => {
    calls.push(call);
    const error = fails(call);
    if (error !== undefined) throw error;
  };
  const create: CreateAppendFile = async (file) => {
    const name = String(Number(path.basename(file, '.wal')));
    noted(`create ${name}`);
    const real = await createAppendFile(file);
    const wrapped: AppendFile = {
      append: async (bytes) => {
        noted(`append ${name}`);
        await real.append(bytes);
      },
      datasync: async () => {
        noted(`sync ${name}`);
        await real.datasync();
      },
      demandName: () => real.demandName(),
      close: async () => {
        calls.push(`close ${name}`);
        await real.close();
      },
    };
    return wrapped;
  };
  return { create, calls };
}

function journalIn(folder: string, create: CreateAppendFile = createAppendFile, makeRoom = async () => {}) {
  const journal = new Journal({ folder, firstNumber: 1, create, opening: () => [opening], makeRoom });
  // Gives the file back that is still open.
  onTestFinished(async () => {
    await journal.rotate(0);
  });
  return journal;
}

describe('the journal', () => {
  it('begins no file before there is something to keep', async () => {
    const folder = await scratchFolder();
    const journal = journalIn(folder);
    expect((await journal.retry()).ok).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps frames in the order in which they were appended', async () => {
    const folder = await scratchFolder();
    const journal = journalIn(folder);
    const texts = Array.from({ length: 50 }, (_, index) => `frame ${index}`);
    const saved = await Promise.all(texts.map((text) => journal.append(frame(text))));
    expect(saved.every(({ ok }) => ok)).toBe(true);
    expect(await textsIn(folder)).toEqual({ '00000001.wal': ['opening', ...texts] });
  });

  it('answers only after the frame is forced to the disk, and forces many at once', async () => {
    const folder = await scratchFolder();
    const { create, calls } = failing(() => undefined);
    const journal = journalIn(folder, create);
    const answers: string[] = [];
    await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        await journal.append(frame(`${index}`));
        answers.push(calls.at(-1) ?? '');
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['sync 1']));
    expect(calls.filter((call) => call === 'sync 1').length).toBeLessThan(5);
  });

  it('goes on in a new file after it was asked to rotate, above the numbers that are taken', async () => {
    const folder = await scratchFolder();
    const journal = journalIn(folder);
    await journal.append(frame('a'));
    expect(await journal.rotate(1)).toBe(2);
    await journal.append(frame('b'));
    expect(await journal.rotate(7)).toBe(7);
    expect(await journal.rotate(1)).toBe(7);
    await journal.append(frame('c'));
    expect(await textsIn(folder)).toEqual({
      '00000001.wal': ['opening', 'a'],
      '00000002.wal': ['opening', 'b'],
      '00000007.wal': ['opening', 'c'],
    });
  });
});

describe('when the disk fails', () => {
  it('never touches the file again after a failed fsync, and writes what was not answered into a new one', async () => {
    const folder = await scratchFolder();
    let syncs = 0;
    const { create, calls } = failing((call) =>
      call === 'sync 1' && ++syncs === 2 ? systemError('EIO') : undefined,
    );
    const journal = journalIn(folder, create);
    expect((await journal.append(frame('answered'))).ok).toBe(true);
    expect((await journal.append(frame('in doubt'))).ok).toBe(true);
    expect((await journal.append(frame('after'))).ok).toBe(true);
    expect(calls.slice(calls.lastIndexOf('sync 1') + 1)).toEqual([
      'close 1',
      'create 2',
      'append 2',
      'sync 2',
      'append 2',
      'sync 2',
    ]);
    expect((await textsIn(folder))['00000002.wal']).toEqual(['opening', 'in doubt', 'after']);
  });

  it('says so when the new file fails too, keeps the frames, and saves them first when it can again', async () => {
    const folder = await scratchFolder();
    let isBroken = false;
    const { create } = failing((call) =>
      isBroken && call.startsWith('sync') ? systemError('EIO') : undefined,
    );
    const journal = journalIn(folder, create);
    await journal.append(frame('answered'));
    isBroken = true;
    const failed = await Promise.all([journal.append(frame('b')), journal.append(frame('c'))]);
    expect(failed.map((result) => !result.ok && result.error.code)).toEqual([
      'file/unwritable',
      'file/unwritable',
    ]);
    isBroken = false;
    expect((await journal.append(frame('d'))).ok).toBe(true);
    const newest = Object.entries(await textsIn(folder)).at(-1)?.[1];
    expect(newest).toEqual(['opening', 'b', 'c', 'd']);
  });

  it('makes room once when the disk is full', async () => {
    const folder = await scratchFolder();
    let isFull = true;
    let asked = 0;
    const { create } = failing((call) =>
      isFull && call.startsWith('append') ? systemError('ENOSPC') : undefined,
    );
    const journal = journalIn(folder, create, async () => {
      asked += 1;
      isFull = false;
    });
    expect((await journal.append(frame('the last edit'))).ok).toBe(true);
    expect(asked).toBe(1);
  });

  it('while paused keeps everything in memory, and nothing is called saved', async () => {
    const folder = await scratchFolder();
    const journal = journalIn(folder);
    journal.pause({ code: 'file/diskFull', facts: { name: 'journal' } });
    expect(await journal.append(frame('a'))).toMatchObject({ ok: false, error: { code: 'file/diskFull' } });
    journal.resume();
    expect((await journal.retry()).ok).toBe(true);
    expect((await textsIn(folder))['00000001.wal']).toEqual(['opening', 'a']);
  });

  it('is not mistaken for a bug, and a bug is not mistaken for it', async () => {
    const folder = await scratchFolder();
    const journal = journalIn(folder, () => Promise.reject(new TypeError('a bug')));
    await expect(journal.append(frame('a'))).rejects.toThrow('a bug');
  });
});
