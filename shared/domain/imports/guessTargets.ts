/**
 * Where the columns of a table probably go: first by the names that leave no doubt, then by what people call such a
 * field, then by the words of the head, and always only where what stands in the column fits.
 */
import { plainWord } from '../register/accept';
import { isWritable, type Field } from '../register/field';
import { fieldsOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import type { Workbook } from '../workbook';
import { cellString, isEmptyRow, type FileTable } from './fileTable';
import { readTable } from './readTable';
import { computedWords, exactTargets, type ColumnTarget, type Targets } from './targets';

export interface GuessedTargets {
  readonly targets: Targets;
  /** For each column: by its very name, or by likeness, which somebody should look at. */
  readonly isSure: readonly boolean[];
}

/** What people call a field, by its name in whatever register has it; plain words. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  code: ['ref', 'reference', 'number', 'no', 'nr', 'key'],
  category: ['type', 'group', 'class', 'area', 'kind'],
  status: ['state', 'progress', 'stage'],
  owner: ['responsible', 'assignedto', 'assignee', 'who', 'lead', 'accountable', 'person', 'resource'],
  person: ['name', 'who', 'holder', 'heldby'],
  department: ['dept', 'unit', 'team'],
  site: ['location', 'clinic', 'office', 'building'],
  phase: ['stage', 'workstream'],
  notes: ['note', 'comment', 'comments', 'remarks', 'details', 'description', 'memo'],
  start: ['startdate', 'begins', 'from', 'begin', 'startson'],
  end: ['enddate', 'finish', 'until', 'to', 'ends', 'due', 'duedate'],
  deadline: ['due', 'duedate', 'dueby', 'needby'],
  date: ['day', 'when', 'paidon', 'invoicedate'],
  durationDays: ['days', 'workingdays', 'length', 'effort'],
  percentComplete: ['complete', 'percentcomplete', 'done', 'progress', 'percentdone'],
  quantity: ['qty', 'count', 'units', 'howmany', 'amountof'],
  unitCost: ['price', 'unitprice', 'cost', 'rate', 'priceeach', 'costperunit', 'costeach', 'amount'],
  amount: ['value', 'sum', 'total', 'cost', 'price', 'paid'],
  frequency: ['billing', 'billed', 'interval', 'recurrence', 'period'],
  vendor: ['supplier', 'company', 'provider', 'payee', 'from'],
  fundingSource: ['funding', 'fund', 'budgetsource', 'paidby'],
  source: ['basis', 'quote', 'origin'],
  probability: ['likelihood', 'chance', 'prob', 'likely'],
  mitigation: ['action', 'actions', 'countermeasure', 'responseplan', 'measures', 'plan'],
  contingencyPlan: ['contingency', 'planb', 'fallback', 'ifithappens'],
  trigger: ['warningsign', 'sign', 'indicator'],
  nextReview: ['reviewdate', 'review', 'reviewby'],
  costIfItHappens: ['impactcost', 'costimpact', 'exposure'],
  daysIfItHappens: ['delay', 'scheduleimpact', 'daysdelay'],
  email: ['mail', 'emailaddress'],
  phone: ['telephone', 'tel', 'mobile', 'cell', 'phonenumber', 'extension'],
  job: ['role', 'position', 'title', 'jobtitle', 'function', 'occupation'],
  employmentPercent: ['fte', 'workload', 'percentage'],
  hourlyCost: ['hourlyrate', 'costperhour', 'rate', 'wage'],
  address: ['street', 'location', 'addr'],
  lane: ['workstream', 'swimlane', 'track', 'theme'],
  invoice: ['invoicenumber', 'invoiceno', 'reference'],
};
/** What people call whatever names a record. */
const NAME_WORDS = [
  'name',
  'title',
  'item',
  'description',
  'subject',
  'what',
  'activity',
  'step',
  'topic',
  'fullname',
  'summary',
  'text',
];
/** The app's own sheets call the outline number so. */
const WBS_WORDS = ['no', 'nr', 'number', 'outline'];

/** Units and remarks behind a name: `(USD)`. */
const BRACKETS = /\(.*?\)/g;
const BY_SYNONYM = 3;
const BY_WORDS = 2;
/** Of what stands in a column, so much must be readable in the field. */
const FITTING_SHARE = 0.6;
const ROWS_LOOKED_AT = 40;

export function guessTargets(
  workbook: Workbook,
  table: FileTable,
  { register, headRow }: { register: RegisterId; headRow: number },
): GuessedTargets {
  const heads = (table.rows[headRow] ?? []).map(cellString);
  const exact = exactTargets(heads, register);
  const targets: (ColumnTarget | null)[] = [...exact];
  const fits = fittingTest(workbook, sampleOf(table, headRow), register);
  const taken = new Set(exact.flatMap((target) => (target?.kind === 'field' ? [target.field] : [])));
  for (const { column, field } of candidates(heads, register)) {
    if (targets[column] !== null || taken.has(field) || !fits(column, field)) continue;
    targets[column] = { kind: 'field', field };
    taken.add(field);
  }
  return {
    targets: withOutlineNumbers(targets, table, { register, headRow }),
    isSure: exact.map((target) => target !== null),
  };
}

/** A column of numbers such as 2.1.3 tells the outline of tasks, also where its head alone might count rows. */
export function withOutlineNumbers(
  targets: Targets,
  table: FileTable,
  { register, headRow }: { register: RegisterId; headRow: number },
): Targets {
  if (register !== 'tasks' || targets.some((target) => target?.kind === 'wbs')) return targets;
  const heads = (table.rows[headRow] ?? []).map(cellString);
  const column = heads.findIndex(
    (head, at) =>
      targets[at] === null && WBS_WORDS.includes(plainWord(head)) && hasLevels(table, headRow, at),
  );
  return targets.map((target, at) => (at === column ? { kind: 'wbs' } : target));
}

interface Candidate {
  readonly column: number;
  readonly field: string;
  readonly weight: number;
}

/** What may go where, the likeliest first. */
function candidates(heads: readonly string[], register: RegisterId): readonly Candidate[] {
  const definition = definitionOf(register);
  const computed = computedWords(register);
  const found = heads.flatMap((head, column): Candidate[] => {
    const word = plainWord(head);
    if (word === '' || computed.includes(word)) return [];
    return fieldsOf(definition).flatMap(([field, described]): Candidate[] => {
      if (!isWritable(described)) return [];
      const { label } = described;
      const isName = field === definition.titleField;
      const weight = likeness(head, { field, label, isName });
      return weight === 0 ? [] : [{ column, field, weight }];
    });
  });
  return found.sort((a, b) => b.weight - a.weight);
}

function likeness(
  head: string,
  { field, label, isName }: { field: string; label: string; isName: boolean },
): number {
  const word = plainWord(head.replace(BRACKETS, ''));
  if (isName && NAME_WORDS.includes(word)) return BY_SYNONYM + 0.5;
  if (ALSO_CALLED[field]?.includes(word) === true) return BY_SYNONYM;
  const given = wordsOf(head);
  const own = [...wordsOf(label), ...wordsOf(field)];
  const shared = given.filter((each) => own.includes(each)).length;
  // Every word of a short head, or most of a long one.
  return given.length > 0 && shared / given.length > 0.5 ? BY_WORDS * (shared / given.length) : 0;
}

/** `Unit cost (USD)` and `unitCost` are the words unit and cost. */
function wordsOf(text: string): string[] {
  const plain = text.replace(BRACKETS, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
  return plain
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);
}

function sampleOf(table: FileTable, headRow: number): FileTable {
  const filled = table.rows.slice(headRow + 1).filter((row) => !isEmptyRow(row));
  return { ...table, rows: [[], ...filled.slice(0, ROWS_LOOKED_AT)] };
}

/** Whether enough of a column can be read in a field; a column of nothing fits everywhere. */
function fittingTest(
  workbook: Workbook,
  sample: FileTable,
  register: RegisterId,
): (column: number, field: string) => boolean {
  const { fields } = definitionOf(register);
  return (column, name) => {
    const field = fields[name];
    if (field === undefined) return false;
    const filled = sample.rows.filter((row) => cellString(row[column]).trim() !== '').length;
    if (filled === 0 || takesAnything(field)) return true;
    const targets = Array.from({ length: column + 1 }, (_, at): ColumnTarget | null =>
      at === column ? { kind: 'field', field: name } : null,
    );
    const wish = {
      register,
      targets,
      headRow: 0,
      matchBy: 'id',
      emptyCells: 'keep',
      newNames: 'add',
    } as const;
    const unread = readTable(workbook, sample, wish).rows.filter(({ problems }) =>
      problems.some(({ target }) => target?.kind === 'field' && target.field === name),
    ).length;
    return (filled - unread) / filled >= FITTING_SHARE;
  };
}

function takesAnything({ kind }: Field): boolean {
  return kind === 'text' || kind === 'longText';
}

/** Outline numbers have points, or they count nothing that the order of the rows does not. */
function hasLevels({ rows }: FileTable, headRow: number, column: number): boolean {
  return rows.slice(headRow + 1).some((row) => /^\d+(\.\d+)+$/.test(cellString(row[column]).trim()));
}
