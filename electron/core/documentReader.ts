/** What storing needs to know about a document, and asks of those who know its insides. */
import { stateAsNewWorkbook } from '../../shared/document/newWorkbook';
import { clocksOf, factsOf, mergeStates, type StateFacts } from '../../shared/document/stateFacts';
import { clocksOfWhole } from '../../shared/sync/holdings';

/** All states are Yjs V1 updates that hold a whole document and have been validated. */
export interface DocumentReader {
  factsOf(state: Uint8Array): StateFacts;
  mergeStates(states: readonly Uint8Array[]): Uint8Array;
  /** By client, the clock that its next write must bear; 0 for one that is not there. */
  clocksOf(state: Uint8Array): ReadonlyMap<number, number>;
  stateAsNewWorkbook(state: Uint8Array, workbook: string): Uint8Array;
}

export const documentReader: DocumentReader = {
  ...{ factsOf, mergeStates, stateAsNewWorkbook },
  clocksOf: (state) => clocksOfWhole(state) ?? clocksOf(state),
};

/** A document in which nothing was ever written: no writers, no deletions. */
export const EMPTY_STATE: Uint8Array = Uint8Array.of(0, 0);
