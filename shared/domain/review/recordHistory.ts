/** What happened to a record in words, and how one of its values is put back. */
import { isCut, MERGED, UNDO_MARK, type FieldChange } from '../edits/change';
import type { Command } from '../edits/edit';
import { authorOf, isMaking, type RecordedEdit } from '../edits/recordHistory';
import { recordName } from '../records/recordName';
import { acceptValue } from '../register/accept';
import { sameValue } from '../register/canonical';
import type { Field, StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { ARCHIVED_FIELD, fieldLabel, valueText } from './valueText';

export interface HistoryLine {
  /** One of its kind in a history. */
  readonly key: string;
  readonly register: string;
  readonly id: string;
  /** What the record is called now; empty for one that is not there. */
  readonly name: string;
  /** `set Duration from 5 to 8 working days`: what follows the name of whoever did it. */
  readonly words: string;
  /** How it came about other than by a command here: `came with back.golive, merged by Maria`. */
  readonly note?: string;
  /** Who wrote the value, whoever merged it. */
  readonly by: string;
  /** When it was written, ISO 8601 in UTC. */
  readonly at: string;
  /** Puts back what stood there before; undefined where that stands there now, or is no longer known whole. */
  readonly putBack?: Command;
}

/** Who wrote what a merge does not say the writer of. */
/** Who wrote what came in without a name: several may have, as in a text. */
export const NOBODY_KNOWN = 'Somebody elsewhere';

export function personText(by: string): string {
  return by === '' ? NOBODY_KNOWN : by;
}

/** One line for each field the edits changed, in their order; making a record is one line. */
export function historyLines(workbook: Workbook, edits: readonly RecordedEdit[]): readonly HistoryLine[] {
  return edits.flatMap((edit) =>
    byRecord(edit.changes).flatMap((changes) => linesOf(workbook, edit, changes)),
  );
}

function linesOf(
  workbook: Workbook,
  edit: RecordedEdit,
  changes: readonly FieldChange[],
): readonly HistoryLine[] {
  const note = noteOf(edit);
  const lineOf = (change: FieldChange, words: string): HistoryLine => {
    const { register, id, field } = change;
    return {
      ...{ key: `${String(edit.seq)} ${String(edit.at)} ${id} ${field}`, register, id, words },
      name:
        isRegisterId(register) && tableOf(workbook, register).byId.has(id)
          ? recordName(workbook, register, id)
          : '',
      ...{ by: personText(authorOf(edit, change)), at: new Date(change.from?.at ?? edit.at).toISOString() },
      ...(note === undefined ? {} : { note }),
    };
  };
  const making = changes.find(isMaking);
  if (making !== undefined) return [lineOf(making, 'added it')];
  return changes.map((change): HistoryLine => {
    const { register } = change;
    if (!isRegisterId(register))
      return lineOf(change, 'changed something that this version of the app does not know');
    const command = putBack(workbook, register, change);
    const line = lineOf(change, changeWords(workbook, register, change));
    return command === undefined ? line : { ...line, putBack: command };
  });
}

function noteOf({ by, label, merged }: RecordedEdit): string | undefined {
  if (label.startsWith(UNDO_MARK)) return 'as an undo';
  if (label !== MERGED) return undefined;
  const source = merged === undefined || merged.source === '' ? 'a copy' : `“${merged.source}”`;
  return `came with ${source}, merged by ${by}`;
}

/** Changes of one edit, record by record, in the order of the first change of each. */
function byRecord(changes: readonly FieldChange[]): readonly (readonly FieldChange[])[] {
  const records = new Map<string, FieldChange[]>();
  for (const change of changes) {
    const known = records.get(change.id);
    if (known === undefined) records.set(change.id, [change]);
    else known.push(change);
  }
  return [...records.values()];
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
