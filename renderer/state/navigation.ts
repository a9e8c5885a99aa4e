/** Where the person is: which page, and which record of it is meant. */
import { useSyncExternalStore } from 'react';
import type { Chord } from '../../shared/domain/keys/keyTable';
import type { SavedView } from '../../shared/domain/records/savedViews';
import type { Chapter } from '../../shared/domain/register/define';
import type { RegisterId } from '../../shared/domain/registers/all';

interface PageDescription {
  readonly title: string;
  /** The chapter of the rail that lists it; pages without one stand above or below the thread. */
  readonly chapter?: Chapter;
  /** The registers whose records it shows. */
  readonly registers?: readonly RegisterId[];
  /** The key that leads there from anywhere. */
  readonly key?: Chord;
}

/** Every page, in the order of the rail. */
export const PAGES = {
  overview: { title: 'Overview', key: 'Mod+1' },
  organization: { title: 'Organization', chapter: 'prepare', registers: ['organisation'] },
  places: { title: 'Sites and departments', chapter: 'prepare', registers: ['sites', 'departments'] },
  team: { title: 'Team', chapter: 'prepare', registers: ['people', 'roles'] },
  timeline: { title: 'Timeline', key: 'Mod+2', chapter: 'plan', registers: ['tasks', 'links'] },
  baselines: { title: 'Baselines', chapter: 'plan', registers: ['baselines'] },
  roadmap: { title: 'Roadmap', key: 'Mod+3', chapter: 'plan', registers: ['roadmapItems'] },
  costs: { title: 'Costs', key: 'Mod+4', chapter: 'plan', registers: ['costs'] },
  funding: { title: 'Funding and actuals', chapter: 'plan', registers: ['fundingSources', 'actuals'] },
  risks: { title: 'Risks', key: 'Mod+5', chapter: 'plan', registers: ['risks'] },
  resources: { title: 'Resources', chapter: 'plan', registers: ['assignments'] },
  calendars: { title: 'Calendars and phases', chapter: 'plan', registers: ['calendars', 'phases'] },
  gates: { title: 'Gates', chapter: 'goLive', registers: ['gates'] },
  criteria: { title: 'Gate criteria', chapter: 'goLive', registers: ['gateCriteria'] },
  approvals: { title: 'Approvals', chapter: 'goLive', registers: ['approvals'] },
  comments: { title: 'Comments', registers: ['comments'] },
  problems: { title: 'Problems', key: 'Mod+6' },
  review: { title: 'Review changes' },
  scenarios: { title: 'What-ifs' },
  history: { title: 'History' },
  backups: { title: 'Backups' },
} as const satisfies Readonly<Record<string, PageDescription>>;

export type PageId = keyof typeof PAGES;

const descriptions: Readonly<Record<PageId, PageDescription>> = PAGES;

export const pageIds = Object.keys(PAGES) as readonly PageId[];

/** The chapters that have pages, each with its pages. */
export function pagesOf(chapter: Chapter): readonly PageId[] {
  return pageIds.filter((page) => descriptions[page].chapter === chapter);
}

export function chapterOf(page: PageId): Chapter | undefined {
  return descriptions[page].chapter;
}

export function registersOf(page: PageId): readonly RegisterId[] {
  return descriptions[page].registers ?? [];
}

export function keyOfPage(page: PageId): Chord | undefined {
  return descriptions[page].key;
}

export interface Place {
  readonly page: PageId;
  /** A record to show and focus, for instance from Problems. */
  readonly record?: { readonly register: RegisterId; readonly id: string; readonly field?: string };
  /** A view of the register that was named to come back to. */
  readonly view?: SavedView;
  /** A what-if to compare with the plan. */
  readonly scenario?: string;
}

const RECENT_KEPT = 12;

let place: Place = { page: 'overview' };
let recent: readonly Place[] = [];
const listeners = new Set<() => void>();

export function goTo(next: Place): void {
  recent = [place, ...recent.filter((known) => !isSamePlace(known, place))].slice(0, RECENT_KEPT);
  place = next;
  for (const listener of listeners) listener();
}

/** Where the person was before, the latest first; records among them may be gone by now. */
export function recentPlaces(): readonly Place[] {
  return recent.filter((known) => !isSamePlace(known, place));
}

function isSamePlace(a: Place, b: Place): boolean {
  return a.page === b.page && a.record?.id === b.record?.id && a.view?.name === b.view?.name;
}

/** The page that shows a register's records; undefined for what is no register. */
export function pageOf(register: string | undefined): PageId | undefined {
  return pageIds.find((page) => registersOf(page).some((shown) => shown === register));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePlace(): Place {
  return useSyncExternalStore(subscribe, () => place);
}
