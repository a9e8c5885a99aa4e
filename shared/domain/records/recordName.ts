/** What a record of a workbook is called in messages and lists. */
import { titleOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { recordIn, tableOf, type Workbook } from '../workbook';

/** What its title field holds. */
export function recordTitle(workbook: Workbook, register: RegisterId, id: string): string {
  const record = tableOf(workbook, register).byId.get(id);
  return record === undefined ? '' : titleOf(definitionOf(register), record);
}

/** A record's name; a link goes by its ends. */
export function recordName(workbook: Workbook, register: RegisterId, id: string): string {
  if (register !== 'links') return recordTitle(workbook, register, id);
  const link = recordIn(workbook, 'links', id);
  const nameOf = (task: string | null): string =>
    recordIn(workbook, 'tasks', task) === undefined
      ? 'a missing task'
      : recordTitle(workbook, 'tasks', task ?? '');
  return `${nameOf(link?.predecessor ?? null)} → ${nameOf(link?.successor ?? null)}`;
}
