/** What the import worker is told and what it answers. */
import type { Problem } from '../domain/base/problem';
import type { FileTable } from '../domain/imports/fileTable';

export interface ImportJob {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ImportMessage =
  | { readonly kind: 'done'; readonly tables: readonly FileTable[] }
  | { readonly kind: 'failed'; readonly problem: Problem };
