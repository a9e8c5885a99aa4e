/** The implementation of one practice, the size people print: six groups, every kind of mark. */
import { scheduleOf } from '../../shared/domain/schedule/planSchedule';
import type { Schedule } from '../../shared/domain/schedule/schedule';
import type { RecordIn } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';
import { makeWorkbook } from '../support/makeWorkbook';

type TaskStory = Partial<RecordIn<'tasks'>> & { readonly after?: string };

export const SAMPLE_TODAY = '2026-06-18';

const group = (id: string, name: string): TaskStory => ({ id, name, kind: 'summary' });
const under = (
  parent: string,
  id: string,
  name: string,
  durationDays: number,
  rest: TaskStory = {},
): TaskStory => ({
  id,
  name,
  parent,
  durationDays,
  ...rest,
});
const done = { percentComplete: 100 };

const TASKS: readonly TaskStory[] = [
  group('g1', 'Prepare and select'),
  under('g1', 'a1', 'Charter and sponsor sign-off', 5, { ...done, owner: 'mo' }),
  under('g1', 'a2', 'Steering group and decision rights', 5, { ...done, owner: 'mo', after: 'a1' }),
  under('g1', 'a3', 'Readiness: devices, network, safety self-check', 5, {
    ...done,
    owner: 'tw',
    after: 'a2',
  }),
  under('g1', 'a4', 'Map current workflows with each role', 15, { ...done, owner: 'jr', after: 'a3' }),
  under('g1', 'a5', 'Requirements and must-have interfaces', 10, { ...done, owner: 'jr', after: 'a4' }),
  under('g1', 'a6', 'Vendor demos and comparable quotes', 15, { ...done, owner: 'mo', after: 'a5' }),
  under('g1', 'a7', 'Contract review and signature', 10, { ...done, owner: 'ds', after: 'a6' }),
  under('g1', 'a8', 'Contract signed', 0, { ...done, owner: 'ds', kind: 'milestone', after: 'a7' }),
  group('g2', 'Move the data'),
  under('g2', 'b1', 'Extract notice to old vendor', 1, { ...done, owner: 'mo', after: 'a8' }),
  under('g2', 'b2', 'Old vendor prepares extract (25-day lead)', 25, {
    owner: 'mo',
    percentComplete: 36,
    deadline: '2026-07-14',
    after: 'b1',
  }),
  under('g2', 'b3', 'Trial load: demographics, problems, allergies', 5, { owner: 'pn', after: 'b2' }),
  under('g2', 'b4', 'Clinicians check 20 coded test charts', 8, { owner: 'ak', after: 'b3' }),
  under('g2', 'b5', 'Recheck after fixes', 5, { owner: 'pn', after: 'b4' }),
  under('g2', 'b6', 'Chart abstraction, 600 active charts', 20, { owner: 'lb', after: 'b3' }),
  group('g3', 'Build and connect'),
  under('g3', 'c1', 'Kick-off with vendor', 1, { ...done, owner: 'tw', after: 'a8' }),
  under('g3', 'c2', 'Agree future workflows', 15, { owner: 'jr', percentComplete: 60, after: 'c1' }),
  under('g3', 'c3', 'Build templates, order sets and favorites', 25, {
    owner: 'ak',
    percentComplete: 20,
    after: 'c2',
  }),
  under('g3', 'c4', 'Hardware: order, install, test in its room', 20, {
    owner: 'tw',
    percentComplete: 45,
    after: 'c1',
  }),
  under('g3', 'c5', 'Interfaces: lab, imaging results, immunizations', 32, {
    owner: 'tw',
    percentComplete: 15,
    after: 'c1',
  }),
  under('g3', 'c6', 'Security risk analysis', 10, { owner: 'tw', after: 'c4' }),
  group('g4', 'Test and train'),
  under('g4', 'd1', 'Unit and interface tests', 10, { owner: 'tw', after: 'c3' }),
  under('g4', 'd2', 'Integrated end-to-end tests', 10, { owner: 'jr', after: 'b5' }),
  under('g4', 'd3', 'Load test at peak users', 3, { owner: 'tw', after: 'd1' }),
  under('g4', 'd4', 'End users by role, 4 waves', 15, { owner: 'jr', after: 'd2' }),
  under('g4', 'd5', 'Dress rehearsal', 2, { owner: 'jr', after: 'd4' }),
  group('g5', 'Go live'),
  under('g5', 'e1', 'Go / no-go gate', 1, { owner: 'ds', kind: 'gate', after: 'd5' }),
  under('g5', 'e2', 'Cutover and data freeze', 5, { owner: 'pn', after: 'e1' }),
  under('g5', 'golive', 'Go-live', 0, { owner: 'mo', kind: 'milestone', after: 'e2' }),
  group('g6', 'Settle and improve'),
  under('g6', 'f1', 'Stabilize with at-the-elbow support', 20, { owner: 'jr', after: 'golive' }),
  under('g6', 'f2', 'Re-enter freeze backlog', 5, { owner: 'lb', after: 'golive' }),
  under('g6', 'f3', 'Optimize templates, release 1', 40, { owner: 'ak', after: 'f1' }),
];

