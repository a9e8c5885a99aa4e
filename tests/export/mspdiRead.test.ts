import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEdits } from '../../shared/domain/edits/checkEdits';
import { importEdits } from '../../shared/domain/imports/importedRecords';
import { readMspdi, type MspdiImport } from '../../shared/export/mspdiRead';
import { makeWorkbook, uuid } from '../support/makeWorkbook';
import { tries } from '../support/tries';

const options = { name: 'plan.xml', organisation: 'organisation' };

function read(inner: string): MspdiImport {
  const result = readMspdi(
    `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">${inner}</Project>`,
    options,
  );
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function codeOf(text: string): string {
  const result = readMspdi(text, options);
  return result.ok ? 'ok' : result.error.code;
}

const task = (uid: number, rest: string): string =>
  `<Task><UID>${uid}</UID><Name>T${uid}</Name><OutlineLevel>1</OutlineLevel>${rest}</Task>`;
const link = (from: number, rest: string): string =>
  `<PredecessorLink><PredecessorUID>${from}</PredecessorUID>${rest}</PredecessorLink>`;

function linksOf(imported: MspdiImport): unknown[] {
  return imported.records.flatMap(({ register, values }) =>
    register === 'links' ? [[values['predecessor'], values['type'], values['lagDays']]] : [],
  );
}

function valuesOf(imported: MspdiImport, key: string): Readonly<Record<string, unknown>> | undefined {
  return imported.records.find((record) => record.key === key)?.values;
}

describe('tasks of MS Project', () => {
  it('come with outline, duration in days of the project, rule, deadline and notes', () => {
    const imported = read(`<MinutesPerDay>420</MinutesPerDay><Tasks>
      <Task><UID>0</UID><Name>The project</Name><OutlineLevel>0</OutlineLevel></Task>
      <Task><UID>7</UID><Name>Build</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>
      <Task><UID>3</UID><Name>Interfaces</Name><OutlineLevel>2</OutlineLevel><Duration>PT35H0M0S</Duration><PercentComplete>40</PercentComplete>
        <ConstraintType>4</ConstraintType><ConstraintDate>2027-03-01T08:00:00</ConstraintDate><Deadline>2027-04-01T17:00:00</Deadline><Notes>Lab &amp; imaging</Notes></Task>
      <Task><UID>4</UID><Name>Signed</Name><OutlineLevel>2</OutlineLevel><Duration>PT0H0M0S</Duration><Milestone>1</Milestone></Task>
    </Tasks>`);
    expect(imported.report).toEqual([]);
    expect(imported.records.map(({ key }) => key)).toEqual(['task 7', 'task 3', 'task 4', 'organisation']);
    expect(valuesOf(imported, 'task 3')).toEqual({
      name: 'Interfaces',
      kind: 'task',
      parent: 'task 7',
      durationDays: 5,
      percentComplete: 40,
      constraint: 'snet',
      constraintDate: '2027-03-01',
      deadline: '2027-04-01',
      notes: 'Lab & imaging',
      owner: null,
      calendar: null,
    });
    expect(valuesOf(imported, 'task 7')).toMatchObject({ kind: 'summary', parent: null });
    expect(valuesOf(imported, 'task 4')).toMatchObject({ kind: 'milestone', durationDays: 0 });
  });

  it('that have others under them are summaries, also where the file does not say so', () => {
    const imported = read(`<Tasks>
      <Task><UID>1</UID><Name>Build</Name><OutlineLevel>1</OutlineLevel></Task>
      <Task><UID>2</UID><Name>Gate</Name><OutlineLevel>2</OutlineLevel><Milestone>1</Milestone></Task>
      <Task><UID>3</UID><Name>Interfaces</Name><OutlineLevel>3</OutlineLevel></Task>
      <Task><UID>4</UID><Name>Training</Name><OutlineLevel>1</OutlineLevel></Task>
    </Tasks>`);
    const kinds = [1, 2, 3, 4].map((uid) => valuesOf(imported, `task ${String(uid)}`)?.['kind']);
    expect(kinds).toEqual(['summary', 'summary', 'task', 'task']);
  });

  it('that are empty, inactive or of another project are left out, and said', () => {
    const imported = read(
      `<Tasks>${task(1, '<IsNull>1</IsNull>')}${task(2, '<Active>0</Active>')}${task(3, '<ExternalTask>1</ExternalTask>')}${task(4, link(2, '<Type>1</Type>'))}</Tasks>`,
    );
    expect(imported.records.map(({ key }) => key)).toEqual(['task 4', 'organisation']);
    expect(imported.report).toEqual([
      'Inactive tasks were left out: “T2”.',
      'Tasks of other projects were left out: “T3”.',
      'Links to tasks that are not taken over were left out: “T4”.',
    ]);
  });

  it('that are scheduled by hand keep their start as a rule, and that is said', () => {
    const imported = read(
      `<Tasks>${task(1, '<Manual>1</Manual><Start>2027-05-03T08:00:00</Start><Duration>PT8H0M0S</Duration>')}</Tasks>`,
    );
    expect(valuesOf(imported, 'task 1')).toMatchObject({ constraint: 'snet', constraintDate: '2027-05-03' });
    expect(imported.report).toHaveLength(1);
  });

  it('with elapsed durations count five days of seven', () => {
    const imported = read(
      `<Tasks>${task(1, '<Duration>PT336H0M0S</Duration><DurationFormat>8</DurationFormat>')}</Tasks>`,
    );
    expect(valuesOf(imported, 'task 1')).toMatchObject({ durationDays: 10 });
    expect(imported.report).toHaveLength(1);
  });
});

describe('links of MS Project', () => {
  it('have types by number and lags in tenths of a minute, elapsed or in percent of the predecessor', () => {
    const imported = read(
      `<Tasks>${task(1, '<Duration>PT80H0M0S</Duration>')}${task(2, link(1, ''))}${task(3, link(1, '<Type>0</Type><LinkLag>4800</LinkLag><LagFormat>7</LagFormat>'))}${task(
        4,
        link(1, '<Type>3</Type><LinkLag>-7200</LinkLag><LagFormat>7</LagFormat>'),
      )}${task(5, link(1, '<Type>2</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat>'))}${task(6, link(1, '<Type>1</Type><LinkLag>100800</LinkLag><LagFormat>8</LagFormat>'))}</Tasks>`,
    );
    expect(linksOf(imported)).toEqual([
      ['task 1', 'FS', 0],
      ['task 1', 'FF', 1],
      ['task 1', 'SS', -1.5],
      ['task 1', 'SF', 5],
      ['task 1', 'FS', 5],
    ]);
    expect(imported.report).toHaveLength(2);
  });
});

describe('calendars of MS Project', () => {
  const weekday = (type: number, works: boolean): string =>
    `<WeekDay><DayType>${type}</DayType><DayWorking>${works ? 1 : 0}</DayWorking></WeekDay>`;

  it('have a week that counts from Sunday and exceptions in ranges', () => {
    const imported =
      read(`<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Clinic</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>
      <WeekDays>${weekday(1, false)}${weekday(2, true)}${weekday(3, true)}${weekday(4, true)}${weekday(5, true)}${weekday(6, false)}${weekday(7, true)}</WeekDays>
      <Exceptions><Exception><TimePeriod><FromDate>2027-12-24T00:00:00</FromDate><ToDate>2027-12-26T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception>
      <Exception><TimePeriod><FromDate>2027-09-12T00:00:00</FromDate><ToDate>2027-09-12T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>1</DayWorking></Exception></Exceptions></Calendar></Calendars>`);
    expect(valuesOf(imported, 'calendar 1')).toEqual({
      name: 'Clinic',
      workingWeek: ['mon', 'tue', 'wed', 'thu', 'sat'],
      holidays: ['2027-12-24', '2027-12-25', '2027-12-26'],
      extraWorkingDays: ['2027-09-12'],
    });
    expect(valuesOf(imported, 'organisation')).toMatchObject({ calendar: 'calendar 1' });
  });

  it('inherit what they do not say, in the older way of writing exceptions too', () => {
    const imported = read(`<Calendars>
      <Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${weekday(7, true)}
        <WeekDay><DayType>0</DayType><DayWorking>0</DayWorking><TimePeriod><FromDate>2027-07-05T00:00:00</FromDate><ToDate>2027-07-05T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays></Calendar>
      <Calendar><UID>2</UID><Name>Late shift</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID><WeekDays>${weekday(2, false)}</WeekDays></Calendar>
      <Calendar><UID>3</UID><Name>Ana</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID></Calendar></Calendars>`);
    expect(valuesOf(imported, 'calendar 2')).toMatchObject({
      workingWeek: ['tue', 'wed', 'thu', 'fri', 'sat'],
      holidays: ['2027-07-05'],
    });
    expect(valuesOf(imported, 'calendar 3')).toBeUndefined();
  });

  it('that are based on each other do not run in circles, and repeated exceptions are said', () => {
    const imported =
      read(`<Calendars><Calendar><UID>1</UID><Name>A</Name><BaseCalendarUID>2</BaseCalendarUID><Exceptions><Exception><Name>Christmas</Name><TimePeriod>
      <FromDate>2027-12-25T00:00:00</FromDate><ToDate>2037-12-25T00:00:00</ToDate></TimePeriod><Type>2</Type><DayWorking>0</DayWorking></Exception></Exceptions></Calendar>
      <Calendar><UID>2</UID><Name>B</Name><BaseCalendarUID>1</BaseCalendarUID></Calendar></Calendars><Tasks>${task(1, '')}</Tasks>`);
    expect(valuesOf(imported, 'calendar 2')).toMatchObject({ holidays: ['2027-12-25'] });
    expect(imported.report).toEqual([
      'Calendar “A”: of the repeated exception “Christmas” only the first day was taken over.',
    ]);
  });
});

describe('the project and its people', () => {
  it('give start, currency and owners: the first person assigned', () => {
    const imported =
      read(`<Title>Go-live plan</Title><StartDate>2027-03-01T08:00:00</StartDate><CurrencyCode>EUR</CurrencyCode><Tasks>${task(1, '')}</Tasks>
      <Resources><Resource><UID>0</UID><Name>Unassigned</Name></Resource><Resource><UID>1</UID><Name>Ana Ruiz</Name><Type>1</Type><Initials>AR</Initials></Resource>
      <Resource><UID>2</UID><Name>Bo Lind</Name><Type>1</Type></Resource><Resource><UID>3</UID><Name>Paper</Name><Type>0</Type></Resource></Resources>
      <Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID></Assignment><Assignment><TaskUID>1</TaskUID><ResourceUID>2</ResourceUID></Assignment></Assignments>`);
    const organisation = imported.records.find(({ register }) => register === 'organisation');
    expect(organisation).toMatchObject({
      id: 'organisation',
      values: { name: 'Go-live plan', start: '2027-03-01', currency: 'EUR' },
    });
    expect(valuesOf(imported, 'task 1')).toMatchObject({ owner: 'person 1' });
    expect(valuesOf(imported, 'person 1')).toEqual({ name: 'Ana Ruiz', initials: 'AR', email: '' });
    expect(valuesOf(imported, 'person 3')).toBeUndefined();
    expect(imported.report).toEqual([
      'Resources that are not people were left out: “Paper”.',
      'Of several people assigned to a task only the first became its owner: 1 task.',
    ]);
  });
});

describe('what a file holds that no plan can', () => {
  const plain = '<Duration>PT8H0M0S</Duration>';

  it('is set to the nearest that can be, and said with what was taken instead', () => {
    const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
      ['<Duration>soon</Duration>', { durationDays: 1 }, 'Durations that cannot be read became one day'],
      ['<Duration>-PT16H0M0S</Duration>', { durationDays: 0 }, 'Negative durations became 0 days'],
      [
        '<Duration>PT99999999H0M0S</Duration>',
        { durationDays: 10_000 },
        'Durations over 10,000 working days were cut to that',
      ],
      [
        '<PercentComplete>140</PercentComplete>',
        { percentComplete: 100 },
        'Shares done below 0% or above 100% became 0% or 100%',
      ],
      [
        '<PercentComplete>half</PercentComplete>',
        { percentComplete: 0 },
        'Shares done that cannot be read became 0%',
      ],
      [
        '<Deadline>2300-01-01T17:00:00</Deadline>',
        { deadline: null },
        'Dates that cannot be read, or lie outside 1950 to 2199, were left out',
      ],
      [
        '<ConstraintType>4</ConstraintType>',
        { constraint: 'asap', constraintDate: null },
        'Date rules of an unknown kind, or without a date, were left out',
      ],
      [
        '<ConstraintType>12</ConstraintType><ConstraintDate>2027-03-01T08:00:00</ConstraintDate>',
        { constraint: 'asap' },
        'Date rules of an unknown kind, or without a date, were left out',
      ],
      [
        '<CalendarUID>9</CalendarUID>',
        { calendar: null },
        'Calendars that are not in the file were left out; these tasks follow the calendar of the plan',
      ],
    ];
    for (const [given, values, sentence] of cases) {
      const imported = read(`<Tasks>${task(1, given)}</Tasks>`);
      expect(valuesOf(imported, 'task 1')).toMatchObject(values);
      expect(imported.report, given).toEqual([`${sentence}: “T1”.`]);
    }
  });

  it('is not made of what MS Project writes where there is nothing', () => {
    const given = '<Deadline>NA</Deadline><CalendarUID>-1</CalendarUID><ConstraintType>0</ConstraintType>';
    expect(read(`<Tasks>${task(1, given)}</Tasks>`).report).toEqual([]);
    const summary = task(1, '<Summary>1</Summary><Duration>PT99999999H0M0S</Duration>');
    expect(read(`<Tasks>${summary}</Tasks>`).report).toEqual([]);
  });

  it('keeps every task where two bear one number, and links lead to the first', () => {
    const imported = read(
      `<Tasks>${task(1, plain)}<Task><UID>1</UID><Name>Twin</Name></Task><Task><Name>Without</Name></Task>${task(2, link(1, ''))}</Tasks>`,
    );
    const tasks = imported.records.filter(({ register }) => register === 'tasks');
    expect(tasks.map(({ values }) => values['name'])).toEqual(['T1', 'Twin', 'Without', 'T2']);
    expect(new Set(tasks.map(({ key }) => key)).size).toBe(4);
    expect(linksOf(imported)).toEqual([['task 1', 'FS', 0]]);
    expect(imported.report).toEqual([
      'Tasks whose number is missing or taken were kept; links to that number lead to the first of them: “Twin”, “Without”.',
    ]);
  });

  it('says which links were left out or changed, and how', () => {
    const imported = read(
      `<Tasks>${task(1, plain)}${task(2, link(1, '<LinkLag>x</LinkLag>') + link(1, '') + link(2, '') + link(8, ''))}${task(3, link(1, '<Type>7</Type><LinkLag>99999999999</LinkLag>'))}</Tasks>`,
    );
    expect(linksOf(imported)).toEqual([
      ['task 1', 'FS', 0],
      ['task 1', 'FS', 10_000],
    ]);
    expect([...imported.report].sort()).toEqual([
      'Lags over 10,000 working days were cut to that: “T3”.',
      'Lags that cannot be read became 0 days: “T2”.',
      'Links of a task to itself were left out: “T2”.',
      'Links of an unknown type became finish-to-start: “T3”.',
      'Links to tasks that are not taken over were left out: “T2”.',
      'Of several links between the same two tasks only the first was taken over: “T2”.',
    ]);
  });

  it('leaves the settings of the plan as they are, and says so', () => {
    const imported = read(
      `<StartDate>2500-01-01T08:00:00</StartDate><CurrencyCode>Euro</CurrencyCode><CalendarUID>5</CalendarUID><MinutesPerDay>many</MinutesPerDay><Tasks>${task(1, plain)}</Tasks>`,
    );
    expect(valuesOf(imported, 'organisation')).toEqual({});
    expect(imported.report).toEqual([
      'A working day of “many” minutes cannot be; eight hours are taken.',
      'The start of the file, “2500-01-01T08:00:00”, cannot be used; that of the plan was kept.',
      'The currency of the file, “EURO”, cannot be used; that of the plan was kept.',
      'The calendar of the file, “5”, cannot be used; that of the plan was kept.',
    ]);
  });

  it('takes calendars and people of one number once, and says which exceptions it cannot use', () => {
    const imported = read(
      `<Calendars><Calendar><UID>1</UID><Name>Clinic</Name><Exceptions><Exception><Name>Party</Name><TimePeriod><FromDate>2027-05-09T00:00:00</FromDate><ToDate>2027-05-01T00:00:00</ToDate></TimePeriod></Exception></Exceptions></Calendar>
      <Calendar><UID>1</UID><Name>Again</Name></Calendar></Calendars><Tasks>${task(1, plain)}</Tasks>
      <Resources><Resource><UID>1</UID><Name>Ana</Name></Resource><Resource><UID>1</UID><Name>Bo</Name></Resource></Resources>`,
    );
    expect(imported.records.map(({ key }) => key)).toEqual([
      'calendar 1',
      'person 1',
      'task 1',
      'organisation',
    ]);
    expect(imported.report).toEqual([
      'Calendar “Clinic”: the dates of “Party” cannot be used and were left out.',
      'Calendar “Again” was left out: another bears its number.',
      'People whose number is missing or taken were left out: “Bo”.',
    ]);
  });

  it('never stands in the way of taking over the rest', () => {
    const some = fc.constantFrom(
      '',
      '0',
      '1',
      '2',
      '-7',
      '1e9',
      'x',
      '2027-01-01T08:00:00',
      'PT8H0M0S',
      '-PT8H0M0S',
    );
    const element = (name: string): fc.Arbitrary<string> => some.map((text) => `<${name}>${text}</${name}>`);
    const names = [
      'UID',
      'Name',
      'OutlineLevel',
      'Duration',
      'PercentComplete',
      'Deadline',
      'ConstraintType',
    ];
    const anyTask = fc.tuple(
      ...[...names, 'ConstraintDate', 'CalendarUID', 'Milestone', 'Manual'].map(element),
    );
    const anyCalendar = fc.tuple(...['UID', 'Name', 'BaseCalendarUID'].map(element));
    const anyPerson = fc.tuple(...['UID', 'Name', 'Type'].map(element));
    const all = (tag: string, one: fc.Arbitrary<readonly string[]>): fc.Arbitrary<string> =>
      fc
        .array(one, { maxLength: 5 })
        .map(
          (items) =>
            `<${tag}s>${items.map((item) => `<${tag}>${item.join('')}</${tag}>`).join('')}</${tag}s>`,
        );
    const empty = makeWorkbook({});
    fc.assert(
      fc.property(
        all('Task', anyTask),
        all('Calendar', anyCalendar),
        all('Resource', anyPerson),
        (...parts) => {
          const { records } = read(parts.join(''));
          let next = 0;
          const own = records.filter(({ register }) => register !== 'organisation');
          const edits = importEdits(own, empty, () => uuid(`id${String(next++)}`)).map(({ edit }) => edit);
          expect(checkEdits(empty, edits)).toMatchObject({ ok: true });
        },
      ),
    );
  });
});

