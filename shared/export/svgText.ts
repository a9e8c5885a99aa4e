/**
 * How wide a text will be, well enough to break and shorten it. The program that opens the file may lack the typeface
 * and use a wider one, so a little room is left.
 */

/** Advance widths of Inter at weight 420, characters 32 to 126, in thousandths of an em. */
const ADVANCES = [
  278, 291, 472, 634, 643, 984, 646, 302, 366, 366, 505, 663, 291, 460, 291, 362, 634, 634, 634, 634, 648,
  634, 634, 634, 634, 634, 291, 305, 663, 663, 663, 515, 969, 694, 655, 731, 722, 602, 590, 747, 744, 270,
  572, 675, 565, 905, 754, 765, 639, 766, 645, 643, 647, 743, 694, 989, 686, 682, 631, 366, 362, 366, 472,
  458, 326, 563, 613, 572, 613, 584, 372, 615, 593, 244, 244, 551, 244, 878, 593, 601, 613, 613, 378, 530,
  330, 593, 564, 820, 548, 564, 554, 429, 335, 429, 663,
];
const OTHER_LETTER = 620;
const FULL_WIDTH = 1000;
const FALLBACK_ALLOWANCE = 1.03;
const ELLIPSIS = '…';

/** @returns pixels at a font size in pixels */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += advanceOf(character);
  return (thousandths * size * FALLBACK_ALLOWANCE) / 1000;
}

function advanceOf(character: string): number {
  const code = character.codePointAt(0) ?? 32;
  const ascii = ADVANCES[code - 32];
  if (ascii !== undefined) return ascii;
  if (/\p{M}/u.test(character)) return 0;
  // CJK, Hangul, full-width forms and emoji fill their square.
  return code >= 0x1100 && (code < 0x1200 || code >= 0x2e80) ? FULL_WIDTH : OTHER_LETTER;
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as people see them: a letter with its accents, an emoji with all its parts. */
export function* charactersOf(text: string): Generator<string, undefined> {
  for (const { segment } of characters.segment(text)) yield segment;
  return undefined;
}

/** The text, or as much of it as fits with an ellipsis. Empty where not even one letter would. */
export function fitLine(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let room = width - textWidth(ELLIPSIS, size);
  let kept = '';
  for (const character of charactersOf(text)) {
    room -= textWidth(character, size);
    if (room < 0) break;
    kept += character;
  }
  return kept === '' ? '' : `${kept.trimEnd()}${ELLIPSIS}`;
}

/** Breaks a text between words into at most so many lines; the last one is shortened. */
export function fitLines(
  text: string,
  { width, size, lines }: { width: number; size: number; lines: number },
): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const broken: string[] = [];
  while (words.length > 0 && broken.length < lines - 1) {
    let line = words.shift() ?? '';
    while (words[0] !== undefined && textWidth(`${line} ${words[0]}`, size) <= width)
      line += ` ${words.shift() ?? ''}`;
    broken.push(fitLine(line, width, size));
  }
  if (words.length > 0) broken.push(fitLine(words.join(' '), width, size));
  return broken.filter((line) => line !== '');
}
