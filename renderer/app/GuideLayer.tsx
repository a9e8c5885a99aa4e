/** The guide over everything, and which of its chapters is about what the window shows. */
import { useEffect, type ReactNode } from 'react';
import { GuideDialog } from '../features/guide/GuideDialog';
import { chapterAbout, setChapterHere, useGuide } from '../state/guide';
import { usePlace } from '../state/navigation';

/** @param shows a plan, the questions of a new one, or neither */
export function GuideLayer({ shows }: { readonly shows: 'open' | 'newPlan' | 'home' }): ReactNode {
  const { page } = usePlace();
  const place = useGuide();
  useEffect(() => {
    if (shows === 'open') setChapterHere(chapterAbout(page));
    else setChapterHere(shows === 'newPlan' ? 'making-a-plan' : 'first-hour');
  }, [shows, page]);
  return place === null ? null : <GuideDialog place={place} />;
}
