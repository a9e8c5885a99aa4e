/** `golive import`: plans and registers from other programs, as a new workbook or into one that exists. */
import { basename, extname } from 'node:path';
import { contentOf, newWorkbook } from '../../shared/document/newWorkbook';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import { mergeWorkbooks } from '../../shared/document/mergeWorkbooks';
import { isRecordId } from '../../shared/domain/base/ids';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { IN_FILES, problemText } from '../../shared/domain/base/problemText';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { checkEdits } from '../../shared/domain/edits/checkEdits';
import type { Edit } from '../../shared/domain/edits/edit';
import { definitionOf, isRegisterId, registerIds, type RegisterId } from '../../shared/domain/registers/all';
import { parseCsv } from '../../shared/export/csvRead';
import { plainTitle } from '../../shared/export/csvReferences';
import { importEdits, type ImportedRecord } from '../../shared/export/importedRecords';
import { parseJsonPlan } from '../../shared/export/json';
import { readMspdi } from '../../shared/export/mspdiRead';
import type { GoliveFile } from '../../shared/sync/goliveFile';
import { dateOption, momentOption, readWords, usage, type Words } from './arguments';
import { mergedText } from './mergeCommand';
import { dateOfMoment, done, failed, type Outcome } from './outcome';
import { readJson, readText } from './readJson';
import {
  newReplica,
  openForWriting,
  packRecordId,
  randomId,
  readWorkbookFile,
  saveState,
} from './workbookFile';

const KINDS = '.csv, .tsv, .json, .xml (Microsoft Project) and .golive';
const MAX_ROWS_TOLD = 20;

interface Source {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly register: RegisterId;
  /** Take over what can be read and leave out the rest. */
  readonly skipBadRows: boolean;
}

