/** What happened to a record in words, and how one of its values is put back. */
import { isCut, MERGED, UNDO_MARK, type FieldChange } from '../edits/change';
import type { Command } from '../edits/edit';
import { PLACE_FIELD, predecessorsIn, readPlace } from '../edits/places';
import { authorOf, isMaking, type RecordedEdit, type Writer } from '../edits/recordHistory';
import { cutApart } from '../format/sentence';
import { recordName } from '../records/recordName';
import { acceptValue } from '../register/accept';
import { canonicalJson, sameValue } from '../register/canonical';
import type { Field, StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId, type RegisterId } from '../registers/all';
import { tableOf, type Workbook } from '../workbook';
import { placeText } from './placeText';
import { ARCHIVED_FIELD, fieldLabel, valueText } from './valueText';
import { personText } from './writerText';

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
  readonly writer: Writer;
  /** When it was written, ISO 8601 in UTC. */
  readonly at: string;
  /** Puts back what stood there before; undefined where that stands there now, or is no longer known whole. */
  readonly putBack?: Command;
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
    const { register, id } = change;
    const writer = authorOf(edit, change);
    return {
      ...{ key: keyOf(edit, change), register, id, words },
      name:
        isRegisterId(register) && tableOf(workbook, register).byId.has(id)
          ? recordName(workbook, register, id)
          : '',
      ...{ by: personText(writer.by), writer, at: new Date(change.from?.at ?? edit.at).toISOString() },
      ...(note === undefined ? {} : { note }),
    };
  };
  const making = changes.find(isMaking);
  if (making !== undefined) return [lineOf(making, 'added it')];
  // Who puts a task under another summary has moved it, which needs no saying.
  const isPutElsewhere = changes.some(({ register, field }) => isParent(register, field));
  const told = changes.filter(({ field }) => field !== PLACE_FIELD || !isPutElsewhere);
  return told.map((change): HistoryLine => {
    const { register } = change;
    if (!isRegisterId(register))
      return lineOf(change, 'changed something that this version of the app does not know');
    const command = putBack(workbook, register, change, changes);
    const line = lineOf(change, changeWords(workbook, register, change));
    return command === undefined ? line : { ...line, putBack: command };
  });
}

/** Several values of one field may have come in. */
function keyOf({ seq, at }: RecordedEdit, { id, field, from, beside }: FieldChange): string {
  const came = beside === undefined ? '' : canonicalJson([beside, from?.actor ?? null, from?.at ?? null]);
  return `${String(seq)} ${String(at)} ${id} ${field} ${came}`;
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
  if ('beside' in change) return besideWords(workbook, register, change);
  if (name === ARCHIVED_FIELD)
    return change.new === true ? 'moved it to the bin' : 'brought it back from the bin';
  if (name === PLACE_FIELD) return moveWords(workbook, register, change);
  const label = fieldLabel(register, name);
  const field = fieldOf(definitionOf(register), name);
  const text = (value: unknown): string => oneLine(workbook, register, name, value);
  const isWords = field?.kind === 'text' || field?.kind === 'longText';
  const quoted = (shown: string): string => (isWords && shown !== '' ? `“${shown}”` : shown);
  const [was, is] = cutApart(text(change.old), text(change.new), MOST_SHOWN);
  const [old, now] = [quoted(was), quoted(is)];
  if (sameValue(change.old, change.new)) {
    // A journal of an earlier version does not say which value came in.
    if (change.isApart === true) return `wrote another ${label} apart`;
    return now === '' ? `kept ${label} empty` : `kept ${now} for ${label}`;
  }
  if (field?.kind === 'boolean')
    return change.new === true ? `ticked ${label}` : `took the tick off ${label}`;
  if (old === '') return `set ${label} to ${now}`;
  return now === '' ? `cleared ${label}, which was ${old}` : `set ${label} from ${old} to ${now}`;
}

/** A value that waits beside the one shown; who edits a record that another archives keeps it in use. */
function besideWords(workbook: Workbook, register: RegisterId, { field, beside }: FieldChange): string {
  if (field === ARCHIVED_FIELD)
    return beside === true ? 'moved it to the bin, apart' : 'kept it in use, apart';
  const [text] = cutApart(oneLine(workbook, register, field, beside), '', MOST_SHOWN);
  const label = fieldLabel(register, field);
  return text === '' ? `cleared ${label}, apart` : `set ${label} to ${text}, apart`;
}

function isParent(register: string, field: string): boolean {
  return isRegisterId(register) && definitionOf(register).parentField === field;
}

/** `moved it behind “Order hardware”; before, it stood first` */
function moveWords(workbook: Workbook, register: RegisterId, change: FieldChange): string {
  const [old, now] = [placeText(workbook, register, change.old), placeText(workbook, register, change.new)];
  if (now === '' || old === now) return 'moved it to another place';
  const moved = now === 'first' ? 'moved it to the first place' : `moved it ${now}`;
  return old === '' ? moved : `${moved}; before, it stood ${old}`;
}

const MOST_SHOWN = 90;

/** Empty for nothing. */
function oneLine(workbook: Workbook, register: RegisterId, field: string, value: unknown): string {
  const isNothing = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isNothing ? '' : valueText(workbook, register, field, value).replace(/\s+/g, ' ');
}

/** @param beside what the same edit changed in the record */
function putBack(
  workbook: Workbook,
  register: RegisterId,
  change: FieldChange,
  beside: readonly FieldChange[],
): Command | undefined {
  const { id, field: name, old } = change;
  const record = tableOf(workbook, register).byId.get(id);
  if (record === undefined) return undefined;
  if (name === ARCHIVED_FIELD) {
    if (typeof old !== 'boolean' || record.archived === old || definitionOf(register).singleton === true)
      return undefined;
    const kind = old ? 'archive' : 'restore';
    return { label: old ? 'Move to the bin again' : 'Bring back', edits: [{ kind, register, id }] };
  }
  if (name === PLACE_FIELD) {
    const place = readPlace(old);
    const isThere = place?.behind === predecessorsIn(workbook, register).get(id);
    if (place === undefined || isThere || record.archived) return undefined;
    return { label: 'Put back in its place', edits: [{ kind: 'placeAt', register, id, key: place.key }] };
  }
  const field = fieldOf(definitionOf(register), name);
  const value = field === undefined || isCut(old) || record.archived ? undefined : acceptedValue(field, old);
  if (field === undefined || value === undefined || sameValue(record[name], value)) return undefined;
  const moved = isParent(register, name) ? beside.find((other) => other.field === PLACE_FIELD) : undefined;
  const key = readPlace(moved?.old)?.key;
  return {
    label: `Put back ${field.label.toLowerCase()}`,
    edits: [
      { kind: 'set', register, id, values: { [name]: value } },
      ...(key === undefined ? [] : [{ kind: 'placeAt', register, id, key } as const]),
    ],
  };
}

function acceptedValue(field: Field, value: unknown): StoredValue | undefined {
  const accepted = acceptValue(field, value);
  return accepted.ok ? accepted.value : undefined;
}
