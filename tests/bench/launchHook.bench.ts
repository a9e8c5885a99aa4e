/**
 * Loaded into a program before its own code: tells when its window is shown and when its content is on the screen,
 * as times of the computer's clock, and closes it.
 */
import { app } from 'electron';

/** Resolves in the page once what the row waits for is there and painted. */
const untilPainted = (selector: string): string => `new Promise((resolve) => {
  const isThere = () => document.querySelector(${JSON.stringify(selector)}) !== null;
  const painted = () => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(Date.now());
    channel.port2.postMessage(0);
  });
  if (isThere()) painted();
  else new MutationObserver((_, observer) => {
    if (!isThere()) return;
    observer.disconnect();
    painted();
  }).observe(document, { childList: true, subtree: true });
})`;

app.once('browser-window-created', (_event, window) => {
  let shown = 0;
  window.once('ready-to-show', () => {
    shown = Date.now();
  });
  window.webContents.once('dom-ready', () => {
    void window.webContents
      .executeJavaScript(untilPainted(process.env['GOLIVE_BENCH_SELECTOR'] ?? 'h1'))
      .then((content: unknown) => {
        console.log(`BENCH ${JSON.stringify({ shown, content })}`);
        window.close();
      });
  });
});
