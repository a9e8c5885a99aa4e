/**
 * Opens a workbook in the window: the journal's state and the fast copy are united, so that either may be missing or
 * damaged, and from then on every change goes to both.
 */
import { emptyDocument, newsFor, takeIn } from '../../shared/document/copies';
import { STORAGE } from '../../shared/document/origin';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Problem } from '../../shared/domain/base/problem';
import { ok, type Result } from '../../shared/domain/base/result';
import type { ChangeDescription } from '../../shared/domain/edits/change';
import type { Settings } from '../../shared/ipc/contract';
import type { Recovery, WindowFind } from '../../shared/ipc/recoveries';
import { CoreLine } from './coreLine';
import { desktop } from './desktop';
import { openFastCopy, type FastCopy } from './fastCopy';
import { SavingMonitor } from './saving';

export interface WorkbookSession {
  /** Under which it is kept on this computer; the document of a what-if bears the id of its plan. */
  readonly workbook: string;
  readonly document: WorkbookDocument;
  readonly saving: SavingMonitor;
  /** What was found wrong when it was opened and put right, to be told once. */
  readonly found: readonly Found[];
  readonly backup: CoreLine['backup'];
  readonly history: CoreLine['history'];
  readonly bases: CoreLine['bases'];
  readonly keepMerge: CoreLine['keepMerge'];
  readonly lastMerge: CoreLine['lastMerge'];
  readonly since: CoreLine['since'];
  /** Resolves when everything is on the disk; @returns what kept it from getting there */
  readonly flush: () => Promise<Problem | null>;
  readonly close: () => Promise<void>;
}

export type Found = Omit<Recovery, 'at'>;

export interface WorkbookListener {
  /** Hears what goes wrong beside the saving of changes, as long as the workbook is open. */
  readonly onProblem: (problem: Problem) => void;
  /** Hears what was found wrong and put right while it is open. */
  readonly onFound: (found: Found) => void;
}

export async function openWorkbook(
  workbook: string,
  settings: Settings,
  { onProblem, onFound }: WorkbookListener,
): Promise<Result<WorkbookSession, Problem>> {
  const saving = new SavingMonitor();
  const line = new CoreLine(workbook, saving, onProblem);
  const doc = emptyDocument();
  const [opened, fastCopy, cameBack] = await Promise.all([
    line.open(),
    openFastCopy(workbook, doc),
    desktop.call('app.cameBack', null),
  ]);
  if (!opened.ok) {
    await fastCopy?.close();
    return opened;
  }
  const { state, fileFormat, incidents, replica } = opened.value;
  takeIn(doc, state);
  const hadMore = fastCopy?.load() ?? false;
  fastCopy?.follow();
  const author = {
    actor: settings.actor,
    name: settings.name,
    clientId: replica.clientId,
    clock: () => Date.now(),
    random: () => Math.random(),
  };
  const document = new WorkbookDocument(doc, author, { format: fileFormat });
  const news = hadMore ? newsFor(state, doc) : undefined;
  if (news !== undefined) line.append(news, restoration(settings));
  document.onUpdate((update, description) => {
    line.append(update, description);
  });
  const finds: readonly (readonly [WindowFind, boolean])[] = [
    ['unsavedWork', news !== undefined],
    ['fastCopyDamaged', fastCopy?.wasDamaged === true],
    ['windowCrashed', cameBack.ok && cameBack.value],
  ];
  const found = finds.filter(([, isSo]) => isSo).map(([kind]) => ({ kind, isWhole: true }));
  for (const { kind } of found) line.note(kind);
  const stopListening = followCore(line, onFound);
  const stopHealing = healAfterTrouble(saving, fastCopy);
  const flush = async (): Promise<Problem | null> => {
    const journal = await line.flush();
    await fastCopy?.flush();
    return journal;
  };
  return ok({
    workbook,
    document,
    saving,
    found: [
      ...incidents.map(({ kind, problem }) => ({ kind, isWhole: problem?.code !== 'storage/incomplete' })),
      ...found,
    ],
    backup: (reason) => line.backup(reason),
    history: (query) => line.history(query),
    since: (query) => line.since(query),
    bases: (fields) => line.bases(fields),
    keepMerge: (account) => {
      line.keepMerge(account);
    },
    lastMerge: () => line.lastMerge(),
    flush,
    close: async () => {
      stopListening();
      stopHealing();
      const unsaved = await flush();
      await fastCopy?.close();
      line.close(unsaved === null);
    },
  });
}

/** When the core process ends and starts again. @returns stops following */
function followCore(line: CoreLine, onFound: WorkbookListener['onFound']): () => void {
  const stops = [
    desktop.listen('storage.ended', ({ times, isFinal }) => {
      line.ended(times, isFinal);
    }),
    desktop.listen('storage.restarted', () => {
      void line.reopen().then((problem) => {
        if (problem !== null) return;
        line.note('storageCrashed');
        onFound({ kind: 'storageCrashed', isWhole: true });
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What kept the journal from being written may have kept changes from the fast copy, and it does not try again. */
function healAfterTrouble(saving: SavingMonitor, fastCopy: FastCopy | undefined): () => void {
  let wasTrouble = false;
  return saving.subscribe(() => {
    const { state } = saving.read();
    if (wasTrouble && state === 'saved') void fastCopy?.renew();
    wasTrouble = state === 'notSaved' || (wasTrouble && state !== 'saved');
  });
}

/** The fast copy held more than the journal: the journal takes it over. */
function restoration({ actor, name }: Settings): ChangeDescription {
  return { at: Date.now(), actor, by: name, label: STORAGE.kind, changes: [] };
}
