/**
 * The canonical dump: every record and everything calculated from them as one JSON value, the same for the same plan.
 * It is read back by the same names; what is calculated is then left aside.
 */
import { problem, type Finding, type Problem } from '../domain/base/problem';
import { IN_FILES, problemText } from '../domain/base/problemText';
import { isRecordId } from '../domain/base/ids';
import { isJsonObject, jsonKind } from '../domain/base/json';
import type { Budget } from '../domain/budget/budget';
import { budgetSummary, type BudgetSummary } from '../domain/budget/budgetSummary';
import { acceptValue } from '../domain/register/accept';
import type { StoredValue } from '../domain/register/field';
import { fieldOf, fieldsOf, type AnyRecord } from '../domain/register/record';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../domain/registers/all';
import type { Schedule } from '../domain/schedule/schedule';
import type { Table, Workbook } from '../domain/workbook';
import type { ImportedRecord } from '../domain/imports/importedRecords';

export type RecordJson = Readonly<Record<string, StoredValue>>;

export interface TaskDatesJson {
  readonly start: string;
  readonly finish: string;
  readonly totalFloatDays: number;
  readonly freeFloatDays: number;
  readonly critical: boolean;
}

export interface FindingJson {
  readonly level: Finding['level'];
  readonly code: string;
  readonly register: string | null;
  readonly id: string | null;
  readonly field: string | null;
  readonly text: string;
}

export interface WorkbookJson {
  readonly registers: Readonly<Record<RegisterId, readonly RecordJson[]>>;
  readonly schedule: {
    readonly projectStart: string;
    readonly projectFinish: string;
    readonly goLive: string | null;
    readonly tasks: Readonly<Record<string, TaskDatesJson>>;
  };
  readonly budget: BudgetSummary;
  readonly findings: readonly FindingJson[];
}

export interface WorkbookJsonOptions {
  /** Archived records too, marked `archived: true`. */
  readonly all?: boolean;
  /** Findings that neither the workbook nor its schedule or budget report. */
  readonly findings?: readonly Finding[];
}

export function workbookJson(
  workbook: Workbook,
  { schedule, budget }: { schedule: Schedule; budget: Budget },
  options: WorkbookJsonOptions = {},
): WorkbookJson {
  const findings = [
    ...workbook.findings,
    ...schedule.findings,
    ...budget.findings,
    ...(options.findings ?? []),
  ];
  return {
    registers: Object.fromEntries(
      registerIds.map((register) => [register, recordsJson(workbook, register, options.all === true)]),
    ) as unknown as WorkbookJson['registers'],
    schedule: {
      projectStart: schedule.projectStart,
      projectFinish: schedule.projectFinish,
      goLive: schedule.goLive,
      tasks: taskDates(workbook, schedule),
    },
    budget: budgetSummary(budget),
    findings: findings.map(findingJson),
  };
}

function recordsJson(workbook: Workbook, register: RegisterId, withArchived: boolean): RecordJson[] {
  const table = workbook.tables[register] as unknown as Table<AnyRecord>;
  const names = fieldsOf(definitionOf(register)).map(([name]) => name);
  const json = (record: AnyRecord): RecordJson => ({
    id: record.id,
    ...Object.fromEntries(names.map((name) => [name, record[name] ?? null])),
  });
  const live = table.live.map(json);
  return withArchived
    ? [...live, ...table.archived.map((record) => ({ ...json(record), archived: true }))]
    : live;
}

function taskDates(workbook: Workbook, schedule: Schedule): Record<string, TaskDatesJson> {
  const entries = workbook.tables.tasks.live.flatMap(({ id }): [string, TaskDatesJson][] => {
    const task = schedule.task(id);
    if (task === undefined) return [];
    const { start, finish, totalFloatDays, freeFloatDays, critical } = task;
    return [[id, { start, finish, totalFloatDays, freeFloatDays, critical }]];
  });
  return Object.fromEntries(entries);
}

export function findingJson({ level, problem: found, register, id, field }: Finding): FindingJson {
  return {
    level,
    code: found.code,
    register: register ?? null,
    id: id ?? null,
    field: field ?? null,
    text: problemText(found, IN_FILES),
  };
}

export interface JsonImport {
  /** `place`: where a record stands in the file, for messages. */
  readonly records: readonly (ImportedRecord & { readonly archived: boolean; readonly place: string })[];
  readonly problems: readonly Problem[];
}

/** Reads the records of a dump, or of any JSON with `{"registers": {"tasks": [{…}]}}`; what is calculated is ignored. */
export function parseJsonPlan(json: unknown, name = 'the file'): JsonImport {
  const registers = isJsonObject(json) ? json['registers'] : undefined;
  if (!isJsonObject(registers)) {
    const wanted = 'an object with “registers”, as “golive dump” writes it';
    const found = isJsonObject(json) ? 'an object without them' : jsonKind(json);
    return { records: [], problems: [problem('file/wrongJson', { name, wanted, found })] };
  }
  const problems: Problem[] = [];
  const records = Object.entries(registers).flatMap(([register, rows]) => {
    if (!isRegisterId(register)) {
      problems.push(problem('register/unknown', { given: register, known: registerIds.join(', ') }));
      return [];
    }
    if (!Array.isArray(rows)) {
      problems.push(problem('field/notAList', { label: register }));
      return [];
    }
    return (rows as readonly unknown[]).flatMap((row, index) => {
      const read = readRecord(register, row, index);
      const at = { register: definitionOf(register).title, record: index + 1 };
      for (const found of read.problems)
        problems.push(problem('file/record', { ...at, problem: problemText(found, IN_FILES) }));
      return read.record === null ? [] : [read.record];
    });
  });
  return { records, problems };
}

interface ReadRecord {
  readonly record: JsonImport['records'][number] | null;
  readonly problems: readonly Problem[];
}

function readRecord(register: RegisterId, row: unknown, index: number): ReadRecord {
  const definition = definitionOf(register);
  if (!isJsonObject(row))
    return { record: null, problems: [problem('record/notAnObject', { found: jsonKind(row) })] };
  const { id = null, archived, ...given } = row;
  if (id !== null && !isRecordId(id))
    return { record: null, problems: [problem('record/badId', { id: shown(id) })] };
  const problems: Problem[] = [];
  const values: Record<string, StoredValue> = {};
  for (const [name, value] of Object.entries(given)) {
    const field = fieldOf(definition, name);
    const known = Object.keys(definition.fields).join(', ');
    const accepted = field === undefined ? null : acceptValue(field, value);
    if (accepted === null)
      problems.push(problem('field/unknown', { register: definition.title, field: name, known }));
    else if (accepted.ok) values[name] = accepted.value;
    else problems.push(accepted.error);
  }
  const key = id ?? `${register} ${index + 1}`;
  const place = `${definition.title}, record ${index + 1}`;
  return { record: { register, key, id, values, archived: archived === true, place }, problems };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 60) : jsonKind(value);
}
