import {
  choice,
  date,
  dates,
  days,
  longText,
  percent,
  ref,
  register,
  text,
  weekdays,
} from '../register/define';

/** The stages of an implementation. */
export const phases = register({
  id: 'phases',
  title: 'Phases',
  singular: 'Phase',
  chapter: 'plan',
  purpose: 'The stages of the implementation, in order.',
  titleField: 'name',
  fields: {
    name: text({ label: 'Name', required: true, review: 'flag' }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});

/** Working weeks and days off. */
export const calendars = register({
  id: 'calendars',
  title: 'Calendars',
  singular: 'Calendar',
  chapter: 'plan',
  purpose:
    'On which days work gets done: the working week, holidays, and extra working days such as a go-live weekend.',
  titleField: 'name',
  fields: {
    name: text({ label: 'Name', required: true, review: 'flag' }),
    workingWeek: weekdays({
      label: 'Working days',
      review: 'decide',
      default: ['mon', 'tue', 'wed', 'thu', 'fri'],
    }),
    holidays: dates({ label: 'Days off', review: 'merge' }),
    extraWorkingDays: dates({ label: 'Extra working days', review: 'merge' }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});

/** What has to be done. Dates are calculated, never stored. */
export const tasks = register({
  id: 'tasks',
  title: 'Tasks',
  singular: 'Task',
  chapter: 'plan',
  purpose:
    'Everything that has to be done, in an outline; dates follow from durations, links and the calendar.',
  titleField: 'name',
  parentField: 'parent',
  fields: {
    name: text({ label: 'Task', required: true, review: 'flag' }),
    kind: choice({
      label: 'Kind',
      review: 'decide',
      default: 'task',
      options: { summary: 'Summary', task: 'Task', milestone: 'Milestone', gate: 'Gate' },
    }),
    parent: ref({ label: 'Under', register: 'tasks', review: 'flag' }),
    durationDays: days({ label: 'Days', min: 0, max: 10_000, default: 1, review: 'decide', group: 'timing' }),
    constraint: choice({
      label: 'Date rule',
      review: 'decide',
      group: 'timing',
      default: 'asap',
      options: {
        asap: 'As soon as possible',
        alap: 'As late as possible',
        snet: 'Start no earlier than',
        snlt: 'Start no later than',
        fnet: 'Finish no earlier than',
        fnlt: 'Finish no later than',
        mso: 'Must start on',
        mfo: 'Must finish on',
      },
    }),
    constraintDate: date({ label: 'Rule date', review: 'decide', group: 'timing' }),
    deadline: date({
      label: 'Deadline',
      help: 'Marks the date and turns slack negative when it is missed',
      review: 'decide',
    }),
    percentComplete: percent({ label: 'Done', default: 0, review: 'flag', ends: [100] }),
    owner: ref({ label: 'Owner', register: 'people', review: 'flag' }),
    phase: ref({ label: 'Phase', register: 'phases', review: 'flag' }),
    department: ref({ label: 'Department', register: 'departments', review: 'flag' }),
    calendar: ref({ label: 'Calendar', register: 'calendars', review: 'decide' }),
    source: text({
      label: 'Source of the duration',
      help: 'Where the number of days comes from, and its year',
      review: 'flag',
    }),
    checklist: longText({
      label: 'Checklist',
      help: 'One step per line; start a line with [x] when it is done',
      review: 'merge',
    }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});

/** Which task waits for which. */
export const links = register({
  id: 'links',
  title: 'Links',
  singular: 'Link',
  chapter: 'plan',
  purpose: 'Which task waits for which, how, and for how long.',
  titleField: 'type',
  fields: {
    predecessor: ref({
      label: 'Predecessor',
      register: 'tasks',
      required: true,
      review: 'decide',
      group: 'edge',
    }),
    successor: ref({
      label: 'Successor',
      register: 'tasks',
      required: true,
      review: 'decide',
      group: 'edge',
    }),
    type: choice({
      label: 'Type',
      review: 'decide',
      default: 'FS',
      options: { FS: 'Finish to start', SS: 'Start to start', FF: 'Finish to finish', SF: 'Start to finish' },
    }),
    lagDays: days({ label: 'Lag, days', min: -10_000, max: 10_000, default: 0, review: 'decide' }),
  },
});
