import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordView } from '../../../shared/domain/records/recordRows';
import {
  isSameView,
  readSavedViews,
  viewsOf,
  withoutSavedView,
  withSavedView,
  type SavedView,
} from '../../../shared/domain/records/savedViews';

const view: RecordView = {
  filter: 'cedar',
  sort: [{ field: 'name', descending: true }],
  widths: { name: 200 },
  group: 'site',
  columns: ['name', 'phone'],
  layout: 'table',
};
const saved: SavedView = { register: 'people', name: 'Phone list', view };

describe('reading what was kept', () => {
  test('gives back what was written', () => {
    expect(readSavedViews(JSON.parse(JSON.stringify([saved])))).toEqual([saved]);
  });

  test('leaves out what names no register, and forgets fields that are gone', () => {
    const raw = [
      { ...saved, register: 'gone' },
      { ...saved, name: ' ' },
      {
        ...saved,
        view: {
          ...view,
          columns: ['name', 'gone', 'name'],
          group: 'gone',
          sort: { field: 'gone' },
          widths: { gone: 5, name: -1 },
        },
      },
    ];
    expect(readSavedViews(raw)).toEqual([
      { ...saved, view: { ...view, columns: ['name'], group: null, sort: [], widths: {} } },
    ]);
  });

  test('never fails, whatever a damaged file holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const views = readSavedViews(raw);
        expect(readSavedViews(JSON.parse(JSON.stringify(views)))).toEqual(views);
      }),
    );
  });
});

test('a view of the same name gives way to the new one, in its register only', () => {
  const roles: SavedView = { ...saved, register: 'roles' };
  const changed: SavedView = { ...saved, name: ' phone LIST ', view: { ...view, filter: '' } };
  const views = withSavedView([saved, roles], changed);
  expect(views).toEqual([roles, { ...changed, name: 'phone LIST' }]);
  expect(withSavedView(views, { ...saved, name: '  ' })).toBe(views);
  expect(withoutSavedView(views, saved)).toEqual([roles]);
});

test('views are listed by name, and the one in use is known', () => {
  const ten = { ...saved, name: 'View 10' };
  const two = { ...saved, name: 'View 2' };
  expect(viewsOf([ten, two], 'people')).toEqual([two, ten]);
  expect(isSameView({ ...view, sort: [{ descending: true, field: 'name' }] }, view)).toBe(true);
  expect(isSameView({ ...view, filter: '' }, view)).toBe(false);
});
