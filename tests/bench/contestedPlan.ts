/** A plan of 5,000 tasks after two people made 20,000 edits apart, of which 1,000 fields were written by both. */
import { mergeWorkbooks } from '../../shared/document/mergeWorkbooks';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { decisionsOf, type Decision } from '../../shared/domain/review/decisions';
import { editApart } from '../support/editedApart';
import { copyOf, mergeBoth, TestClock } from '../support/replicas';
import { phasedPlan } from './phasedPlan';

const TASKS = 5_000;
export const CONTESTED = 1_000;
const EXTENT = { edits: 20_000, contested: CONTESTED, agreed: 500, editsPerCommand: 100, seed: 1 };

/** Merged both ways; fails unless either copy and either order of merging asks about those fields and no others. */
export function contestedPlan(): WorkbookDocument {
  const base = phasedPlan(TASKS);
  const clock = new TestClock();
  const { maria, priya, contested } = editApart(base, EXTENT, clock);
  const copies = [maria, priya].map((copy) => ({ name: copy.authorName, state: copy.encodeState() }));
  mergeBoth(maria, priya);
  const merged = [copies, copies.toReversed()].map((order) => {
    const joined = mergeWorkbooks(order);
    if (!joined.ok) throw new Error(JSON.stringify(joined.error));
    const reader = copyOf(base, 4, 'Reader', clock);
    reader.merge(joined.value);
    return reader;
  });
  for (const document of [maria, priya, ...merged]) {
    expectQuestions(decisionsOf(document.workbook()), contested);
  }
  return maria;
}

function expectQuestions(decisions: readonly Decision[], contested: ReadonlySet<string>): void {
  const asked = decisions.flatMap(({ id, fields }) => fields.map((field) => `${id}/${field}`));
  const isExact = asked.length === contested.size && asked.every((field) => contested.has(field));
  if (!isExact) throw new Error(`${String(asked.length)} fields are asked about, not those written twice`);
}
