/** Writing a copy of the whole plan, to send or to keep safe. */
import { desktop } from '../platform/desktop';
import { say, sayProblem } from '../state/messages';

export async function saveCopy(workbook: string): Promise<void> {
  const saved = await desktop.call('workbooks.saveCopy', { workbook });
  if (!saved.ok) sayProblem(saved.error);
  else if (saved.value.name !== null) {
    say(
      `“${saved.value.name}” holds the whole plan. Whoever opens it can edit and send it back; you merge it by opening it.`,
    );
  }
}
