import { expect, test } from 'vitest';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { filledShare, registerAnswer } from '../../../shared/domain/records/registerAnswer';
import type { RegisterId } from '../../../shared/domain/registers/all';
import { makeWorkbook, type Story } from '../../support/makeWorkbook';

function answer(register: RegisterId, story: Story): string {
  return sentenceText(registerAnswer(makeWorkbook(story), register));
}

test('says how many there are and what is missing', () => {
  expect(answer('people', {})).toBe('No people yet.');
  expect(
    answer('people', {
      sites: [{ id: 's', name: 'Main' }],
      people: [
        { id: 'a', name: 'Ann', phone: '1', site: 's' },
        { id: 'b', name: 'Ben', site: 's' },
        { id: 'c', name: 'Cy' },
      ],
    }),
  ).toBe('Three people. Two without a phone number and one without a site.');
});

test('adds up the money of a register that has some', () => {
  const fundingSources = [
    { id: 'a', name: 'Reserve', amount: 24_500_000 },
    { id: 'b', name: 'Grant', amount: 5_050_050 },
  ];
  expect(answer('fundingSources', { fundingSources })).toBe('Two funding sources, $295,500 in all.');
});

test('a single record goes by its name and names what is still to fill in', () => {
  const organisation = [
    {
      id: 'organisation',
      name: 'Cedar Clinic',
      currency: 'USD',
      start: '2027-01-04',
      providers: 2,
      users: 5,
      devices: 4,
      clinicDaysPerWeek: 5,
      revenuePerVisit: 10_000,
    },
  ];
  expect(answer('organisation', { organisation })).toBe(
    'Cedar Clinic. Still to fill in: the go-live milestone, the calendar and visits per day.',
  );
});

test('an empty register is not complete', () => {
  const person = { id: 'a', name: 'Ann', phone: '1' };
  expect(filledShare(makeWorkbook({}), ['people'])).toBe(0);
  expect(filledShare(makeWorkbook({ people: [person] }), ['people'])).toBe(0.5);
});
