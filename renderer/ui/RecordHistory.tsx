/** Who changed what of a record, newest first, each with a way to put the value back that stood there before. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button';
import { momentText } from './moments';

export interface HistoryLineShown {
  readonly key: string;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly words: string;
  /** Absent where there is nothing to put back. */
  readonly onPutBack?: () => void;
}

export interface RecordHistoryProps {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Undefined until they are read. */
  readonly lines: readonly HistoryLineShown[] | undefined;
  /** Why they cannot be read. */
  readonly trouble?: string;
  /** Reads older ones; absent when there are none. */
  readonly onMore?: () => void;
  /** Leads to these changes in the history of the plan, where the record goes back as a whole. */
  readonly onHistory: () => void;
}

export function RecordHistory(props: RecordHistoryProps): ReactNode {
  const { isOpen, onToggle, lines, trouble, onMore, onHistory } = props;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section className="record-section record-history" aria-label="Changes">
      <h3 className="record-heading">
        <button type="button" className="link-button" aria-expanded={isOpen} onClick={onToggle}>
          <Icon size={12} strokeWidth={1.75} aria-hidden /> Changes
        </button>
      </h3>
      {isOpen && (
        <>
          {trouble !== undefined && <p className="small">{trouble}</p>}
          {lines?.length === 0 && (
            <p className="t3 small">
              Nothing was changed on this computer yet. What a plan began with is no change.
            </p>
          )}
          <ol>
            {lines?.map(({ key, by, at, words, onPutBack }) => (
              <li key={key}>
                <p>
                  <span className="med">{by}</span> {words}
                </p>
                <div className="comment-acts">
                  <time className="t3 small num" dateTime={at}>
                    {momentText(at)}
                  </time>
                  {onPutBack !== undefined && (
                    <Button variant="quiet" label={`Put back: ${by} ${words}`} onPress={onPutBack}>
                      Put back
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ol>
          {onMore !== undefined && (
            <Button variant="quiet" onPress={onMore}>
              Older changes
            </Button>
          )}
          {lines !== undefined && lines.length > 0 && (
            <Button variant="quiet" onPress={onHistory}>
              Show in History
            </Button>
          )}
        </>
      )}
    </section>
  );
}
