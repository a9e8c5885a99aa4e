/**
 * How a register likes to be shown where the general table or form shows it: which columns first, what a complete record
 * has, and what an empty register teaches. All of it is optional, and none of it is needed to store or compute anything.
 */
import type { StoredValue } from '../register/field';
import type { registers, RegisterId } from './all';

export interface StarterRecords {
  /** A verb and what: `Add the usual roles`. */
  readonly label: string;
  /** What they are and what to do with them. */
  readonly text: string;
  readonly records: readonly Readonly<Record<string, StoredValue>>[];
}

export interface RegisterView<Name extends string = string> {
  /** Columns shown at first; the other fields wait in the column chooser. */
  readonly columns: readonly Name[];
  /** Fields a complete record has, as they are called when they are missing: `a phone`. */
  readonly expected?: Readonly<Partial<Record<Name, string>>>;
  /** The field of money whose sum tells most. */
  readonly total?: Name;
  /** Groups of fields in the form; those not named follow at the end. */
  readonly sections?: readonly (readonly [title: string, fields: readonly Name[]])[];
  /** What a new record is asked for where all its fields are written at once; all unless said. */
  readonly asked?: readonly Name[];
  /** What a person would ask before filling it. */
  readonly question: string;
  /** Why now, with its source and year. */
  readonly reason?: string;
  readonly starter?: StarterRecords;
  /** What the first record needs, where that is no name. */
  readonly needs?: string;
  /** Rows as they look when filled, of the first columns. */
  readonly sample?: readonly (readonly string[])[];
}

type FieldName<R extends RegisterId> = keyof (typeof registers)[R]['fields'] & string;

