/** What is wrong with records, what waits for a choice and what is talked about: what a table asks for cell after cell. */
import type { Finding } from '../base/problem';
import type { Plan } from '../plan';
import type { RegisterId } from '../registers/all';
import { openThreads } from './comments';

export interface RecordNotes {
  readonly findings: (id: string) => readonly Finding[];
  /** Fields that wait for a choice; undefined for a record without any. */
  readonly waiting: (id: string) => ReadonlySet<string> | undefined;
  /** How many conversations about a record are open; undefined for none. */
  readonly comments: (id: string) => number | undefined;
}

const NONE: readonly Finding[] = [];

export function recordNotes(plan: Plan, register: RegisterId): RecordNotes {
  const findings = new Map<string, Finding[]>();
  for (const finding of plan.findings) {
    if (finding.register !== register || finding.id === undefined) continue;
    const known = findings.get(finding.id);
    if (known === undefined) findings.set(finding.id, [finding]);
    else known.push(finding);
  }
  const waiting = new Map<string, Set<string>>();
  for (const { register: place, id, field } of plan.workbook.conflicts) {
    if (place === register) waiting.set(id, (waiting.get(id) ?? new Set()).add(field));
  }
  const open = openThreads(plan.workbook);
  return {
    findings: (id) => findings.get(id) ?? NONE,
    waiting: (id) => waiting.get(id),
    comments: (id) => open.get(id),
  };
}
