/** Runs the app without a window for machines that have no display, and for pictures the command line asks for. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { problemText } from '../../shared/domain/base/problemText';
import { EXPORTS, type ExportKind } from '../../shared/ipc/exportKinds';
import type { CoreProcess } from './coreProcess';
import { writeExport } from './services/exports';
import { pageOf, renderPaper, renderPdf, renderPng, type Paper } from './services/render';

const DEMO_PACK = 'demo-five-provider-saas';
const DEMO_EXPORTS: readonly ExportKind[] = [
  'report',
  'budget',
  'gantt-svg',
  'gantt-png',
  'gantt-pdf',
  'roadmap-svg',
  'roadmap-png',
  'roadmap-pdf',
];

/** Makes the demo plan and writes what a practice would hand over. @returns the exit code */
export async function exportDemo(core: CoreProcess, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const made = await core.ask({ kind: 'makeFromPack', pack: DEMO_PACK });
  if (!made.ok) {
    process.stderr.write(`${problemText(made.error)}\n`);
    return 1;
  }
  for (const kind of DEMO_EXPORTS) {
    const target = path.join(folder, `demo-${kind.replace(/-\w+$/, '')}.${EXPORTS[kind].extension}`);
    const written = await writeExport(core, { workbook: made.value.workbook, kind }, target);
    if (!written.ok) {
      process.stderr.write(`${problemText(written.error)}\n`);
      return 1;
    }
  }
  return 0;
}

/** Paints SVG pages, or puts a web page on paper, that the command line wrote into a file. @returns the exit code */
export async function paintJob(file: string): Promise<number> {
  try {
    const job = JSON.parse(await readFile(file, 'utf8')) as unknown;
    if (!isPaintJob(job)) throw new Error('the painting job is malformed');
    await writeFile(job.target, 'html' in job ? await renderPaper(job) : await painted(job));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function painted({ svgs, format }: Drawings): Promise<Uint8Array> {
  const pages = svgs.map(pageOf);
  const [first] = pages;
  if (first === undefined) throw new Error('there is no page to paint');
  return format === 'pdf' ? renderPdf(pages) : renderPng(first);
}

interface Drawings {
  readonly svgs: readonly string[];
  readonly format: 'png' | 'pdf';
}

type PaintJob = (Drawings | Paper) & { readonly target: string };

function isPaintJob(value: unknown): value is PaintJob {
  if (typeof value !== 'object' || value === null) return false;
  const { svgs, format, target, html, size } = value as Record<string, unknown>;
  if (typeof target !== 'string') return false;
  if (typeof html === 'string') return size === 'letter' || size === 'a4';
  const pages = Array.isArray(svgs) && svgs.every((svg) => typeof svg === 'string');
  return pages && (format === 'png' || format === 'pdf');
}
