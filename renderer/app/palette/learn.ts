/** What there is to read about working with the app: the palette lists it under Learn. */
import { GUIDE, openGuide } from '../../state/guide';

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
export const CHAPTERS: readonly Chapter[] = GUIDE.map(({ id, title, summary }) => ({
  id,
  title,
  words: summary,
  detail: 'Guide',
  open: () => {
    openGuide(id);
  },
}));
