/** What a person can do with cost lines, from the grid, the drawer and the buttons. Each is one step to undo. */
import { useMemo } from 'react';
import {
  addCostLine,
  addUsualCostLines,
  archiveCostLines,
  moveCostLine,
  typeCosts,
  type PastedCostLine,
} from '../../../shared/domain/commands/costs';
import type { CostCategory } from '../../../shared/domain/commands/costsTable';
import { counted } from '../../../shared/domain/format/sentence';
import { runTyped, type TypedCell, type TypedOutcome } from '../../../shared/domain/commands/typedCells';
import type { StoredValue } from '../../../shared/domain/register/field';
import type { EditOutcome, GridEdit, NewGridRow } from '../../ui/grid/gridTypes';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';

export interface CostEditing {
  /** Texts from the grid; rows beyond the end become lines of `category`. */
  readonly type: (
    edits: readonly GridEdit[],
    newRows: readonly NewGridRow[],
    category: CostCategory,
  ) => EditOutcome;
  /** A text from the drawer. @returns why it was refused, if it was */
  readonly typeField: (id: string, field: string, text: string) => string | undefined;
  readonly pick: (id: string, field: string, label: string, value: StoredValue) => void;
  /** @returns the new line's id; undefined when it was refused */
  readonly add: (category: CostCategory, after?: string) => string | undefined;
  readonly addUsual: () => void;
  readonly remove: (ids: readonly string[]) => void;
  readonly move: (ids: readonly string[], direction: 'up' | 'down') => void;
}

export function useCostEditing(): CostEditing {
  const commands = useCommands();
  return useMemo<CostEditing>(() => {
    const near = (): string => commands.workbook().tables.organisation.live[0]?.start ?? '';
    const runCells = (cells: readonly TypedCell[], lines: readonly PastedCostLine[]): TypedOutcome => {
      const date = near();
      const typed = typeCosts(commands.workbook(), { cells, lines, ...(date === '' ? {} : { near: date }) });
      return runTyped(typed, commands.attempt);
    };
    return {
      type: (edits, newRows, category) => {
        const lines = newRows.map((row): PastedCostLine => {
          const cells = row.map(({ columnId, text }) => ({ field: columnId, text }));
          return { id: commands.newId(), category, cells };
        });
        const outcome = runCells(edits.map(typedCellOf), lines);
        if (edits.length + newRows.length > 1) tellRefused(outcome);
        const skipped = outcome.refused.map(({ id, field, reason }) => ({
          rowKey: id,
          columnId: field,
          reason,
        }));
        return { accepted: outcome.accepted, skipped };
      },
      typeField: (id, field, text) => runCells([{ id, field, text }], []).refused[0]?.reason,
      pick: (id, field, label, value) => {
        commands.edit(`Change ${label.toLowerCase()}`, {
          kind: 'set',
          register: 'costs',
          id,
          values: { [field]: value },
        });
      },
      add: (category, after) => {
        const id = commands.newId();
        const command = addCostLine(commands.workbook(), {
          id,
          category,
          ...(after === undefined ? {} : { after }),
        });
        return commands.run(command) ? id : undefined;
      },
      addUsual: () => {
        commands.run(addUsualCostLines(commands.newId));
      },
      remove: (ids) => {
        const workbook = commands.workbook();
        const command = archiveCostLines(workbook, ids);
        if (command === undefined || !commands.run(command)) return;
        const gone = command.edits.map(({ id }) => id);
        const name = workbook.tables.costs.byId.get(gone[0] ?? '')?.name ?? '';
        const text =
          gone.length === 1 ? `“${name}” is in the bin.` : `${counted(gone.length, 'line')} are in the bin.`;
        const restore = gone.map((id) => ({ kind: 'restore', register: 'costs', id }) as const);
        say(text, { label: 'Undo', run: () => void commands.edit('Bring back', ...restore) });
      },
      move: (ids, direction) => {
        const [id] = ids;
        const command = id === undefined ? undefined : moveCostLine(commands.workbook(), id, direction);
        if (command !== undefined) commands.run(command);
      },
    };
  }, [commands]);
}

function typedCellOf({ rowKey, columnId, text, optionId }: GridEdit): TypedCell {
  return { id: rowKey, field: columnId, text, ...(optionId === undefined ? {} : { picked: optionId }) };
}

/** The grid says refusals aloud; after a paste they must also be seen. */
function tellRefused({ refused }: TypedOutcome): void {
  const [first] = refused;
  if (first === undefined) return;
  const left = `${counted(refused.length, 'cell')} ${refused.length === 1 ? 'was' : 'were'} left out.`;
  say(`${left.charAt(0).toUpperCase()}${left.slice(1)} ${first.reason}`);
}
