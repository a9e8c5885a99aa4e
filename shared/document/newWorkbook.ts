/** Making workbooks: the only place where content is seeded. Everyone else joins by taking in the state. */
import * as Y from 'yjs';
import type { Edit, FieldValues } from '../domain/edits/edit';
import type { Problem } from '../domain/base/problem';
import type { Result } from '../domain/base/result';
import { ok } from '../domain/base/result';
import type { RegisterId } from '../domain/registers/all';
import { documentTime } from './clock';
import { FORMAT } from './formatRule';
import { ORDER_KEY, REGISTER_KEY, rootsOf, writeEntry } from './layout';
import { STORAGE } from './origin';
import { documentOf } from './stateDecoder';
import { WorkbookDocument, type Replica } from './workbookDocument';

export interface NewWorkbook {
  readonly id: string;
  /** Record id of the one organisation record. */
  readonly organisationId: string;
  readonly organisation: FieldValues;
  /** Everything else the workbook begins with. */
  readonly edits: readonly Edit[];
  /** Told to people as the step that made it. */
  readonly label: string;
}

/** The content that the records of a starter pack or an import make. */
export function contentOf(
  id: string,
  records: readonly { readonly register: RegisterId; readonly id: string; readonly values: FieldValues }[],
  label: string,
): NewWorkbook | undefined {
  const organisation = records.find(({ register }) => register === 'organisation');
  if (organisation === undefined) return undefined;
  const others = records.filter((record) => record.register !== 'organisation');
  const edits = others.map((record): Edit => ({ kind: 'add', ...record }));
  return { id, organisationId: organisation.id, organisation: organisation.values, edits, label };
}

export function newWorkbook(
  content: NewWorkbook,
  replica: Replica,
): Result<WorkbookDocument, Problem & { edit?: number }> {
  const doc = new Y.Doc();
  const time = documentTime(replica.clock());
  doc.transact(() => {
    const { meta, records } = rootsOf(doc);
    meta.set('id', content.id);
    meta.set('format', FORMAT);
    meta.set('minWriter', 1);
    meta.set('created', time);
    const entries = new Y.Array<unknown>();
    const entry = (key: string, value: unknown): unknown[] =>
      writeEntry({ key, value, time, actor: replica.actor });
    entries.push([entry(REGISTER_KEY, 'organisation'), entry(ORDER_KEY, 'a0')]);
    records.set(content.organisationId, entries);
  }, STORAGE);
  const document = new WorkbookDocument(doc, replica);
  // References from the organisation, such as its go-live milestone, come after the records they name.
  const organisation: Edit = {
    kind: 'set',
    register: 'organisation',
    id: content.organisationId,
    values: content.organisation,
  };
  const written = document.run({ label: content.label, edits: [...content.edits, organisation] });
  return written.ok ? ok(document) : written;
}

/** The same content as another workbook, which will not merge with the first: a restored backup. */
export function stateAsNewWorkbook(state: Uint8Array, id: string): Uint8Array {
  const doc = documentOf(state);
  rootsOf(doc).meta.set('id', id);
  return Y.encodeStateAsUpdate(doc);
}
