import type { ReactNode } from 'react';

/** A record with a way there. */
export interface LinkShown {
  readonly key: string;
  readonly name: string;
  /** What it is and by which field: `task, owner`. */
  readonly note: string;
  readonly onGo: () => void;
}

const MOST_LISTED = 12;

export function RecordLinks({ links }: { readonly links: readonly LinkShown[] }): ReactNode {
  if (links.length === 0) return null;
  return (
    <>
      <ul className="record-uses">
        {links.slice(0, MOST_LISTED).map(({ key, name, note, onGo }) => (
          <li key={key}>
            <button type="button" className="link-button clip" title={name} onClick={onGo}>
              {name}
            </button>
            <span className="t3 small">{note}</span>
          </li>
        ))}
      </ul>
      {links.length > MOST_LISTED && <p className="t3 small">and {links.length - MOST_LISTED} more</p>}
    </>
  );
}
