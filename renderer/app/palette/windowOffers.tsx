/** Commands of the window as the palette offers them. */
import type { ReactNode } from 'react';
import {
  ChevronRight,
  FilePlus2,
  FolderOpen,
  House,
  Info,
  Keyboard,
  Redo2,
  Share2,
  ShieldCheck,
  SunMoon,
  Table2,
  Undo2,
  Upload,
} from 'lucide-react';
import { commandIds, commandOf, type CommandId } from '../../../shared/ipc/commands';
import type { Actions } from '../useWindowCommands';
import type { Offer } from './entry';
import { CHAPTERS } from './learn';

const ICONS: Readonly<Partial<Record<CommandId, ReactNode>>> = {
  'edit.undo': <Undo2 />,
  'edit.redo': <Redo2 />,
  'workbook.new': <FilePlus2 />,
  'workbook.openFile': <FolderOpen />,
  'workbook.list': <House />,
  'workbook.saveCopy': <Share2 />,
  'import.open': <Table2 />,
  'export.open': <Upload />,
  'backup.now': <ShieldCheck />,
  'theme.system': <SunMoon />,
  'theme.light': <SunMoon />,
  'theme.dark': <SunMoon />,
  'theme.contrast': <SunMoon />,
};

/** What undo and redo would take back and forth. */
export interface UndoLabels {
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

/** Those that can be run here and now. */
export function commandOffers(actions: Actions, labels: UndoLabels): readonly Offer[] {
  return commandIds.flatMap((id): Offer[] => {
    const run = actions[id];
    const { label, keys, words, needs } = commandOf(id);
    const isOwn = id === 'palette.open' || id === 'help.keys';
    const about = needs === 'undo' || needs === 'redo' ? labels[needs] : undefined;
    if (run === undefined || isOwn || ((needs === 'undo' || needs === 'redo') && about === undefined))
      return [];
    const [chord] = keys ?? [];
    return [
      {
        id,
        icon: ICONS[id] ?? <ChevronRight />,
        title: about === undefined ? label : `${label}: ${about}`,
        ...(words === undefined ? {} : { words }),
        ...(chord === undefined ? {} : { chord }),
        run,
      },
    ];
  });
}

export function learnOffers(actions: Actions): readonly Offer[] {
  const { label, keys, words } = commandOf('help.keys');
  const [chord] = keys ?? [];
  const run = actions['help.keys'];
  return [
    ...(run === undefined
      ? []
      : [
          {
            id: 'help.keys',
            icon: <Keyboard />,
            title: label,
            detail: 'Every key, by where it works',
            ...(words === undefined ? {} : { words }),
            ...(chord === undefined ? {} : { chord }),
            run,
          },
        ]),
    ...CHAPTERS.map(({ id, title, words: more, detail, open }): Offer => {
      return { id: `learn.${id}`, icon: <Info />, title, words: more, detail, run: open };
    }),
  ];
}
