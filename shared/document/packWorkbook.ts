/** A new workbook from a starter pack: the same for the command line, the window and the demo. */
import { ok, type Result } from '../domain/base/result';
import { assert } from '../domain/base/assert';
import type { Problem } from '../domain/base/problem';
import { instantiatePack, type PackInput } from '../domain/templates/instantiatePack';
import type { Pack } from '../domain/templates/pack';
import { contentOf, newWorkbook } from './newWorkbook';
import type { Replica, WorkbookDocument } from './workbookDocument';

/** @param id the new workbook's identity, never used before */
export function workbookFromPack(
  pack: Pack,
  input: PackInput,
  id: string,
  replica: Replica,
): Result<WorkbookDocument, Problem & { edit?: number }> {
  const records = instantiatePack(pack, input);
  if (!records.ok) return records;
  const content = contentOf(id, records.value, `New plan: ${pack.title}`);
  assert(content !== undefined, 'a pack describes its organisation');
  const made = newWorkbook(content, replica);
  return made.ok ? ok(made.value) : made;
}
