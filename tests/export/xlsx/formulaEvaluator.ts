/**
 * Calculates the formulas of an Excel file from its inputs alone, never looking at stored results: an independent
 * opinion where no spreadsheet program is installed.
 */
import type ExcelJS from 'exceljs';
import { parseFormula, placeOf, type Formula } from './formulaParser';

export type Value = number | string | boolean | null | Failure;
/** `#N/A` and its relatives. */
export class Failure {
  constructor(readonly code: string) {}

  toString(): string {
    return this.code;
  }
}
type Matrix = readonly (readonly Value[])[];
type Operand = Value | Matrix;

const isMatrix = (operand: Operand): operand is Matrix => Array.isArray(operand);
const matrixOf = (operand: Operand): Matrix => (isMatrix(operand) ? operand : [[operand]]);
const flat = (operand: Operand): readonly Value[] => matrixOf(operand).flat();
const single = (operand: Operand): Value => (isMatrix(operand) ? (operand[0]?.[0] ?? null) : operand);

export class Recalculation {
  private readonly parsed = new Map<string, Formula>();
  private readonly results = new Map<string, Value>();
  private readonly pending = new Set<string>();

  constructor(private readonly workbook: ExcelJS.Workbook) {}

  value(sheet: string, row: number, column: number): Value {
    const key = `${sheet}!${String(row)}:${String(column)}`;
    const known = this.results.get(key);
    if (known !== undefined) return known;
    if (this.pending.has(key)) throw new Error(`Circular reference at ${key}`);
    this.pending.add(key);
    const cell = this.workbook.getWorksheet(sheet)?.getCell(row, column);
    const formula = cell?.formula;
    // A formula that comes to an empty cell comes to zero.
    const result =
      formula === undefined
        ? stored(cell?.value ?? null)
        : (single(this.evaluate(this.parse(formula), sheet)) ?? 0);
    this.pending.delete(key);
    this.results.set(key, result);
    return result;
  }

  private parse(text: string): Formula {
    const known = this.parsed.get(text) ?? parseFormula(text);
    this.parsed.set(text, known);
    return known;
  }

  private evaluate(formula: Formula, sheet: string): Operand {
    switch (formula.kind) {
      case 'value':
        return formula.value;
      case 'range':
        return this.range(formula.sheet ?? sheet, formula.from, formula.to);
      case 'column':
        return this.tableColumn(formula.table, formula.column, sheet);
      case 'name':
        return this.named(formula.name);
      case 'negative':
        return each(this.evaluate(formula.of, sheet), 0, (value) => -numberOf(value));
      case 'binary':
        return each(this.evaluate(formula.left, sheet), this.evaluate(formula.right, sheet), (a, b) =>
          apply(formula.operator, a, b),
        );
      case 'call':
        return this.call(formula.name, formula.args, sheet);
    }
  }

  private range(
    sheet: string,
    from: { row: number; column: number },
    to: { row: number; column: number },
  ): Operand {
    if (from.row === to.row && from.column === to.column) return this.value(sheet, from.row, from.column);
    return Array.from({ length: to.row - from.row + 1 }, (_, down) =>
      Array.from({ length: to.column - from.column + 1 }, (__, across) =>
        this.value(sheet, from.row + down, from.column + across),
      ),
    );
  }

  private named(name: string): Operand {
    const { ranges } = this.workbook.definedNames.getRanges(name);
    const [sheet = '', address = ''] = (ranges[0] ?? '').split('!');
    if (address === '') throw new Error(`No such name: ${name}`);
    const { row, column } = placeOf(address);
    return this.value(sheet.replace(/^'|'$/g, ''), row, column);
  }

  private tableColumn(table: string, column: string, sheet: string): Operand {
    // The library's types give a worksheet's tables without their inner model.
    const found = this.workbook.getWorksheet(sheet)?.getTable(table) as unknown as {
      table: { tableRef: string; columns: { name: string }[] };
    };
    const [from = '', to = ''] = found.table.tableRef.split(':');
    const index = placeOf(from).column + found.table.columns.findIndex(({ name }) => name === column);
    return this.range(
      sheet,
      { row: placeOf(from).row + 1, column: index },
      { row: placeOf(to).row - 1, column: index },
    );
  }

  private call(name: string, args: readonly Formula[], sheet: string): Operand {
    const arg = (index: number): Operand => {
      const formula = args[index];
      return formula === undefined ? null : this.evaluate(formula, sheet);
    };
    // These two look at their other arguments only when they need them.
    if (name === 'IF') {
      const condition = single(arg(0));
      return condition instanceof Failure ? condition : arg(truth(condition) ? 1 : 2);
    }
    if (name === 'IFERROR') {
      const tried = arg(0);
      return single(tried) instanceof Failure ? arg(1) : tried;
    }
    const operands = args.map((_, index) => arg(index));
    const failure =
      name === 'SUMIFS' ? undefined : operands.flatMap(flat).find((value) => value instanceof Failure);
    if (failure !== undefined) return failure;
    const run = FUNCTIONS[name];
    if (run === undefined) throw new Error(`The evaluator does not know ${name}`);
    return run(operands);
  }
}

function stored(value: ExcelJS.CellValue): Value {
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return value;
  throw new Error(`Unexpected content: ${JSON.stringify(value)}`);
}

function each(left: Operand, right: Operand, run: (a: Value, b: Value) => Value): Operand {
  const safe = (a: Value, b: Value): Value =>
    a instanceof Failure ? a : b instanceof Failure ? b : run(a, b);
  if (!isMatrix(left) && !isMatrix(right)) return safe(left, right);
  const [a, b] = [matrixOf(left), matrixOf(right)];
  const rows = Math.max(a.length, b.length);
  const columns = Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0);
  const at = (matrix: Matrix, row: number, column: number): Value => {
    const line = matrix[matrix.length === 1 ? 0 : row] ?? [];
    return line[line.length === 1 ? 0 : column] ?? null;
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => safe(at(a, row, column), at(b, row, column))),
  );
}

