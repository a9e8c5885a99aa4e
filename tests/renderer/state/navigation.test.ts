import { expect, test } from 'vitest';
import { chapterOf, pageOf, pagesOf } from '../../../renderer/state/navigation';
import { registerIds } from '../../../shared/domain/registers/all';

test('every record has a page, so that a problem can lead to it', () => {
  expect(registerIds.filter((register) => pageOf(register) === undefined)).toEqual([]);
});

test('what is no register has none', () => {
  expect(pageOf('nothing')).toBeUndefined();
  expect(pageOf(undefined)).toBeUndefined();
});

test('a page of a chapter is listed under it', () => {
  expect(pagesOf('prepare')).toEqual(['organization', 'places', 'team']);
  expect(chapterOf('costs')).toBe('plan');
});
