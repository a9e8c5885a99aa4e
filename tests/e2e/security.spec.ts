/** What the window must not be able to do, tried from inside the real window. */
import { closeApp, expect, openDemo, startApp, test } from './support/app';

test('the page has no Node, no Electron, and one frozen bridge', async ({ app }) => {
  const found = await app.window.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>)['require'],
    process: typeof (globalThis as Record<string, unknown>)['process'],
    ipcRenderer: typeof (globalThis as Record<string, unknown>)['ipcRenderer'],
    bridge: Object.keys((globalThis as unknown as { workbook: object }).workbook).sort(),
    origin: window.location.origin,
    secure: window.isSecureContext,
  }));
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    ipcRenderer: 'undefined',
    bridge: ['call', 'listen'],
    origin: 'app://workbook',
    secure: true,
  });
});

test('calls outside the contract and malformed arguments are refused', async ({ app }) => {
  const refused = await app.window.evaluate(async () => {
    const { call } = (
      globalThis as unknown as { workbook: { call: (name: string, args: unknown) => Promise<unknown> } }
    ).workbook;
    const attempts: (readonly [string, unknown])[] = [
      ['fs.read', '/etc/passwd'],
      ['__proto__', null],
      ['workbooks.attach', { workbook: '../../etc' }],
      ['backups.restore', { workbook: 'x', backup: '../x' }],
      ['exports.save', { workbook: null, kind: 'budget', job: 1 }],
    ];
    return Promise.all(
      attempts.map(([name, args]) =>
        call(name, args).then(
          () => `${name} was answered`,
          () => 'refused',
        ),
      ),
    );
  });
  expect(refused).toEqual(['refused', 'refused', 'refused', 'refused', 'refused']);
});

test('inline scripts, evaluated text and other servers are blocked by the content policy', async ({
  profile,
}) => {
  const app = await startApp(profile);
  const seen = await app.window.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      violations.push(event.effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.body.append(style);
    const fetched = await fetch('https://example.org/').then(
      () => 'fetched',
      () => 'blocked',
    );
    const image = new Image();
    image.src = 'https://example.org/x.png';
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { violations: [...new Set(violations)].sort(), fetched, ran: 'ran' in window };
  });
  expect(seen.ran).toBe(false);
  expect(seen.fetched).toBe('blocked');
  expect(seen.violations).toEqual(['connect-src', 'img-src', 'script-src-elem', 'style-src-elem']);
  await closeApp(app);
});

test('the window cannot be led elsewhere, and opens no other', async ({ profile }) => {
  const app = await startApp(profile);
  await openDemo(app);
  for (const address of [
    'https://example.org/',
    'file:///etc/passwd',
    'app://other/',
    'data:text/html,hello',
  ]) {
    await app.window.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      window.open(target);
    }, address);
  }
  await app.window.evaluate(() => {
    document.body.append(document.createElement('webview'));
  });
  await app.window.waitForTimeout(300);
  expect(app.window.url()).toMatch(/^app:\/\/workbook\/index\.html/);
  expect(app.electron.windows()).toHaveLength(1);
  await closeApp(app);
});

test('permissions are refused', async ({ app }) => {
  const answers = await app.window.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications'] as PermissionName[];
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
  });
  expect(answers.every((state) => state === 'denied')).toBe(true);
});

test('paths that lead out of the page’s folder are not served', async ({ profile }) => {
  const app = await startApp(profile);
  const statuses = await app.window.evaluate(async () => {
    const paths = [
      '..%2f..%2fpackage.json',
      '%2e%2e/%2e%2e/package.json',
      '..%5c..%5cpackage.json',
      'nothing-here.js',
    ];
    return Promise.all(paths.map(async (path) => (await fetch(`app://workbook/${path}`)).status));
  });
  expect(statuses.every((status) => status === 403 || status === 404)).toBe(true);
  await closeApp(app);
});
