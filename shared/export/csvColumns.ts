/** Which column of a file belongs to which field: by the field's name or label, or by what other programs call it. */
/* eslint-disable-next-line @typescript-eslint/triple-slash-reference -- every program that imports this file needs it */
/// <reference path="./csvPapaparse.d.ts" />
import Papa from 'papaparse';
import { plainWord } from '../domain/register/accept';
import { fieldsOf } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';

/** Columns a file may hold that are never stored. */
export const COMPUTED_COLUMNS: Readonly<Partial<Record<RegisterId, readonly string[]>>> = {
  tasks: ['wbs', 'start', 'finish', 'totalFloatDays', 'predecessors'],
  costs: ['stream', 'total'],
};

export interface CsvColumns {
  readonly id: number | null;
  /** Field name to column. */
  readonly fields: ReadonlyMap<string, number>;
  /** What is read besides fields: the outline and the links of tasks. */
  readonly level: number | null;
  readonly wbs: number | null;
  readonly predecessors: number | null;
  /** Heads of columns that are not taken over. */
  readonly ignored: readonly string[];
}

/** What MS Project and people's own lists call the fields of a task. */
const TASK_NAMES: Readonly<Record<string, string>> = {
  taskname: 'name',
  name: 'name',
  title: 'name',
  duration: 'durationDays',
  '%complete': 'percentComplete',
  '%done': 'percentComplete',
  progress: 'percentComplete',
  resourcenames: 'owner',
  assignedto: 'owner',
  responsible: 'owner',
  constrainttype: 'constraint',
  type: 'kind',
};

const LEVEL_NAMES = ['outlinelevel', 'level'];
const WBS_NAMES = ['wbs', 'outlinenumber'];
const PREDECESSOR_NAMES = ['predecessors', 'predecessor', 'dependson'];
const DELIMITERS = [',', ';', '\t'] as const;

export function matchColumns(heads: readonly string[], register: RegisterId): CsvColumns {
  const names = fieldNames(register);
  const isTasks = register === 'tasks';
  const words = heads.map(plainWord);
  const columnOf = (wanted: readonly string[]): number | null => {
    const column = words.findIndex((word) => wanted.includes(word));
    return column < 0 ? null : column;
  };
  const fields = new Map<string, number>();
  const ignored: string[] = [];
  const special = {
    id: columnOf(['id']),
    level: isTasks ? columnOf(LEVEL_NAMES) : null,
    wbs: isTasks ? columnOf(WBS_NAMES) : null,
    predecessors: isTasks ? columnOf(PREDECESSOR_NAMES) : null,
  };
  heads.forEach((head, column) => {
    if (Object.values(special).includes(column)) return;
    const name = names.get(words[column] ?? '');
    if (name !== undefined && !fields.has(name)) fields.set(name, column);
    else if (head.trim() !== '') ignored.push(head.trim());
  });
  return { ...special, fields, ignored };
}

function fieldNames(register: RegisterId): ReadonlyMap<string, string> {
  const fields = fieldsOf(definitionOf(register));
  const computed = new Set((COMPUTED_COLUMNS[register] ?? []).map(plainWord));
  return new Map([
    ...(register === 'tasks' ? Object.entries(TASK_NAMES) : []),
    ...fields
      .map(([name, field]) => [plainWord(field.label), name] as const)
      .filter(([word]) => !computed.has(word)),
    // A field's own name wins over another's label.
    ...fields.map(([name]) => [plainWord(name), name] as const),
  ]);
}

/** The delimiter under which the head names the most fields. */
export function delimiterOf(text: string, register: RegisterId): string {
  let best = { delimiter: ',', known: 0 };
  for (const delimiter of DELIMITERS) {
    const [heads = []] = Papa.parse(text, { delimiter, preview: 1 }).data;
    const { fields, id, wbs, level, predecessors } = matchColumns(heads, register);
    const known = fields.size + [id, wbs, level, predecessors].filter((column) => column !== null).length;
    if (known > best.known) best = { delimiter, known };
  }
  return best.delimiter;
}