describe('a file that is not a plan', () => {
  it('is refused with what is wrong with it', () => {
    expect(codeOf('')).toBe('file/empty');
    expect(codeOf('<Project xmlns="http://schemas.microsoft.com/project"><Tasks>')).toBe('file/notXml');
    expect(codeOf('name,days\nA,3')).toBe('file/notXml');
    expect(codeOf('<html/>')).toBe('file/notMsProject');
    expect(codeOf('<Project xmlns="http://maven.apache.org/POM/4.0.0"/>')).toBe('file/notMsProject');
    expect(codeOf(`<Project>${'<Tasks>'.repeat(100)}${'</Tasks>'.repeat(100)}</Project>`)).toBe(
      'file/hostile',
    );
    expect(codeOf(`<Project><Tasks>${task(1, '').repeat(50_001)}</Tasks></Project>`)).toBe('file/tooLarge');
  });

  it('expands no entity, so that a small file stays small', () => {
    const bomb = '<!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    expect(codeOf(`${bomb}<Project><Tasks>${task(1, '<Notes>&b;</Notes>')}</Tasks></Project>`)).toBe(
      'file/notXml',
    );
    expect(codeOf(`${bomb}<Project><Tasks>${task(1, '')}</Tasks></Project>`)).toBe('ok');
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<Task>',
      '</Task>',
      '<Tasks>',
      '</Tasks>',
      '<UID>1</UID>',
      '<Calendar>',
      '</Calendar>',
      '<Calendars>',
      '</Calendars>',
      'x',
      '&amp;',
      '&',
      '<Name>',
      '</Name>',
      '<![CDATA[',
      ']]>',
      '<OutlineLevel>-9</OutlineLevel>',
      '<Duration>P9D</Duration>',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece, { maxLength: 30 }).map((parts) => `<Project>${parts.join('')}</Project>`),
        ),
        (text) => {
          expect(typeof codeOf(text)).toBe('string');
        },
      ),
      tries(200),
    );
  });
});
