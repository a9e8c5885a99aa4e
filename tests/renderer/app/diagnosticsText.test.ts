/** What is copied for a helper must not hold one word that somebody has typed. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { diagnose } from '../../../electron/core/diagnose';
import { documentReader } from '../../../electron/core/documentReader';
import { nodeCodec } from '../../../electron/core/nodeCodec';
import { createFromFile } from '../../../electron/core/planLibrary';
import { contentOf, newWorkbook } from '../../../shared/document/newWorkbook';
import { acceptValue } from '../../../shared/domain/register/accept';
import { definitionOf, registerIds } from '../../../shared/domain/registers/all';
import { encodeGoliveFile } from '../../../shared/sync/goliveFile';
import { crashOf, diagnosticsText } from '../../../renderer/app/diagnosticsText';
import { must, scratchFolder } from '../../core/support/scratch';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const SECRET = 'Zq7secret';

/** A record of every register, with the secret in each field that takes a text. */
const story = Object.fromEntries(
  registerIds.map((register) => {
    const texts = Object.entries(definitionOf(register).fields)
      .filter(([, field]) => acceptValue(field, SECRET).ok)
      .map(([name]) => [name, SECRET]);
    return [register, [{ id: register, ...Object.fromEntries(texts) }]];
  }),
);

const machine = {
  ...{ app: '0.1.0', electron: '45', chrome: '140', node: '22', system: 'linux 6 x64', memory: 8e9 },
  isPackaged: true,
  crashes: [{ process: 'storage', reason: '9', at: 1_800_000_000_000 }],
} as const;

it('holds counts of everything and nothing of a plan, its name, its people or its folder', async () => {
  const workbook = makeWorkbook(story);
  const secretFolder = path.join(await scratchFolder(), `home of ${SECRET}`, 'plans');
  await mkdir(secretFolder, { recursive: true });
  const library = { folder: secretFolder, reader: documentReader, now: () => new Date() };
  const replica = { actor: 7, name: SECRET, clock: () => 1, random: () => 0.5 };
  const records = [
    { register: 'organisation', id: uuid('o'), values: { name: `${SECRET} Clinic`, currency: 'USD' } },
    { register: 'tasks', id: uuid('t'), values: { name: `Fire ${SECRET}` } },
  ] as const;
  const content = contentOf(uuid('w'), records, 'New');
  if (content === undefined) throw new Error('an organisation was given');
  const state = must(newWorkbook(content, replica)).encodeState();
  const name = `${SECRET} Clinic`;
  const file = encodeGoliveFile({ workbook: uuid('w'), name, created: 1, records: 2, state }, nodeCodec);
  must(await createFromFile(library, file, SECRET));

  const core = await diagnose(library, uuid('w'), path.join(secretFolder, 'second'));
  const crash = new TypeError(`cannot read ${SECRET}`);
  crash.stack = `TypeError: cannot read ${SECRET}\n at Grid (app://workbook/assets/main-1a.js:10:20)\n at file:///home/${SECRET}/x.js:1:1`;
  const text = diagnosticsText(
    { machine, core },
    {
      ...{ width: 1280, height: 800, scale: 1, theme: 'light', language: 'en-US' },
      saving: { state: 'saved', unsaved: 0, diskFull: false },
      workbook,
      problems: [{ code: 'storage/incomplete', at: 1_800_000_000_000 }],
      pageCrash: crashOf('costs', crash),
    },
    1_800_000_000_000,
  );
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain(uuid('w'));
  expect(text).not.toContain(secretFolder);
  expect(text).toContain('Workbook 1 (open): 2 records');
  expect(text).toContain('second backup folder: missing');
  for (const register of registerIds) expect(text).toContain(`${register} 1`);
  expect(text).toContain('storage/incomplete');
  expect(text).toContain('storage: 9');
  expect(text).toContain('The page “costs” stopped working: TypeError');
  expect(text).toContain('app://workbook/assets/main-1a.js:10:20');
});

it('says so where there is nothing to say', () => {
  const text = diagnosticsText(
    { machine: { ...machine, crashes: [] }, core: null },
    {
      ...{ width: 640, height: 480, scale: 2, theme: 'system', language: 'de' },
      ...{ saving: null, workbook: null, problems: [], pageCrash: null },
    },
    0,
  );
  expect(text).toContain('The storage process gave no answer.');
  expect(text).toContain('No workbook is open.');
  expect(text).toContain('Last problems: none');
});
