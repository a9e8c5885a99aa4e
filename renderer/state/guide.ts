/** The user guide in the window: its chapters, and which of them is being read. */
import { useSyncExternalStore } from 'react';
import type { PageId } from './navigation';

/** Every chapter in reading order; each is docs/guide/<id>.md. */
export const GUIDE = [
  {
    id: 'first-hour',
    title: 'Your first hour',
    summary: 'From a fresh install to a budget in Excel and a Gantt chart on paper.',
  },
  {
    id: 'making-a-plan',
    title: 'Making a plan',
    summary: 'The questions of a starter pack, what each answer changes, and where the figures come from.',
  },
  {
    id: 'timeline',
    title: 'The timeline',
    summary: 'Tasks, links, dates that follow, the critical path, and moving things by mouse and keys.',
  },
  {
    id: 'costs',
    title: 'Costs, and what finance gets',
    summary:
      'Cost lines, quantities from the profile, contingency, and the Excel workbook with live formulas.',
  },
  {
    id: 'risks',
    title: 'Risks',
    summary: 'Rating what could go wrong, the heat map, owners, responses and reviews.',
  },
  {
    id: 'resources',
    title: 'Who works on what',
    summary: 'Assignments, how much time people have, and the weeks in which it is too much.',
  },
  {
    id: 'roadmap',
    title: 'The roadmap',
    summary: 'One page for people who do not want details.',
  },
  {
    id: 'gates',
    title: 'Gates and approvals',
    summary: 'When to stop and ask whether you may go on, who decided what, and on which figures.',
  },
  {
    id: 'lists',
    title: 'Lists, tables and importing',
    summary: 'Typing, pasting, filling, finding, named views, and bringing in Excel or CSV files.',
  },
  {
    id: 'merging',
    title: 'Working apart and merging',
    summary: 'Sending a copy, opening the one that comes back, and deciding where two people disagree.',
  },
  {
    id: 'what-ifs',
    title: 'Trying a what-if',
    summary: 'A copy of the plan to change as you like, compared field by field, and taken over or not.',
  },
  {
    id: 'safety',
    title: 'Saving, backups and trouble',
    summary: 'What “Saved” means, where backups are, and what to do on a full disk or after a power cut.',
  },
  {
    id: 'export',
    title: 'Exporting and printing',
    summary: 'Every form in which the plan can leave the app, and what each is for.',
  },
  {
    id: 'keyboard',
    title: 'Working by keyboard',
    summary: 'The keys of every page, and how to get around without a mouse.',
  },
  {
    id: 'command-line',
    title: 'The command line',
    summary: 'Making, changing, merging and exporting plans from scripts.',
  },
] as const satisfies readonly {
  readonly id: string;
  readonly title: string;
  /** What the chapter is about, in a line. */
  readonly summary: string;
}[];

export type ChapterId = (typeof GUIDE)[number]['id'];

export function isChapterId(text: string): text is ChapterId {
  return GUIDE.some(({ id }) => id === text);
}

const CHAPTER_OF_PAGE: Readonly<Record<PageId, ChapterId>> = {
  overview: 'first-hour',
  organization: 'making-a-plan',
  places: 'lists',
  team: 'lists',
  timeline: 'timeline',
  baselines: 'timeline',
  roadmap: 'roadmap',
  costs: 'costs',
  funding: 'costs',
  risks: 'risks',
  resources: 'resources',
  calendars: 'timeline',
  gates: 'gates',
  criteria: 'gates',
  approvals: 'gates',
  comments: 'merging',
  problems: 'timeline',
  review: 'merging',
  scenarios: 'what-ifs',
  history: 'safety',
  backups: 'safety',
};

/** The chapter that explains a page. */
export function chapterAbout(page: PageId): ChapterId {
  return CHAPTER_OF_PAGE[page];
}

export interface GuidePlace {
  readonly chapter: ChapterId;
  /** The id of a heading in it; null for its beginning. */
  readonly section: string | null;
}

let reading: GuidePlace | null = null;
/** The chapter about what the window shows. */
let here: ChapterId = 'first-hour';
const listeners = new Set<() => void>();

function publish(place: GuidePlace | null): void {
  reading = place;
  for (const listener of listeners) listener();
}

/** Shows a chapter over whatever is on the screen, which stays as it is beneath. */
export function openGuide(chapter: ChapterId, section: string | null = null): void {
  publish({ chapter, section });
}

export function closeGuide(): void {
  publish(null);
}

export function setChapterHere(chapter: ChapterId): void {
  here = chapter;
}

/** Opens the guide at what the window shows, or closes it. */
export function toggleGuide(): void {
  if (reading === null) openGuide(here);
  else closeGuide();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is being read, or null while the guide is closed. */
export function useGuide(): GuidePlace | null {
  return useSyncExternalStore(subscribe, () => reading);
}
