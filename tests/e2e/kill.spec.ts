/** What was shown as saved survives a kill of every process, a dozen times in a row. */
import { closeApp, expect, goTo, killApp, openDemo, startApp, test } from './support/app';

const ROUNDS = 12;

test('nothing that was shown as saved is lost when the app is killed', async ({ profile }) => {
  test.setTimeout(240_000);
  const seed = await startApp(profile);
  await openDemo(seed);
  await closeApp(seed);

  let saved = 'Charter and sponsor sign-off';
  let edit = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const app = await startApp(profile);
    const { window } = app;
    await goTo(window, 'Timeline');
    // The second row is the one renamed in every round; what was acknowledged, or a later edit, must be there.
    const name = window.getByRole('row').nth(2).getByRole('rowheader');
    await expect(name).toHaveText(/./);
    const found = await name.innerText();
    const editOf = (text: string): number => Number(/^Edit (\d+)$/.exec(text)?.[1] ?? 0);
    expect(
      editOf(found),
      `round ${String(round)}: saved “${saved}”, found “${found}”`,
    ).toBeGreaterThanOrEqual(editOf(saved));
    for (let typed = 0; typed < 3; typed++) {
      await name.click();
      await window.keyboard.type(`Edit ${String(++edit)}`);
      await window.keyboard.press('Enter');
      await expect(name).toHaveText(`Edit ${String(edit)}`);
      // The last edit of a round is left to chance: the kill comes while it is being written.
      if (typed === 2) break;
      await expect(window.getByTestId('saving')).toContainText('Saved on this computer');
      saved = `Edit ${String(edit)}`;
    }
    await killApp(app);
  }
});
