/** A workbook of records that are not stored anywhere yet: to look at, and to schedule. */
import { WorkbookAssembler } from '../assemble';
import { emptyRecord } from '../register/record';
import type { StoredValue } from '../register/field';
import { definitionOf, type RegisterId } from '../registers/all';
import type { Workbook } from '../workbook';

export interface InstantiatedRecord {
  readonly register: RegisterId;
  readonly id: string;
  /** Only the fields the pack speaks of, each in its stored form. */
  readonly values: Readonly<Record<string, StoredValue>>;
}

/** @param records in the order in which they are shown */
export function assembleRecords(records: readonly InstantiatedRecord[], id: string): Workbook {
  const assembler = new WorkbookAssembler(id);
  records.forEach(({ register, id: recordId, values }, index) => {
    assembler.put(register, {
      record: { ...emptyRecord(definitionOf(register), recordId), ...values, id: recordId, archived: false },
      order: String(index).padStart(6, '0'),
      edgeWrittenAt: [index, 0],
      conflicts: [],
      findings: [],
    });
  });
  return assembler.workbook();
}
