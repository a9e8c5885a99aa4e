/** The keyboard and what a screen reader tells of it: what has the focus, and what is said aloud. */
import { expect, type Page } from '@playwright/test';

/** More stops than any page has. */
const MOST_STOPS = 80;

export class Keyboard {
  constructor(private readonly window: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.window.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    await this.window.keyboard.type(text);
  }

  /** Expects the focus on something with this role and name, such as `button "Close"`. */
  async isAt(what: RegExp): Promise<void> {
    await expect.poll(() => this.focus()).toMatch(what);
  }

  /** Presses a key, Tab unless said, until the focus is there. */
  async reach(what: RegExp, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const focus = await this.focus();
      if (what.test(focus)) return;
      passed.push(focus);
      await this.press(key);
    }
    throw new Error(`${String(what)} was not reached by way of\n${passed.join('\n')}`);
  }

  /** Expects that this was said aloud and not only shown. */
  async hears(words: RegExp): Promise<void> {
    const regions = this.window.locator('[aria-live], [role="status"], [role="alert"]');
    await expect.poll(async () => (await regions.allInnerTexts()).join('\n')).toMatch(words);
  }

  /** Role and name of what has the focus: in a grid or a list that is the cell or option it points to. */
  async focus(): Promise<string> {
    const pointedTo = await this.window.evaluate(() => {
      const { activeElement } = document;
      return activeElement === document.body
        ? null
        : (activeElement?.getAttribute('aria-activedescendant') ?? '');
    });
    if (pointedTo === null) return 'nothing';
    const focused = this.window.locator(pointedTo === '' ? ':focus' : `[id="${pointedTo}"]`);
    const [first = ''] = (await focused.ariaSnapshot()).split('\n');
    return first.replace(/^- '?/, '');
  }
}
