import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptValue, readValue } from '../../../shared/domain/register/accept';
import { WEEKDAYS, type Field } from '../../../shared/domain/register/field';
import { fieldsOf } from '../../../shared/domain/register/record';
import { definitionOf, registerIds } from '../../../shared/domain/registers/all';
import { uuid } from '../../support/makeWorkbook';
import { tries } from '../../support/tries';

const fields = registerIds.flatMap((id) => fieldsOf(definitionOf(id)).map(([, field]) => field));

/** Values that fit some field, values that nearly do, and any others. */
const value = fc.oneof(
  fc.constantFrom(null, undefined, '', true, false, 0, -0, 1, 100, 101, 0.5, 1e-7, -1, 1e300, NaN),
  fc.constantFrom(uuid('task'), uuid('task').toUpperCase(), '2027-02-28', '2027-02-30', '1949-12-31'),
  fc.constantFrom(...fields.flatMap((field) => (field.kind === 'choice' ? Object.keys(field.options) : []))),
  fc.constantFrom('As soon as possible', 'one-time', ' padded ', 'two\nlines', 'x'.repeat(600)),
  fc.subarray([...WEEKDAYS]),
  fc.dictionary(fc.constantFrom('safety', 'schedule', 'cost'), fc.integer({ min: 0, max: 6 })),
  fc.jsonValue(),
);

describe('reading a stored value', () => {
  it('gives what would be accepted today, an empty value included, and nothing for the rest', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), value, (field, stored) => {
        if (field.kind === 'text' && typeof stored === 'string') {
          expect(readValue(field, stored)).toBe(stored.slice(0, field.maxLength));
          return;
        }
        if (field.kind === 'figures' && typeof stored === 'string') {
          // Read when somebody looks at them: a plan with eleven baselines opens as fast as one without.
          expect(readValue(field, stored)).toBe(stored);
          return;
        }
        const optional: Field = { ...field, required: false };
        const accepted = acceptValue(optional, stored);
        expect(readValue(field, stored)).toEqual(accepted.ok ? accepted.value : undefined);
      }),
      tries(5000),
    );
  });
});
