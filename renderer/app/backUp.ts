/** A backup made by hand, said when it is there. */
import type { WorkbookSession } from '../platform/openWorkbook';
import { say, sayProblem } from '../state/messages';

export async function backUp({ backup }: WorkbookSession): Promise<void> {
  const problem = await backup('by-hand');
  if (problem === null) say('Backed up.');
  else sayProblem(problem);
}
