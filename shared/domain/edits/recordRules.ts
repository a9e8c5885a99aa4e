/** Rules that look at more than one field of a record, or at its neighbours. */
import { problem, type Problem } from '../base/problem';
import type { AnyRecord } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import type { DraftPlan } from './draftPlan';

/** @returns what a change breaks that was not broken before, if anything. */
export function recordRule(
  draft: DraftPlan,
  register: RegisterId,
  after: AnyRecord,
  before: AnyRecord,
  title: string,
): Problem | undefined {
  switch (register) {
    case 'tasks':
      return taskRule(after, title);
    case 'links':
      return linkRule(draft, after, before);
    case 'costs':
      return costRule(after, title);
    case 'assignments':
      return assignmentRule(draft, after, before);
    case 'roadmapItems':
      return roadmapRule(after, before, title);
    default:
      return undefined;
  }
}

function taskRule(task: AnyRecord, title: string): Problem | undefined {
  const rule = task['constraint'];
  if (rule === 'asap' || rule === 'alap' || task['constraintDate'] !== null || typeof rule !== 'string')
    return undefined;
  const field = definitionOf('tasks').fields['constraint'];
  const label = field?.kind === 'choice' ? (field.options[rule] ?? rule) : rule;
  return problem('rule/needsDate', { title, rule: label });
}

function costRule(cost: AnyRecord, title: string): Problem | undefined {
  const { start, end } = cost;
  if (typeof start !== 'string' || typeof end !== 'string' || end.slice(0, 7) >= start.slice(0, 7))
    return undefined;
  return problem('cost/endBeforeStart', { title, start, end });
}

/** One that came that way from elsewhere can be changed otherwise; only its dates must be set right. */
function roadmapRule(item: AnyRecord, before: AnyRecord, title: string): Problem | undefined {
  const { start, end } = item;
  if (typeof start !== 'string' || typeof end !== 'string' || end >= start) return undefined;
  const isMoved = before['start'] !== start || before['end'] !== end;
  return isMoved ? problem('roadmap/endBeforeStart', { title, start, end }) : undefined;
}

/** Somebody does it: a person, or whoever holds a role. One that came without is only asked for that when it changes. */
function assignmentRule(draft: DraftPlan, assignment: AnyRecord, before: AnyRecord): Problem | undefined {
  const hasNobody = (record: AnyRecord): boolean => record['person'] === null && record['role'] === null;
  if (!hasNobody(assignment) || (hasNobody(before) && before['task'] !== null)) return undefined;
  const task = assignment['task'];
  return problem('assignment/nobody', { title: typeof task === 'string' ? draft.taskName(task) : '' });
}

function linkRule(draft: DraftPlan, link: AnyRecord, before: AnyRecord): Problem | undefined {
  const { predecessor, successor, type } = link;
  if (typeof predecessor !== 'string' || typeof successor !== 'string') return undefined;
  const nameOf = (id: string): string => draft.taskName(id);
  if (predecessor === successor) return problem('link/itself', { title: nameOf(predecessor) });
  const moved = before['predecessor'] !== predecessor || before['successor'] !== successor;
  if (moved && draft.hasTwin(link)) {
    return problem('link/duplicate', { predecessor: nameOf(predecessor), successor: nameOf(successor) });
  }
  if (type !== 'FF' && type !== 'SF') return undefined;
  const { rows, index } = draft.workbook.outline;
  const leadsToSummary = rows[index.get(successor) ?? -1]?.hasChildren === true;
  return leadsToSummary ? problem('link/toSummary', { type, title: nameOf(successor) }) : undefined;
}
