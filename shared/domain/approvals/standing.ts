/**
 * Which decisions on a subject count. Decisions are only ever added; a later one names itself on those it replaces
 * (`replacedBy`). What nobody replaced stands. Two that stand and say otherwise contradict: they were taken apart, and
 * a person says which stands.
 */
import type { Approval } from '../registers/all';

/** A decision and not an empty form. */
export type Decided = Approval & { readonly decision: NonNullable<Approval['decision']> };

export function isDecided(approval: Approval): approval is Decided {
  return approval.decision !== null;
}

/** Of these a plan has many, told apart by what they are called. */
const SEVERAL: ReadonlySet<Approval['kind']> = new Set(['scopeChange', 'other']);

/** Decisions on the same thing have the same subject: the record they are about, else the kind, with its name if need be. */
export function subjectOf({
  about,
  kind,
  subject,
}: Pick<Approval, 'kind' | 'subject'> & { readonly about: string | null }): string {
  if (about !== null) return about;
  return SEVERAL.has(kind) ? `${kind}/${subject.trim().toLowerCase()}` : kind;
}

/** Go, with conditions or without, against anything else. */
export function saysGo({ decision }: Decided): boolean {
  return decision === 'approved' || decision === 'conditions';
}

/** The decisions in use by their subject, in the order of the register. */
export function bySubject(approvals: readonly Approval[]): ReadonlyMap<string, readonly Decided[]> {
  const subjects = new Map<string, Decided[]>();
  for (const approval of approvals) {
    if (!isDecided(approval)) continue;
    const subject = subjectOf(approval);
    const known = subjects.get(subject);
    if (known === undefined) subjects.set(subject, [approval]);
    else known.push(approval);
  }
  return subjects;
}

/** Approval to every value of its `replacedBy`, for those where sites wrote several. */
export type WrittenApart = ReadonlyMap<string, readonly unknown[]>;

/**
 * Of the decisions on one subject those that stand. A decision is replaced when it leads to one that nothing replaces;
 * where sites disagree on that, it stands until they agree, and decisions that replace each other all stand.
 */
export function standingOf(
  decisions: readonly Decided[],
  apart: WrittenApart = new Map(),
): readonly Decided[] {
  const here = new Map(decisions.map((each) => [each.id as string, each]));
  const next = (each: Decided): Decided | undefined => {
    const written = apart.get(each.id) ?? [each.replacedBy];
    const others = written.map((id) => (typeof id === 'string' && id !== each.id ? here.get(id) : undefined));
    return others.includes(undefined) ? undefined : others[0];
  };
  const endings = new Map<Decided, boolean>();
  /** Whether it leads to one that nothing replaces, and not into a circle. Every step is taken once. */
  const hasEnd = (decision: Decided): boolean => {
    const way = new Set<Decided>();
    let at: Decided | undefined = decision;
    while (at !== undefined && !endings.has(at) && !way.has(at)) {
      way.add(at);
      at = next(at);
    }
    const isEnd = at === undefined || endings.get(at) === true;
    for (const each of way) endings.set(each, isEnd);
    return isEnd;
  };
  return decisions.filter((decision) => next(decision) === undefined || !hasEnd(decision));
}

export function contradict(standing: readonly Decided[]): boolean {
  return standing.some(saysGo) && !standing.every(saysGo);
}

/** The newest by the day it was taken; of one day always the same one. */
export function newestFirst(a: Approval, b: Approval): number {
  const [on, other] = [a.on ?? '', b.on ?? ''];
  if (on !== other) return on < other ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** Standing decisions of one subject that contradict each other, the newest first. */
export function contradictions(
  approvals: readonly Approval[],
  apart: WrittenApart,
): readonly (readonly Decided[])[] {
  return [...bySubject(approvals).values()]
    .map((decisions) => standingOf(decisions, apart))
    .filter(contradict)
    .map((standing) => [...standing].sort(newestFirst));
}
