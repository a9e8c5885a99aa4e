/** Finds the sections of the guide that have all the words somebody types. */
import type { GuideBlock, GuideText, Line } from './guidePage';

export interface FoundSection {
  readonly chapter: string;
  /** Null for what stands before the first heading of a chapter. */
  readonly section: string | null;
  readonly title: string;
  /** The words around the first match. */
  readonly excerpt: string;
}

interface Section {
  readonly section: string | null;
  readonly title: string;
  readonly text: string;
}

const MOST = 12;
const LETTERS_BEFORE = 40;
const LETTERS_SHOWN = 120;

/** @param pages every chapter by its id, in the order of the guide */
export function searchGuide(
  pages: readonly (readonly [chapter: string, text: GuideText])[],
  words: string,
): readonly FoundSection[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const [first] = wanted;
  if (first === undefined) return [];
  const has = (text: string, word: string): boolean => text.toLowerCase().includes(word);
  const found = pages.flatMap(([chapter, page]) =>
    sectionsOf(page)
      .filter(({ title, text }) => wanted.every((word) => has(`${page.title} ${title} ${text}`, word)))
      .map((section) => ({ chapter, page, ...section })),
  );
  // A section that is named so is meant more than one that mentions it.
  const isNamed = ({ title }: { readonly title: string }): boolean =>
    wanted.every((word) => has(title, word));
  return [...found.filter(isNamed), ...found.filter((section) => !isNamed(section))]
    .slice(0, MOST)
    .map(({ chapter, page, section, title, text }) => ({
      chapter,
      section,
      title: title === page.title ? title : `${page.title}: ${title}`,
      excerpt: around(text, first),
    }));
}

function around(text: string, word: string): string {
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = at <= LETTERS_BEFORE ? 0 : text.indexOf(' ', at - LETTERS_BEFORE) + 1;
  const end = from + LETTERS_SHOWN;
  const until = end >= text.length ? text.length : text.lastIndexOf(' ', end);
  return `${from > 0 ? '… ' : ''}${text.slice(from, until)}${until < text.length ? ' …' : ''}`;
}

function sectionsOf({ title, blocks }: GuideText): readonly Section[] {
  const sections: { section: string | null; title: string; words: string[] }[] = [
    { section: null, title, words: [] },
  ];
  for (const block of blocks) {
    if (block.kind === 'heading')
      sections.push({ section: block.id, title: plainText(block.content), words: [] });
    else sections.at(-1)?.words.push(blockText(block));
  }
  return sections.map(({ words, ...section }) => ({ ...section, text: words.join(' ') }));
}

function blockText(block: GuideBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(block.content);
    case 'list':
      return block.items.flat().map(blockText).join(' ');
    case 'table':
      return [...block.head, ...block.rows.flat()].map(plainText).join(' ');
    case 'note':
      return block.blocks.map(blockText).join(' ');
    case 'code':
      return block.text;
    case 'picture':
      return '';
  }
}

/** A line without what it looks like. */
export function plainText(line: Line): string {
  return line.map((part) => (typeof part === 'string' ? part : plainText(part.content))).join('');
}
