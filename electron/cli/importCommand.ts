/** `golive import`: plans and registers from other programs, as a new workbook or into one that exists. */
import { basename, extname } from 'node:path';
import { contentOf, newWorkbook } from '../../shared/document/newWorkbook';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import { mergeWorkbooks } from '../../shared/document/mergeWorkbooks';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { IN_FILES, problemText } from '../../shared/domain/base/problemText';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { Edit } from '../../shared/domain/edits/edit';
import { fittingEdits } from '../../shared/domain/edits/fittingEdits';
import { importEdits, withOwnIds, type ImportedEdit } from '../../shared/domain/imports/importedRecords';
import { isRegisterId, registerIds } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { parseJsonPlan } from '../../shared/export/json';
import type { GoliveFile } from '../../shared/sync/goliveFile';
import { dateOption, momentOption, readWords, usage, workbookTarget, type Words } from './arguments';
import { readContent, type Content, type Source } from './importContent';
import { mergedText, unknownPartsOf } from './mergeCommand';
import { dateOfMoment, done, failed, type Outcome } from './outcome';
import { isSameFile } from './outputFile';
import { readJson } from './readJson';
import {
  newReplica,
  openForWriting,
  packRecordId,
  randomId,
  readWorkbookFile,
  saveState,
} from './workbookFile';

const KINDS = '.csv, .tsv, .txt, .xlsx, .json, .xml (Microsoft Project) and .golive';
const MAX_ROWS_TOLD = 20;
const WAY_OUT = 'Mend the file, or add --skip-bad-rows to take over the rest.';

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
  const named = into === undefined ? workbookTarget(words.value) : ok(into);
  if (!named.ok) return failed(named.error);
  if (
    output !== undefined &&
    source.value.kind !== '.golive' &&
    (await isSameFile(source.value.path, output))
  )
    return failed(
      usage('The workbook would take the place of the file it is made from; give it a name of its own.'),
    );
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
  const { register, into } = words.options;
  if (register !== undefined && !isRegisterId(register))
    return err(usage(`--register takes one of ${registerIds.join(', ')}.`));
  const start = dateOption(words, 'start');
  if (!start.ok) return start;
  if (start.value !== undefined && into !== undefined)
    return err(usage('--start goes with -o: a workbook that exists has a start of its own.'));
  if (kind === '.golive' && (start.value ?? register) !== undefined)
    return err(usage('A .golive file comes as it is, without --start and --register.'));
  if (kind === '.xml' && register !== undefined && register !== 'tasks')
    return err(
      usage(`A Microsoft Project file holds tasks; --register ${register} goes with tables and JSON.`),
    );
  if (!['.csv', '.tsv', '.txt', '.xlsx', '.json', '.xml', '.golive'].includes(kind)) {
    return err(problem('file/unknownKind', { name: basename(path), known: KINDS }));
  }
  const skipBadRows = words.flags.has('skip-bad-rows');
  return ok({ path, name: basename(path), kind, register, start: start.value, skipBadRows });
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
  const opened = await openForWriting(into, newReplica(moment));
  if (!opened.ok) return failed(opened.error);
  const other = opened.value.file;
  const merged = mergeWorkbooks([
    { name: basename(into), state: other.state },
    { name: basename(path), state: file.value.state },
  ]);
  if (!merged.ok) return failed(merged.error);
  const saved = await saveState(into, merged.value, moment, unknownPartsOf([other, file.value]));
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
  const nothing = 'Nothing was changed.';
  if (content.records.length === 0 && told.length > 0)
    return { exitCode: 1, messages: told.at(-1)?.endsWith(nothing) === true ? shown : [...shown, nothing] };
  if (told.length > 0 && !source.skipBadRows) {
    return {
      exitCode: 1,
      messages: [...shown, `${nothing} ${WAY_OUT}`],
    };
  }
  const workbook = document.workbook();
  const own =
    previous === undefined
      ? content.records
      : withOwnIds(withoutStrangersInBin(content.records, workbook), workbook);
  const records = own.map((record) => ({ ...record, id: record.id ?? randomId() }));
  const entries = withArchiving(importEdits(records, workbook, randomId), records);
  const places = new Map([
    ...(content.places ?? []),
    ...records.map(({ id, place }): [string, string | undefined] => [id, place]),
  ]);
  const misfitText = (misfit: Problem, edit: Edit | undefined): string => {
    const place = places.get(edit?.id ?? '');
    const named = misfit.code === 'field/notAnId' ? places.get(misfit.facts.given) : undefined;
    const text =
      misfit.code === 'field/notAnId' && named !== undefined
        ? `“${misfit.facts.label}” names ${named.toLowerCase()}, which was left out.`
        : problemText(misfit, IN_FILES);
    return place === undefined ? text : `${place}: ${text}`;
  };
  const fitting = source.skipBadRows ? fittingEdits(workbook, entries, Infinity) : ok({ entries, left: [] });
  if (!fitting.ok) return failed(fitting.error);
  const edits = fitting.value.entries.map(({ edit }) => edit);
  const written = document.run({ label: `Import of ${source.name}`, edits });
  if (!written.ok) {
    const text = misfitText(written.error, edits[written.error.edit ?? -1]);
    return { exitCode: 1, messages: [text, source.skipBadRows ? nothing : `${nothing} ${WAY_OUT}`] };
  }
  const saved = await saveState(path, document.encodeState(), moment, previous);
  if (!saved.ok) return failed(saved.error);
  const added = edits.filter(({ kind }) => kind === 'add').length;
  const changed = edits.length - added;
  return done(undefined, [
    ...shown,
    ...fitting.value.left.map(({ entry, problem: misfit }) => misfitText(misfit, entry.edit)),
    ...content.notes,
    `${String(added)} ${added === 1 ? 'record' : 'records'} added, ${String(changed)} changed.`,
  ]);
}

/** What is in the bin elsewhere and unknown here need not come. */
function withoutStrangersInBin(records: Content['records'], { tables }: Workbook): Content['records'] {
  return records.filter(
    ({ archived, register, id }) => archived !== true || tables[register].byId.has(id ?? ''),
  );
}

/** Records that a dump marks as archived go to the bin again. */
function withArchiving(edits: readonly ImportedEdit[], records: Content['records']): readonly ImportedEdit[] {
  const archived = records.filter((record) => record.archived === true && record.id !== null);
  const binned = archived.map((record): ImportedEdit => {
    return { record, edit: { kind: 'archive', register: record.register, id: record.id ?? '' } };
  });
  return [...edits, ...binned];
}
