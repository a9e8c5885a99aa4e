import { expect, it } from 'vitest';
import { freeName } from '../../../shared/domain/scenario/freeName';

it('numbers a name that is taken, and goes on from a number', () => {
  expect(freeName(' Two sites ', [])).toBe('Two sites');
  expect(freeName('two sites', ['Two sites'])).toBe('two sites (2)');
  expect(freeName('Two sites', ['Two sites', 'Two sites (2)'])).toBe('Two sites (3)');
  expect(freeName('Two sites (2)', ['Two sites', 'Two sites (2)'])).toBe('Two sites (3)');
  expect(freeName('Two sites', ['Two sites (2)'])).toBe('Two sites');
});
