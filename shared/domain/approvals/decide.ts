/** Adding a decision: one record written whole, with how the plan stands, in place of the decisions it differs from. */
import { problem, type Problem } from '../base/problem';
import type { CalendarDate } from '../base/dates';
import { err, ok, type Result } from '../base/result';
import type { Command, Edit, FieldValues } from '../edits/edit';
import type { Plan } from '../plan';
import { recordName, recordTitle } from '../records/recordName';
import { registerOf } from '../records/fieldText';
import { registers } from '../registers/all';
import { stateOf } from './approvalState';
import { factsNow } from './facts';
import { subjectOf, type Decided } from './standing';
import { decisionWord, isGoNoGo, kindLabel } from './words';

/** What a person says; the rest follows from the plan. */
export interface NewDecision {
  readonly id: string;
  readonly values: FieldValues;
}

/** The command that adds a decision, or what it lacks. @param today the day it was taken, unless said */
export function decide(
  plan: Plan,
  { id, values }: NewDecision,
  today: CalendarDate,
): Result<Command, Problem> {
  const { workbook } = plan;
  const { fields } = registers.approvals;
  const given = (name: keyof typeof fields): string => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const decision = optionOf(fields.decision.options, given('decision'));
  if (decision === undefined) return err(problem('approval/noDecision', {}));
  const [about, by] = [given('about') || null, given('by') || null];
  const byName = given('byName') || (by === null ? '' : recordTitle(workbook, 'people', by));
  if (byName === '') return err(problem('approval/noPerson', {}));
  const kind = optionOf(fields.kind.options, given('kind')) ?? fields.kind.default;
  const register = about === null ? undefined : registerOf(workbook, about);
  const subject =
    given('subject') ||
    (register === undefined ? kindLabel(kind) : recordName(workbook, register, about ?? ''));
  const all: FieldValues = {
    ...values,
    ...{ subject, kind, about, decision, by, byName },
    role: given('role') || roleOf(plan, by),
    on: given('on') || today,
    ...factsNow(plan, {
      errors: plan.findings.filter(({ level }) => level === 'error').length,
      warnings: plan.findings.filter(({ level }) => level === 'warning').length,
    }),
  };
  const replaced = stateOf(workbook, subjectOf({ about, kind, subject })).standing.filter((standing) =>
    takesItsPlace(standing, { decision, by, byName }),
  );
  const word = decisionWord({ decision }, isGoNoGo(workbook, { about, kind }));
  const add: Edit = { kind: 'add', register: 'approvals', id, values: all };
  return ok({
    label: `Decide: ${word}`,
    edits: [
      add,
      ...replaced.map((each): Edit => {
        return { kind: 'set', register: 'approvals', id: each.id, values: { replacedBy: id } };
      }),
    ],
  });
}

function optionOf<O extends string>(options: Readonly<Record<O, string>>, given: string): O | undefined {
  return (Object.keys(options) as O[]).find((option) => option === given);
}

/** A new decision replaces what the same person said before, and what anybody said otherwise; who agreed still agrees. */
function takesItsPlace(
  standing: Decided,
  {
    decision,
    by,
    byName,
  }: { readonly decision: string; readonly by: string | null; readonly byName: string },
): boolean {
  const isSamePerson = by === null ? standing.byName === byName : standing.by === by;
  return isSamePerson || groupOf(standing.decision) !== groupOf(decision);
}

function groupOf(decision: string): string {
  return decision === 'conditions' ? 'approved' : decision;
}

/** What a person is in the project, as far as the roles say; several with a comma. */
function roleOf({ workbook }: Plan, person: string | null): string {
  if (person === null) return '';
  const held = workbook.tables.roles.live.filter((role) => role.person === person);
  return held.map(({ name }) => name).join(', ');
}
