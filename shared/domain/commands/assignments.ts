/** Who works on a task: giving it to somebody, how much of the day it takes, taking it away. */
import type { Command, FieldValues } from '../edits/edit';
import { recordName } from '../records/recordName';
import type { Assignment } from '../registers/all';
import type { Workbook } from '../workbook';

/** A person, or a role that somebody holds or will hold. */
export type Who =
  { readonly register: 'people'; readonly id: string } | { readonly register: 'roles'; readonly id: string };

/** The assignments of a task, in their order. */
export function assignmentsOf({ tables }: Workbook, task: string): readonly Assignment[] {
  return tables.assignments.live.filter((assignment) => assignment.task === task);
}

/** Everybody and every role that does not have the task yet, people first. */
export function assignable(workbook: Workbook, task: string | null): readonly Who[] {
  const there = task === null ? [] : assignmentsOf(workbook, task);
  const { people, roles } = workbook.tables;
  const has = (field: 'person' | 'role', id: string): boolean => there.some(({ [field]: who }) => who === id);
  return [
    ...people.live.filter(({ id }) => !has('person', id)).map(({ id }): Who => ({ register: 'people', id })),
    ...roles.live.filter(({ id }) => !has('role', id)).map(({ id }): Who => ({ register: 'roles', id })),
  ];
}

export interface NewAssignment {
  readonly id: string;
  readonly task: string;
  readonly who: Who;
  /** The usual share unless said. */
  readonly unitsPercent?: number;
}

/** `Assign Maria Ortega to “Build templates”` */
export function assign(workbook: Workbook, { id, task, who, unitsPercent }: NewAssignment): Command {
  const values: FieldValues = {
    task,
    ...(who.register === 'people' ? { person: who.id } : { role: who.id }),
    ...(unitsPercent === undefined ? {} : { unitsPercent }),
  };
  const name = recordName(workbook, who.register, who.id);
  return {
    label: `Assign ${name} to “${recordName(workbook, 'tasks', task)}”`,
    edits: [{ kind: 'add', register: 'assignments', id, values }],
  };
}

export function changeShare(id: string, unitsPercent: number): Command {
  return {
    label: 'Change share of the day',
    edits: [{ kind: 'set', register: 'assignments', id, values: { unitsPercent } }],
  };
}

export function removeAssignment(id: string): Command {
  return { label: 'Remove assignment', edits: [{ kind: 'archive', register: 'assignments', id }] };
}