export function samplePlan(): { workbook: Workbook; schedule: Schedule } {
  const workbook = makeWorkbook({
    organisation: [
      {
        id: 'org',
        name: 'Alder Creek Family Medicine',
        currency: 'USD',
        start: '2026-03-02',
        goLive: 'golive',
        calendar: 'week',
      },
    ],
    calendars: [
      { id: 'week', name: 'Practice', holidays: ['2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07'] },
    ],
    people: [
      { id: 'mo', name: 'Maria Ortega', initials: 'MO' },
      { id: 'tw', name: 'Theo Washington', initials: 'TW' },
      { id: 'jr', name: 'Jordan Reyes', initials: 'JR' },
      { id: 'pn', name: 'Pat Nakamura' },
      { id: 'ak', name: 'Anna Kowalczyk', initials: 'AK' },
      { id: 'ds', name: 'Dr. Priya Shah', initials: 'DS' },
      { id: 'lb', name: 'Lucía Bergström-Oyelaran', initials: 'LB' },
    ],
    tasks: TASKS.map(({ after: _after, ...task }) => task),
    links: TASKS.flatMap((task) =>
      task.after === undefined
        ? []
        : [{ id: `l-${task.id ?? ''}`, predecessor: task.after, successor: task.id ?? '' }],
    ),
    roadmapItems: [
      { id: 'r1', title: 'Prepare, select', lane: 'Core record', tasks: ['g1'] },
      { id: 'r2', title: 'Build, move data, test', lane: 'Core record', tasks: ['g2', 'g3', 'g4'] },
      { id: 'r3', title: 'Settle, optimize', lane: 'Core record', tasks: ['g6'], confidence: 'planned' },
      { id: 'r4', title: 'Lab results', lane: 'Connections', tasks: ['c5'] },
      { id: 'r5', title: 'Vaccine registry', lane: 'Connections', start: '2026-06-08', end: '2026-07-24' },
      {
        id: 'r6',
        title: 'Imaging results viewer',
        lane: 'Connections',
        start: '2026-10-05',
        end: '2026-12-31',
      },
      {
        id: 'r7',
        title: 'State health information exchange',
        lane: 'Connections',
        start: '2026-11-25',
        end: '2027-04-08',
        confidence: 'idea',
      },
      { id: 'r8', title: 'Portal: refills, forms', lane: 'Patients', start: '2026-10-05', end: '2027-01-25' },
      {
        id: 'r9',
        title: 'Quality submission',
        lane: 'Obligations',
        start: '2027-01-04',
        end: '2027-03-31',
        fixedDate: true,
        confidence: 'committed',
      },
      { id: 'r10', title: 'Remote blood-pressure readings', lane: 'Patients' },
      { id: 'r11', title: 'Ambient scribe pilot, two providers', lane: 'Core record', horizon: 'next' },
    ],
  });
  return { workbook, schedule: scheduleOf(workbook, SAMPLE_TODAY) };
}
