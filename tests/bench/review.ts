/** The questions of a plan that was edited apart, beside a walk over its bare document that only counts them. */
import { decisionsOf } from '../../shared/domain/review/decisions';
import type { Contest } from './contest';
import { CONTESTED, contestedPlan } from './contestedPlan';
import { keysWrittenApart } from './limits/bareDocument';

export const reviewContests: readonly Contest[] = [
  {
    name: 'questions',
    title: 'Questions about 1,000 fields of 20,000 edited apart',
    goal: null,
    mode: 'warm',
    runs: 9,
    begin: () => {
      const document = contestedPlan();
      const workbook = document.workbook();
      const { yDoc } = document;
      if (keysWrittenApart(yDoc) < CONTESTED) throw new Error('the bare walk misses some');
      // A new workbook each time: what is remembered belongs to the plan as it is.
      return { ours: () => decisionsOf({ ...workbook }), limit: () => keysWrittenApart(yDoc) };
    },
  },
];
