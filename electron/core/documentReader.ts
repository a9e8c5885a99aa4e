/** What storing needs to know about a document, and asks of those who know its insides. */
import { stateAsNewWorkbook } from '../../shared/document/newWorkbook';
import * as stateFacts from '../../shared/document/stateFacts';

/** All states are Yjs V1 updates that hold a whole document and have been validated. */
export interface DocumentReader {
  /** Equal for two states exactly when they hold the same content. */
  digestOf(state: Uint8Array): string;
  /** Records in use, archived ones left out. */
  recordCount(state: Uint8Array): number;
  nameOf(state: Uint8Array): string;
  /** The id the content bears; empty when it bears none. */
  workbookIdOf(state: Uint8Array): string;
  formatOf(state: Uint8Array): { readonly format: number };
  mergeStates(states: readonly Uint8Array[]): Uint8Array;
  /** The clock the next write of this client must bear. */
  clockOf(state: Uint8Array, clientId: number): number;
  stateAsNewWorkbook(state: Uint8Array, workbook: string): Uint8Array;
}

export const documentReader: DocumentReader = { ...stateFacts, stateAsNewWorkbook };

/** A document in which nothing was ever written: no writers, no deletions. */
export const EMPTY_STATE: Uint8Array = Uint8Array.of(0, 0);
