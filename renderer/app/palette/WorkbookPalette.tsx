/** The palette over an open workbook: its pages, records, saved views and everything that can be done with it. */
import { useCallback, useMemo, type ReactNode } from 'react';
import { Bookmark, PanelTop, Plus, Upload } from 'lucide-react';
import { addableRegisters, newRecord } from '../../../shared/domain/commands/newRecord';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { recordName } from '../../../shared/domain/records/recordName';
import { pluralOf } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { foundRecord, rankedHits, type Hit } from '../../../shared/domain/search/searchable';
import { recordIn, taskInRow } from '../../../shared/domain/workbook';
import { EXPORTS, isExportKind, isViewKind, type ExportKind } from '../../../shared/ipc/exportKinds';
import type { Settings } from '../../../shared/ipc/contract';
import { useCommands, useUndoLabels, type Commands } from '../../state/commands';
import {
  goTo,
  keyOfPage,
  pageIds,
  pageOf,
  PAGES,
  recentPlaces,
  registersOf,
  usePlace,
  type PageId,
  type Place,
} from '../../state/navigation';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { useFinder } from '../../state/useFinder';
import type { Actions } from '../useWindowCommands';
import { entryOf, fitting, grouped, queryOf, type Entry, type Findings, type Offer } from './entry';
import { Palette } from './Palette';
import { recordEntry, showRecord, type Bench } from './recordEntries';
import { commandOffers, learnOffers } from './windowOffers';

interface Props {
  readonly actions: Actions;
  readonly views: Settings['views'];
  readonly isReadOnly: boolean;
  readonly onExport: (kind: ExportKind) => void;
  readonly onClose: () => void;
}

const MOST_RECORDS = 20;
/** Where there is something to do as well, which must not be out of sight. */
const MOST_BESIDE_COMMANDS = 8;
const MOST_PAGES = 5;
const MOST_COMMANDS = 8;
const MOST_RECENT = 5;
/** What people do most, before they have typed anything. */
const COMMON = ['edit.undo', 'new.tasks', 'new.costs', 'export.open', 'workbook.saveCopy', 'import.open'];

export function WorkbookPalette({ actions, views, isReadOnly, onExport, onClose }: Props): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const commands = useCommands();
  const labels = useUndoLabels();
  const finder = useFinder(plan.workbook);

  const { page: here } = usePlace();
  const places = useMemo(() => [...pagesOffered(), ...viewsOffered(views)], [views]);
  const deeds = useMemo(
    () => [
      ...commandOffers(actions, labels),
      ...(isReadOnly ? [] : newRecordsOffered(commands, today)),
      ...exportsOffered(onExport),
    ],
    [actions, labels, isReadOnly, commands, today, onExport],
  );
  const learn = useMemo(() => learnOffers(actions), [actions]);

  const find = useCallback(
    (typed: string): Findings => {
      const bench: Bench = { plan, today, commands };
      const { wanted, scope } = queryOf(typed);
      if (scope === 'numbers') return numbered(typed, bench);
      if (scope === 'commands') {
        const entries = fitting(deeds, wanted, deeds.length);
        return withNote(
          { groups: grouped([{ title: 'Do', entries }]) },
          'No command has these words. Try one of them alone, or Backspace to look everywhere.',
        );
      }
      if (wanted.length === 0) return beforeTyping(bench, here, deeds, learn);
      const fits = {
        places: fitting(places, wanted, MOST_PAGES),
        deeds: fitting(deeds, wanted, MOST_COMMANDS),
        learn: fitting(learn, wanted, MOST_PAGES),
      };
      const exact = finder.search.find(wanted);
      // What only resembles it must not stand before a command that is meant.
      const isClose = [exact, ...Object.values(fits)].every(({ length }) => length === 0);
      const hits = rankedHits(plan.workbook, isClose ? finder.search.resembling(wanted) : exact);
      const most = fits.deeds.length === 0 ? MOST_RECORDS : MOST_BESIDE_COMMANDS;
      const records = entriesOf(hits.slice(0, most), wanted, bench);
      const groups = grouped([
        { title: 'Go to', entries: [...fits.places, ...records] },
        { title: 'Do', entries: fits.deeds },
        { title: 'Learn', entries: fits.learn },
      ]);
      const note = noteOn({ isReading: !finder.isComplete, isClose, count: hits.length, most });
      return { groups, ...(note === undefined ? {} : { note }) };
    },
    // `turn` stands for what the index holds.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [plan, today, commands, here, deeds, learn, places, finder.search, finder.isComplete, finder.turn],
  );
  return (
    <Palette
      find={find}
      placeholder="A task, a risk, a word in a note, or what to do"
      hint={
        <>
          type <b>&gt;</b> for commands, <b>#</b> for task numbers
        </>
      }
      onClose={onClose}
    />
  );
}

function withNote(findings: Findings, ifNothing: string): Findings {
  return findings.groups.length === 0 ? { ...findings, note: ifNothing } : findings;
}

interface Outcome {
  readonly isReading: boolean;
  /** Nothing fits; what is shown resembles it. */
  readonly isClose: boolean;
  readonly count: number;
  readonly most: number;
}

