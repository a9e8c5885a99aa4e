import type { ReactNode } from 'react';
import type { Sentence } from '../../../shared/domain/format/sentence';

/** The computed sentence under a page's title; what matters most is set stronger. */
export function Answer({ sentence }: { readonly sentence: Sentence }): ReactNode {
  return (
    <p className="answer">
      {sentence.map(({ text, strong }, index) => (strong === true ? <b key={index}>{text}</b> : text))}
    </p>
  );
}
