import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBytes, writeFileAtomically } from '../../electron/core/atomicFile';
import { problem } from '../../shared/domain/base/problem';
import { scratchFolder } from './support/scratch';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('writing a file', () => {
  it('creates and replaces it and leaves nothing else behind', async () => {
    const folder = await scratchFolder();
    const file = path.join(folder, 'plan.golive');
    expect((await writeFileAtomically(file, bytes('one'))).ok).toBe(true);
    expect((await writeFileAtomically(file, bytes('two'))).ok).toBe(true);
    expect(await readFile(file, 'utf8')).toBe('two');
    expect(await readdir(folder)).toEqual(['plan.golive']);
  });

  it('keeps the old file when what was read back is wrong', async () => {
    const folder = await scratchFolder();
    const file = path.join(folder, 'plan.golive');
    await writeFileAtomically(file, bytes('good'));
    const refused = await writeFileAtomically(file, bytes('bad'), (readBack) =>
      new TextDecoder().decode(readBack) === 'bad'
        ? problem('file/damaged', { name: 'x', what: 'y' })
        : undefined,
    );
    expect(refused).toMatchObject({ ok: false, error: { code: 'file/damaged' } });
    expect(await readFile(file, 'utf8')).toBe('good');
    expect(await readdir(folder)).toEqual(['plan.golive']);
  });

  it('keeps who may read it', async () => {
    const folder = await scratchFolder();
    const file = path.join(folder, 'plan.golive');
    await writeFile(file, 'private');
    await chmod(file, 0o600);
    await writeFileAtomically(file, bytes('still private'));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('replaces what a link leads to, not the link', async () => {
    const folder = await scratchFolder();
    await mkdir(path.join(folder, 'elsewhere'));
    const real = path.join(folder, 'elsewhere', 'real.golive');
    await writeFile(real, 'old');
    await symlink(real, path.join(folder, 'link.golive'));
    await writeFileAtomically(path.join(folder, 'link.golive'), bytes('new'));
    expect(await readFile(real, 'utf8')).toBe('new');
  });

  it('names what is wrong', async () => {
    const folder = await scratchFolder();
    const missing = await writeFileAtomically(path.join(folder, 'no such folder', 'a.csv'), bytes('x'));
    expect(missing).toMatchObject({
      ok: false,
      error: { code: 'file/notFound', facts: { name: 'no such folder' } },
    });
    await mkdir(path.join(folder, 'a.csv'));
    const isFolder = await writeFileAtomically(path.join(folder, 'a.csv'), bytes('x'));
    expect(isFolder).toMatchObject({
      ok: false,
      error: { code: 'file/unwritable', facts: { name: 'a.csv' } },
    });
    expect(await readdir(folder)).toEqual(['a.csv']);
    expect(await readBytes(path.join(folder, 'b.csv'))).toMatchObject({
      ok: false,
      error: { code: 'file/notFound', facts: { name: 'b.csv' } },
    });
  });
});
