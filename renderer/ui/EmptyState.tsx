import type { ReactNode } from 'react';

export interface EmptyStart {
  readonly id: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: ReactNode;
  /** A button, or keys. */
  readonly action: ReactNode;
}

export interface EmptyStateProps {
  /** A question a person would ask. */
  readonly question: string;
  /** What the list is for. */
  readonly purpose: ReactNode;
  /** Why now, with its source. */
  readonly reason?: ReactNode;
  /** Ways to begin, starter content first. */
  readonly starts: readonly EmptyStart[];
  /** What the register looks like when filled; decoration that fades out. */
  readonly preview?: ReactNode;
  /** Opens what there is to read about it. */
  readonly onLearn: () => void;
}

/** A register with nothing in it yet. */
export function EmptyState({ question, purpose, reason, starts, preview, onLearn }: EmptyStateProps) {
  return (
    <div className="empty">
      <div className="empty-in">
        <div>
          <h2>{question}</h2>
          <p className="t2">{purpose}</p>
          {reason !== undefined && <p className="t2">{reason}</p>}
          <ul className="empty-starts">
            {starts.map((start) => (
              <li key={start.id}>
                <span className="empty-icon">{start.icon}</span>
                <div>
                  <p className="med">{start.title}</p>
                  <p className="t3 small">{start.text}</p>
                </div>
                {start.action}
              </li>
            ))}
          </ul>
          <button type="button" className="link-button empty-learn" onClick={onLearn}>
            How this works
          </button>
        </div>
        {preview !== undefined && (
          <div className="empty-preview" aria-hidden inert>
            {preview}
          </div>
        )}
      </div>
    </div>
  );
}
