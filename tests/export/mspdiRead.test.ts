import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMspdi, type MspdiImport } from '../../shared/export/mspdiRead';

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

  it('that are empty, inactive or of another project are left out, and said', () => {
    const imported = read(
      `<Tasks>${task(1, '<IsNull>1</IsNull>')}${task(2, '<Active>0</Active>')}${task(3, '<ExternalTask>1</ExternalTask>')}${task(4, link(2, '<Type>1</Type>'))}</Tasks>`,
    );
    expect(imported.records.map(({ key }) => key)).toEqual(['task 4', 'organisation']);
    expect(imported.report).toEqual([
      'Inactive tasks were left out: “T2”.',
      'Tasks of other projects were left out: “T3”.',
      'Links to tasks that are not taken over, or doubled links, were left out: “T4”.',
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
      <Calendar><UID>2</UID><Name>B</Name><BaseCalendarUID>1</BaseCalendarUID></Calendar></Calendars>`);
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
      { numRuns: 200 },
    );
  });
});
