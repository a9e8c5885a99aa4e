/** The part of a longer text around what was found in it. */
import { matchesIn, type TextRange } from './words';

export interface Snippet {
  readonly text: string;
  /** What was found, within `text`. */
  readonly matches: readonly TextRange[];
}

/** Characters shown before the first match and in all. */
const BEFORE = 14;
const LENGTH = 96;

/** Undefined where nothing of it is in the text. */
export function snippetOf(
  text: string,
  wanted: readonly string[],
  similar: ReadonlySet<string>,
): Snippet | undefined {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const matches = matchesIn(line, wanted, similar);
  const [first] = matches;
  if (first === undefined) return undefined;
  const from = first.from <= BEFORE + 8 ? 0 : wordStart(line, first.from - BEFORE);
  const end = Math.max(from + LENGTH, first.to);
  const to = line.length <= end + 8 ? line.length : wordEnd(line, end);
  const lead = from === 0 ? '' : '… ';
  return {
    text: `${lead}${line.slice(from, to)}${to === line.length ? '' : ' …'}`,
    matches: matches
      .filter((match) => match.from >= from && match.to <= to)
      .map((match) => ({ from: match.from - from + lead.length, to: match.to - from + lead.length })),
  };
}

/** The start of the word a place lies in, so that no word and no pair of UTF-16 units is cut. */
function wordStart(line: string, place: number): number {
  const space = line.indexOf(' ', place);
  return space === -1 || space > place + BEFORE ? charStart(line, place) : space + 1;
}

function wordEnd(line: string, place: number): number {
  const space = line.lastIndexOf(' ', place);
  return space === -1 || space < place - BEFORE ? charStart(line, place) : space;
}

function charStart(line: string, place: number): number {
  const unit = line.charCodeAt(place);
  return unit >= 0xdc00 && unit <= 0xdfff ? place - 1 : place;
}
