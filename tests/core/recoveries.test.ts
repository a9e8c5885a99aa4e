import { appendFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { noteRecoveries, readRecoveries } from '../../electron/core/recoveries';
import { describing, SamplePlan, WORKBOOK } from './support/samplePlan';
import { must, openStore, scratchFolder } from './support/scratch';

it('what was found when a plan was opened can be read later, newest first', async () => {
  const folder = await scratchFolder();
  const plan = path.join(folder, WORKBOOK);
  const first = await openStore(folder);
  must(await first.append(new SamplePlan(first.clientId).add(0), describing(0)));
  expect(await readRecoveries(plan)).toEqual([]);

  // A power cut in the middle of a write leaves the beginning of a frame.
  const [journal] = await readdir(path.join(plan, 'wal'));
  await appendFile(path.join(plan, 'wal', journal ?? ''), Uint8Array.of(1, 2, 3));
  const second = await openStore(folder);
  expect(second.incidents.map(({ kind }) => kind)).toEqual(['tornTail']);
  must(await second.past.noteRecovery('unsavedWork', true));
  expect(await readRecoveries(plan)).toMatchObject([
    { kind: 'unsavedWork', isWhole: true },
    { kind: 'tornTail', isWhole: true },
  ]);
});

it('the list stays short, and a damaged one keeps no plan from opening', async () => {
  const folder = await scratchFolder();
  const found = (at: number) => ({ at, kind: 'copied', isWhole: true }) as const;
  await noteRecoveries(
    folder,
    Array.from({ length: 49 }, (_, at) => found(at)),
  );
  await noteRecoveries(folder, [found(60), found(59)]);
  const kept = await readRecoveries(folder);
  expect(kept).toHaveLength(50);
  expect(kept[0]?.at).toBe(60);
  await writeFile(path.join(folder, 'recoveries.json'), '[{"at":1,"kind":"made up"}]');
  expect(await readRecoveries(folder)).toEqual([]);
});
