/** A new record of any register, as the page of the register would make it: what `New task` does from anywhere. */
import type { CalendarDate } from '../base/dates';
import type { Command, FieldValues } from '../edits/edit';
import { isWrittenWhole } from '../edits/fixedFields';
import { registerIds, type RegisterId } from '../registers/all';
import type { Workbook } from '../workbook';
import { lastCostLine, usualValues } from './costs';
import type { CostCategory } from './costsTable';
import { addRecord } from './records';
import { nextRiskCode } from './risks';
import { newItemValues, nextQuarter } from './roadmap';
import { addTask } from './tasks';

/** Registers whose records mean nothing by themselves: a link needs two tasks, an assignment who does what. */
const NOT_ALONE: ReadonlySet<RegisterId> = new Set(['organisation', 'links', 'assignments', 'comments']);

/** Where a cost line stands until somebody says what it is for. */
const FIRST_CATEGORY: CostCategory = 'licenses';

/** Registers to which a record can be added from anywhere, to be filled in after. */
export const addableRegisters: readonly RegisterId[] = registerIds.filter(
  (id) => !NOT_ALONE.has(id) && !isWrittenWhole(id),
);

/** @param today where time matters, a new record lies ahead of it */
export function newRecord(
  workbook: Workbook,
  register: RegisterId,
  id: string,
  today: CalendarDate,
): Command {
  if (register === 'tasks') return addTask(workbook, id, { kind: 'last' });
  if (register === 'costs') {
    const after = lastCostLine(workbook, FIRST_CATEGORY);
    const values = usualValues(FIRST_CATEGORY);
    return addRecord(register, { id, values, ...(after === undefined ? {} : { after }) });
  }
  return addRecord(register, { id, values: firstValues(workbook, register, today) });
}

function firstValues(workbook: Workbook, register: RegisterId, today: CalendarDate): FieldValues {
  if (register === 'risks') return { code: nextRiskCode(workbook) };
  if (register === 'roadmapItems') return newItemValues({ lane: '', span: nextQuarter(today) });
  return {};
}
