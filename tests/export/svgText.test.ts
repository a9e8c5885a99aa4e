import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitLine, fitLines, textWidth } from '../../shared/export/svgText';
import { xmlText } from '../../shared/export/xml';

describe('the width of a text', () => {
  it('grows with the letters and the size', () => {
    expect(textWidth('iii', 10)).toBeLessThan(textWidth('WWW', 10));
    expect(textWidth('Task', 20)).toBeCloseTo(2 * textWidth('Task', 10));
    expect(textWidth('変更', 10)).toBeGreaterThan(textWidth('ab', 10));
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
  });
});

describe('fitting a text into a line', () => {
  it('keeps it whole where it fits and ends it with an ellipsis where it does not', () => {
    expect(fitLine('Readiness', 100, 10)).toBe('Readiness');
    expect(fitLine('Readiness: devices, network', 80, 10)).toMatch(/^Readiness.*…$/);
    expect(fitLine('Readiness', 5, 10)).toBe('');
  });

  it('never exceeds the room, never splits a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 0, max: 200 }),
        (text, width) => {
          const fitted = fitLine(text, width, 10);
          expect(textWidth(fitted, 10)).toBeLessThanOrEqual(Math.max(width, 0) + 1e-9);
          const kept = fitted.endsWith('…') && fitted !== text ? fitted.slice(0, -1) : fitted;
          expect(text.startsWith(kept)).toBe(true);
        },
      ),
    );
  });

  it('breaks between words into the lines there are', () => {
    expect(fitLines('Vaccine registry', { width: 60, size: 13, lines: 2 })).toEqual(['Vaccine', 'registry']);
    expect(fitLines('Vaccine registry', { width: 200, size: 13, lines: 2 })).toEqual(['Vaccine registry']);
    const [, last] = fitLines('Build templates, order sets and favorites', { width: 90, size: 13, lines: 2 });
    expect(last).toMatch(/…$/);
  });
});

describe('text in XML', () => {
  it('is escaped and loses only what no XML may hold', () => {
    expect(xmlText('a<b>&"c\'')).toBe('a&lt;b&gt;&amp;&quot;c&apos;');
    expect(xmlText('\u0000\u000b\u001f\ufffe\ud800x\t\n🚑\udc00')).toBe('x\t\n🚑');
  });
});
