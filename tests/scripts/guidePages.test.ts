/** The user guide: what the build makes of its chapters, and that every chapter keeps what its links promise. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GuideBlock, GuideText, Line } from '../../renderer/features/guide/guidePage';
import { plainText, searchGuide } from '../../renderer/features/guide/searchGuide';
import { GUIDE } from '../../renderer/state/guide';
import { headingId, readChapter } from '../../scripts/guidePages';

const FOLDER = path.resolve(import.meta.dirname, '../../docs/guide');
const MOST_PICTURE_BYTES = 3_000_000;

const read = (id: string): GuideText =>
  readChapter(readFileSync(path.join(FOLDER, `${id}.md`), 'utf8'), FOLDER);
const chapters = GUIDE.map(({ id }) => [id, read(id)] as const);

function linesOf(blocks: readonly GuideBlock[]): readonly Line[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return [block.content];
      case 'list':
        return linesOf(block.items.flat());
      case 'note':
        return linesOf(block.blocks);
      case 'table':
        return [...block.head, ...block.rows.flat()];
      case 'code':
      case 'picture':
        return [];
    }
  });
}

function linksOf(line: Line): readonly { readonly chapter: string; readonly section: string | null }[] {
  return line.flatMap((part) => {
    if (typeof part === 'string') return [];
    return [...(part.kind === 'link' ? [part] : []), ...linksOf(part.content)];
  });
}

describe('the guide', () => {
  it('has the chapters the window lists, under the same titles, and no others', () => {
    expect(chapters.map(([id, { title }]) => ({ id, title }))).toEqual(
      GUIDE.map(({ id, title }) => ({ id, title })),
    );
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(files.sort()).toEqual(GUIDE.map(({ id }) => `${id}.md`).sort());
  });

  it('lists them in the folder as in the window', () => {
    const contents = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
    const listed = [...contents.matchAll(/^- \[(.+)\]\((.+)\.md\): (.+)$/gm)];
    expect(listed.map(([, title, id, summary]) => ({ id, title, summary }))).toEqual(GUIDE);
  });

  it('leads only to chapters and sections that are there', () => {
    const sections = new Map(
      chapters.map(([id, { blocks }]) => [
        id as string,
        blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : [])),
      ]),
    );
    const links = chapters.flatMap(([, { blocks }]) => linesOf(blocks).flatMap(linksOf));
    expect(links.length).toBeGreaterThan(10);
    for (const { chapter, section } of links) {
      expect([...sections.keys()]).toContain(chapter);
      if (section !== null) expect(sections.get(chapter)).toContain(section);
    }
  });

  it('describes every picture, and the pictures stay small', () => {
    const pictures = chapters.flatMap(([, { blocks }]) => blocks.filter((block) => block.kind === 'picture'));
    expect(pictures.length).toBeGreaterThan(10);
    for (const { description } of pictures) expect(description).toMatch(/\w+ \w+ \w+/);
    const files = readdirSync(path.join(FOLDER, 'pictures'));
    expect(new Set(pictures.map(({ file }) => file))).toEqual(new Set(files));
    const bytes = files.map((file) => statSync(path.join(FOLDER, 'pictures', file)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_PICTURE_BYTES);
  });

  it('is found by the words of a worry', () => {
    const titles = (words: string) => searchGuide(chapters, words).map(({ title }) => title);
    expect(titles('full disk')).toContain('Saving, backups and trouble: When something goes wrong');
    expect(titles('CRITICAL path')[0]).toBe('The timeline: The critical path');
    expect(titles('predecessors MS Project')).toContain('The timeline: Links');
    expect(titles('  ')).toEqual([]);
    expect(titles('unobtainium')).toEqual([]);
  });
});

describe('a chapter', () => {
  const blocks = (markdown: string) => readChapter(`# Title\n\n${markdown}`, FOLDER).blocks;

  it('becomes values, its keys and links told apart', () => {
    expect(blocks('Press <kbd>Ctrl+Z</kbd>, see [*Costs*](costs.md#lines) & **go**.')).toEqual([
      {
        kind: 'paragraph',
        content: [
          'Press ',
          { kind: 'keys', content: ['Ctrl+Z'] },
          ', see ',
          {
            kind: 'link',
            chapter: 'costs',
            section: 'lines',
            content: [{ kind: 'emphasis', content: ['Costs'] }],
          },
          ' & ',
          { kind: 'strong', content: ['go'] },
          '.',
        ],
      },
    ]);
  });

  it('shows an address outside as text', () => {
    const [block] = blocks('Read [the rule](https://example.org/rule) and [more](../file-format.md).');
    const [line = []] = linesOf(block === undefined ? [] : [block]);
    expect(plainText(line)).toBe('Read the rule (https://example.org/rule) and more.');
    expect(linksOf(line)).toEqual([]);
  });

  it('keeps lists in lists, and the number a list begins with', () => {
    expect(blocks('3. Three\n   - inner\n4. Four')).toMatchObject([
      { kind: 'list', isOrdered: true, start: 3, items: [[{}, { kind: 'list', isOrdered: false }], [{}]] },
    ]);
  });

  it('refuses what the window could not show', () => {
    expect(() => blocks('<script>alert(1)</script>')).toThrow(/html/);
    expect(() => blocks('Click <b onclick="x()">here</b>.')).toThrow(/html/);
    expect(() => blocks('![](https://example.org/spy.png)')).toThrow(/image/);
    expect(() => readChapter('No title.', FOLDER)).toThrow(/title/);
  });

  it('has its sections under the ids that other readers of Markdown give them', () => {
    expect(headingId('What finance gets in Excel')).toBe('what-finance-gets-in-excel');
    expect(headingId('Day, week & “month”')).toBe('day-week--month');
  });
});
