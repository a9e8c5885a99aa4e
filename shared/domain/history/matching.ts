/** Whether an edit, or a change in it, is what a question about the history asks for. */
import { isCalendarDate } from '../base/dates';
import { MERGED, type FieldChange } from '../edits/change';
import { readPlace } from '../edits/places';
import { authorOf, type RecordedEdit } from '../edits/recordHistory';
import { formatDate } from '../format/dates';
import type { StoredValue } from '../register/field';
import { textOf } from '../register/parseText';
import { fieldOf } from '../register/record';
import { definitionOf, isRegisterId } from '../registers/all';
import { isChosen } from './people';
import type { HistoryFilter, LastVisit } from './query';

/** @returns the changes of an edit that are asked for; undefined where the edit is not */
export function matcherOf(
  filter: HistoryFilter,
  lastVisit: LastVisit | null,
): (edit: RecordedEdit) => readonly FieldChange[] | undefined {
  const { record, register, writer, text = '' } = filter;
  const isInText = text.trim() === '' ? undefined : textMatcher(text, filter.named ?? []);
  const isAll =
    record === undefined && register === undefined && writer === undefined && isInText === undefined;
  return (edit) => {
    if (!isInPeriod(edit, filter, lastVisit)) return undefined;
    if (isAll) return edit.changes;
    const isNamed = isInText?.edit(edit) ?? true;
    const changes = edit.changes.filter(
      (change) =>
        (record === undefined || change.id === record) &&
        (register === undefined || change.register === register) &&
        (writer === undefined || isChosen(writer, authorOf(edit, change))) &&
        (isNamed || isInText?.change(edit, change) === true),
    );
    return changes.length === 0 ? undefined : changes;
  };
}

function isInPeriod(
  { seq, at }: RecordedEdit,
  { visit, from, until }: HistoryFilter,
  lastVisit: LastVisit | null,
): boolean {
  if (from !== undefined && at < from) return false;
  if (until !== undefined && at > until) return false;
  // Who was never here before has seen nothing of it.
  if (visit === undefined || lastVisit === null) return visit !== 'lastVisit';
  return visit === 'sinceLastVisit' ? seq > lastVisit.upTo : seq > lastVisit.after && seq <= lastVisit.upTo;
}

/** Figures are found with and without what groups their digits. */
function plain(words: string): string {
  return words.toLowerCase().replaceAll(/(?<=\d),(?=\d)/g, '');
}

interface TextMatcher {
  /** The name of the command or of the merged file has it. */
  readonly edit: (edit: RecordedEdit) => boolean;
  readonly change: (edit: RecordedEdit, change: FieldChange) => boolean;
}

function textMatcher(text: string, named: readonly string[]): TextMatcher {
  const wanted = plain(text.trim());
  const ids = new Set(named);
  const has = (words: string): boolean => plain(words).includes(wanted);
  const isMeant = (value: unknown): boolean =>
    typeof value === 'string'
      ? ids.has(value) || has(value)
      : Array.isArray(value) && value.some((each) => typeof each === 'string' && isMeant(each));
  return {
    edit: ({ label, merged }) =>
      (label !== MERGED && has(label)) || (merged !== undefined && has(merged.source)),
    change: (edit, change) =>
      ids.has(change.id) ||
      isMeant(change.old) ||
      isMeant(change.new) ||
      isMeant(change.beside) ||
      isMeant(readPlace(change.old)?.behind) ||
      isMeant(readPlace(change.new)?.behind) ||
      has(authorOf(edit, change).by) ||
      has(wordsOf(change)),
  };
}

/** What a change is about and its values as they are typed; names of other records are left to whoever knows them. */
function wordsOf({ register, field: name, old, new: now, beside }: FieldChange): string {
  if (!isRegisterId(register)) return '';
  const definition = definitionOf(register);
  const field = fieldOf(definition, name);
  if (field === undefined) return definition.singular;
  const typed = (value: unknown): string =>
    isCalendarDate(value)
      ? `${value} ${formatDate(value, 'medium')}`
      : textOf(field, value as StoredValue, { currency: 'USD', titleOf: () => undefined });
  return `${definition.singular}\n${field.label}\n${typed(old)}\n${typed(now)}\n${typed(beside ?? null)}`;
}
