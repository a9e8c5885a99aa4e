/** Where each column of the file goes: its head, what stands in it, and the field it is taken over to. */
import type { ReactNode } from 'react';
import { cellString, isEmptyRow } from '../../../shared/domain/imports/fileTable';
import type { ColumnTarget } from '../../../shared/domain/imports/targets';
import { isWritable } from '../../../shared/domain/register/field';
import { fieldsOf } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import type { Choice } from '../../ui/choice';
import { Select } from '../../ui/Select';
import type { Import } from './useImport';

const SAMPLES = 3;
const NOWHERE: Choice = { id: '', label: 'Leave out' };
const ID: Choice = { id: 'id', label: 'Id of the record' };
const OUTLINE: readonly Choice[] = [
  { id: 'level', label: 'Outline level' },
  { id: 'wbs', label: 'Outline number' },
  { id: 'predecessors', label: 'Waits for' },
];

export function ColumnChoices({ choice, chooseTarget }: Import): ReactNode {
  const { table, headRow, register, targets, isSure } = choice;
  const heads = (table.rows[headRow] ?? []).map(cellString);
  const choices = choicesFor(register);
  return (
    <div className="import-scroll" role="group" aria-label="Columns of the file" tabIndex={0}>
      <table className="plain import-columns">
        <thead>
          <tr>
            <th scope="col">Column of the file</th>
            <th scope="col">First values</th>
            <th scope="col">Goes to</th>
            <th scope="col">
              <span className="sr">How sure</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {heads.map((head, column) => {
            const target = targets[column] ?? null;
            const name = head.trim() === '' ? `Column ${String(column + 1)}` : head.trim();
            return (
              <tr key={column}>
                <th scope="row" title={name}>
                  {name}
                </th>
                <td className="t2">{samplesOf(choice.table.rows.slice(headRow + 1), column)}</td>
                <td>
                  <Select
                    label={`${name} goes to`}
                    hidesLabel
                    choices={choices}
                    value={idOf(target)}
                    onChange={(id) => {
                      chooseTarget(column, targetOf(id));
                    }}
                  />
                </td>
                <td className="small t3">{target !== null && isSure[column] !== true && 'guessed'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function samplesOf(rows: Import['choice']['table']['rows'], column: number): string {
  const filled = rows.filter((row) => !isEmptyRow(row)).map((row) => cellString(row[column]).trim());
  return filled
    .filter((text) => text !== '')
    .slice(0, SAMPLES)
    .join(' · ');
}

const FIELD = 'field:';

function choicesFor(register: RegisterId): readonly Choice[] {
  const fields = fieldsOf(definitionOf(register)).flatMap(([name, field]) =>
    isWritable(field) ? [{ id: `${FIELD}${name}`, label: field.label }] : [],
  );
  return [NOWHERE, ...fields, ...(register === 'tasks' ? OUTLINE : []), ID];
}

function idOf(target: ColumnTarget | null): string {
  if (target === null) return NOWHERE.id;
  return target.kind === 'field' ? `${FIELD}${target.field}` : target.kind;
}

function targetOf(id: string): ColumnTarget | null {
  if (id.startsWith(FIELD)) return { kind: 'field', field: id.slice(FIELD.length) };
  return id === 'id' || id === 'level' || id === 'wbs' || id === 'predecessors' ? { kind: id } : null;
}
