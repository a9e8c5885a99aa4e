/**
 * Gates to begin with, and what should be true at each. The days and thresholds are a beginning to agree on, not a
 * standard; that readiness is asked for several times before the start, and ever more often, follows AHRQ's “Toolset for
 * E-Prescribing Implementation in Physician Offices” (2011, tool 7.2). Downtime drills and paper forms: SAFER guide
 * “Contingency Planning” (ONC, 2016, revised 2025).
 */
import type { IdSource } from '../base/ids';
import type { Command, Edit } from '../edits/edit';
import type { GateCriterion } from '../registers/all';

type Area = NonNullable<GateCriterion['area']>;
type Line = readonly [area: Area, text: string, weight?: 'should'];

interface UsualGate {
  readonly name: string;
  readonly question: string;
  readonly offsetDays: number;
  readonly criteria: readonly Line[];
}

const USUAL: readonly UsualGate[] = [
  {
    name: '90 days out',
    question: 'Can we promise the date?',
    offsetDays: -90,
    criteria: [
      ['decisions', 'The contract is signed'],
      ['data', 'The old vendor has confirmed the day of the data extract in writing'],
      ['interfaces', 'Every interface we cannot go live without is ordered'],
      ['decisions', 'The approved budget covers the forecast'],
      ['decisions', 'A physician lead is named, with hours for it'],
      ['patients', 'It is decided how far visits are reduced, for whom and how long'],
      ['decisions', 'The steering group has met as planned, four times of five', 'should'],
      ['results', 'Every goal has a starting value, measured before the switch', 'should'],
    ],
  },
  {
    name: '30 days out',
    question: 'Is what we need built and tried?',
    offsetDays: -30,
    criteria: [
      [
        'testing',
        'Nearly all is built (95 % of the items), and each part has been tried without a severe fault',
      ],
      ['data', 'A trial load was checked by sample and signed by a clinician'],
      ['interfaces', 'Four of five tests of the must-have interfaces pass'],
      ['training', 'Every training session has a day, a room and seats for all who need it'],
      ['support', 'Super users are named for every site and shift'],
      ['equipment', 'Nine of ten devices stand in their room and were tried there'],
      ['equipment', 'The security risk analysis is done'],
      ['downtime', 'Paper forms exist for everything that must go on without the record'],
    ],
  },
  {
    name: '14 days out',
    question: 'Does the whole work, from check-in to the claim?',
    offsetDays: -14,
    criteria: [
      ['testing', 'Every end-to-end script was run, and 95 % passed'],
      ['interfaces', '95 % of the tests of the must-have interfaces pass'],
      ['downtime', 'A downtime drill was held within 60 days, and what it found is put right'],
      ['training', 'Six of ten users have shown that they can do their work'],
      ['patients', 'Visits are reduced in the old and in the new diary'],
      ['interfaces', 'Both sides have confirmed when each link is switched'],
      ['patients', 'Patients have been told', 'should'],
      ['testing', 'The record answers fast enough with everybody on it', 'should'],
    ],
  },
  {
    name: '7 days out',
    question: 'Is everybody ready, by name?',
    offsetDays: -7,
    criteria: [
      [
        'training',
        'Nine of ten users have shown that they can do their work; the others have a plan by name',
      ],
      ['equipment', 'Every user has logged in'],
      ['support', 'The rehearsal was held and left nothing that blocks'],
      ['support', 'It is written who may call the switch off, and until when'],
      ['support', 'Support at the elbow is on the roster for every shift'],
      ['data', 'The old record can be read for at least 45 days after the switch'],
    ],
  },
  {
    name: 'Go / no-go',
    question: 'Do we switch?',
    offsetDays: -1,
    criteria: [
      ['decisions', 'Every must of the gates before is met, or the sponsor accepted it with a reason'],
      ['training', '95 % of those who work on the first days have shown that they can'],
      ['testing', 'No severe fault is open, and the others have a way around'],
      ['data', 'The final load adds up: what went in is there, and what is not is explained'],
      ['support', 'Somebody writes down and re-enters what happens during the data freeze'],
      ['decisions', 'The reserve covers the lowest month of the cash forecast', 'should'],
    ],
  },
  {
    name: '14 days after',
    question: 'Can close support end?',
    offsetDays: 14,
    criteria: [
      ['results', 'Visits are at 85 % of the plan for five days'],
      ['results', 'Notes open for more than 72 hours are at most half as many again as before'],
      ['results', 'Rejected claims are at most two points above what they were'],
      ['data', 'Everything written on paper during the freeze is in the record'],
      ['interfaces', 'Every partner is connected'],
      ['testing', 'No severe fault for five days'],
    ],
  },
  {
    name: '30 days after',
    question: 'Can the project end?',
    offsetDays: 30,
    criteria: [
      ['results', 'The goals were measured'],
      ['results', 'The first round of improvements is out', 'should'],
      ['downtime', 'Every open safety practice has an owner'],
      ['decisions', 'What was learned is written down', 'should'],
      ['data', 'The end of the old record is approved'],
    ],
  },
];

/** The usual gates with their criteria, as one step. */
export function addUsualGates(newId: IdSource): Command {
  const edits = USUAL.flatMap(({ criteria, ...values }): Edit[] => {
    const gate = newId();
    return [
      { kind: 'add', register: 'gates', id: gate, values },
      ...criteria.map(([area, text, severity = 'must']): Edit => {
        return { kind: 'add', register: 'gateCriteria', id: newId(), values: { text, gate, area, severity } };
      }),
    ];
  });
  return { label: 'Add the usual gates', edits };
}
