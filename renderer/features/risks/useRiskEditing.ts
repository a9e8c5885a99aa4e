/** What a person can do with risks, from the grid, the drawer and the buttons. Each is one step to undo. */
import { useMemo } from 'react';
import {
  addRisk,
  addUsualRisks,
  archiveRisks,
  typeRisks,
  type PastedRisk,
} from '../../../shared/domain/commands/risks';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import { runTyped, type TypedCell, type TypedOutcome } from '../../../shared/domain/commands/typedCells';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import type { StoredValue } from '../../../shared/domain/register/field';
import type { EditOutcome, GridEdit, NewGridRow } from '../../ui/grid/gridTypes';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';

export interface RiskEditing {
  readonly type: (edits: readonly GridEdit[], newRows: readonly NewGridRow[]) => EditOutcome;
  /** A text from the drawer. @returns why it was refused, if it was */
  readonly typeField: (id: string, field: string, text: string) => string | undefined;
  readonly pick: (id: string, field: string, label: string, value: StoredValue) => void;
  /** @returns the new risk's id; undefined when it was refused */
  readonly add: () => string | undefined;
  readonly addUsual: () => void;
  readonly remove: (ids: readonly string[]) => void;
}

/** @param today a date typed without its year means the one nearest to this day */
export function useRiskEditing(today: CalendarDate): RiskEditing {
  const commands = useCommands();
  return useMemo<RiskEditing>(() => {
    const runCells = (cells: readonly TypedCell[], rows: readonly PastedRisk[]): TypedOutcome =>
      runTyped(typeRisks(commands.workbook(), { cells, rows, near: today }), commands.attempt);
    return {
      type: (edits, newRows) => {
        const rows = newRows.map((row): PastedRisk => {
          const cells = row.map(({ columnId, text }) => ({ field: columnId, text }));
          return { id: commands.newId(), cells };
        });
        const outcome = runCells(edits.map(typedCellOf), rows);
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
          register: 'risks',
          id,
          values: { [field]: value },
        });
      },
      add: () => {
        const id = commands.newId();
        return commands.run(addRisk(commands.workbook(), id)) ? id : undefined;
      },
      addUsual: () => {
        commands.run(addUsualRisks(commands.workbook(), commands.newId));
      },
      remove: (ids) => {
        const workbook = commands.workbook();
        const command = archiveRisks(workbook, ids);
        if (command === undefined || !commands.run(command)) return;
        const gone = command.edits.map(({ id }) => id);
        const title = workbook.tables.risks.byId.get(gone[0] ?? '')?.title ?? '';
        const text =
          gone.length === 1
            ? `“${title}” is in the bin.`
            : `${capitalized(counted(gone.length, 'risk'))} are in the bin.`;
        const restore = gone.map((id) => ({ kind: 'restore', register: 'risks', id }) as const);
        say(text, { label: 'Undo', run: () => void commands.edit('Bring back', ...restore) });
      },
    };
  }, [commands, today]);
}

function typedCellOf({ rowKey, columnId, text, optionId }: GridEdit): TypedCell {
  return { id: rowKey, field: columnId, text, ...(optionId === undefined ? {} : { picked: optionId }) };
}

/** The grid says refusals aloud; after a paste they must also be seen. */
function tellRefused({ refused }: TypedOutcome): void {
  const [first] = refused;
  if (first === undefined) return;
  const verb = refused.length === 1 ? 'was' : 'were';
  say(`${capitalized(counted(refused.length, 'cell'))} ${verb} left out. ${first.reason}`);
}
