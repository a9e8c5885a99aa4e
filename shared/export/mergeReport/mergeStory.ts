/** What a report of a merge says, in words, whatever form it takes: one story for the page, paper, Excel and text. */
import { stateOf } from '../../domain/approvals/approvalState';
import { subjectOf } from '../../domain/approvals/standing';
import { decisionText } from '../../domain/approvals/words';
import { problemText } from '../../domain/base/problemText';
import type { FieldPlace } from '../../domain/edits/baseValues';
import type { FieldChange } from '../../domain/edits/change';
import { formatNumber } from '../../domain/format/amounts';
import { formatMoment } from '../../domain/format/dates';
import { capitalized, counted } from '../../domain/format/sentence';
import type { Person } from '../../domain/history/people';
import { waitsForChoice } from '../../domain/recordFindings';
import { recordName } from '../../domain/records/recordName';
import { sameValue } from '../../domain/register/canonical';
import { fieldOf } from '../../domain/register/record';
import { definitionOf, isRegisterId, type Approval, type RegisterId } from '../../domain/registers/all';
import {
  decisionsOf,
  groupedFields,
  inPlanOrder,
  questionsIn,
  type Decision,
  type DecisionOption,
} from '../../domain/review/decisions';
import type { MergeAccount } from '../../domain/review/mergeAccount';
import { reviewPeople } from '../../domain/review/reviewPeople';
import { NOBODY_KNOWN } from '../../domain/review/writerText';
import { ARCHIVED_FIELD, fieldLabel, valueText } from '../../domain/review/valueText';
import { tableOf, type Conflict, type Workbook } from '../../domain/workbook';
import { NO_VALUE, textValue, typedValue, unitOf, type TypedValue } from '../typedValue';

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
    readonly values: readonly WaitingValue[];
  }[];
  readonly findings: readonly string[];
}

