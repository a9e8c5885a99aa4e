/**
 * Turns the chapters of docs/guide into values when the window is built. No HTML comes out of it, so that nothing in a
 * chapter can run or break the content policy; what the guide does not use is an error that names the chapter.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { GuideBlock, GuideText, Inline, Line } from '../renderer/features/guide/guidePage';

const CHAPTER = /[\\/]docs[\\/]guide[\\/][\w-]+\.md$/;

/** The plugin of the window's build: a chapter imported as a module is its page. */
export function guidePages(): Plugin {
  return {
    name: 'guide-pages',
    enforce: 'pre',
    load(id) {
      if (!CHAPTER.test(id)) return null;
      this.addWatchFile(id);
      return moduleOf(readChapter(readFileSync(id, 'utf8'), path.dirname(id)));
    },
  };
}

function moduleOf(text: GuideText): string {
  const files = [...new Set(picturesOf(text.blocks))];
  const imports = files.map((file, index) => `import picture${index} from './pictures/${file}';`);
  const pictures = files.map((file, index) => `${JSON.stringify(file)}: picture${index}`);
  return [
    ...imports,
    `export const page = { ...${JSON.stringify(text)}, pictures: { ${pictures.join(', ')} } };`,
  ].join('\n');
}

function picturesOf(blocks: readonly GuideBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'picture') return [block.file];
    if (block.kind === 'list') return block.items.flatMap(picturesOf);
    return block.kind === 'note' ? picturesOf(block.blocks) : [];
  });
}

/**
 * @param folder where the chapter lies; its pictures are in a folder beside it
 * @throws if there is something in it that the window cannot show
 */
export function readChapter(markdown: string, folder: string): GuideText {
  const [first, ...rest] = lexer(markdown).filter(({ type }) => type !== 'space');
  if (first?.type !== 'heading' || first['depth'] !== 1) throw new Error('A chapter begins with its title.');
  return { title: String(first['text']), blocks: blocksOf(rest, folder) };
}

function blocksOf(tokens: readonly Token[], folder: string): readonly GuideBlock[] {
  return tokens.flatMap((token) => blockOf(token as MarkedToken, folder) ?? []);
}

function blockOf(token: MarkedToken, folder: string): GuideBlock | null {
  switch (token.type) {
    case 'space':
      return null;
    case 'heading':
      if (token.depth !== 2 && token.depth !== 3) throw unknown(token);
      return {
        kind: 'heading',
        level: token.depth,
        id: headingId(token.text),
        content: lineOf(token.tokens),
      };
    case 'paragraph':
    case 'text':
      return (
        pictureOf(token.tokens ?? [], folder) ?? { kind: 'paragraph', content: lineOf(token.tokens ?? []) }
      );
    case 'list':
      return {
        kind: 'list',
        isOrdered: token.ordered,
        start: token.start === '' ? 1 : token.start,
        items: token.items.map((item) => blocksOf(item.tokens, folder)),
      };
    case 'table':
      return {
        kind: 'table',
        head: token.header.map((cell) => lineOf(cell.tokens)),
        rows: token.rows.map((row) => row.map((cell) => lineOf(cell.tokens))),
      };
    case 'code':
      return { kind: 'code', text: token.text };
    case 'blockquote':
      return { kind: 'note', blocks: blocksOf(token.tokens, folder) };
    default:
      throw unknown(token);
  }
}

/** A picture stands alone in its paragraph. */
function pictureOf(tokens: readonly Token[], folder: string): GuideBlock | null {
  const [only, ...others] = tokens as readonly MarkedToken[];
  if (only?.type !== 'image' || others.length > 0) return null;
  const file = /^pictures\/([\w-]+\.png)$/.exec(only.href)?.[1];
  if (file === undefined) throw unknown(only);
  return { kind: 'picture', file, description: only.text, ...sizeOf(path.join(folder, 'pictures', file)) };
}

/** The width and height that a PNG says in its first bytes, https://www.w3.org/TR/png-3/#11IHDR. */
function sizeOf(file: string): { width: number; height: number } {
  const bytes = readFileSync(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function lineOf(tokens: readonly Token[]): Line {
  const line: Inline[] = [];
  /** What is between `<kbd>` and `</kbd>`, while there is such. */
  let keys: Inline[] | null = null;
  for (const token of tokens as readonly MarkedToken[]) {
    if (token.type === 'html' && token.raw === '<kbd>') keys = [];
    else if (token.type === 'html' && token.raw === '</kbd>' && keys !== null) {
      line.push({ kind: 'keys', content: keys });
      keys = null;
    } else (keys ?? line).push(...inlineOf(token));
  }
  return line;
}

function inlineOf(token: MarkedToken): Line {
  switch (token.type) {
    case 'text':
    case 'escape':
      return [plain(token.text)];
    case 'strong':
      return [{ kind: 'strong', content: lineOf(token.tokens) }];
    case 'em':
      return [{ kind: 'emphasis', content: lineOf(token.tokens) }];
    case 'codespan':
      return [{ kind: 'code', content: [plain(token.text)] }];
    case 'link':
      return linkOf(token);
    default:
      throw unknown(token);
  }
}

/** A line break in the file is a space. */
const plain = (text: string): string => text.replaceAll('\n', ' ');

/** Another chapter is a link. What lies outside the guide is text, with its address: the app opens nothing. */
function linkOf({ href, text, tokens }: Tokens.Link): Line {
  const content = lineOf(tokens);
  const inside = /^(?:([\w-]+)\.md)?(?:#([\w-]+))?$/.exec(href);
  const chapter = inside?.[1];
  if (chapter !== undefined) return [{ kind: 'link', chapter, section: inside?.[2] ?? null, content }];
  return /^https?:/.test(href) && href !== text ? [...content, ` (${href})`] : content;
}

/** As GitHub makes it from a heading, so that a link to a section works there too. */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

function unknown(token: Token): Error {
  return new Error(`The guide has no “${token.type}” like this: ${token.raw.slice(0, 80)}`);
}
