/** What there is to read about working with the app: the palette lists it under Learn. */

export interface Chapter {
  readonly id: string;
  readonly title: string;
  /** Other words people look for it by. */
  readonly words: string;
  /** Where it belongs, in a word or two. */
  readonly detail: string;
  readonly open: () => void;
}

/** The chapters of the guide, as they are shown inside the app. */
export const CHAPTERS: readonly Chapter[] = [];
