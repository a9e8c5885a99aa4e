import type { StoredValue } from './register/field';
import type { RegisterId } from './registers/all';
import { tableWith } from './recordTable';
import { tableOf, type Workbook } from './workbook';

/** The workbook with other values in one record. Holds only while neither the outline nor a link's ends change. */
export function withValues(
  workbook: Workbook,
  { register, id }: { readonly register: RegisterId; readonly id: string },
  values: Readonly<Record<string, StoredValue>>,
): Workbook {
  const table = tableOf(workbook, register);
  const record = table.byId.get(id);
  if (record === undefined) return workbook;
  const next = tableWith(table, [{ ...record, ...values }]);
  return { ...workbook, tables: { ...workbook.tables, [register]: next } };
}
