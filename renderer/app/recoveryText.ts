/** What was found wrong with a plan's files and put right, for people who never heard of a journal. */
import type { Found } from '../platform/openWorkbook';
import type { RecoveryKind } from '../../shared/ipc/recoveries';

interface RecoveryText {
  /** What happened, and what the app made of it. */
  readonly happened: string;
  /** Worth a sentence when the plan is opened; the others are only listed. */
  readonly isSaid: boolean;
}

const TEXTS: Readonly<Record<RecoveryKind, RecoveryText>> = {
  tornTail: { happened: 'The app was cut off in the middle of saving last time.', isSaid: true },
  journalDamaged: {
    happened: 'A file of this plan was damaged; what could be read of it was joined with the other copies.',
    isSaid: true,
  },
  journalMissing: {
    happened: 'A file of this plan was missing; the other copies took its place.',
    isSaid: true,
  },
  checkpointDamaged: {
    happened: 'A saved state of this plan was damaged; the other copies took its place.',
    isSaid: true,
  },
  editRefused: { happened: 'One saved change made no sense and was left out.', isSaid: true },
  historyDamaged: {
    happened: 'The list of who changed what was damaged; the plan itself is not concerned.',
    isSaid: true,
  },
  fromBackup: { happened: 'The newest backup was used to fill what was missing.', isSaid: false },
  copied: {
    happened: 'The folder of this plan was copied here; changes made here count as made in another place.',
    isSaid: false,
  },
  folderRemade: {
    happened:
      'The folder of this plan was gone and was made anew from what the app had in memory; older backups went with it.',
    isSaid: false,
  },
  unsavedWork: {
    happened: 'Changes that had not reached the disk when the app ended were found and are saved now.',
    isSaid: true,
  },
  fastCopyDamaged: {
    happened:
      'The second copy that the window keeps was damaged and was made anew from the plan on the disk.',
    isSaid: true,
  },
  windowCrashed: { happened: 'The window stopped working and was loaded again.', isSaid: true },
  storageCrashed: {
    happened: 'The part of the app that writes to the disk stopped and was started again.',
    isSaid: true,
  },
};

const WHOLE = 'Nothing that was shown as saved is missing.';
const NOT_WHOLE =
  'Not everything could be brought back. What is shown is sound: compare it with the newest backup, or with a copy on another computer.';

export function happenedText(kind: RecoveryKind): string {
  return TEXTS[kind].happened;
}

/** What is safe, and what there is to do. */
export function safetyText({ isWhole }: Pick<Found, 'isWhole'>): string {
  return isWhole ? WHOLE : NOT_WHOLE;
}

/** One calm sentence or two for everything that was found; undefined when there is nothing to say. */
export function openingText(found: readonly Found[]): string | undefined {
  const said = found.filter(({ kind, isWhole }) => TEXTS[kind].isSaid || !isWhole);
  const [first] = said;
  if (first === undefined) return undefined;
  const kinds = new Set(said.map(({ kind }) => kind));
  const happened =
    kinds.size === 1
      ? happenedText(first.kind)
      : 'Several files of this plan were put right when it was opened.';
  return `${happened} ${safetyText({ isWhole: said.every(({ isWhole }) => isWhole) })}`;
}
