/** What a report of a merge says, in words, whatever form it takes: one story for the page, paper, Excel and text. */
import { problemText } from '../../domain/base/problemText';
import type { FieldPlace } from '../../domain/edits/baseValues';
import type { FieldChange } from '../../domain/edits/change';
import { formatNumber } from '../../domain/format/amounts';
import { formatMoment } from '../../domain/format/dates';
import { capitalized, counted } from '../../domain/format/sentence';
import { waitsForChoice } from '../../domain/recordFindings';
import { recordName } from '../../domain/records/recordName';
import { sameValue } from '../../domain/register/canonical';
import { definitionOf, isRegisterId, type RegisterId } from '../../domain/registers/all';
import type { MergeAccount } from '../../domain/review/mergeAccount';
import { ARCHIVED_FIELD, conflictText, fieldLabel, valueText } from '../../domain/review/valueText';
import { tableOf, type Conflict, type Workbook } from '../../domain/workbook';

export interface MergeReportSource {
  /** The plan as it stands now. */
  readonly workbook: Workbook;
  readonly merges: readonly MergeAccount[];
  /** Who wrote what a field shows, and when (milliseconds since 1970). */
  readonly writerOf: (place: FieldPlace) => FieldChange['from'];
}

export interface MergeStory {
  readonly plan: string;
  readonly answer: string;
  readonly merges: readonly {
    readonly heading: string;
    /** How much that is, in words. */
    readonly brought: string;
    readonly checks: MergeAccount['checks'];
    readonly rows: readonly ChangeRow[];
  }[];
  readonly decided: readonly DecidedRow[];
  readonly waiting: readonly {
    readonly heading: string;
    readonly values: readonly { readonly value: string; readonly from: string }[];
  }[];
  readonly findings: readonly string[];
}

export interface ChangeRow {
  readonly by: string;
  /** UTC; empty where nobody knows. */
  readonly when: string;
  readonly where: string;
  readonly record: string;
  /** The field that changed, or that the record was added. */
  readonly what: string;
  readonly old: string;
  readonly now: string;
}

export interface DecidedRow {
  readonly heading: string;
  readonly value: string;
  readonly from: string;
  /** What was not kept, with who wrote it. */
  readonly others: string;
}

export function mergeStory({ workbook, merges, writerOf }: MergeReportSource): MergeStory {
  const conflicts = sortedConflicts(workbook);
  return {
    plan: workbook.tables.organisation.live[0]?.name ?? '',
    answer: answerOf(conflicts.length),
    merges: merges.map((merge) => {
      const rows = changeRows(workbook, merge);
      return { heading: headingOf(merge), brought: broughtText(rows, merge), checks: merge.checks, rows };
    }),
    decided: decidedRows(workbook, merges, writerOf),
    waiting: conflicts.map((conflict) => ({
      heading: headingOfField(workbook, conflict),
      values: conflict.values.map(({ value, by, at }) => ({
        value: conflictText(workbook, conflict, value),
        from: `${by}, ${formatMoment(at)}`,
      })),
    })),
    findings: workbook.findings
      .filter((finding) => !waitsForChoice(finding))
      .map((finding) => problemText(finding.problem)),
  };
}

/** By register, record and field, so that every replica writes the same report. */
export function sortedConflicts(workbook: Workbook): Conflict[] {
  return [...workbook.conflicts].sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
}

function placeKey({ register, id, field }: Pick<Conflict, 'register' | 'id' | 'field'>): string {
  return `${register}/${id}/${field}`;
}

function answerOf(count: number): string {
  if (count === 0) return 'Nobody wrote the same field apart.';
  const fields = count === 1 ? '1 field was' : `${formatNumber(count)} fields were`;
  return `${fields} written apart. Both values are kept; the first is shown until someone chooses.`;
}

function headingOf({ into, from }: MergeAccount): string {
  const files = from.map((name) => `“${name}”`).join(', ');
  return into === '' ? `What ${files} brought` : `What “${into}” did not have`;
}

function headingOfField(workbook: Workbook, { register, id, field }: Conflict): string {
  return `${definitionOf(register).singular} “${recordName(workbook, register, id)}”: ${fieldLabel(register, field)}`;
}

