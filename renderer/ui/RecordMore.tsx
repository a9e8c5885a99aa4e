/** What surrounds a record: what people say about it, what it names and what names it, and who changed it. */
import type { ReactNode } from 'react';
import { RecordComments, type RecordCommentsProps } from './RecordComments';
import { RecordHistory, type RecordHistoryProps } from './RecordHistory';
import { RecordLinks, type LinkShown } from './RecordLinks';

export interface RecordMoreProps {
  readonly comments: RecordCommentsProps;
  readonly refersTo: readonly LinkShown[];
  readonly namedBy: readonly LinkShown[];
  readonly history: RecordHistoryProps;
}

export function RecordMore({ comments, refersTo, namedBy, history }: RecordMoreProps): ReactNode {
  return (
    <>
      <RecordComments {...comments} />
      <Related title="Refers to" links={refersTo} />
      <Related title="Used by" links={namedBy} />
      <RecordHistory {...history} />
    </>
  );
}

interface RelatedProps {
  readonly title: string;
  readonly links: readonly LinkShown[];
}

function Related({ title, links }: RelatedProps): ReactNode {
  if (links.length === 0) return null;
  return (
    <section className="record-section" aria-label={title}>
      <h3 className="record-heading">{title}</h3>
      <RecordLinks links={links} />
    </section>
  );
}
