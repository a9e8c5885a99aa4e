/** Markup in which what comes from a plan can only be text: whatever is put into a template is escaped on the way. */
import { sentenceText, type Sentence } from '../../domain/format/sentence';
import { xmlText } from '../xml';

export class Markup {
  constructor(readonly source: string) {}
}

/** What a template takes. Nothing is written for null and false. */
export type Part = Markup | string | number | readonly Part[] | null | false;

export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(pieces.map((piece, index) => piece + sourceOf(parts[index] ?? null)).join(''));
}

/** A drawing of this app's own writers, which have escaped their texts. */
export function drawing(svg: string): Markup {
  return new Markup(svg);
}

function sourceOf(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Markup) return part.source;
  if (typeof part === 'string') return xmlText(part);
  return typeof part === 'number' ? String(part) : part.map(sourceOf).join('');
}

/** A sentence with its important words marked. */
export function sentence(words: Sentence): Markup {
  return markup`${words.map(({ text, strong }) => (strong === true ? markup`<b>${text}</b>` : text))}`;
}

/** A paragraph of that sentence; nothing for an empty one. */
export function answer(words: Sentence): Part {
  return sentenceText(words) === '' ? null : markup`<p class="answer">${sentence(words)}</p>`;
}
