import { expect, test } from 'vitest';
import { choicesFor, usesOf } from '../../../shared/domain/records/references';
import { registers } from '../../../shared/domain/registers/all';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

const workbook = makeWorkbook({
  people: [
    { id: 'ann', name: 'Ann Ng' },
    { id: 'ben', name: 'Ben', archived: true },
  ],
  roles: [
    { id: 'lead', name: 'Lead', person: 'ann', deputy: 'ann' },
    { id: 'old', name: 'Old role', person: 'ann', archived: true },
  ],
  comments: [{ id: 'c', text: 'Ask her', about: 'ann' }],
  roadmapItems: [{ id: 'i', title: 'Portal', tasks: ['t'] }],
  tasks: [{ id: 't', name: 'Portal live' }],
});

test('a record in the bin, or gone, stays in the list only while it is the value', () => {
  const field = registers.roles.fields.person;
  expect(choicesFor(workbook, field, null).map(({ label }) => label)).toEqual(['Ann Ng']);
  expect(choicesFor(workbook, field, uuid('ben')).map(({ label }) => label)).toEqual([
    'Ann Ng',
    'Ben (in the bin)',
  ]);
  expect(choicesFor(workbook, field, uuid('gone')).map(({ label }) => label)).toEqual([
    'Ann Ng',
    'A missing record',
  ]);
});

test('remarks can be about anything but remarks and links', () => {
  const labels = choicesFor(workbook, registers.comments.fields.about, null).map(({ label }) => label);
  expect(labels).toContain('Portal live (task)');
  expect(labels).toContain('Test practice (organization)');
  expect(labels.some((label) => label.endsWith('(comment)'))).toBe(false);
});

test('every use of a record is found, whatever kind of field names it; what is in the bin does not count', () => {
  expect(
    usesOf(workbook, 'people', uuid('ann')).map(({ register, field }) => `${register}.${field}`),
  ).toEqual(['roles.person', 'roles.deputy', 'comments.about']);
  expect(usesOf(workbook, 'tasks', uuid('t'))).toEqual([
    { register: 'roadmapItems', id: uuid('i'), field: 'tasks' },
  ]);
});