const VIEWS: { readonly [R in RegisterId]?: RegisterView<FieldName<R>> } = {
  organisation: {
    columns: ['name', 'kind'],
    expected: {
      start: 'the plan start',
      goLive: 'the go-live milestone',
      calendar: 'the calendar',
      providers: 'the number of providers',
      users: 'the number of users',
      devices: 'the number of devices',
      visitsPerProviderDay: 'visits per day',
      clinicDaysPerWeek: 'clinic days per week',
      revenuePerVisit: 'the revenue per visit',
    },
    sections: [
      ['Who we are', ['name', 'kind', 'country', 'currency']],
      ['The plan', ['start', 'goLive', 'calendar']],
      ['The budget', ['budgetStart', 'budgetMonths', 'fiscalYearStartMonth', 'contingencyPercent']],
      ['The practice, counted', ['providers', 'users', 'devices', 'interfaces', 'charts']],
      ['A normal week', ['visitsPerProviderDay', 'clinicDaysPerWeek', 'revenuePerVisit', 'dipPreset']],
      ['Anything else', ['notes']],
    ],
    question: 'Who is implementing the record?',
  },
  sites: {
    columns: ['name', 'address', 'downloadMbps', 'backupConnection', 'outagesPerMonth', 'powerBackupMinutes'],
    expected: { backupConnection: 'a backup connection', powerBackupMinutes: 'a known power backup' },
    sections: [
      ['The place', ['name', 'address']],
      [
        'When the line or the power fails',
        ['downloadMbps', 'backupConnection', 'outagesPerMonth', 'powerBackupMinutes'],
      ],
    ],
    question: 'Where will the record be used?',
    reason:
      'A record that cannot be reached is a patient-safety matter. The SAFER guide “Contingency Planning” (ONC, 2016; the guides were revised in 2025) asks that the machines a record depends on exist twice and that power lasts through an outage.',
    sample: [
      ['Alder Creek', '120 Mill Road', '300'],
      ['North Fork', '8 Station Street', '25'],
    ],
  },
  departments: {
    columns: ['name', 'site', 'lead', 'notes'],
    expected: { lead: 'a lead' },
    question: 'Which groups work differently?',
    reason:
      'Each group has its own workflows to redesign. AHRQ’s “Practice Facilitation Handbook” (2013, module 5) looks at every process three ways, as people believe it runs, as it is seen to run and as it should run, with the people who do it.',
    starter: {
      label: 'Add the usual departments',
      text: 'Four groups most practices have. Rename or remove what does not fit.',
      records: [
        { name: 'Front desk' },
        { name: 'Clinical' },
        { name: 'Billing' },
        { name: 'Management and IT' },
      ],
    },
    sample: [
      ['Clinical', 'Alder Creek', 'Dr. Anita Khan'],
      ['Front desk', 'Alder Creek', 'Luis Romero'],
      ['Billing', 'North Fork', 'Tess Nguyen'],
    ],
  },
  people: {
    columns: ['name', 'initials', 'job', 'site', 'department', 'phone', 'email'],
    expected: { phone: 'a phone number', site: 'a site' },
    sections: [
      ['Who', ['name', 'initials', 'job', 'site', 'department']],
      ['How to reach them', ['phone', 'email']],
      ['Time and cost', ['employmentPercent', 'projectPercent', 'hourlyCost', 'calendar']],
    ],
    question: 'Who will do the work, and how do we reach them?',
    reason:
      'People’s time is the part most plans forget: in 26 primary care practices the teams that put the record in needed 611 hours on average, and everyone who was to use it 134 hours for each physician (Fleming and others, Health Affairs 2011).',
    sample: [
      ['Maria Ortega', 'MO', 'Practice manager'],
      ['Dr. Priya Shah', 'PS', 'Physician'],
      ['Luis Romero', 'LR', 'Front desk'],
      ['Tess Nguyen', 'TN', 'Biller or coder'],
    ],
  },
  roles: {
    columns: ['name', 'person', 'deputy', 'timePercent', 'decisionRights'],
    expected: { person: 'anyone to hold it', deputy: 'a deputy' },
    question: 'Who decides, who leads, and who stands in?',
    reason:
      'AHRQ’s “TeamSTEPPS Implementation Guide” (step 1, read in 2026) advises a change team of five or six: somebody from the top, people who know the work, physicians and nurses among them, and somebody who leads at the front line.',
    starter: {
      label: 'Add the usual roles',
      text: 'Ten roles a small practice fills, several often in one person. Nobody holds them yet.',
      records: [
        { name: 'Executive sponsor', decisionRights: 'Budget, contract, go or no-go' },
        { name: 'Project manager', decisionRights: 'Dates and order of the work' },
        { name: 'Physician lead', decisionRights: 'Clinical content and workflows' },
        { name: 'Nursing lead', decisionRights: 'Rooming, orders and messages' },
        { name: 'Front desk lead', decisionRights: 'Scheduling and check-in' },
        { name: 'Billing lead', decisionRights: 'Charge capture and claims' },
        { name: 'IT lead', decisionRights: 'Devices, network and accounts' },
        { name: 'Privacy and security lead', decisionRights: 'Access and the security risk analysis' },
        { name: 'Lead super user', decisionRights: 'Training content and support at the elbow' },
        { name: 'Vendor project manager' },
      ],
    },
    sample: [
      ['Executive sponsor', 'Dr. Priya Shah', 'Dr. Anita Khan'],
      ['Project manager', 'Maria Ortega', 'Luis Romero'],
      ['IT lead', 'Sam Becker', ''],
    ],
  },
  phases: {
    columns: ['name', 'notes'],
    question: 'Which stages does the implementation go through?',
    reason:
      'ONC’s “Health IT Playbook” (section 1, read in 2026) follows a practice from planning and choosing through contract and start to use and improvement. Tasks and risks name the stage they belong to.',
    starter: {
      label: 'Add the usual phases',
      text: 'Six stages from the first meeting to steady use.',
      records: [
        { name: 'Prepare' },
        { name: 'Select and contract' },
        { name: 'Build and migrate' },
        { name: 'Test and train' },
        { name: 'Go live' },
        { name: 'Improve' },
      ],
    },
    sample: [['Prepare'], ['Select and contract'], ['Build and migrate'], ['Test and train'], ['Go live']],
  },
  calendars: {
    columns: ['name', 'workingWeek', 'holidays', 'extraWorkingDays', 'notes'],
    expected: { holidays: 'any day off' },
    sections: [['When work gets done', ['name', 'workingWeek', 'holidays', 'extraWorkingDays']]],
    question: 'On which days does work get done?',
    reason:
      'Every date of the plan is counted in working days. AHRQ’s “Toolset for E-Prescribing Implementation in Physician Offices” (2011, tool 7.2) settles leave and cover three months before the start; a go-live weekend goes in as extra working days.',
    starter: {
      label: 'Add Monday to Friday',
      text: 'The common working week; add the days off yourself.',
      records: [{ name: 'Monday to Friday' }],
    },
    sample: [['Monday to Friday', 'Monday to Friday', 'Jan 1; May 31; Jul 5']],
  },
  assignments: {
    columns: ['task', 'person', 'role', 'unitsPercent', 'notes'],
    question: 'Who works on what, and is it too much for anybody?',
    needs: 'A task and who works on it.',
    reason:
      'The work comes on top of a full day: in 26 primary care practices the teams that put the record in needed 611 hours on average (Fleming and others, Health Affairs 2011). Say who does what, and the weeks that cannot work show before they come.',
    sample: [
      ['Configure templates', 'Maria Ortega', '40%'],
      ['Clean the address list', 'Luis Romero', '25%'],
      ['Set up devices', 'Sam Becker', '50%'],
    ],
  },
  fundingSources: {
    columns: ['name', 'kind', 'amount', 'from', 'until', 'restrictions'],
    expected: { amount: 'an amount' },
    total: 'amount',
    question: 'Where does the money come from?',
    reason:
      'A five-physician practice spent about $233,000 through its first year (Fleming and others, Health Affairs 2011). The budget says when what you have does not reach.',
    sample: [
      ['Partners’ reserve', 'Reserve', '245,000.00'],
      ['State health IT grant', 'Grant', '60,000.00'],
    ],
  },
  actuals: {
    columns: ['note', 'cost', 'kind', 'date', 'amount', 'invoice'],
    expected: { cost: 'a cost line', amount: 'an amount' },
    total: 'amount',
    needs: 'A word on what it was for is enough to begin.',
    question: 'What has been ordered, billed and paid?',
    reason:
      'Invoices show only part of it: in 26 primary care practices, planning and people were 38 percent of the cost of the first year (AHRQ’s summary of Fleming and others, Health Affairs 2011). Set each bill against its cost line, so that a surprise shows early.',
    sample: [
      ['Deposit for the record', 'Subscription', 'Paid'],
      ['Exam-room computers', 'Hardware', 'Invoiced'],
    ],
  },
  gates: {
    columns: ['name', 'question', 'offsetDays', 'milestone', 'date', 'owner'],
    expected: { owner: 'an owner' },
    sections: [
      ['The gate', ['name', 'question', 'owner']],
      ['When', ['offsetDays', 'milestone', 'date']],
    ],
    question: 'When do we stop and ask whether we may go on?',
    reason:
      'AHRQ’s “Toolset for E-Prescribing Implementation in Physician Offices” (2011, tool 7.2) counts down from six months before the start and asks whether the practice is ready several times on the way, more often as the day comes near.',
    sample: [
      ['30 days out', 'Is what we need built and tried?', '−30'],
      ['Go / no-go', 'Do we switch?', '−1'],
    ],
  },
  gateCriteria: {
    columns: ['text', 'gate', 'severity', 'state', 'evidence', 'owner'],
    expected: { gate: 'a gate', owner: 'an owner' },
    sections: [
      ['The criterion', ['text', 'gate', 'area', 'severity', 'owner']],
      ['Whether it is met', ['state', 'evidence', 'reason']],
    ],
    question: 'What must be true before we go on?',
    reason:
      'A gate without criteria is a meeting. Write what must be true and what shows it while nobody is in a hurry; whoever accepts an open must says why, and that stays in the plan.',
    sample: [
      ['Contract signed', '90 days out', 'Must'],
      ['Downtime drill held', '14 days out', 'Must'],
    ],
  },
  approvals: {
    columns: ['subject', 'decision', 'byName', 'role', 'on', 'conditions', 'replacedBy'],
    expected: { decision: 'a decision' },
    asked: ['kind', 'about', 'subject', 'decision', 'by', 'byName', 'role', 'on', 'conditions', 'notes'],
    sections: [
      ['The decision', ['subject', 'kind', 'about', 'decision', 'by', 'byName', 'role', 'on', 'conditions']],
      [
        'How the plan stood then',
        ['goLiveThen', 'finishThen', 'totalThen', 'currencyThen', 'errorsThen', 'warningsThen'],
      ],
      ['Since', ['replacedBy', 'notes']],
    ],
    needs: 'A decision and who took it; all of it is written at once.',
    question: 'Who said yes, to what, and on which figures?',
    reason:
      'An approval means the figures of its day. It is kept with them, so that everybody sees when the date or the budget has moved since.',
    sample: [
      ['Budget', 'Approved', 'Dr. Priya Shah'],
      ['Go / no-go', 'Go with conditions', 'Dr. Anders Kowalczyk'],
    ],
  },
  baselines: {
    columns: ['name', 'takenOn', 'takenBy', 'figures', 'reason'],
    expected: { reason: 'a reason' },
    question: 'What was agreed, and when?',
    sample: [
      ['As signed', 'Jan 4, 2027', 'Maria Ortega'],
      ['After the vendor moved the start', 'Mar 1, 2027', 'Maria Ortega'],
    ],
  },
  comments: {
    columns: ['text', 'about', 'author', 'resolved'],
    expected: { about: 'a record they are about' },
    needs: 'A sentence is enough to begin.',
    question: 'What still has to be talked about?',
    reason:
      'A remark beside the record it is about travels with every copy of the plan; one in a mail is lost by the next meeting.',
    sample: [
      ['Can we send the notice before the signature?', 'First extract (task)'],
      ['Is this price for all five seats?', 'Subscription (cost line)'],
    ],
  },
};

/** How a register likes to be shown; undefined where nothing is said about it. */
export function registerView(register: RegisterId): RegisterView | undefined {
  return VIEWS[register];
}
