/** Calendars as elements of MS Project XML. */
import { addDays, type CalendarDate } from '../domain/base/dates';
import type { WorkingWeek } from '../domain/schedule/workingTime';
import { DAY_TYPES, LONGEST_NAME, WORKING_TIMES } from './mspdiTerms';
import type { XmlElement } from './xmlWriter';

export interface NumberedCalendar {
  readonly uid: number;
  readonly name: string;
  readonly calendar: WorkingWeek;
}

const WORKING_TIME_ELEMENTS: XmlElement = [
  'WorkingTimes',
  WORKING_TIMES.map(
    ([from, to]) =>
      [
        'WorkingTime',
        [
          ['FromTime', from],
          ['ToTime', to],
        ],
      ] as const,
  ),
];

export function calendarElement({ uid, name, calendar }: NumberedCalendar): XmlElement {
  const weekdays = DAY_TYPES.flatMap((weekday, dayType): XmlElement[] => {
    if (weekday === null) return [];
    const works = calendar.workingWeek.includes(weekday);
    return [
      [
        'WeekDay',
        [['DayType', dayType], ['DayWorking', works ? 1 : 0], works ? WORKING_TIME_ELEMENTS : null],
      ],
    ];
  });
  const exceptions = [
    ...dayRuns(calendar.holidays).map((run) => exceptionElement(run, false)),
    ...dayRuns(calendar.extraWorkingDays).map((run) => exceptionElement(run, true)),
  ];
  return [
    'Calendar',
    [
      ['UID', uid],
      ['Name', name.slice(0, LONGEST_NAME)],
      ['IsBaseCalendar', 1],
      ['BaseCalendarUID', -1],
      ['WeekDays', weekdays],
      exceptions.length === 0 ? null : ['Exceptions', exceptions],
    ],
  ];
}

interface DayRun {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly days: number;
}

/** Consecutive days as one exception. */
function dayRuns(dates: readonly CalendarDate[]): DayRun[] {
  const runs: DayRun[] = [];
  for (const date of [...dates].sort()) {
    const last = runs.at(-1);
    if (last !== undefined && addDays(last.until, 1) === date)
      runs[runs.length - 1] = { from: last.from, until: date, days: last.days + 1 };
    else runs.push({ from: date, until: date, days: 1 });
  }
  return runs;
}

function exceptionElement({ from, until, days }: DayRun, works: boolean): XmlElement {
  return [
    'Exception',
    [
      ['EnteredByOccurrences', 0],
      [
        'TimePeriod',
        [
          ['FromDate', `${from}T00:00:00`],
          ['ToDate', `${until}T23:59:00`],
        ],
      ],
      ['Occurrences', days],
      ['Name', works ? 'Working day' : 'Day off'],
      ['Type', 1],
      ['DayWorking', works ? 1 : 0],
      works ? WORKING_TIME_ELEMENTS : null,
    ],
  ];
}
