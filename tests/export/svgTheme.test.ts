import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLORS, paperInk, tint } from '../../shared/export/svgTheme';

/** The color tokens the window sets under the first rule with these selectors. */
function windowColors(selectors: string): Record<string, string> {
  const sheet = readFileSync(path.resolve(import.meta.dirname, '../../renderer/ui/tokens.css'), 'utf8');
  const rule = sheet.slice(sheet.indexOf(`${selectors} {`));
  const body = rule.slice(0, rule.indexOf('}'));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

describe('the colors of exported files', () => {
  it('are those of the window, light and dark', () => {
    const light = windowColors(":root,\n:root[data-theme='light']");
    const dark = windowColors(":root[data-theme='dark']");
    for (const [token, values] of Object.entries(COLORS))
      expect([token, ...values]).toEqual([token, light[token], dark[token]]);
  });

  it('are mixed into the surface of their theme', () => {
    expect(paperInk('cat-1', 1)).toBe('#0169b9');
    expect(paperInk('text', 0.5)).toBe('#8b9090');
    expect(tint('text', 0, 'dark')).toBe(COLORS.surface[1]);
  });
});
