import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { known } from '../../shared/domain/base/assert';
import { scheduleOf } from '../../shared/domain/schedule/planSchedule';
import type { Workbook } from '../../shared/domain/workbook';
import { readMspdi, type MspdiImport } from '../../shared/export/mspdiRead';
import { workbookToMspdi } from '../../shared/export/mspdiWrite';
import { xmlText } from '../../shared/export/xml';
import { arbitraryPlan } from './arbitraryPlan';
import { samplePlan } from './samplePlan';
import { tries } from '../support/tries';

const now = '2026-06-18T10:42:00Z';

function written(workbook: Workbook): string {
  return workbookToMspdi(workbook, scheduleOf(workbook, '2027-01-04'), { now });
}

function read(text: string): MspdiImport {
  const result = readMspdi(text, { name: 'plan.xml', organisation: 'organisation' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** XML normalizes line ends and drops some characters; names are also cut and trimmed by the register. */
const asRead = (text: string): string => xmlText(text) && unescaped(xmlText(text));
function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

describe('a plan written as MS Project XML and read back', () => {
  it('has the same tasks, outline, durations, rules, links, owners and calendars', () => {
    fc.assert(
      fc.property(arbitraryPlan, (workbook) => {
        const { records } = read(written(workbook));
        const byKey = new Map(records.map((record) => [record.key, record]));
        const of = (register: string) => records.filter((record) => record.register === register);
        const rows = workbook.outline.rows;
        const name = (id: string | null): string | null =>
          id === null
            ? null
            : asRead(known(workbook.tables.tasks.byId.get(id), 'a live task').name).trim() ||
              'Task without a name';
        const nameOf = (key: unknown): unknown =>
          typeof key === 'string' ? byKey.get(key)?.values['name'] : null;

        expect(
          of('tasks').map(({ values }) => ({
            ...values,
            parent: nameOf(values['parent']),
            owner: nameOf(values['owner']),
            calendar: nameOf(values['calendar']),
          })),
        ).toEqual(
          rows.map((row) => {
            const own = known(workbook.tables.tasks.byId.get(row.id), 'a live task');
            const owner = workbook.tables.people.byId.get(own.owner ?? '');
            const calendar = workbook.tables.calendars.byId.get(own.calendar ?? '');
            const isSummary = row.hasChildren || own.kind === 'summary';
            const days = scheduleOf(workbook, '2027-01-04').task(row.id)?.durationDays ?? 0;
            return {
              name: name(row.id),
              kind: isSummary ? 'summary' : own.kind,
              parent: name(row.parent),
              durationDays: isSummary ? days : own.kind === 'milestone' ? 0 : own.durationDays,
              constraint: own.constraint,
              constraintDate: own.constraintDate,
              deadline: own.deadline,
              percentComplete: own.percentComplete,
              notes: asRead(own.notes).trim(),
              owner: owner === undefined ? null : asRead(owner.name).trim(),
              calendar: calendar === undefined ? null : asRead(calendar.name).trim(),
            };
          }),
        );

        const links = workbook.tables.links.live.filter(({ id }) => !workbook.suspendedLinks.has(id));
        const inOrder = (a: readonly unknown[], b: readonly unknown[]): number =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
        const position = (id: string | null): number => (workbook.outline.index.get(id ?? '') ?? -1) + 1;
        expect(
          of('links')
            .map(({ values: v }) => [v['predecessor'], v['successor'], v['type'], v['lagDays']])
            .sort(inOrder),
        ).toEqual(
          links
            .map((l) => [
              `task ${position(l.predecessor)}`,
              `task ${position(l.successor)}`,
              l.type,
              l.lagDays,
            ])
            .sort(inOrder),
        );

        const days = ({ workingWeek, holidays, extraWorkingDays }: Record<string, unknown>): unknown => [
          workingWeek,
          holidays,
          extraWorkingDays,
        ];
        expect(
          of('calendars')
            .filter(({ values }) => values['name'] !== 'Standard')
            .map(({ values }) => days(values)),
        ).toEqual(workbook.tables.calendars.live.map((calendar) => days(withoutConflicts(calendar))));
      }),
      tries(40),
    );
  });

  it('is well-formed whatever the names hold', () => {
    fc.assert(
      fc.property(arbitraryPlan, (workbook) => {
        const parser = new SaxesParser({ xmlns: true });
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(written(workbook)).close();
      }),
    );
  });

  it('does not need a loss report', () => {
    expect(read(written(samplePlan().workbook)).report).toEqual([
      'Milestones that take time became gates: “Go / no-go gate”.',
    ]);
  });
});

/** A day that is both off and extra is a working day, and the format can say only one of them. */
function withoutConflicts(calendar: {
  workingWeek: readonly string[];
  holidays: readonly string[];
  extraWorkingDays: readonly string[];
}): Record<string, unknown> {
  return {
    ...calendar,
    holidays: calendar.holidays.filter((date) => !calendar.extraWorkingDays.includes(date)),
  };
}

describe('the file for MS Project', () => {
  /** The schema is a sequence: children must come in this order. Source: the MSPDI schema, Project and Task elements. */
  const PROJECT =
    'SaveVersion UID Name Title Subject Category Company Manager Author CreationDate Revision LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate DurationFormat WorkFormat Calendars Tasks Resources Assignments';
  const TASK =
    'UID ID Name Active Manual Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority Start Finish Duration DurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone Summary Critical IsSubproject ExternalTask EarlyStart EarlyFinish LateStart LateFinish FreeSlack TotalSlack FixedCost PercentComplete PercentWorkComplete ConstraintType CalendarUID ConstraintDate Deadline LevelAssignments Hyperlink Notes PredecessorLink';
  const CALENDAR = 'UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks';

  it('keeps the order of the schema', () => {
    fc.assert(
      fc.property(arbitraryPlan, (workbook) => {
        const children = childrenByParent(written(workbook));
        for (const [parent, order] of [
          ['Project', PROJECT],
          ['Task', TASK],
          ['Calendar', CALENDAR],
        ] as const) {
          for (const names of children.get(parent) ?? []) {
            const ranks = names.map((name) => order.split(' ').indexOf(name));
            expect(ranks).not.toContain(-1);
            expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
          }
        }
      }),
      tries(25),
    );
  });

  it('begins with the version, writes hours, lags in tenths of a minute and the project as task 0', () => {
    const text = written(samplePlan().workbook);
    expect(text).toContain(
      '<Project xmlns="http://schemas.microsoft.com/project">\n  <SaveVersion>14</SaveVersion>',
    );
    expect(text).toContain('<Duration>PT40H0M0S</Duration>');
    expect(text).not.toMatch(/<Duration>P\d/);
    expect(text).toMatch(/<Task>\s*<UID>0<\/UID>/);
    expect(text).toContain('<FromDate>2026-06-19T00:00:00</FromDate>');
  });
});

/** For each element name, the names of the children of each such element. */
function childrenByParent(text: string): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  const open: string[][] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    open.at(-1)?.push(name);
    const children: string[] = [];
    open.push(children);
    found.set(name, [...(found.get(name) ?? []), children]);
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return found;
}