function apply(operator: string, a: Value, b: Value): Value {
  switch (operator) {
    case '+':
      return numberOf(a) + numberOf(b);
    case '-':
      return numberOf(a) - numberOf(b);
    case '*':
      return numberOf(a) * numberOf(b);
    case '/':
      return numberOf(b) === 0 ? new Failure('#DIV/0!') : numberOf(a) / numberOf(b);
    case '^':
      return numberOf(a) ** numberOf(b);
    case '&':
      return textOf(a) + textOf(b);
    default: {
      const order = compare(a, b);
      if (operator === '=') return order === 0;
      if (operator === '<>') return order !== 0;
      if (operator === '<') return order < 0;
      if (operator === '>') return order > 0;
      return operator === '<=' ? order <= 0 : order >= 0;
    }
  }
}

/** Numbers before text before truth; an empty cell is whatever it is compared with. */
function compare(a: Value, b: Value): number {
  const filled = (value: Value, other: Value): Value => value ?? (typeof other === 'string' ? '' : 0);
  const [left, right] = [filled(a, b), filled(b, a)];
  const rank = (value: Value): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === 'string') return left.toLowerCase().localeCompare(String(right).toLowerCase(), 'en');
  return Number(left) - Number(right);
}

function numberOf(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'string') throw new Error(`Text in arithmetic: ${value}`);
  return Number(value);
}

function textOf(value: Value): string {
  return value === null ? '' : String(value);
}

function truth(value: Value): boolean {
  return value !== null && value !== '' && value !== 0 && value !== false;
}

const numbers = (operands: readonly Operand[]): readonly number[] =>
  operands.flatMap(flat).filter((value): value is number => typeof value === 'number');
const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** `"<>"` and a text, or equality. */
function meets(value: Value, criterion: Value): boolean {
  if (typeof criterion === 'string' && criterion.startsWith('<>'))
    return compare(value, criterion.slice(2)) !== 0;
  if (criterion === null || criterion === '') return value === null || value === '';
  return value !== null && compare(value, criterion) === 0;
}

/** Day and month may run over; the serial number of the day. */
function date(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

const dayOf = (operand: Operand | undefined): Date =>
  new Date((numberOf(single(operand ?? null)) - 25_569) * 86_400_000);

const modulo = (a: Value, b: Value): Value =>
  numberOf(b) === 0
    ? new Failure('#DIV/0!')
    : numberOf(a) - numberOf(b) * Math.floor(numberOf(a) / numberOf(b));

const FUNCTIONS: Readonly<Record<string, (args: readonly Operand[]) => Operand>> = {
  SUM: (args) => add(numbers(args)),
  SUBTOTAL: ([, ...args]) => add(numbers(args)),
  MAX: (args) => Math.max(...numbers(args)),
  MIN: (args) => Math.min(...numbers(args)),
  COUNT: (args) => numbers(args).length,
  ABS: ([value = null]) => Math.abs(numberOf(single(value))),
  N: ([value = null]) => (typeof single(value) === 'number' ? single(value) : 0),
  AND: (args) => args.flatMap(flat).every(truth),
  OR: (args) => args.flatMap(flat).some(truth),
  ISNUMBER: ([value = null]) => typeof single(value) === 'number',
  ROWS: ([range = null]) => matrixOf(range).length,
  // Within a product these two take whole columns at a time.
  INT: ([value = null]) => each(value, 0, (number) => Math.floor(numberOf(number))),
  MOD: ([a = null, b = null]) => each(a, b, modulo),
  YEAR: ([value]) => dayOf(value).getUTCFullYear(),
  MONTH: ([value]) => dayOf(value).getUTCMonth() + 1,
  DATE: (args) => date(...(args.map((arg) => numberOf(single(arg))) as [number, number, number])),
  ROUND: ([value = null, digits = null]) => {
    const unit = 10 ** numberOf(single(digits));
    const number = numberOf(single(value));
    return (Math.sign(number) * Math.round(Number((Math.abs(number) * unit).toPrecision(15)))) / unit;
  },
  COUNTIF: ([range = null, criterion = null]) =>
    flat(range).filter((value) => meets(value, single(criterion))).length,
  SUMIFS: ([sums = null, ...pairs]) => {
    const columns = pairs.map(flat);
    const holds = (index: number): boolean =>
      columns.every(
        (column, at) => at % 2 === 1 || meets(column[index] ?? null, columns[at + 1]?.[0] ?? null),
      );
    return add(
      flat(sums).filter((value, index): value is number => typeof value === 'number' && holds(index)),
    );
  },
  SUMPRODUCT: (args) => {
    const columns = args.map(flat);
    const product = (index: number): number =>
      columns.reduce((result, column) => result * (typeof column[index] === 'number' ? column[index] : 0), 1);
    return add((columns[0] ?? []).map((_, index) => product(index)));
  },
  MATCH: ([wanted = null, range = null]) => {
    const index = flat(range).findIndex((value) => value !== null && compare(value, single(wanted)) === 0);
    return index < 0 || single(wanted) === null ? new Failure('#N/A') : index + 1;
  },
  INDEX: ([range = null, first = null, second]) => {
    const matrix = matrixOf(range);
    const [a, b] = [numberOf(single(first)), second === undefined ? undefined : numberOf(single(second))];
    const line = b === undefined && matrix.length === 1;
    const found = line ? matrix[0]?.[a - 1] : matrix[a - 1]?.[(b ?? 1) - 1];
    return found === undefined ? new Failure('#REF!') : found;
  },
};
