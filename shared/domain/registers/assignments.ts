import { longText, percent, ref, register } from '../register/define';

/** Who works on what, and for how much of the working day. */
export const assignments = register({
  id: 'assignments',
  title: 'Assignments',
  singular: 'Assignment',
  chapter: 'plan',
  purpose: 'Who works on which task, and how much of each working day it takes.',
  titleField: 'task',
  fields: {
    task: ref({ label: 'Task', register: 'tasks', required: true, review: 'decide' }),
    person: ref({ label: 'Person', register: 'people', review: 'decide', group: 'who' }),
    role: ref({
      label: 'Role',
      help: 'Instead of a person: whoever holds it',
      register: 'roles',
      review: 'decide',
      group: 'who',
    }),
    unitsPercent: percent({
      label: 'Share of the day',
      help: 'Of a full working day, on every working day of the task',
      min: 1,
      max: 200,
      default: 100,
      review: 'decide',
    }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});
