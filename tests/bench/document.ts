/** The document beside bare Yjs with the very same content: opening, merging, and one edit with all that follows. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as Y from 'yjs';
import { takeIn } from '../../shared/document/copies';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import { planOf } from '../../shared/domain/plan';
import { seededRandom, TestClock } from '../support/replicas';
import { milliseconds, ratio, type Contest } from './contest';
import { replaceEntry } from './limits/bareDocument';
import { barePass, runBarePass } from './limits/criticalPath';
import { networkOf } from './networkWorkbook';
import { phasedPlan, taskId } from './phasedPlan';

const TASKS = 5_000;
const EDITS = 10_000;
const EDITS_PER_COMMAND = 100;
const TODAY = '2027-03-01';

const openAs = (state: Uint8Array, actor: number): WorkbookDocument =>
  WorkbookDocument.open(state, {
    ...{ actor, name: actor === 1 ? 'Maria' : 'Dr. Shah' },
    ...{ clock: new TestClock().read, random: seededRandom(actor) },
  });

function bareOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

function expectRun(document: WorkbookDocument, edits: Parameters<WorkbookDocument['run']>[0]['edits']): void {
  const done = document.run({ label: 'Edit', edits });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
}

/** Single fields changed all over the plan. @returns what someone else must take in */
function editOffline(document: WorkbookDocument, seed: number): Uint8Array {
  const before = Y.encodeStateVector(document.yDoc);
  const random = seededRandom(seed);
  for (let done = 0; done < EDITS; done += EDITS_PER_COMMAND) {
    const edits = Array.from({ length: EDITS_PER_COMMAND }, () => {
      const task = Math.floor(random() * TASKS);
      const id = taskId(task % 25 === 0 ? task + 1 : task);
      const values = [
        { percentComplete: Math.floor(random() * 101) },
        { name: `Renamed ${String(Math.floor(random() * 1e6))}` },
        { deadline: `2028-0${String(1 + Math.floor(random() * 9))}-15` },
      ][Math.floor(random() * 3)] as { readonly name: string };
      return { kind: 'set', register: 'tasks', id, values } as const;
    });
    expectRun(document, edits);
  }
  return Y.encodeStateAsUpdate(document.yDoc, before);
}

const opening: Contest = {
  name: 'read-5k',
  title: 'Read a stored document of 5,000 tasks',
  goal: ratio(1.3),
  mode: 'fresh',
  runs: 7,
  prepare: (folder) => writeFileSync(path.join(folder, 'open.bin'), phasedPlan(TASKS).encodeState()),
  begin: (folder) => {
    const state = new Uint8Array(readFileSync(path.join(folder, 'open.bin')));
    return { ours: () => openAs(state, 2).workbook(), limit: () => bareOf(state) };
  },
};

const merging: Contest = {
  name: 'merge',
  title: 'Merge 10,000 offline edits and read the plan',
  goal: ratio(1.5),
  mode: 'fresh',
  runs: 7,
  prepare: (folder) => {
    const base = phasedPlan(TASKS).encodeState();
    const mine = openAs(base, 1);
    editOffline(mine, 1);
    writeFileSync(path.join(folder, 'mine.bin'), mine.encodeState());
    writeFileSync(path.join(folder, 'theirs.bin'), editOffline(openAs(base, 2), 2));
  },
  begin: (folder) => {
    const mine = new Uint8Array(readFileSync(path.join(folder, 'mine.bin')));
    const theirs = new Uint8Array(readFileSync(path.join(folder, 'theirs.bin')));
    const document = openAs(mine, 1);
    document.workbook();
    const doc = bareOf(mine);
    return {
      ours: () => {
        document.merge(theirs);
        document.workbook();
      },
      limit: () => Y.applyUpdate(doc, theirs),
    };
  },
  note: (folder) => {
    const document = openAs(new Uint8Array(readFileSync(path.join(folder, 'mine.bin'))), 1);
    document.merge(new Uint8Array(readFileSync(path.join(folder, 'theirs.bin'))));
    return `${String(document.workbook().conflicts.length)} fields were written on both sides`;
  },
};

function editing(tasks: number, goal: Contest['goal']): Contest {
  return {
    name: `compute-${String(tasks / 1000)}k`,
    title: `One edit of ${tasks.toLocaleString('en-US')} tasks, everything computed anew`,
    goal,
    mode: 'warm',
    runs: 9,
    begin: () => {
      const document = phasedPlan(tasks);
      const bare = new Y.Doc();
      takeIn(bare, document.encodeState());
      const pass = barePass(networkOf(tasks));
      let days = 0;
      const next = (): number => 2 + (days++ % 9);
      const id = taskId(Math.floor(tasks / 2) + 3);
      return {
        ours: () => {
          expectRun(document, [{ kind: 'set', register: 'tasks', id, values: { durationDays: next() } }]);
          return planOf(document.workbook(), TODAY).findings.length;
        },
        limit: () => {
          replaceEntry(bare, id, 'timing', {
            durationDays: next(),
            constraint: 'asap',
            constraintDate: null,
          });
          return runBarePass(pass);
        },
      };
    },
  };
}

export const documentContests: readonly Contest[] = [
  opening,
  merging,
  editing(5_000, milliseconds(25)),
  editing(20_000, milliseconds(33)),
];
