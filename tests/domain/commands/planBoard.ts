/** A real document under a plan told in lines, on which commands are run and looked at as a person would. */
import type { Command } from '../../../shared/domain/edits/edit';
import type { Link, Task } from '../../../shared/domain/registers/all';
import { scheduleOf } from '../../../shared/domain/schedule/planSchedule';
import type { Schedule } from '../../../shared/domain/schedule/schedule';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, ORGANISATION, run, set, startWorkbook, TestClock } from '../../support/replicas';

/** A Thursday in the plan, which starts on Monday, 2027-01-04. */
export const TODAY = '2027-01-14';

export class PlanBoard {
  readonly document;
  private made = 0;

  /** Lines are `Name days`, indented by two spaces for each level; links are `A B`, `A B SS+2`. */
  constructor(lines: readonly string[] = [], links: readonly string[] = []) {
    const above: string[] = [];
    this.document = startWorkbook(new TestClock());
    if (lines.length === 0) return;
    const tasks = lines.map((line) => {
      const depth = (line.length - line.trimStart().length) / 2;
      const [name = '', days = '1'] = line.trim().split(/ (?=[\d.]+$)/);
      above[depth] = name;
      const parent = depth === 0 ? null : uuid(above[depth - 1] ?? '');
      const kind = days === '0' ? 'milestone' : 'task';
      return add('tasks', name, { name, parent, kind, durationDays: Number(days) });
    });
    const waits = links.map((words) => {
      const [predecessor = '', successor = '', how = 'FS'] = words.split(' ');
      const type = how.slice(0, 2);
      const ends = { predecessor: uuid(predecessor), successor: uuid(successor) };
      return add('links', words, { ...ends, type, lagDays: Number(how.slice(2)) });
    });
    run(this.document, ...tasks, ...waits);
  }

  get workbook(): Workbook {
    return this.document.workbook();
  }

  get schedule(): Schedule {
    return scheduleOf(this.workbook, TODAY);
  }

  readonly newId = (): string => uuid(`new${String((this.made += 1))}`);

  /** Runs a command that must be there and must fit. */
  do(command: Command | null): void {
    if (command === null) throw new Error('There was nothing to do.');
    const done = this.document.run(command);
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }

  set(name: string, values: Parameters<typeof set>[2]): void {
    run(this.document, set('tasks', name, values));
  }

  organisation(values: Parameters<typeof set>[2]): void {
    run(this.document, { kind: 'set', register: 'organisation', id: ORGANISATION, values });
  }

  task(name: string): Task {
    const task = recordIn(this.workbook, 'tasks', uuid(name));
    if (task === undefined) throw new Error(`There is no task ${name}.`);
    return task;
  }

  /** Names from top to bottom, two spaces before each for every level. */
  outline(): string[] {
    return this.workbook.outline.rows.map(
      ({ id, depth }) => `${'  '.repeat(depth)}${recordIn(this.workbook, 'tasks', id)?.name ?? ''}`,
    );
  }

  /** `A B FS+0`, in the order of the outline of their ends. */
  links(): string[] {
    const nameOf = (id: string | null): string => recordIn(this.workbook, 'tasks', id)?.name ?? '?';
    const words = ({ predecessor, successor, type, lagDays }: Link): string =>
      `${nameOf(predecessor)} ${nameOf(successor)} ${type}${lagDays < 0 ? '' : '+'}${String(lagDays)}`;
    return this.workbook.tables.links.live.map(words).sort();
  }

  /** `2027-01-04 2027-01-08` */
  dates(name: string): string {
    const { start = '', finish = '' } = this.schedule.task(uuid(name)) ?? {};
    return `${start} ${finish}`;
  }
}

export function ids(...names: readonly string[]): string[] {
  return names.map(uuid);
}
