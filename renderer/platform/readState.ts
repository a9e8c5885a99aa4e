/** Reading a state without opening it. */
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Workbook } from '../../shared/domain/workbook';

export function workbookIn(state: Uint8Array): Workbook {
  return documentIn(state).workbook();
}

/** Nothing that is written through this document is kept. */
export function documentIn(state: Uint8Array): WorkbookDocument {
  const nobody = { actor: 0, name: '', clock: () => Date.now(), random: () => Math.random() };
  return WorkbookDocument.open(state, nobody);
}
