/** Which column of a file goes where: by a field's name or label, or by what other programs call it. */
import { plainWord } from '../register/accept';
import { isWritable } from '../register/field';
import { fieldsOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';

/** Columns a file may hold that are never stored: their names, and what people see over them. */
export const COMPUTED_COLUMNS: Readonly<Partial<Record<RegisterId, Readonly<Record<string, string>>>>> = {
  tasks: {
    wbs: 'No.',
    start: 'Start',
    finish: 'Finish',
    totalFloatDays: 'Slack, days',
    predecessors: 'Waits for',
    slip: 'Slip, days',
    baselineStart: 'Baseline start',
    baselineFinish: 'Baseline finish',
  },
  costs: { stream: 'Goes to', total: 'Total' },
  risks: { score: 'Score', residualScore: 'Score after response' },
};

/** The same as plain words, by which no column is taken for a field. */
export function computedWords(register: RegisterId): readonly string[] {
  return Object.entries(COMPUTED_COLUMNS[register] ?? {})
    .flat()
    .map(plainWord);
}

/** What is read besides fields: the identity, and the outline and the links of tasks. */
export const SPECIAL_TARGETS = ['id', 'level', 'wbs', 'predecessors'] as const;
type Special = (typeof SPECIAL_TARGETS)[number];

export type ColumnTarget = { readonly kind: 'field'; readonly field: string } | { readonly kind: Special };

/** One for each column; null for a column that is not taken over. */
export type Targets = readonly (ColumnTarget | null)[];

/** The same from the other side: what is read from which column. */
export interface TableColumns extends Readonly<Record<Special, number | null>> {
  /** Field name to column. */
  readonly fields: ReadonlyMap<string, number>;
}

export function columnsOf(targets: Targets): TableColumns {
  const fields = new Map<string, number>();
  const special: Record<Special, number | null> = { id: null, level: null, wbs: null, predecessors: null };
  targets.forEach((target, column) => {
    if (target === null) return;
    if (target.kind === 'field') {
      if (!fields.has(target.field)) fields.set(target.field, column);
    } else special[target.kind] ??= column;
  });
  return { ...special, fields };
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

const SPECIAL_NAMES: Readonly<Record<Exclude<Special, 'id'>, readonly string[]>> = {
  level: ['outlinelevel', 'level'],
  wbs: ['wbs', 'outlinenumber'],
  predecessors: ['predecessors', 'predecessor', 'dependson', 'waitsfor'],
};

/** The targets that leave no doubt. Of two columns for one field the first counts. */
export function exactTargets(heads: readonly string[], register: RegisterId): Targets {
  const words = heads.map(plainWord);
  const columns = new Map<number, Special>();
  const claim = (special: Special, names: readonly string[]): void => {
    const column = words.findIndex((word) => names.includes(word));
    if (column >= 0 && !columns.has(column)) columns.set(column, special);
  };
  claim('id', ['id']);
  if (register === 'tasks') for (const [special, names] of SPECIALS) claim(special, names);
  const names = fieldNames(register);
  const taken = new Set<string>();
  return words.map((word, column): ColumnTarget | null => {
    const special = columns.get(column);
    if (special !== undefined) return { kind: special };
    const field = names.get(word);
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return { kind: 'field', field };
  });
}

const SPECIALS = Object.entries(SPECIAL_NAMES) as readonly (readonly [Special, readonly string[]])[];

function fieldNames(register: RegisterId): ReadonlyMap<string, string> {
  const fields = fieldsOf(definitionOf(register)).filter(([, field]) => isWritable(field));
  const computed = new Set(computedWords(register));
  return new Map([
    ...(register === 'tasks' ? Object.entries(TASK_NAMES) : []),
    ...fields
      .map(([name, field]) => [plainWord(field.label), name] as const)
      .filter(([word]) => !computed.has(word)),
    // A field's own name wins over another's label.
    ...fields.map(([name]) => [plainWord(name), name] as const),
  ]);
}

/** How many columns are taken over. */
export function knownColumns(targets: Targets): number {
  return targets.filter((target) => target !== null).length;
}
