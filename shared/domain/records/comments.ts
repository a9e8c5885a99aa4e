/** Remarks on records: who answered whom, and how many are still open. An answer is a remark on a remark. */
import type { Command } from '../edits/edit';
import type { RecordIn } from '../registers/all';
import type { Workbook } from '../workbook';

export type Comment = RecordIn<'comments'>;

export interface Thread {
  readonly comment: Comment;
  /** Of any depth, in the order of the register. */
  readonly answers: readonly Comment[];
}

interface Threads {
  readonly byRecord: ReadonlyMap<string, readonly Thread[]>;
  readonly open: ReadonlyMap<string, number>;
}

const known = new WeakMap<Workbook['tables']['comments'], Threads>();

/** The threads about a record, in the order of the register; those in the bin are left out with their answers. */
export function threadsAbout({ tables }: Workbook, id: string): readonly Thread[] {
  return threadsOf(tables.comments).byRecord.get(id) ?? [];
}

/** How many threads about each record are not settled; records without any are left out. */
export function openThreads({ tables }: Workbook): ReadonlyMap<string, number> {
  return threadsOf(tables.comments).open;
}

/** How many remarks are not settled, about a record or about nothing; an answer is settled with what it answers. */
export function openRemarks({ tables }: Workbook): number {
  const { live } = tables.comments;
  return live.filter((comment) => !comment.resolved && firstOf(tables.comments, comment) === comment).length;
}

function threadsOf(table: Workbook['tables']['comments']): Threads {
  const before = known.get(table);
  if (before !== undefined) return before;
  const answers = new Map<string, Comment[]>();
  for (const comment of table.live) {
    const first = firstOf(table, comment);
    if (first !== comment) answers.set(first.id, [...(answers.get(first.id) ?? []), comment]);
  }
  const byRecord = new Map<string, Thread[]>();
  const open = new Map<string, number>();
  for (const comment of table.live) {
    const { id, about, resolved } = comment;
    if (about === null || firstOf(table, comment) !== comment) continue;
    const threads = byRecord.get(about) ?? [];
    threads.push({ comment, answers: answers.get(id) ?? [] });
    byRecord.set(about, threads);
    if (!resolved) open.set(about, (open.get(about) ?? 0) + 1);
  }
  const threads = { byRecord, open };
  known.set(table, threads);
  return threads;
}

/** The remark that a conversation began with. Two sites can answer in a circle; then each stands for itself. */
function firstOf(table: Workbook['tables']['comments'], comment: Comment): Comment {
  let first = comment;
  const passed = new Set([comment.id]);
  for (;;) {
    const next = first.about === null ? undefined : table.byId.get(first.about);
    if (next === undefined) return first;
    if (passed.has(next.id)) return comment;
    passed.add(next.id);
    first = next;
  }
}

export interface NewComment {
  readonly id: string;
  /** A record, or the remark that is answered. */
  readonly about: string;
  readonly text: string;
  /** The name of whoever writes. The same person in the register of people becomes the author. */
  readonly by: string;
}

export function writeComment({ tables }: Workbook, { id, about, text, by }: NewComment): Command {
  const author = tables.people.live.find(({ name }) => name === by)?.id;
  const values = { text, about, ...(author === undefined ? {} : { author }) };
  return {
    label: tables.comments.byId.has(about) ? 'Answer comment' : 'Write comment',
    edits: [{ kind: 'add', register: 'comments', id, values }],
  };
}

/** Settles a conversation, or opens it again. */
export function settleComment(id: string, resolved: boolean): Command {
  return {
    label: resolved ? 'Settle comment' : 'Open comment again',
    edits: [{ kind: 'set', register: 'comments', id, values: { resolved } }],
  };
}