/** Person by person; of each the records in the order of the plan. */
function changeRows(workbook: Workbook, { added, changes }: MergeAccount): readonly ChangeRow[] {
  const isAdded = new Set(added.map(({ id }) => id));
  const rows = [
    ...added.flatMap(({ register, id }) =>
      addedRow(workbook, register, { id, changes: changes.filter((change) => change.id === id) }),
    ),
    ...changes.flatMap((change) =>
      // What came beside a value that is still shown waits for a choice, and is told there.
      isAdded.has(change.id) || sameValue(change.old, change.new) ? [] : changedRow(workbook, change),
    ),
  ];
  return rows.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

interface Added {
  readonly id: string;
  readonly changes: readonly FieldChange[];
}

function addedRow(workbook: Workbook, register: RegisterId, { id, changes }: Added): ChangeRow[] {
  // A record that came and went before anybody here saw it is no news.
  if (tableOf(workbook, register).byId.get(id)?.archived !== false) return [];
  const { titleField, singular } = definitionOf(register);
  const told = changes.filter(({ field }) => field !== titleField && field !== ARCHIVED_FIELD);
  const now = told.map(
    ({ field, new: value }) =>
      `${fieldLabel(register, field)}: ${valueText(workbook, register, field, value)}`,
  );
  return [
    {
      ...authorOf(changes),
      where: singular,
      record: recordName(workbook, register, id),
      what: 'Added',
      old: '',
      now: now.join('; '),
    },
  ];
}

function changedRow(workbook: Workbook, change: FieldChange): ChangeRow[] {
  const { register, id, field } = change;
  if (!isRegisterId(register)) return [];
  return [
    {
      ...authorOf([change]),
      where: definitionOf(register).singular,
      record: recordName(workbook, register, id),
      what: fieldLabel(register, field),
      old: valueText(workbook, register, field, change.old),
      now: valueText(workbook, register, field, change.new),
    },
  ];
}

function authorOf(changes: readonly FieldChange[]): Pick<ChangeRow, 'by' | 'when'> {
  const from = changes.find((change) => change.from !== undefined)?.from;
  return from === undefined
    ? { by: 'Several', when: '' }
    : { by: from.by, when: formatMoment(new Date(from.at).toISOString()) };
}

/** What was asked and no longer is: what stands there now, who wrote it, and what was not kept. */
function decidedRows(
  workbook: Workbook,
  merges: readonly MergeAccount[],
  writerOf: MergeReportSource['writerOf'],
): readonly DecidedRow[] {
  const open = new Set(workbook.conflicts.map(placeKey));
  const asked = new Map(merges.flatMap((merge) => merge.asked).map((each) => [placeKey(each), each]));
  return [...asked.values()].flatMap((conflict): DecidedRow[] => {
    const { register, id, field, values } = conflict;
    const record = tableOf(workbook, register).byId.get(id);
    if (open.has(placeKey(conflict)) || record === undefined) return [];
    const now = record[field] ?? null;
    const writer = writerOf({ register, id, field });
    const others = values
      .filter(({ value }) => !sameValue(value, now))
      .map(({ value, by }) => `${conflictText(workbook, conflict, value)} (${by})`);
    return [
      {
        heading: headingOfField(workbook, conflict),
        value: valueText(workbook, register, field, now),
        from: writer === undefined ? '' : `${writer.by}, ${formatMoment(new Date(writer.at).toISOString())}`,
        others: others.join('; '),
      },
    ];
  });
}

/** `3 records added, 5 fields changed` */
function broughtText(rows: readonly ChangeRow[], { asked }: MergeAccount): string {
  const added = rows.filter(({ what }) => what === 'Added').length;
  const parts = [
    ...(added === 0 ? [] : [`${counted(added, 'record')} added`]),
    ...(rows.length === added ? [] : [`${counted(rows.length - added, 'field')} changed`]),
  ];
  if (parts.length > 0) return capitalized(parts.join(', '));
  return asked.length > 0
    ? 'Nothing but values that were written apart'
    : 'Nothing that was not there already';
}
