/** Where the person is: which page, and which record of it is meant. */
import { useSyncExternalStore } from 'react';
import type { Chapter } from '../../shared/domain/register/define';
import type { RegisterId } from '../../shared/domain/registers/all';

interface PageDescription {
  readonly title: string;
  /** The chapter of the rail that lists it; pages without one stand above or below the thread. */
  readonly chapter?: Chapter;
  /** The registers whose records it shows. */
  readonly registers?: readonly RegisterId[];
}

/** Every page, in the order of the rail. */
export const PAGES = {
  overview: { title: 'Overview' },
  organization: { title: 'Organization', chapter: 'prepare', registers: ['organisation'] },
  places: { title: 'Sites and departments', chapter: 'prepare', registers: ['sites', 'departments'] },
  team: { title: 'Team', chapter: 'prepare', registers: ['people', 'roles'] },
  timeline: { title: 'Timeline', chapter: 'plan', registers: ['tasks', 'links'] },
  roadmap: { title: 'Roadmap', chapter: 'plan', registers: ['roadmapItems'] },
  costs: { title: 'Costs', chapter: 'plan', registers: ['costs'] },
  funding: { title: 'Funding and actuals', chapter: 'plan', registers: ['fundingSources', 'actuals'] },
  risks: { title: 'Risks', chapter: 'plan', registers: ['risks'] },
  calendars: { title: 'Calendars and phases', chapter: 'plan', registers: ['calendars', 'phases'] },
  comments: { title: 'Comments', registers: ['comments'] },
  problems: { title: 'Problems' },
  review: { title: 'Review changes' },
  backups: { title: 'Backups' },
} as const satisfies Readonly<Record<string, PageDescription>>;

export type PageId = keyof typeof PAGES;

const descriptions: Readonly<Record<PageId, PageDescription>> = PAGES;

export const pageIds = Object.keys(PAGES) as readonly PageId[];

export function isPageId(text: string): text is PageId {
  return Object.hasOwn(PAGES, text);
}

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

export interface Place {
  readonly page: PageId;
  /** A record to show and focus, for instance from Problems. */
  readonly record?: { readonly register: RegisterId; readonly id: string; readonly field?: string };
}

let place: Place = { page: 'overview' };
const listeners = new Set<() => void>();

export function goTo(next: Place): void {
  place = next;
  for (const listener of listeners) listener();
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
