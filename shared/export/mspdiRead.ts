/**
 * Reads a plan from MS Project XML (MSPDI). What this app has no place for is left out and said: the report names it.
 */
import { problem, type Problem } from '../domain/base/problem';
import { err, ok, type Result } from '../domain/base/result';
import type { ImportedRecord } from '../domain/imports/importedRecords';
import { rawCalendar, resolveCalendars } from './mspdiCalendars';
import { LossReport } from './mspdiLoss';
import { readTask, type FileTask } from './mspdiTasks';
import { organisationRecord, timeUnits } from './mspdiProject';
import { mspdiRecord } from './mspdiRecord';
import { lagDaysOf, LONGEST_DAYS, type TimeUnits } from './mspdiTimes';
import { childText, readXml, type XmlNode, type XmlVisitor } from './xmlReader';

export interface MspdiImport {
  /** Calendars, people, tasks and links in this order, and the organisation's settings; keys hold inside the file. */
  readonly records: readonly ImportedRecord[];
  /** What was not taken over, or taken over differently, in sentences. */
  readonly report: readonly string[];
}

/** Far beyond any practice's plan; a file beyond it is a mistake or an attack. */
const MOST_CHARACTERS = 100_000_000;
const MOST_TASKS = 50_000;

/**
 * @param name the file's name, for messages
 * @param organisation the id of the workbook's organisation record, which receives start, currency and calendar
 */
export function readMspdi(
  text: string,
  { name, organisation }: { name: string; organisation: string },
): Result<MspdiImport, Problem> {
  if (text.trim() === '') return err(problem('file/empty', { name }));
  if (text.length > MOST_CHARACTERS)
    return err(tooLarge(name, `${Math.round(text.length / 1e6)} MB`, '100 MB'));
  const file = new FileReader();
  const read = readXml(text.replace(/^\ufeff/, ''), file);
  if (!read.ok) {
    const { error } = read;
    if (error.kind === 'wrongRoot') return err(problem('file/notMsProject', { name }));
    if (error.kind === 'tooDeep')
      return err(problem('file/hostile', { name, what: 'elements nested without end' }));
    return err(problem('file/notXml', { name, reason: error.reason }));
  }
  if (file.tasks.length > MOST_TASKS)
    return err(tooLarge(name, `${file.tasks.length} tasks`, `${MOST_TASKS} tasks`));
  return ok(file.result(organisation));
}

function tooLarge(name: string, size: string, limit: string): Problem {
  return problem('file/tooLarge', { name, size, limit });
}

const ITEMS = new Set([
  'Project/Calendars/Calendar',
  'Project/Tasks/Task',
  'Project/Resources/Resource',
  'Project/Assignments/Assignment',
]);
/** Work spread over days, earned values and codes: large, and of no use here. */
const SKIPPED = new Set(['TimephasedData', 'OutlineCode', 'Rates', 'AvailabilityPeriods']);

/** Collects the parts of the file while it streams past. */
class FileReader implements XmlVisitor {
  readonly tasks: XmlNode[] = [];
  private readonly loss = new LossReport();
  private readonly calendars: ReturnType<typeof rawCalendar>[] = [];
  private readonly resources: XmlNode[] = [];
  private readonly assignments: XmlNode[] = [];
  private readonly values = new Map<string, string>();

  root(name: string, namespace: string): boolean {
    return (
      name === 'Project' && (namespace === '' || namespace.startsWith('http://schemas.microsoft.com/project'))
    );
  }

  isItem(path: string): boolean {
    return ITEMS.has(path);
  }

  skips(name: string): boolean {
    return SKIPPED.has(name);
  }

  value(path: string, text: string): void {
    this.values.set(path.slice('Project/'.length), text);
  }

  item(path: string, node: XmlNode): void {
    if (path === 'Project/Calendars/Calendar')
      this.calendars.push(rawCalendar(node, (loss) => this.loss.add(loss)));
    else if (path === 'Project/Tasks/Task') this.tasks.push(node);
    else if (path === 'Project/Resources/Resource') this.resources.push(node);
    else this.assignments.push(node);
  }

  result(organisation: string): MspdiImport {
    const { loss } = this;
    const units = timeUnits(this.values, loss);
    const calendars = resolveCalendars(this.calendars, (text) => loss.add(text));
    const calendarUids = new Set(calendars.map(({ uid }) => uid));
    const owners = this.owners();
    const found = this.tasks.flatMap((node) => readTask(node, { units, calendarUids, loss }) ?? []);
    if (found.length === 0) loss.add('The file holds no tasks.');
    const read = withOwnNumbers(found, loss);
    const tasks = withParents(read).map((task) => taskRecord(task, owners.get(task.uid), loss));
    const records: ImportedRecord[] = [
      ...calendars.map(({ uid, ...values }) =>
        mspdiRecord('calendars', `calendar ${uid}`, { ...values }, loss),
      ),
      ...this.people(),
      ...tasks,
      ...linkRecords(read, units, loss),
      organisationRecord(this.values, { id: organisation, calendarUids, loss }),
    ];
    return { records, report: loss.sentences() };
  }

