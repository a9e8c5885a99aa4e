/** What the edit command fills in, what it refuses and where, and what archiving takes out of a dump. */
import { expect, test } from '@playwright/test';
import { Desk } from './commandLine';

const TITLE_FIELDS = {
  sites: 'name',
  departments: 'name',
  people: 'name',
  roles: 'name',
  phases: 'name',
  calendars: 'name',
  tasks: 'name',
  costs: 'name',
  actuals: 'note',
  fundingSources: 'name',
  risks: 'title',
  roadmapItems: 'title',
  comments: 'text',
} as const;

test('a record needs only its title; the rest has defaults or is empty', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const added = Object.entries(TITLE_FIELDS).map(([register, field]) => ({
    register,
    add: { [field]: `A ${register}` },
  }));
  const ids = desk.edit(file, added);
  const { registers } = desk.dump(file);
  for (const [index, [register, field]] of Object.entries(TITLE_FIELDS).entries()) {
    expect(registers[register]?.at(-1), register).toMatchObject({
      id: ids[index],
      [field]: `A ${register}`,
    });
  }
  expect(registers['tasks']?.[0]).toMatchObject({
    kind: 'task',
    durationDays: 1,
    percentComplete: 0,
    parent: null,
    notes: '',
  });
  expect(registers['links']).toEqual([]);
});

test('what does not fit is refused by its position, and nothing of the list is applied', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const [a = '', b = ''] = desk.edit(
    file,
    ['A', 'B'].map((name) => ({ register: 'tasks', add: { name } })),
  );
  desk.edit(file, [{ register: 'links', add: { predecessor: a, successor: b } }]);
  const before = desk.bytes(file);
  const missing = '00000000-0000-4000-8000-000000000000';
  const misfits: unknown[] = [
    { register: 'secrets', add: { name: 'x' } },
    { register: 'tasks', add: { nam: 'x' } },
    { register: 'tasks', add: {} },
    { register: 'tasks', add: { name: 'x', deadline: '2027-02-30' } },
    { register: 'tasks', add: { name: 'x', percentComplete: 150 } },
    { register: 'costs', add: { name: 'x', unitCost: -1 } },
    { register: 'costs', add: { name: 'x', unitCost: 1.5 } },
    { register: 'links', add: { predecessor: a, successor: a } },
    { register: 'links', add: { predecessor: a, successor: b } },
    { register: 'links', add: { predecessor: b, successor: a } },
    { register: 'tasks', id: a, set: { parent: a } },
    { register: 'tasks', id: missing, set: { name: 'x' } },
    { register: 'tasks', id: missing, archive: true },
    { register: 'organisation', add: { name: 'Second' } },
    { register: 'tasks', id: a },
    'nonsense',
  ];
  for (const misfit of misfits) {
    const edits = desk.editsFile([{ register: 'tasks', add: { name: 'Fits' } }, misfit]);
    expect(desk.refused('edit', file, '--from', edits), JSON.stringify(misfit)).toMatch(/^Edit 2: /);
  }
  desk.refused('edit', file, '--from', desk.editsFile({ register: 'tasks' }));
  desk.refused('edit', file, '--from', desk.write('edits.json', '{'));
  expect(desk.bytes(file).equals(before)).toBe(true);
});

test('archived records leave the dump, and show with --all', () => {
  const desk = new Desk();
  const file = desk.blankPlan('plan.golive');
  const [kept, gone] = desk.edit(
    file,
    ['Kept', 'Gone'].map((title) => ({ register: 'risks', add: { title } })),
  );
  desk.edit(file, [{ register: 'risks', id: gone, archive: true }]);
  expect(desk.dump(file).registers['risks']?.map(({ id }) => id)).toEqual([kept]);
  expect(desk.dump(file, '--all').registers['risks']).toMatchObject([
    { id: kept },
    { id: gone, archived: true },
  ]);
});
