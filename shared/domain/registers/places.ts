import { decimal, integer, longText, ref, register, text } from '../register/define';

/** Where the practice works. */
export const sites = register({
  id: 'sites',
  title: 'Sites',
  singular: 'Site',
  chapter: 'prepare',
  purpose: 'The places where the record will be used, with their connection to the world.',
  titleField: 'name',
  fields: {
    name: text({ label: 'Name', required: true, review: 'flag' }),
    address: text({ label: 'Address', review: 'flag' }),
    downloadMbps: decimal({ label: 'Download, Mbit/s', min: 0, review: 'flag' }),
    backupConnection: text({ label: 'Backup connection', review: 'flag' }),
    outagesPerMonth: decimal({ label: 'Outages per month', min: 0, review: 'flag' }),
    powerBackupMinutes: integer({ label: 'Power backup, minutes', min: 0, review: 'flag' }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});

/** Groups of people who work the same way. */
export const departments = register({
  id: 'departments',
  title: 'Departments',
  singular: 'Department',
  chapter: 'prepare',
  purpose: 'Groups that share workflows, training and a go-live wave.',
  titleField: 'name',
  fields: {
    name: text({ label: 'Name', required: true, review: 'flag' }),
    site: ref({ label: 'Site', register: 'sites', review: 'flag' }),
    lead: ref({ label: 'Lead', register: 'people', review: 'flag' }),
    notes: longText({ label: 'Notes', review: 'merge' }),
  },
});
