/** A view of a register as what goes into a file: what is under heads stands in their order, the head in a column. */
import { groupedRecords } from '../../../shared/domain/records/recordRows';
import type { ShownRecords } from '../../../shared/domain/records/shownRecords';
import { pluralOf } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';
import type { RegisterViewState } from './useRegisterView';

export function shownOf(
  workbook: Workbook,
  register: RegisterId,
  {
    view,
    records,
    showsBin,
    boardField,
  }: Pick<RegisterViewState, 'view' | 'records' | 'showsBin' | 'boardField'>,
): ShownRecords {
  const { titleField } = definitionOf(register);
  const heads = view.layout === 'board' && !showsBin ? (boardField ?? null) : view.group;
  const ordered =
    heads === null
      ? records
      : groupedRecords(workbook, register, records, heads).flatMap((group) => group.records);
  const head = heads === null || view.columns.includes(heads) ? [] : [heads];
  return {
    register,
    columns: [...new Set([titleField, ...head, ...view.columns])],
    ids: ordered.map(({ id }) => id),
    note: noteOf(register, view.filter, showsBin),
  };
}

function noteOf(register: RegisterId, filter: string, showsBin: boolean): string {
  if (filter === '' && !showsBin) return '';
  const place = showsBin ? ' in the bin' : '';
  const words = filter === '' ? '' : ` with “${filter}” in them`;
  return `Only ${pluralOf(definitionOf(register))}${place}${words}.`;
}
