/** Adding a record of a register whose fields are written once, from what a person filled in. */
import { decide } from '../approvals/decide';
import type { CalendarDate } from '../base/dates';
import type { Problem } from '../base/problem';
import { ok, type Result } from '../base/result';
import type { Command, FieldValues } from '../edits/edit';
import type { Plan } from '../plan';
import type { RegisterId } from '../registers/all';
import { addRecord } from './records';

export interface WholeRecord {
  readonly register: RegisterId;
  readonly id: string;
  readonly values: FieldValues;
}

/** @param today the day of what is dated by being written */
export function wholeRecord(
  plan: Plan,
  { register, id, values }: WholeRecord,
  today: CalendarDate,
): Result<Command, Problem> {
  return register === 'approvals'
    ? decide(plan, { id, values }, today)
    : ok(addRecord(register, { id, values }));
}