export interface WaitingValue {
  readonly value: string;
  readonly cell: TypedValue;
  /** What the number counts; empty where it counts nothing. */
  readonly unit: string;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export interface ChangeRow {
  readonly by: string;
  /** ISO 8601 in UTC; empty where nobody knows. */
  readonly at: string;
  readonly where: string;
  readonly record: string;
  /** The field that changed, or that the record was added. */
  readonly what: string;
  readonly old: string;
  readonly now: string;
  /** The same for a spreadsheet. */
  readonly oldCell: TypedValue;
  readonly nowCell: TypedValue;
  /** What the numbers count; empty where they count nothing. */
  readonly unit: string;
}

export interface DecidedRow {
  readonly heading: string;
  readonly value: string;
  readonly from: string;
  /** What was not kept, with who wrote it. */
  readonly others: string;
}

export function mergeStory({ workbook, merges, writerOf }: MergeReportSource): MergeStory {
  const questions = decisionsOf(workbook);
  const people = reviewPeople([], questions, null);
  return {
    plan: workbook.tables.organisation.live[0]?.name ?? '',
    answer: answerOf(workbook.conflicts),
    merges: merges.map((merge) => {
      const rows = changeRows(workbook, merge);
      return { heading: headingOf(merge), brought: broughtText(rows, merge), checks: merge.checks, rows };
    }),
    decided: decidedRows(workbook, merges, writerOf),
    waiting: questions.map((question) => ({
      heading: headingOfQuestion(question),
      values: question.options.map(({ values, lines, by, writer, at }) => ({
        ...{ value: linesText(lines), by: writerName(people, { by, writer }), at },
        ...asCell(workbook, question.register, values, linesText(lines)),
      })),
    })),
    findings: workbook.findings
      .filter((finding) => !waitsForChoice(finding))
      .map((finding) => problemText(finding.problem)),
  };
}

/** The name; of one name on several computers with the number of the computer, the one that wrote first leading. */
function writerName(
  people: readonly Person[],
  { by, writer }: Pick<DecisionOption, 'by' | 'writer'>,
): string {
  const devices = people.find((person) => person.by === by)?.devices ?? [];
  const at = devices.findIndex(({ actors }) => actors.some((actor) => actor === writer));
  return devices.length < 2 || at < 0 ? by : `${by} (computer ${String(at + 1)})`;
}

/** For programs by register, record and field. */
export function sortedConflicts(workbook: Workbook): Conflict[] {
  return [...workbook.conflicts].sort((a, b) => (placeKey(a) < placeKey(b) ? -1 : 1));
}

function placeKey({ register, id, field }: Pick<Conflict, 'register' | 'id' | 'field'>): string {
  return `${register}/${id}/${field}`;
}

/** What waits, in one line: of two values one is shown meanwhile, of two decisions none counts. */
function answerOf(conflicts: Workbook['conflicts']): string {
  if (conflicts.length === 0) return 'Nobody wrote the same field apart.';
  const decided = conflicts.filter(({ cause }) => cause === 'contradictory').length;
  const written = conflicts.length - decided;
  const fields = written === 1 ? '1 field was' : `${formatNumber(written)} fields were`;
  const matters = decided === 1 ? '1 matter was' : `${formatNumber(decided)} matters were`;
  return [
    written > 0 && `${fields} written apart. Every value is kept; the first is shown until someone chooses.`,
    decided > 0 && `${matters} decided both ways. Every decision is kept; none counts until someone chooses.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

function headingOf({ into, from }: MergeAccount): string {
  const files = from.map((name) => `“${name}”`).join(', ');
  return into === '' ? `What ${files} brought` : `What “${into}” did not have`;
}

function headingOfQuestion({ register, recordName: name, label }: Decision): string {
  return `${definitionOf(register).singular} “${name}”: ${label}`;
}

/** Of fields that belong together each with its name. */
function linesText(lines: DecisionOption['lines']): string {
  const [first] = lines;
  return lines.length === 1 && first !== undefined
    ? first.text
    : lines.map(({ label, text }) => `${label}: ${text}`).join('; ');
}

/** Person by person; of each the records in the order of the plan. */
function changeRows(workbook: Workbook, { added, changes }: MergeAccount): readonly ChangeRow[] {
  const rows = [
    ...added.flatMap(({ register, id }) =>
      addedRow(workbook, register, { id, changes: changes.filter((change) => change.id === id) }),
    ),
    ...[...groupedFields(fieldsChanged({ added, changes })).values()].flatMap((group) =>
      changedRow(workbook, group),
    ),
  ];
  return rows.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
}

/** What came beside a value that is still shown waits for a choice, and is told there. */
function fieldsChanged({ added, changes }: Pick<MergeAccount, 'added' | 'changes'>): readonly FieldChange[] {
  const isAdded = new Set(added.map(({ id }) => id));
  return changes.filter((change) => !isAdded.has(change.id) && !sameValue(change.old, change.new));
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
      ...{ oldCell: NO_VALUE, nowCell: textValue(now.join('; ')), unit: '' },
    },
  ];
}

/** @param changes of fields of one record that must change together, or of one field */
function changedRow(workbook: Workbook, changes: readonly FieldChange[]): ChangeRow[] {
  const { register, id } = changes[0] ?? { register: '', id: '' };
  if (!isRegisterId(register)) return [];
  const said = (which: 'old' | 'new'): string =>
    linesText(
      changes.map((change) => ({
        label: fieldLabel(register, change.field),
        text: valueText(workbook, register, change.field, change[which]),
      })),
    );
  const cellOf = (which: 'old' | 'new') =>
    asCell(
      workbook,
      register,
      Object.fromEntries(changes.map((change) => [change.field, change[which]])),
      said(which),
    );
  const [old, now] = [cellOf('old'), cellOf('new')];
  return [
    {
      ...authorOf(changes),
      where: definitionOf(register).singular,
      record: recordName(workbook, register, id),
      what: changes.map(({ field }) => fieldLabel(register, field)).join(', '),
      old: said('old'),
      now: said('new'),
      ...{ oldCell: old.cell, nowCell: now.cell, unit: now.unit === '' ? old.unit : now.unit },
    },
  ];
}

/** An amount, a number or a date where one field says one, else the words. */
function asCell(
  workbook: Workbook,
  register: RegisterId,
  values: Readonly<Record<string, unknown>>,
  words: string,
): { readonly cell: TypedValue; readonly unit: string } {
  const [[name, value] = ['', null], ...others] = Object.entries(values);
  const field = others.length === 0 ? fieldOf(definitionOf(register), name) : undefined;
  const cell = field === undefined ? NO_VALUE : typedValue(workbook, field, value);
  return cell.kind === 'none' || cell.kind === 'text'
    ? { cell: textValue(words), unit: '' }
    : { cell, unit: unitOf(workbook, field) };
}

function authorOf(changes: readonly FieldChange[]): Pick<ChangeRow, 'by' | 'at'> {
  const from = changes.find((change) => change.from !== undefined)?.from;
  return from === undefined
    ? { by: NOBODY_KNOWN, at: '' }
    : { by: from.by, at: new Date(from.at).toISOString() };
}

/** What was asked and no longer is: what stands there now, who wrote it, and what was not kept. */
function decidedRows(
  workbook: Workbook,
  merges: readonly MergeAccount[],
  writerOf: MergeReportSource['writerOf'],
): readonly DecidedRow[] {
  const open = new Set(workbook.conflicts.map(placeKey));
  const asked = new Map(merges.flatMap((merge) => merge.asked).map((each) => [placeKey(each), each]));
  const isSettled = ({ register, id, ...place }: Conflict): boolean =>
    !open.has(placeKey({ register, id, ...place })) && tableOf(workbook, register).byId.has(id);
  const settled = questionsIn(workbook, [...asked.values()].filter(isSettled));
  return inPlanOrder(workbook, settled).map((question): DecidedRow => {
    const { register, id, fields, options } = question;
    const record = tableOf(workbook, register).byId.get(id);
    const writer = writerOf({ register, id, field: fields[0] ?? '' });
    const stands = standingAmong(workbook, question);
    const now = fields.map((field) => ({
      label: fieldLabel(register, field),
      text: valueText(workbook, register, field, record?.[field] ?? null),
    }));
    const others = options
      .filter(({ values }) =>
        stands === undefined
          ? !fields.every((field) => sameValue(values[field], record?.[field] ?? null))
          : !stands.some(({ id: standing }) => standing === values[REPLACED_BY]),
      )
      .map(({ lines, by }) => `${linesText(lines)} (${by})`);
    return {
      heading: headingOfQuestion(question),
      value:
        stands === undefined ? linesText(now) : stands.map((each) => decisionText(workbook, each)).join('; '),
      from: writer === undefined ? '' : `${writer.by}, ${formatMoment(new Date(writer.at).toISOString())}`,
      others: others.join('; '),
    };
  });
}

const REPLACED_BY = 'replacedBy';

/** Of a question which decision stands: those that do now, one taken anew among them. */
function standingAmong(
  workbook: Workbook,
  { register, id, fields }: Decision,
): readonly Approval[] | undefined {
  const approval =
    register === 'approvals' && fields.includes(REPLACED_BY)
      ? workbook.tables.approvals.byId.get(id)
      : undefined;
  return approval === undefined ? undefined : stateOf(workbook, subjectOf(approval)).standing;
}

/** `3 records added, 5 fields changed` */
function broughtText(rows: readonly ChangeRow[], merge: MergeAccount): string {
  const added = rows.filter(({ what }) => what === 'Added').length;
  const changed = fieldsChanged(merge).length;
  const parts = [
    ...(added === 0 ? [] : [`${counted(added, 'record')} added`]),
    ...(changed === 0 ? [] : [`${counted(changed, 'field')} changed`]),
  ];
  if (parts.length > 0) return capitalized(parts.join(', '));
  return merge.asked.length > 0
    ? 'Nothing but values that were written apart'
    : 'Nothing that was not there already';
}
