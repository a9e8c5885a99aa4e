/** What happened to a record in words, and how one of its values is put back. */
import { isCut, MERGED, UNDO_MARK, type FieldChange } from '../edits/change';
import type { Command } from '../edits/edit';
import type { RecordedEdit } from '../edits/recordHistory';
import { acceptValue } from '../register/accept';
import { sameValue } from '../register/canonical';
import type { Field, StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { ARCHIVED_FIELD, fieldLabel, valueText } from './valueText';

export interface HistoryLine {
  /** One of its kind in the history of a record. */
  readonly key: string;
  /** `set Duration from 5 to 8 working days`: what follows the name of whoever did it. */
  readonly words: string;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Puts back what stood there before; undefined where that stands there now, or is no longer known whole. */
  readonly putBack?: Command;
}

/** One line for each field an edit changed, newest first; making a record is one line. */
export function historyLines(
  workbook: Workbook,
  register: RegisterId,
  edits: readonly RecordedEdit[],
): readonly HistoryLine[] {
  return edits.flatMap((edit) => {
    const common = { by: edit.by, at: new Date(edit.at).toISOString() };
    const key = `${String(edit.seq)} ${String(edit.at)}`;
    const note =
      edit.label === MERGED ? ', by merging a copy' : edit.label.startsWith(UNDO_MARK) ? ', as an undo' : '';
    if (isMaking(register, edit.changes)) return [{ key, words: `added it${note}`, ...common }];
    return edit.changes.map((change): HistoryLine => {
      const command = putBack(workbook, register, change);
      return {
        key: `${key} ${change.field}`,
        words: `${changeWords(workbook, register, change)}${note}`,
        ...common,
        ...(command === undefined ? {} : { putBack: command }),
      };
    });
  });
}

/** A record has a name from the moment it is made; never was it nothing before. */
function isMaking(register: RegisterId, changes: readonly FieldChange[]): boolean {
  const { titleField } = definitionOf(register);
  return changes.some(({ field, old }) => field === titleField && old === null);
}

function changeWords(workbook: Workbook, register: RegisterId, change: FieldChange): string {
  const { field: name } = change;
  if (name === ARCHIVED_FIELD)
    return change.new === true ? 'moved it to the bin' : 'brought it back from the bin';
  if (name === 'order') return 'moved it to another place';
  const label = fieldLabel(register, name);
  const field = fieldOf(definitionOf(register), name);
  const text = (value: unknown): string => shownText(workbook, register, { name, field, value });
  const [old, now] = [text(change.old), text(change.new)];
  if (field?.kind === 'boolean')
    return change.new === true ? `ticked ${label}` : `took the tick off ${label}`;
  if (change.isApart === true && sameValue(change.old, change.new)) return `wrote another ${label} apart`;
  if (old === '') return `set ${label} to ${now}`;
  return now === '' ? `cleared ${label}, which was ${old}` : `set ${label} from ${old} to ${now}`;
}

const MOST_SHOWN = 90;

interface NamedValue {
  readonly name: string;
  readonly field: Field | undefined;
  readonly value: unknown;
}

/** Empty for nothing; words of people in quotation marks. */
function shownText(workbook: Workbook, register: RegisterId, { name, field, value }: NamedValue): string {
  const isNothing = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  if (isNothing) return '';
  const text = valueText(workbook, register, name, value).replace(/\s+/g, ' ');
  const short = text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1).trimEnd()}…` : text;
  return field?.kind === 'text' || field?.kind === 'longText' ? `“${short}”` : short;
}

function putBack(workbook: Workbook, register: RegisterId, change: FieldChange): Command | undefined {
  const { id, field: name, old } = change;
  const record = tableOf(workbook, register).byId.get(id);
  if (record === undefined) return undefined;
  if (name === ARCHIVED_FIELD) {
    if (typeof old !== 'boolean' || record.archived === old || definitionOf(register).singleton === true)
      return undefined;
    const kind = old ? 'archive' : 'restore';
    return { label: old ? 'Move to the bin again' : 'Bring back', edits: [{ kind, register, id }] };
  }
  const field = fieldOf(definitionOf(register), name);
  const value = field === undefined || isCut(old) || record.archived ? undefined : acceptedValue(field, old);
  if (field === undefined || value === undefined || sameValue(record[name], value)) return undefined;
  return {
    label: `Put back ${field.label.toLowerCase()}`,
    edits: [{ kind: 'set', register, id, values: { [name]: value } }],
  };
}

function acceptedValue(field: Field, value: unknown): StoredValue | undefined {
  const accepted = acceptValue(field, value);
  return accepted.ok ? accepted.value : undefined;
}
