/** Findings about single records of any register: values waiting for a choice, references that lead nowhere. */
import { problem, type Finding } from './base/problem';
import { fieldsOf, type AnyRecord } from './register/record';
import { definitionOf, registerIds, type RegisterId } from './registers/all';
import { recordName } from './records/recordName';
import { canonicalJson } from './register/canonical';
import { fieldLabel } from './review/valueText';
import { tableOf, type Table, type Workbook } from './workbook';

const QUESTIONS: readonly Finding['problem']['code'][] = [
  'plan/unresolved',
  'plan/archivedButEdited',
  'plan/parentSuspended',
  'approval/contradictory',
];

/** Whether a finding says that several sites wrote apart and a person has to choose, which is asked elsewhere too. */
export function waitsForChoice({ problem: { code } }: Finding): boolean {
  return QUESTIONS.includes(code);
}

/** One finding for every field that several sites wrote apart and nobody has settled. */
export function conflictFindings(workbook: Workbook): Finding[] {
  // What has another cause is found where the plan is read.
  const apart = workbook.conflicts.filter(({ cause }) => cause === undefined);
  return apart.map(({ register, id, field, values }) => {
    const title = recordName(workbook, register, id);
    // Of fields that are chosen together, two people may agree in one.
    const count = new Set(values.map(({ value }) => canonicalJson(value))).size;
    const facts = { title, label: fieldLabel(register, field), count };
    return { level: 'warning', problem: problem('plan/unresolved', facts), register, id, field };
  });
}

const found = new WeakMap<Table<AnyRecord>, { workbook: Workbook; findings: Finding[] }>();

/** References to records that are not there at all; a merge or a foreign file can leave them. */
export function referenceFindings(workbook: Workbook): Finding[] {
  return registerIds.flatMap((register) => {
    const table = tableOf(workbook, register);
    const known = found.get(table);
    if (known !== undefined && sameMembers(known.workbook, workbook)) return known.findings;
    const findings = register === 'links' ? [] : findDangling(workbook, register, table);
    found.set(table, { workbook, findings });
    return findings;
  });
}

/** Records are never removed, so a register that has not grown still has every record it had. */
function sameMembers(before: Workbook, now: Workbook): boolean {
  return registerIds.every((id) => before.tables[id].byId.size === now.tables[id].byId.size);
}

function leadsNowhere(value: unknown, byId: ReadonlyMap<string, unknown>): boolean {
  if (typeof value === 'string') return !byId.has(value);
  return Array.isArray(value) && value.some((id) => typeof id === 'string' && !byId.has(id));
}

function findDangling(workbook: Workbook, register: RegisterId, table: Table<AnyRecord>): Finding[] {
  const definition = definitionOf(register);
  const references = fieldsOf(definition).flatMap(([name, field]) => {
    if (field.kind !== 'ref' && field.kind !== 'refs') return [];
    const target = registerIds.find((id) => id === field.register);
    return target === undefined ? [] : [{ name, label: field.label, byId: workbook.tables[target].byId }];
  });
  const findings: Finding[] = [];
  for (const record of table.live) {
    for (const { name, label, byId } of references) {
      if (!leadsNowhere(record[name], byId)) continue;
      const found = problem('plan/refDangling', { title: recordName(workbook, register, record.id), label });
      findings.push({ level: 'warning', problem: found, register, id: record.id, field: name });
    }
  }
  return findings;
}