function noteOn({ isReading, isClose, count, most }: Outcome): string | undefined {
  if (isReading) return 'Still reading the plan…';
  if (isClose && count === 0) {
    return 'Nothing in the plan has these words. Try fewer of them, the beginning of one, or another word for it.';
  }
  if (isClose) return 'Nothing has exactly these words; this comes close.';
  if (count <= most) return undefined;
  const more = `${formatNumber(count - most)} more ${count - most === 1 ? 'record fits' : 'records fit'}`;
  return `${more}. Another word narrows them down.`;
}

function entriesOf(hits: readonly Hit[], wanted: readonly string[], bench: Bench): readonly Entry[] {
  return hits.flatMap((hit) => {
    const found = foundRecord(bench.plan.workbook, hit, wanted);
    return found === undefined ? [] : [recordEntry(found, bench)];
  });
}

/** `#12` is the task in row 12. */
function numbered(typed: string, bench: Bench): Findings {
  const number = Number(typed.replace('#', '').trim());
  const task = Number.isInteger(number) ? taskInRow(bench.plan.workbook, number - 1) : undefined;
  if (task === undefined) {
    const count = bench.plan.workbook.outline.rows.length;
    const upTo = count === 0 ? 'There is no task yet.' : `Tasks go from 1 to ${formatNumber(count)}.`;
    return { groups: [], note: `Type the number of a task after #. ${upTo}` };
  }
  const hit: Hit = { register: 'tasks', id: task.id, score: 0, similar: [] };
  return { groups: [{ title: 'Go to', entries: entriesOf([hit], [], bench) }] };
}

function beforeTyping(
  bench: Bench,
  here: PageId,
  deeds: readonly Offer[],
  learn: readonly Offer[],
): Findings {
  const visited = recentPlaces().flatMap((place) => placeEntry(place, bench) ?? []);
  const recent = visited.filter(
    ({ id }, at) => id !== `page.${here}` && visited.findIndex((entry) => entry.id === id) === at,
  );
  const common = COMMON.flatMap((id) => deeds.find((deed) => deed.id === id) ?? []);
  const pages = pageIds
    .filter((page) => page !== here)
    .map(pageOffer)
    .filter(({ id }) => !recent.some((entry) => entry.id === id));
  return {
    groups: grouped([
      {
        title: 'Go to',
        entries: [...recent, ...pages.map((page) => entryOf(page, []))].slice(0, MOST_RECENT),
      },
      { title: 'Do', entries: common.map((deed) => entryOf(deed, [])) },
      { title: 'Learn', entries: learn.slice(0, 3).map((offer) => entryOf(offer, [])) },
    ]),
  };
}

/** A place somebody was at; undefined where its record is gone. */
function placeEntry({ page, record }: Place, bench: Bench): Entry | undefined {
  if (record === undefined) return entryOf(pageOffer(page), []);
  const { register, id } = record;
  const there = recordIn(bench.plan.workbook, register, id);
  if (there === undefined || there.archived) return undefined;
  const title = recordName(bench.plan.workbook, register, id);
  const found = { register, id, title, titleMatches: [], found: null, isInBin: false };
  return recordEntry(found, bench);
}

function pageOffer(page: PageId): Offer {
  const chord = keyOfPage(page);
  return {
    id: `page.${page}`,
    icon: <PanelTop />,
    title: PAGES[page].title,
    words: registersOf(page)
      .map((register) => `${definitionOf(register).title} ${pluralOf(definitionOf(register))}`)
      .join(' '),
    detail: 'Page',
    ...(chord === undefined ? {} : { chord }),
    run: () => {
      goTo({ page });
    },
  };
}

function pagesOffered(): readonly Offer[] {
  return pageIds.map(pageOffer);
}

function viewsOffered(views: Settings['views']): readonly Offer[] {
  return views.flatMap((view): Offer[] => {
    const page = pageOf(view.register);
    if (page === undefined) return [];
    return [
      {
        id: `view.${view.register}.${view.name}`,
        icon: <Bookmark />,
        title: view.name,
        words: `view ${definitionOf(view.register).title}`,
        detail: `View of ${pluralOf(definitionOf(view.register))}`,
        run: () => {
          goTo({ page, view });
        },
      },
    ];
  });
}

function newRecordsOffered(commands: Commands, today: string): readonly Offer[] {
  return addableRegisters.map((register: RegisterId): Offer => {
    const { singular, title, titleField } = definitionOf(register);
    return {
      id: `new.${register}`,
      icon: <Plus />,
      title: `New ${singular.toLowerCase()}`,
      words: `add ${title}`,
      run: () => {
        const id = commands.newId();
        if (commands.run(newRecord(commands.workbook(), register, id, today)))
          showRecord(register, id, titleField);
      },
    };
  });
}

function exportsOffered(onExport: (kind: ExportKind) => void): readonly Offer[] {
  return (
    Object.keys(EXPORTS)
      .filter(isExportKind)
      // What a page shows is exported from that page, which knows what it is.
      .filter((kind) => !isViewKind(kind))
      .map((kind): Offer => {
        return {
          id: `export.${kind}`,
          icon: <Upload />,
          title: `Export: ${EXPORTS[kind].title}`,
          words: 'print save as',
          run: () => {
            onExport(kind);
          },
        };
      })
  );
}
