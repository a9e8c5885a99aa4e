/** What names the plan outside its pages: the title of the window, and the line that stands on paper. */
import { useEffect, type ReactNode } from 'react';
import { formatDate } from '../../shared/domain/format/dates';
import { PAGES, type PageId } from '../state/navigation';
import { usePlanAtRest } from '../state/session';
import { useToday } from '../state/today';
import type { WhatIf } from './useWhatIf';

/** Names the window. Draws nothing: the page must not be drawn anew with every change of the plan. */
export function WindowTitle({ page, joined, whatIf }: TitleProps): ReactNode {
  const { workbook } = usePlanAtRest();
  const name = workbook.tables.organisation.live[0]?.name ?? '';
  useEffect(() => {
    const kept = joined === null ? '' : ` · kept here, joined from “${joined}”`;
    document.title = `${PAGES[page].title} · ${whatIfMark(whatIf)}${name}${kept} · Golive Workbook`;
  }, [page, name, joined, whatIf]);
  return null;
}

interface TitleProps {
  readonly page: PageId;
  readonly joined: string | null;
  readonly whatIf: WhatIf | null;
}

/** Before the name of the plan, wherever somebody might take one for the other. */
function whatIfMark(whatIf: WhatIf | null): string {
  return whatIf === null ? '' : `What-if “${whatIf.name}” of `;
}

/** Only on paper: which plan the page is of, and as of when. */
export function PrintStamp({ whatIf }: { readonly whatIf: WhatIf | null }): ReactNode {
  const { workbook } = usePlanAtRest();
  const today = useToday();
  return (
    <p className="print-stamp" aria-hidden>
      {whatIfMark(whatIf)}
      {workbook.tables.organisation.live[0]?.name}, as of {formatDate(today, 'weekdayYear')}
    </p>
  );
}
