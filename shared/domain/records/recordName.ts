/** What a record of a workbook is called in messages and lists. */
import { titleOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { recordIn, tableOf, type Workbook } from '../workbook';

/** What its title field holds. */
export function recordTitle(workbook: Workbook, register: RegisterId, id: string): string {
  const record = tableOf(workbook, register).byId.get(id);
  return record === undefined ? '' : titleOf(definitionOf(register), record);
}

/** A record's name; a link goes by its ends, an assignment by who does what. */
export function recordName(workbook: Workbook, register: RegisterId, id: string): string {
  if (register === 'assignments') return assignmentName(workbook, id);
  if (register !== 'links') return recordTitle(workbook, register, id);
  const link = recordIn(workbook, 'links', id);
  return `${taskName(workbook, link?.predecessor)} → ${taskName(workbook, link?.successor)}`;
}

function taskName(workbook: Workbook, id: string | null = null): string {
  return recordIn(workbook, 'tasks', id) === undefined
    ? 'a missing task'
    : recordTitle(workbook, 'tasks', id ?? '');
}

/** `Maria Ortega on Build templates` */
function assignmentName(workbook: Workbook, id: string): string {
  const assignment = recordIn(workbook, 'assignments', id);
  if (assignment === undefined) return '';
  const { person, role } = assignment;
  const register = person === null ? 'roles' : 'people';
  const who = person ?? role;
  const name =
    who === null
      ? 'Nobody'
      : recordIn(workbook, register, who) === undefined
        ? 'Somebody'
        : recordTitle(workbook, register, who);
  return `${name} on ${taskName(workbook, assignment.task)}`;
}
