/** What the export worker is told and what it answers. */
import type { Problem } from '../domain/base/problem';
import type { SheetModel } from './sheetModel';

export interface ExportJob {
  readonly kind: 'budget' | 'register';
  readonly model: SheetModel;
}

export type ExportMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly problem: Problem };
