/** Reads a report as a strict reader would: it must be well-formed XML, and every word is found where it stands. */
import { SaxesParser } from 'saxes';

export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: PageElement[];
  /** Of this element and everything in it. */
  text: string;
}

/** Throws unless the page is well-formed. */
export function readPage(html: string): PageElement {
  const root: PageElement = { name: '', attributes: {}, children: [], text: '' };
  const open: PageElement[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(html).close();
  return root;
}

export function allOf(element: PageElement, name?: string): PageElement[] {
  return element.children.flatMap((child) => [
    ...(name === undefined || child.name === name ? [child] : []),
    ...allOf(child, name),
  ]);
}

/** The cells of the table with this caption, row by row, heads included. */
export function tableOf(page: PageElement, caption: string): string[][] {
  const found = allOf(page, 'table').find(({ children }) => children[0]?.text.startsWith(caption) === true);
  if (found === undefined) throw new Error(`no table “${caption}”`);
  return allOf(found, 'tr').map((row) => row.children.map(({ text }) => text));
}
