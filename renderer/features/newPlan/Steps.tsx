/** The steps of a new plan: where one stands, and the page of one step. */
import { useEffect, useRef, type ReactNode } from 'react';

interface StepBarProps {
  readonly titles: readonly string[];
  readonly bad: readonly boolean[];
  readonly at: number;
  readonly onGo: (step: number) => void;
}

export function StepBar({ titles, bad, at, onGo }: StepBarProps): ReactNode {
  return (
    <nav aria-label="Steps">
      <ol className="new-steps">
        {titles.map((title, index) => (
          <li key={title}>
            <button
              type="button"
              className={[...(index <= at ? ['on'] : []), ...(bad[index] === true ? ['bad'] : [])].join(' ')}
              aria-current={index === at ? 'step' : undefined}
              aria-label={`Step ${String(index + 1)}: ${title}${bad[index] === true ? ', needs a look' : ''}`}
              title={title}
              onClick={() => {
                onGo(index);
              }}
            >
              <i />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepBodyProps {
  readonly title: string;
  readonly place: string;
  readonly children: ReactNode;
}

/** The keyboard begins at its top. */
export function StepBody({ title, place, children }: StepBodyProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <div className="new-questions">
      <p className="t3">{place}</p>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="t2">Rough answers are fine. Every number can be changed later, in place.</p>
      {children}
    </div>
  );
}
