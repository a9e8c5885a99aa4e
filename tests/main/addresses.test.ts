import { describe, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, fileBehind, isOurs, isTrusted } from '../../electron/main/addresses';
import { windowOptions } from '../../electron/main/windowOptions';
import { contract } from '../../shared/ipc/contract';

const FOLDER = '/srv/client';

describe('the app’s own origin', () => {
  test('is told by protocol and host, never by a piece of text', () => {
    expect(isOurs('app://workbook/index.html')).toBe(true);
    for (const address of [
      'app://workbook.evil/index.html',
      'app://evil/?next=app://workbook',
      'https://workbook/',
      'file:///workbook',
      'app://user@workbook/',
      'app://workbook:1/',
      'about:blank',
      '',
      'not an address',
    ]) {
      expect(isOurs(address), address).toBe(false);
    }
  });

  test('serves files of the page’s folder and no other', () => {
    expect(fileBehind('app://workbook/', FOLDER)).toBe('/srv/client/index.html');
    expect(fileBehind('app://workbook/assets/a.js?x=1', FOLDER)).toBe('/srv/client/assets/a.js');
    for (const path of [
      '..%2fsecret',
      '%2e%2e/%2e%2e/etc/passwd',
      '..%5csecret',
      '%2fetc%2fpasswd/../../..',
      '..%2fclient-evil/x',
      'a%00b',
      '%E0%A4%A',
    ]) {
      const file = fileBehind(`app://workbook/${path}`, FOLDER);
      expect(file === undefined || file.startsWith(`${FOLDER}/`), `${path} gave ${String(file)}`).toBe(true);
    }
    expect(fileBehind('app://other/index.html', FOLDER)).toBeUndefined();
  });

  test('allows scripts and styles from itself only, nothing inline, no other server', () => {
    expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe-');
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*/);
  });
});

describe('callers', () => {
  test('are the main frame of our page and nobody else', () => {
    expect(isTrusted({ url: 'app://workbook/index.html', parent: null })).toBe(true);
    expect(isTrusted(null)).toBe(false);
    expect(isTrusted({ url: 'app://workbook/index.html', parent: {} })).toBe(false);
    expect(isTrusted({ url: 'https://example.org/', parent: null })).toBe(false);
    expect(isTrusted({ url: 'app://other/', parent: null })).toBe(false);
    expect(isTrusted({ url: '', parent: null })).toBe(false);
  });

  test('cannot pass malformed arguments', () => {
    const bad: unknown[] = [
      undefined,
      null,
      1,
      'x',
      [],
      {},
      { workbook: '../../etc' },
      { workbook: 'A', kind: 'budget' },
    ];
    for (const raw of bad) {
      expect(contract['workbooks.attach'].parse(raw)).toBeUndefined();
      expect(contract['exports.save'].parse(raw)).toBeUndefined();
      expect(contract['backups.restore'].parse(raw)).toBeUndefined();
      expect(contract['workbooks.create'].parse(raw)).toBeUndefined();
    }
    expect(contract['settings.change'].parse({ theme: 'pink' })).toBeUndefined();
    expect(contract['settings.change'].parse({ density: 'dense' })).toBeUndefined();
    expect(contract['settings.change'].parse({ density: 'comfortable' })).toEqual({ density: 'comfortable' });
    expect(contract['settings.change'].parse({ actor: 1, theme: 'dark' })).toEqual({ theme: 'dark' });
  });
});

describe('every window', () => {
  test('is sandboxed, isolated and without Node, and turns off none of the browser’s protections', () => {
    const preferences = windowOptions().webPreferences ?? {};
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    });
    for (const key of [
      'webSecurity',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
    ]) {
      expect(preferences).not.toHaveProperty(key);
    }
  });
});