  private people(): ImportedRecord[] {
    const seen = new Set(['']);
    return this.resources.flatMap((node): ImportedRecord[] => {
      const name = childText(node, 'Name');
      const uid = childText(node, 'UID');
      if (name === '' || uid === '0') return [];
      if (childText(node, 'Type') === '0') {
        this.loss.count('material', name);
        return [];
      }
      if (childText(node, 'Rates') !== '' || Number(childText(node, 'StandardRate')) > 0)
        this.loss.count('rate', name);
      if (seen.has(uid)) {
        this.loss.count('samePerson', name);
        return [];
      }
      seen.add(uid);
      const values = { name, initials: childText(node, 'Initials'), email: childText(node, 'EmailAddress') };
      return [mspdiRecord('people', `person ${uid}`, values, this.loss)];
    });
  }

  /** Task UID to the person of its first assignment. */
  private owners(): ReadonlyMap<string, string> {
    const people = new Set(this.people().map(({ key }) => key));
    const owners = new Map<string, string>();
    for (const node of this.assignments) {
      const task = childText(node, 'TaskUID');
      const person = `person ${childText(node, 'ResourceUID')}`;
      if (!people.has(person)) continue;
      if (owners.has(task)) this.loss.count('assignment', task);
      else owners.set(task, person);
    }
    return owners;
  }
}

/** Everything that refers to a task does so by its number, so no two may share one. */
function withOwnNumbers(tasks: readonly FileTask[], loss: LossReport): FileTask[] {
  const taken = new Set(tasks.map(({ uid }) => uid));
  const given = new Set(['']);
  return tasks.map((task) => {
    if (!given.has(task.uid)) {
      given.add(task.uid);
      return task;
    }
    loss.count('sameNumber', task.values.name);
    let uid = `${task.uid} again`;
    while (taken.has(uid)) uid += ' again';
    taken.add(uid);
    return { ...task, uid };
  });
}

interface PlacedTask extends FileTask {
  readonly parent: string | null;
}

/**
 * A deeper task lies under the last shallower one; a level that is skipped counts as one. What has tasks under it is a
 * summary, also where the file does not say so.
 */
function withParents(tasks: readonly FileTask[]): PlacedTask[] {
  const open: FileTask[] = [];
  const placed = tasks.map((task) => {
    while ((open.at(-1)?.level ?? -1) >= task.level) open.pop();
    const parent = open.at(-1)?.uid ?? null;
    open.push(task);
    return { ...task, parent };
  });
  const parents = new Set(placed.map(({ parent }) => parent));
  return placed.map((task) =>
    parents.has(task.uid) ? { ...task, values: { ...task.values, kind: 'summary' as const } } : task,
  );
}

function taskRecord(
  { uid, parent, calendar, values }: PlacedTask,
  owner: string | undefined,
  loss: LossReport,
): ImportedRecord {
  const references = {
    parent: parent === null ? null : `task ${parent}`,
    owner: owner ?? null,
    calendar: calendar === null ? null : `calendar ${calendar}`,
  };
  return mspdiRecord('tasks', `task ${uid}`, { ...values, ...references }, loss);
}

function linkRecords(tasks: readonly FileTask[], units: TimeUnits, loss: LossReport): ImportedRecord[] {
  const byUid = new Map(tasks.map((task) => [task.uid, task]));
  const seen = new Set<string>();
  return tasks.flatMap((successor) =>
    successor.links.flatMap((link): ImportedRecord[] => {
      const { name } = successor.values;
      const predecessor = byUid.get(link.predecessor);
      const key = `link ${link.predecessor} ${successor.uid}`;
      if (predecessor === undefined || predecessor === successor || seen.has(key)) {
        loss.count(predecessor === undefined ? 'link' : seen.has(key) ? 'linkTwice' : 'linkSelf', name);
        return [];
      }
      seen.add(key);
      const { durationDays } = predecessor.values;
      const lag = lagDaysOf(link.lag, link.format, { units, durationDays });
      const lagDays = Math.min(Math.max(lag, -LONGEST_DAYS), LONGEST_DAYS);
      if (lagDays !== lag) loss.count('lagLong', name);
      const ends = { predecessor: `task ${predecessor.uid}`, successor: `task ${successor.uid}` };
      return [mspdiRecord('links', key, { ...ends, type: link.type, lagDays }, loss)];
    }),
  );
}
