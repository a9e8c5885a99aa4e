/** What became of a plan that was exported, as every process speaks of it. */
import { isJsonObject, parseAll } from '../domain/base/json';

/** A finished file, or SVG pages or a web page that are still to be put on paper. */
export type ExportedContent =
  /** @property note what is not in it, in a sentence */
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly note?: string }
  | { readonly kind: 'pages'; readonly svgs: readonly string[] }
  | { readonly kind: 'paper'; readonly html: string; readonly size: 'letter' | 'a4' };

export function parseExportedContent(value: unknown): ExportedContent | undefined {
  if (!isJsonObject(value)) return undefined;
  const { kind, bytes, html, size } = value;
  if (kind === 'paper') {
    const isSize = size === 'letter' || size === 'a4';
    return typeof html === 'string' && isSize ? { kind, html, size } : undefined;
  }
  if (kind === 'file') {
    const { note } = value;
    return bytes instanceof Uint8Array
      ? { kind, bytes, ...(typeof note === 'string' ? { note } : {}) }
      : undefined;
  }
  const svgs = parseAll(value['svgs'], (svg) => (typeof svg === 'string' ? svg : undefined));
  return kind === 'pages' && svgs !== undefined ? { kind, svgs } : undefined;
}
