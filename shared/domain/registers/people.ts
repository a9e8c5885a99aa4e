import { choice, longText, money, percent, ref, register, text } from '../register/define';

/** Everyone who has a part in the implementation. */
export const people = register({
  id: 'people',
  title: 'People',
  singular: 'Person',
  chapter: 'prepare',
  purpose: 'Everyone who owns a task, a risk or a role, with the numbers to call.',
  titleField: 'name',
  fields: {
    name: text({ label: 'Name', required: true, review: 'flag' }),
    initials: text({ label: 'Initials', maxLength: 4, review: 'flag' }),
    email: text({ label: 'Email', review: 'flag' }),
    phone: text({ label: 'Phone', review: 'flag' }),
    job: choice({
      label: 'Job',
      review: 'flag',
      default: 'other',
      options: {
        physician: 'Physician',
        app: 'Nurse practitioner or PA',
        nurse: 'Nurse',
        'medical-assistant': 'Medical assistant',
        'front-desk': 'Front desk',
        billing: 'Biller or coder',
        'practice-manager': 'Practice manager',
        it: 'IT',
        lab: 'Lab',
        pharmacist: 'Pharmacist',
        vendor: 'Vendor',
        consultant: 'Consultant',
        other: 'Other',
      },
    }),
    site: ref({ label: 'Site', register: 'sites', review: 'flag' }),
    department: ref({ label: 'Department', register: 'departments', review: 'flag' }),
    employmentPercent: percent({ label: 'Employment', default: 100, review: 'flag' }),
    projectPercent: percent({
      label: 'Free for the project',
      help: 'Of their working time; the rest goes to patients and everything else',
      default: 100,
      review: 'decide',
    }),
    hourlyCost: money({ label: 'Cost per hour', min: 0, review: 'decide' }),
    calendar: ref({ label: 'Calendar', register: 'calendars', review: 'decide' }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});

/** Who decides and who does what in the project. */
export const roles = register({
  id: 'roles',
  title: 'Roles',
  singular: 'Role',
  chapter: 'prepare',
  purpose: 'The jobs an implementation needs filled, who holds each, and who stands in.',
  titleField: 'name',
  fields: {
    name: text({ label: 'Role', required: true, review: 'flag' }),
    person: ref({ label: 'Held by', register: 'people', review: 'flag' }),
    deputy: ref({ label: 'Deputy', register: 'people', review: 'flag' }),
    timePercent: percent({ label: 'Share of working time', review: 'flag' }),
    decisionRights: text({ label: 'May decide', review: 'flag' }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});
