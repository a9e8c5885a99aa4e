/** Which sheet of a file is meant, in which of its rows the heads stand, and which register they speak of. */
import { plainWord } from '../register/accept';
import { canBeTyped } from '../register/record';
import { definitionOf, registerIds, type RegisterId } from '../registers/all';
import { cellString, type FileTable } from './fileTable';
import { exactTargets } from './targets';

export interface TablePlace {
  readonly table: FileTable;
  /** Index of the row. */
  readonly headRow: number;
}

/** Titles and notes may stand above the heads, but not a page of them. */
const ROWS_LOOKED_AT = 20;
/** What a column weighs that names what a record is called, and a sheet that is called like the register. */
const NAME_WEIGHT = 2;
const TITLE_WEIGHT = 4;

/** @returns the first sheet of those that say equally much */
export function bestTable(tables: readonly FileTable[], register: RegisterId): TablePlace {
  const places = tables.map((table) => ({ table, ...bestHead(table, register) }));
  const [first] = places;
  if (first === undefined) return { table: EMPTY_TABLE, headRow: 0 };
  return places.reduce((best, next) => (next.weight > best.weight ? next : best), first);
}

const EMPTY_TABLE: FileTable = { name: '', rows: [], firstRow: 1, mark: '.' };

export interface GuessedPlace extends TablePlace {
  readonly register: RegisterId;
}

/** Registers whose records a table of a file can hold. */
export const importableRegisters: readonly RegisterId[] = registerIds.filter((register) =>
  canBeTyped(definitionOf(register)),
);

const isList = (register: RegisterId): boolean => register !== 'organisation';

/**
 * Which table of a file says the most about which register.
 * @param preferred what the person is looking at: it wins where nothing speaks louder for another
 */
export function guessedPlace(tables: readonly FileTable[], preferred: RegisterId = 'tasks'): GuessedPlace {
  // A table has rows of something; that it renames the practice itself is the last thing somebody means.
  const registers = [...new Set([preferred, ...importableRegisters.filter(isList), ...importableRegisters])];
  let best: GuessedPlace & { weight: number } = {
    table: EMPTY_TABLE,
    headRow: 0,
    register: preferred,
    weight: -1,
  };
  for (const table of tables) {
    for (const register of registers) {
      const head = bestHead(table, register);
      if (head.weight > best.weight) best = { table, register, ...head };
    }
  }
  return best;
}

/** The row that names the most fields of a register; the first row of words where none does. */
export function bestHead(table: FileTable, register: RegisterId): { headRow: number; weight: number } {
  const { id, title, singular } = definitionOf(register);
  const isCalled = [id, title, singular].map(plainWord).includes(plainWord(table.name)) ? TITLE_WEIGHT : 0;
  const candidates = table.rows.slice(0, ROWS_LOOKED_AT).map((row, headRow) => {
    return { headRow, weight: headWeight(row.map(cellString), register) };
  });
  const best = candidates.reduce((found, next) => (next.weight > found.weight ? next : found), {
    headRow: firstWords(table),
    weight: 0,
  });
  return { headRow: best.headRow, weight: best.weight + isCalled };
}

function headWeight(heads: readonly string[], register: RegisterId): number {
  const { titleField } = definitionOf(register);
  return exactTargets(heads, register).reduce((weight, target) => {
    if (target === null || target.kind === 'id') return weight;
    return weight + (target.kind === 'field' && target.field === titleField ? NAME_WEIGHT : 1);
  }, 0);
}

/** A title stands alone in its row; heads stand beside each other. */
function firstWords({ rows }: FileTable): number {
  const wide = rows.findIndex(
    (row) => row.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length > 1,
  );
  return Math.max(0, wide);
}
