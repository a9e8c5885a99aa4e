/** What `golive import` reads from a file: records, what is wrong with them, and what is worth saying. */
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { isRecordId } from '../../shared/domain/base/ids';
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import type { Edit } from '../../shared/domain/edits/edit';
import { definitionOf, type RegisterId } from '../../shared/domain/registers/all';
import { parseCsv } from '../../shared/export/csvRead';
import { plainTitle } from '../../shared/export/csvReferences';
import type { ImportedRecord } from '../../shared/export/importedRecords';
import { parseJsonPlan } from '../../shared/export/json';
import { readMspdi } from '../../shared/export/mspdiRead';
import { readJson, readText } from './readJson';
import { randomId } from './workbookFile';

export interface Source {
  readonly path: string;
  readonly name: string;
  readonly kind: string;
  readonly register: RegisterId;
  /** Take over what can be read and leave out the rest. */
  readonly skipBadRows: boolean;
}

export interface FoundRecord extends ImportedRecord {
  readonly archived?: boolean;
  /** Where it stands in the file, for messages: `Row 3`. */
  readonly place?: string;
}

/** What a file holds, before any of it is written. */
export interface Content {
  readonly records: readonly FoundRecord[];
  readonly problems: readonly Problem[];
  readonly notes: readonly string[];
  /** Where each record of the file stands, by its key, also where it is not taken over. */
  readonly places?: ReadonlyMap<string, string>;
}

/** @param document the workbook to read into: the people, phases and the like a table mentions are made in it */
export async function readContent(
  source: Source,
  document: WorkbookDocument,
): Promise<Result<Content, Problem>> {
  const { name } = source;
  const organisation = document.workbook().tables.organisation.live[0]?.id ?? '';
  if (source.kind === '.json') {
    const json = await readJson(source.path);
    if (!json.ok) return json;
    const { records, problems } = parseJsonPlan(json.value, name);
    const whole = problems.find(({ code }) => code === 'file/wrongJson');
    if (whole !== undefined) return err(whole);
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
  const places = new Map(rows.map(({ key, row }) => [key, `Row ${String(row)}`]));
  const placed = [...taken, ...links].map((record): FoundRecord => {
    const { successor } = record.values;
    const place = places.get(typeof successor === 'string' ? successor : record.key);
    return place === undefined ? record : { ...record, place };
  });
  return { records: placed, places, problems, notes };
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