/** What a file holds, before any of it is written. */
interface Content {
  readonly records: readonly (ImportedRecord & { readonly archived?: boolean })[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
}

/** Where the content goes. */
interface Target {
  readonly document: WorkbookDocument;
  readonly path: string;
  readonly previous?: GoliveFile;
}

export async function importCommand(args: readonly string[]): Promise<Outcome> {
  const options = ['output', 'into', 'register', 'start', 'as', 'moment'];
  const words = readWords(args, { options, flags: ['skip-bad-rows'], files: { min: 1, max: 1 } });
  if (!words.ok) return failed(words.error);
  const { output, into } = words.value.options;
  if ((output === undefined) === (into === undefined)) {
    return failed(usage('Say either -o FILE for a new workbook or --into FILE for one that exists.'));
  }
  const moment = momentOption(words.value);
  if (!moment.ok) return failed(moment.error);
  const source = sourceOf(words.value);
  if (!source.ok) return failed(source.error);
  if (source.value.kind === '.golive')
    return importWorkbook(source.value.path, { output, into }, moment.value);

  const target = await targetOf(words.value, source.value, moment.value);
  if (!target.ok) return failed(target.error);
  const content = await readContent(source.value, target.value.document);
  if (!content.ok) return failed(content.error);
  return takeOver(content.value, source.value, target.value, moment.value);
}

function sourceOf(words: Words): Result<Source, Problem> {
  const path = words.files[0] ?? '';
  const kind = extname(path).toLowerCase();
  const register = words.options['register'] ?? 'tasks';
  if (!isRegisterId(register)) return err(usage(`--register takes one of ${registerIds.join(', ')}.`));
  const start = dateOption(words, 'start');
  if (!start.ok) return start;
  if (!['.csv', '.tsv', '.txt', '.json', '.xml', '.golive'].includes(kind)) {
    return err(problem('file/unknownKind', { name: basename(path), known: KINDS }));
  }
  return ok({ path, name: basename(path), kind, register, skipBadRows: words.flags.has('skip-bad-rows') });
}

/** A copy of a workbook keeps its identity: it can be merged back. */
async function importWorkbook(
  path: string,
  { output, into }: { output: string | undefined; into: string | undefined },
  moment: number,
): Promise<Outcome> {
  const file = await readWorkbookFile(path);
  if (!file.ok) return failed(file.error);
  if (into === undefined) {
    const saved = await saveState(output ?? '', file.value.state, moment, file.value);
    return saved.ok ? done() : failed(saved.error);
  }
  const other = await readWorkbookFile(into);
  if (!other.ok) return failed(other.error);
  const merged = mergeWorkbooks([
    { name: basename(into), state: other.value.state },
    { name: basename(path), state: file.value.state },
  ]);
  if (!merged.ok) return failed(merged.error);
  const saved = await saveState(into, merged.value, moment, other.value);
  return saved.ok
    ? done(undefined, [mergedText(WorkbookDocument.open(merged.value, newReplica(moment)).workbook())])
    : failed(saved.error);
}

async function targetOf(words: Words, source: Source, moment: number): Promise<Result<Target, Problem>> {
  const { output, into, as: author, start } = words.options;
  const replica = newReplica(moment, author);
  if (into !== undefined) {
    const opened = await openForWriting(into, replica);
    return opened.ok
      ? ok({ document: opened.value.document, path: into, previous: opened.value.file })
      : opened;
  }
  const calendar = packRecordId('import', 'calendars', 'standard');
  const organisation =
    (await organisationIdIn(source)) ?? packRecordId('import', 'organisation', 'organisation');
  const name = basename(source.path, extname(source.path));
  const values = { name, currency: 'USD', start: start ?? dateOfMoment(moment), calendar };
  const records = [
    { register: 'calendars' as const, id: calendar, values: { name: 'Monday to Friday' } },
    { register: 'organisation' as const, id: organisation, values },
  ];
  // A dump brings its own calendars; an extra one would only be in the way.
  const content = contentOf(
    randomId(),
    source.kind === '.json' ? withoutCalendar(records) : records,
    `Import of ${source.name}`,
  );
  const made = content === undefined ? undefined : newWorkbook(content, replica);
  if (made === undefined) return err(usage('A workbook needs an organisation.'));
  return made.ok ? ok({ document: made.value, path: output ?? '' }) : made;
}

/** A dump keeps the identity of its organisation record, as it does of all others. */
async function organisationIdIn({ kind, path, name }: Source): Promise<string | undefined> {
  const json = kind === '.json' ? await readJson(path) : undefined;
  if (json?.ok !== true) return undefined;
  const { records } = parseJsonPlan(json.value, name);
  return records.find(({ register }) => register === 'organisation')?.id ?? undefined;
}

function withoutCalendar<T extends { register: string; values: Readonly<Record<string, unknown>> }>(
  records: readonly T[],
): T[] {
  return records
    .filter(({ register }) => register !== 'calendars')
    .map((record) => ({ ...record, values: { ...record.values, calendar: null } }));
}

async function readContent(source: Source, document: WorkbookDocument): Promise<Result<Content, Problem>> {
  const { name } = source;
  const organisation = document.workbook().tables.organisation.live[0]?.id ?? '';
  if (source.kind === '.json') {
    const json = await readJson(source.path);
    if (!json.ok) return json;
    const { records, problems } = parseJsonPlan(json.value, name);
    const own = records.map((record) =>
      record.register === 'organisation' ? { ...record, id: organisation, key: record.key } : record,
    );
    return ok({ records: own, problems, notes: [] });
  }
  const text = await readText(source.path);
  if (!text.ok) return text;
  if (source.kind === '.xml') {
    const project = readMspdi(text.value, { name, organisation });
    return project.ok
      ? ok({ records: project.value.records, problems: [], notes: project.value.report })
      : project;
  }
  return ok(readTable(text.value, source, document));
}

/** Registers in which a name is enough to make a record. */
const NAMED: readonly RegisterId[] = [
  'people',
  'phases',
  'departments',
  'sites',
  'calendars',
  'fundingSources',
];

/** People, phases and the like that a table mentions and the workbook does not know are made along the way. */
function readTable(text: string, source: Source, document: WorkbookDocument): Content {
  const read = (): ReturnType<typeof parseCsv> =>
    parseCsv(text, source.register, { workbook: document.workbook(), name: source.name });
  const names = missingNames(read().rows);
  const edits = names.map(({ register, title }): Edit => {
    const { titleField } = definitionOf(register);
    return { kind: 'add', register, id: randomId(), values: { [titleField]: title } };
  });
  const made = edits.length === 0 || document.run({ label: `Names in ${source.name}`, edits }).ok;
  const { rows, links, problems, ignoredColumns } = read();
  const notes = [
    ...(ignoredColumns.length === 0 ? [] : [`Columns not taken over: ${ignoredColumns.join(', ')}.`]),
    ...(made && names.length > 0 ? [`Also added: ${names.map(({ title }) => title).join(', ')}.`] : []),
  ];
  const taken = source.skipBadRows ? rows.filter((row) => row.problems.length === 0) : rows;
  return { records: [...taken, ...links], problems, notes };
}

function missingNames(rows: ReturnType<typeof parseCsv>['rows']): { register: RegisterId; title: string }[] {
  const found = new Map<string, { register: RegisterId; title: string }>();
  for (const problem of rows.flatMap((row) => row.problems)) {
    if (problem.code !== 'field/notAReference') continue;
    const register = NAMED.find((id) => id === problem.facts.register);
    const title = problem.facts.given;
    if (register !== undefined && !isRecordId(title))
      found.set(`${register}/${plainTitle(title)}`, { register, title });
  }
  return [...found.values()];
}

/** Everything or nothing, unless the person asked to leave out bad rows. */
async function takeOver(
  content: Content,
  source: Source,
  { document, path, previous }: Target,
  moment: number,
): Promise<Outcome> {
  const told = content.problems.map((found) => problemText(found, IN_FILES));
  const shown = [
    ...told.slice(0, MAX_ROWS_TOLD),
    ...(told.length > MAX_ROWS_TOLD ? [`… and ${String(told.length - MAX_ROWS_TOLD)} more.`] : []),
  ];
  if (content.records.length === 0 && told.length > 0)
    return { exitCode: 1, messages: [...shown, 'Nothing was changed.'] };
  if (told.length > 0 && !source.skipBadRows) {
    return {
      exitCode: 1,
      messages: [
        ...shown,
        'Nothing was changed. Mend the file, or add --skip-bad-rows to take over the rest.',
      ],
    };
  }
  const records = previous === undefined ? content.records : withOwnIds(content.records, document);
  const edits = withArchiving(importEdits(records, document.workbook(), randomId), records);
  const fitting = source.skipBadRows ? fittingEdits(document, edits) : { edits, left: [] };
  const written = document.run({ label: `Import of ${source.name}`, edits: fitting.edits });
  if (!written.ok) return failed(written.error, 'Nothing was changed.');
  const saved = await saveState(path, document.encodeState(), moment, previous);
  if (!saved.ok) return failed(saved.error);
  const added = fitting.edits.filter(({ kind }) => kind === 'add').length;
  const changed = fitting.edits.length - added;
  return done(undefined, [
    ...shown,
    ...fitting.left,
    ...content.notes,
    `${String(added)} records added, ${String(changed)} changed.`,
  ]);
}

/**
 * Into a workbook that others have copies of, records it does not know come with new identities: two sites that import
 * the same file apart must not make the same record twice, or a merge would keep only one of the two.
 */
function withOwnIds(records: Content['records'], document: WorkbookDocument): Content['records'] {
  const { tables } = document.workbook();
  const isKnown = ({ register, id }: ImportedRecord): boolean => id !== null && tables[register].byId.has(id);
  return records
    .filter((record) => record.archived !== true || isKnown(record))
    .map((record) => (isKnown(record) ? record : { ...record, id: null }));
}

/** Records that a dump marks as archived go to the bin again. */
function withArchiving(edits: readonly Edit[], records: Content['records']): readonly Edit[] {
  const archived = records.filter((record) => record.archived === true && record.id !== null);
  return [
    ...edits,
    ...archived.map(({ register, id }): Edit => ({ kind: 'archive', register, id: id ?? '' })),
  ];
}

/** Leaves out the edits that do not fit, one by one, and says why. */
function fittingEdits(
  document: WorkbookDocument,
  edits: readonly Edit[],
): { edits: readonly Edit[]; left: readonly string[] } {
  let rest = edits;
  const left: string[] = [];
  for (;;) {
    const checked = checkEdits(document.workbook(), rest);
    if (checked.ok) return { edits: rest, left };
    const at = checked.error.edit ?? rest.length - 1;
    left.push(problemText(checked.error, IN_FILES));
    rest = rest.filter((_edit, index) => index !== at);
  }
}
