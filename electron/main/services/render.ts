/** Turns pages of SVG into PNG and PDF with the browser engine itself, in a window that is never shown. */
import { BrowserWindow } from 'electron';
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

async function blankPage(width: number, height: number): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    ...windowOptions(),
    show: false,
    width: Math.ceil(width),
    height: Math.ceil(height),
    useContentSize: true,
    enableLargerThanScreen: true,
    frame: false,
  });
  await window.loadURL(`${ORIGIN}/print.html`);
  return window;
}

/** Puts pages into the document as images of themselves: an SVG from a plan can then run nothing and load nothing. */
async function show(window: BrowserWindow, pages: readonly Page[]): Promise<void> {
  const sources = pages.map(({ svg, width, height }) => ({
    source: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
    width,
    height,
  }));
  await window.webContents.executeJavaScript(
    `Promise.all(${JSON.stringify(sources)}.map(({ source, width, height }) => {
      const image = document.createElement('img');
      image.src = source; image.width = width; image.height = height; image.alt = '';
      document.body.append(image);
      return image.decode();
    })).then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))`,
  );
}

export async function renderPng(page: Page, scale = 2): Promise<Uint8Array> {
  const fitting = Math.min(scale, MAX_PICTURE / page.width, MAX_PICTURE / page.height);
  const [width, height] = [page.width * fitting, page.height * fitting];
  const window = await blankPage(width, height);
  try {
    await show(window, [{ svg: page.svg, width, height }]);
    const picture = await window.webContents.capturePage({
      x: 0,
      y: 0,
      width: Math.round(width),
      height: Math.round(height),
    });
    return picture.toPNG();
  } finally {
    window.destroy();
  }
}

/** One sheet for each page, exactly its size. */
export async function renderPdf(pages: readonly Page[]): Promise<Uint8Array> {
  const [first] = pages;
  if (first === undefined) return new Uint8Array();
  const window = await blankPage(first.width, first.height);
  try {
    await show(window, pages);
    return await window.webContents.printToPDF({
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      pageSize: { width: first.width / CSS_PIXELS_PER_INCH, height: first.height / CSS_PIXELS_PER_INCH },
    });
  } finally {
    window.destroy();
  }
}

/** The size of an SVG drawing in its own units, which are CSS pixels. */
export function pageOf(svg: string): Page {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg.slice(0, 2000));
  return { svg, width: Number(box?.[1] ?? 1000), height: Number(box?.[2] ?? 1000) };
}
