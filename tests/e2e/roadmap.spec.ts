/** The roadmap in the real window: what is too narrow for its title still reads as words. */
import { expect, goTo, openDemo, test } from './support/app';

test('titles of narrow items break between words, and the whole title is there to be asked for', async ({
  app,
}) => {
  const { window, electron } = app;
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800);
  });
  await openDemo(app);
  await goTo(window, 'Roadmap');
  const items = window.locator('.rm-item');
  await expect(items.first()).toBeVisible();
  const titles = await items.evaluateAll((buttons) =>
    buttons.map((button) => {
      const shown = button.querySelector('.rm-title');
      const texts = document.createTreeWalker(shown ?? button, NodeFilter.SHOW_TEXT);
      const broken: string[] = [];
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        for (const match of (node.textContent ?? '').matchAll(/[^\s-]+/g)) {
          const range = document.createRange();
          range.setStart(node, match.index);
          range.setEnd(node, match.index + match[0].length);
          const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)));
          if (lines.size > 1) broken.push(match[0]);
        }
      }
      const whole = button.getAttribute('title') ?? '';
      return { broken, isWhole: whole.startsWith(shown?.textContent ?? '?'), width: button.clientWidth };
    }),
  );
  expect(
    titles.some(({ width }) => width < 72),
    'the demo has items too narrow for their titles',
  ).toBe(true);
  expect(titles.flatMap(({ broken }) => broken)).toEqual([]);
  expect(titles.every(({ isWhole }) => isWhole)).toBe(true);
});
