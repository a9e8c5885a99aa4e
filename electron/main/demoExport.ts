/** Runs the app without a window for machines that have no display, and for pictures the command line asks for. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { problemText } from '../../shared/domain/base/problemText';
import { EXPORTS, type ExportKind } from '../../shared/ipc/exportKinds';
import type { CoreProcess } from './coreProcess';
import { writeExport } from './services/exports';
import { pageOf, renderPdf, renderPng } from './services/render';

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

/** Paints SVG pages that the command line wrote into a file. @returns the exit code */
export async function paintJob(file: string): Promise<number> {
  try {
    const job = JSON.parse(await readFile(file, 'utf8')) as unknown;
    if (!isPaintJob(job)) throw new Error('the painting job is malformed');
    const pages = job.svgs.map(pageOf);
    const [first] = pages;
    if (first === undefined) throw new Error('there is no page to paint');
    await writeFile(job.target, job.format === 'pdf' ? await renderPdf(pages) : await renderPng(first));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

interface PaintJob {
  readonly svgs: readonly string[];
  readonly format: 'png' | 'pdf';
  readonly target: string;
}

function isPaintJob(value: unknown): value is PaintJob {
  if (typeof value !== 'object' || value === null) return false;
  const { svgs, format, target } = value as Record<string, unknown>;
  const pages = Array.isArray(svgs) && svgs.every((svg) => typeof svg === 'string');
  return pages && (format === 'png' || format === 'pdf') && typeof target === 'string';
}
