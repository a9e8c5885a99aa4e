import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutApart } from '../../../shared/domain/format/sentence';
import { tries } from '../../support/tries';

test('two texts beside each other never look the same unless they are, and never grow too long', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 });
  fc.assert(
    fc.property(text, text, text, fc.integer({ min: 60, max: 90 }), (start, one, other, most) => {
      const [a, b] = [start.repeat(4) + one, start.repeat(4) + other];
      const shown = cutApart(a, b, most);
      for (const each of shown) expect(Array.from(each).length).toBeLessThanOrEqual(most);
      if (Array.from(a).length <= most && Array.from(b).length <= most) expect(shown).toEqual([a, b]);
      // What is only white space more cannot be seen.
      if (a.trimEnd() !== b.trimEnd() && one[0] !== other[0] && !/^\s|\s$/.test(one + other))
        expect(shown[0]).not.toBe(shown[1]);
    }),
    tries(100),
  );
});
