/** The history of a plan as rows of a table: one for each field that changed, whatever form the table takes. */
import { MERGED, type FieldChange } from '../../domain/edits/change';
import { PLACE_FIELD } from '../../domain/edits/places';
import { authorOf, isMaking, type RecordedEdit } from '../../domain/edits/recordHistory';
import { capitalized, counted } from '../../domain/format/sentence';
import type { HistoryFound } from '../../domain/history/changesFound';
import { plainText } from '../../domain/records/fieldText';
import { recordName } from '../../domain/records/recordName';
import { fieldOf } from '../../domain/register/record';
import { definitionOf, isRegisterId } from '../../domain/registers/all';
import { placeText } from '../../domain/review/placeText';
import { ARCHIVED_FIELD, fieldLabel, valueText } from '../../domain/review/valueText';
import { personText, writerText } from '../../domain/review/writerText';
import { tableOf, type Workbook } from '../../domain/workbook';
import { NO_VALUE, textValue, typedValue, unitOf, type TypedValue } from '../typedValue';

export interface HistoryRow {
  /** The number of the edit: rows that share it were one step. */
  readonly edit: number;
  /** When the value was written, by whomever: milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  readonly command: string;
  readonly what: string;
  readonly register: string;
  readonly record: string;
  readonly field: string;
  readonly before: TypedValue;
  readonly after: TypedValue;
  /** What the numbers count: `USD`, `working days`. */
  readonly unit: string;
  readonly id: string;
}

/** `2027-01-04` */
const DAY_LENGTH = 10;

/** @param momentText how a moment is written, beginning with its day (milliseconds since 1970) */
export function* historyRows(
  workbook: Workbook,
  { edits, people }: HistoryFound,
  momentText: (at: number) => string,
): Generator<HistoryRow> {
  const dayText = (at: number): string => momentText(at).slice(0, DAY_LENGTH);
  for (const edit of edits) {
    const command = commandText(edit, momentText);
    const made = new Set(edit.changes.filter(isMaking).map(({ id }) => id));
    for (const change of edit.changes) {
      // A new record is put somewhere, and is in use; that says nothing.
      if (made.has(change.id) && isBookkeeping(change)) continue;
      const by = writerText(people, authorOf(edit, change), dayText);
      yield rowOf(workbook, { edit, change, by, command, isNew: made.has(change.id) });
    }
    const unknown = edit.changes.length === 0 ? 'Not known in detail' : undefined;
    const more =
      edit.more === undefined
        ? unknown
        : `${capitalized(counted(edit.more, 'more field'))} changed, not kept`;
    if (more !== undefined) yield { ...blankRow(edit, command), what: more };
  }
}

function isBookkeeping({ field }: FieldChange): boolean {
  return field === PLACE_FIELD || field === ARCHIVED_FIELD;
}

function commandText({ label, merged, by, at }: RecordedEdit, momentText: (at: number) => string): string {
  if (label !== MERGED) return label;
  const source = merged === undefined || merged.source === '' ? 'a copy' : `“${merged.source}”`;
  return `Merge of ${source} by ${personText(by)}, ${momentText(at)}`;
}

function blankRow({ seq, at, by, label }: RecordedEdit, command: string): HistoryRow {
  return {
    ...{ edit: seq, at, by: personText(label === MERGED ? '' : by), command, what: '' },
    ...{ register: '', record: '', field: '', before: NO_VALUE, after: NO_VALUE, unit: '', id: '' },
  };
}

interface Told {
  readonly edit: RecordedEdit;
  readonly change: FieldChange;
  readonly by: string;
  readonly command: string;
  /** The edit made the record. */
  readonly isNew: boolean;
}

function rowOf(workbook: Workbook, told: Told): HistoryRow {
  const { edit, change, by, command } = told;
  const { register, id, field: name, from } = change;
  const row = {
    ...blankRow(edit, command),
    ...{ at: from?.at ?? edit.at, by, id, what: whatOf(told) },
  };
  // A newer version of the app knows more registers and fields; what it wrote is told as it stands.
  if (!isRegisterId(register))
    return {
      ...row,
      register,
      field: name,
      before: unknownValue(change.old),
      after: unknownValue(change.new),
    };
  const field = fieldOf(definitionOf(register), name);
  const value = (given: unknown): TypedValue =>
    name === PLACE_FIELD
      ? textValue(capitalized(placeText(workbook, register, given)))
      : name === ARCHIVED_FIELD
        ? textValue(valueText(workbook, register, name, given))
        : typedValue(workbook, field, given);
  return {
    ...row,
    register: definitionOf(register).title,
    record: tableOf(workbook, register).byId.has(id) ? recordName(workbook, register, id) : '',
    field: name === PLACE_FIELD ? '' : fieldLabel(register, name),
    before: value(change.old),
    after: value('beside' in change ? change.beside : change.new),
    unit: unitOf(workbook, field),
  };
}

function whatOf({ change, isNew }: Told): string {
  if (isNew) return 'Added';
  if ('beside' in change) return 'Written apart';
  if (change.field === ARCHIVED_FIELD)
    return change.new === true ? 'Moved to the bin' : 'Brought back from the bin';
  if (change.field === PLACE_FIELD) return 'Moved to another place';
  return change.isApart === true ? 'Written apart' : 'Changed';
}

function unknownValue(value: unknown): TypedValue {
  return textValue(plainText(value));
}
