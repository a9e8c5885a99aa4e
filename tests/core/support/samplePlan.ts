/** A plan as the document lays it out, with edits one can count: every record holds a value known beforehand. */
import * as Y from 'yjs';
import { rootsOf, writeEntry } from '../../../shared/document/layout';
import type { ChangeDescription } from '../../../shared/domain/edits/change';

export const WORKBOOK = '11111111-2222-4333-8444-555555555555';

export function recordId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

export class SamplePlan {
  readonly doc = new Y.Doc();

  constructor(clientId: number, state?: Uint8Array) {
    if (state !== undefined) Y.applyUpdate(this.doc, state);
    // Only now: Yjs takes a new number when it is given edits under the one it has.
    this.doc.clientID = clientId;
  }

  static seeded(records: number, clientId = 1): SamplePlan {
    const plan = new SamplePlan(clientId);
    plan.change(() => {
      rootsOf(plan.doc).meta.set('id', WORKBOOK);
      rootsOf(plan.doc).meta.set('format', 1);
    });
    for (let index = 0; index < records; index++) plan.add(index);
    return plan;
  }

  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }

  /** Adds a record whose title says its number. @returns the update */
  add(index: number): Uint8Array {
    return this.change(() => {
      const entries = new Y.Array<unknown>();
      entries.push([
        writeEntry({ key: '_reg', value: 'tasks', time: 1, actor: 1 }),
        writeEntry({ key: 'title', value: titleOf(index), time: 1, actor: 1 }),
      ]);
      rootsOf(this.doc).records.set(recordId(index), entries);
    });
  }

  private change(work: () => void): Uint8Array {
    const updates: Uint8Array[] = [];
    const keep = (update: Uint8Array) => updates.push(update);
    this.doc.on('update', keep);
    this.doc.transact(work);
    this.doc.off('update', keep);
    const [update] = updates;
    if (update === undefined || updates.length > 1) throw new Error('one transaction, one update');
    return update;
  }
}

function titleOf(index: number): string {
  return `Task number ${String(index)} of the plan`;
}

/** The numbers of the records in a state. Throws when a record says anything but what was written. */
export function recordsIn(state: Uint8Array): number[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const found: number[] = [];
  rootsOf(doc).records.forEach((entries, id) => {
    const index = Number(id.slice(-12));
    const content = JSON.stringify(entries instanceof Y.Array ? entries.toArray() : entries);
    const expected = JSON.stringify([
      ['_reg', 'tasks', 1, 1],
      ['title', titleOf(index), 1, 1],
    ]);
    if (id !== recordId(index) || content !== expected) throw new Error(`wrong content: ${id} ${content}`);
    found.push(index);
  });
  return found.sort((a, b) => a - b);
}

export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

export function describing(index: number): ChangeDescription {
  const changes = [
    { register: 'tasks', id: recordId(index), field: 'title', old: null, new: titleOf(index) },
  ];
  return { at: 1_800_000_000_000 + index, actor: 1, by: 'Ada', label: 'Add task', changes };
}
