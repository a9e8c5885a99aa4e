/** Turns pages of SVG into PNG and PDF with the browser engine itself, in a window that is never shown. */
import { BrowserWindow, type WebContents } from 'electron';
import { ORIGIN } from '../addresses';
import { windowOptions } from '../windowOptions';

/** CSS pixels; the page is told apart by its SVG's own size. */
export interface Page {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const CSS_PIXELS_PER_INCH = 96;
/** Chromium cannot make a picture larger than this in either direction. */
const MAX_PICTURE = 16_000;

/** A window for painting, gone again when the work is done or has failed. */
async function inHiddenWindow<T>(work: (contents: WebContents) => Promise<T>): Promise<T> {
  const window = new BrowserWindow({ ...windowOptions(), show: false, frame: false });
  try {
    await window.loadURL(`${ORIGIN}/print.html`);
    return await work(window.webContents);
  } finally {
    window.destroy();
  }
}

function sourceOf(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** Puts pages into the document as images of themselves: an SVG from a plan can then run nothing and load nothing. */
async function show(contents: WebContents, pages: readonly Page[]): Promise<void> {
  const images = pages.map(({ svg, width, height }) => ({ source: sourceOf(svg), width, height }));
  await contents.executeJavaScript(
    `Promise.all(${JSON.stringify(images)}.map(({ source, width, height }) => {
      const image = document.createElement('img');
      image.src = source; image.width = width; image.height = height; image.alt = '';
      document.body.append(image);
      return image.decode();
    })).then(() => true)`,
  );
}

/**
 * Painted on a canvas: a capture of the window would be of what the screen shows, and the screen may show a large
 * image some frames after the page has it.
 */
export async function renderPng(page: Page, scale = 2): Promise<Uint8Array> {
  const fitting = Math.min(scale, MAX_PICTURE / page.width, MAX_PICTURE / page.height);
  const size = { width: Math.round(page.width * fitting), height: Math.round(page.height * fitting) };
  const address: unknown = await inHiddenWindow((contents) =>
    contents.executeJavaScript(
      `(async ({ source, width, height }) => {
        const image = new Image(width, height);
        image.src = source;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = width; canvas.height = height;
        const brush = canvas.getContext('2d');
        brush.fillStyle = '#ffffff';
        brush.fillRect(0, 0, width, height);
        brush.drawImage(image, 0, 0, width, height);
        return canvas.toDataURL('image/png');
      })(${JSON.stringify({ source: sourceOf(page.svg), ...size })})`,
    ),
  );
  const start = 'data:image/png;base64,';
  if (typeof address !== 'string' || !address.startsWith(start)) throw new Error('the picture is too large');
  return Buffer.from(address.slice(start.length), 'base64');
}

/** One sheet for each page, exactly its size. */
export async function renderPdf(pages: readonly Page[]): Promise<Uint8Array> {
  const [first] = pages;
  if (first === undefined) return new Uint8Array();
  return inHiddenWindow(async (contents) => {
    await show(contents, pages);
    return contents.printToPDF({
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      pageSize: { width: first.width / CSS_PIXELS_PER_INCH, height: first.height / CSS_PIXELS_PER_INCH },
    });
  });
}

/** A web page of this app's own writers on as many sheets as it takes. */
export interface Paper {
  readonly html: string;
  readonly size: 'letter' | 'a4';
}

/**
 * Only its style and its content are taken over, into a document whose policy runs nothing that a text could smuggle in
 * and loads nothing.
 */
export async function renderPaper({ html, size }: Paper): Promise<Uint8Array> {
  return inHiddenWindow(async (contents) => {
    await contents.executeJavaScript(
      `(() => {
        const page = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
        const style = new CSSStyleSheet();
        style.replaceSync(page.querySelector('style')?.textContent ?? '');
        document.adoptedStyleSheets = [style];
        document.body.replaceChildren(...page.body.childNodes);
        return document.fonts.ready.then(() => true);
      })()`,
    );
    const pageSize = size === 'letter' ? 'Letter' : 'A4';
    return contents.printToPDF({ printBackground: true, preferCSSPageSize: true, landscape: true, pageSize });
  });
}

/** The size of an SVG drawing in its own units, which are CSS pixels. */
export function pageOf(svg: string): Page {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg.slice(0, 2000));
  return { svg, width: Number(box?.[1] ?? 1000), height: Number(box?.[2] ?? 1000) };
}
