import type { ReactNode } from 'react';
import type { Sentence } from '../../shared/domain/format/sentence';
import { useChangeTint } from './changeTint';

export interface PageHeadProps {
  readonly title: string;
  /** What a person came to find out. */
  readonly answer: Sentence;
  /** At most one primary action and two others. */
  readonly children?: ReactNode;
}

/** Title, actions, and the answer under both. */
export function PageHead({ title, answer, children }: PageHeadProps): ReactNode {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        <p className="answer">
          {answer.map(({ text, strong }, index) =>
            strong === true ? <Conclusion key={index} text={text} /> : text,
          )}
        </p>
      </div>
      {Boolean(children) && <div className="acts">{children}</div>}
    </div>
  );
}

/** What a person came for: tinted for a moment when it comes out otherwise. */
function Conclusion({ text }: { readonly text: string }): ReactNode {
  const element = useChangeTint<HTMLElement>(text);
  return <b ref={element}>{text}</b>;
}
