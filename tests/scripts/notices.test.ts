import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// @ts-expect-error Scripts are plain JavaScript.
import { noticesText, productionPackages } from '../../scripts/notices.mjs';

interface Package {
  readonly name: string;
  readonly version: string;
}

const text = (noticesText as () => string)();

describe('the third-party notices', () => {
  it('name every package the app is built from, directly or through another', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const packages = (productionPackages as () => readonly Package[])();
    expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    for (const { name, version } of packages) expect(text).toContain(`${name} ${version} (`);
  });

  it('hold the licences themselves, those of the font and of the holidays too', () => {
    expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
    expect(text).toContain('https://github.com/commenthol/date-holidays');
    expect(text).toContain('Permission is hereby granted, free of charge');
    expect(text).toContain('LICENSES.chromium.html');
  });

  it('give a text that many packages share only once', () => {
    const shared = '                                 Apache License\n';
    expect(text.split(shared).length - 1).toBeLessThan(12);
    expect(text).not.toMatch(/^undefined | undefined \(|\(undefined\)$/m);
  });
});
