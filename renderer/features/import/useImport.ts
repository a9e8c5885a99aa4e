/** What a person has chosen for an import, and what would come of it in the plan as it stands. */
import { useDeferredValue, useMemo, useState } from 'react';
import { bestHead, guessedPlace } from '../../../shared/domain/imports/bestTable';
import type { FileTable } from '../../../shared/domain/imports/fileTable';
import { guessTargets } from '../../../shared/domain/imports/guessTargets';
import { importOutcome, type ImportOutcome } from '../../../shared/domain/imports/importCommand';
import { isSameTarget } from '../../../shared/domain/imports/preview';
import { readTable, type ReadingWish, type TableReading } from '../../../shared/domain/imports/readTable';
import type { ColumnTarget } from '../../../shared/domain/imports/targets';
import type { Problem } from '../../../shared/domain/base/problem';
import type { Result } from '../../../shared/domain/base/result';
import type { RegisterId } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';

/** A file the person chose, as far as the window knows it. */
export interface TableFile {
  readonly name: string;
  readonly tables: readonly FileTable[];
}

interface Choice extends ReadingWish {
  readonly table: FileTable;
  /** For each column: its head named the field, or somebody chose it. */
  readonly isSure: readonly boolean[];
  readonly onlyWholeRows: boolean;
}

export interface Import {
  readonly choice: Choice;
  /** What belongs to the choice shown just before, while a large file is read anew. */
  readonly read: {
    readonly choice: Choice;
    readonly reading: TableReading;
    readonly outcome: Result<ImportOutcome, Problem>;
  };
  readonly chooseTable: (table: FileTable) => void;
  readonly chooseRegister: (register: RegisterId) => void;
  readonly chooseHeadRow: (headRow: number) => void;
  readonly chooseTarget: (column: number, target: ColumnTarget | null) => void;
  readonly change: (
    changes: Partial<Pick<Choice, 'matchBy' | 'emptyCells' | 'newNames' | 'onlyWholeRows'>>,
  ) => void;
}

export function useImport(workbook: Workbook, file: TableFile, preferred: RegisterId): Import {
  const [choice, setChoice] = useState<Choice>(() => ({
    matchBy: 'name',
    emptyCells: 'keep',
    newNames: 'add',
    onlyWholeRows: false,
    ...guessed(workbook, guessedPlace(file.tables, preferred)),
  }));
  const shown = useDeferredValue(choice);
  const read = useMemo(() => {
    const reading = readTable(workbook, shown.table, shown);
    const { onlyWholeRows } = shown;
    const wish = { label: `Import of ${file.name}`, newId: () => crypto.randomUUID(), onlyWholeRows };
    return { choice: shown, reading, outcome: importOutcome(workbook, reading, wish) };
  }, [workbook, shown, file.name]);
  const chooseAnew = (place: Parameters<typeof guessed>[1]): void => {
    setChoice({ ...choice, ...guessed(workbook, place) });
  };
  return {
    choice,
    read,
    chooseTable: (table) => {
      const { headRow } = bestHead(table, choice.register);
      chooseAnew({ table, register: choice.register, headRow });
    },
    chooseRegister: (register) => {
      chooseAnew({ table: choice.table, register, headRow: bestHead(choice.table, register).headRow });
    },
    chooseHeadRow: (headRow) => {
      chooseAnew({ ...choice, headRow });
    },
    chooseTarget: (column, target) => {
      setChoice(withTarget(choice, column, target));
    },
    change: (changes) => {
      setChoice({ ...choice, ...changes });
    },
  };
}

type Place = Pick<Choice, 'table' | 'register' | 'headRow'>;

function guessed(
  workbook: Workbook,
  { table, register, headRow }: Place,
): Place & Pick<Choice, 'targets' | 'isSure'> {
  return { table, register, headRow, ...guessTargets(workbook, table, { register, headRow }) };
}

/** A field has one column: another that went there goes nowhere. */
function withTarget(choice: Choice, column: number, target: ColumnTarget | null): Choice {
  const targets = choice.targets.map((old, at) => {
    if (at === column) return target;
    return isSameTarget(old, target) ? null : old;
  });
  return { ...choice, targets, isSure: choice.isSure.map((sure, at) => sure || at === column) };
}
