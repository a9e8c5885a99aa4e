/** A plan as the file it would come in. */
import { nodeCodec } from '../../electron/core/nodeCodec';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import { registerIds } from '../../shared/domain/registers/all';
import { encodeGoliveFile } from '../../shared/sync/goliveFile';

export function planFile(document: WorkbookDocument): Uint8Array {
  const { id, tables } = document.workbook();
  const name = tables.organisation.live[0]?.name ?? '';
  const records = registerIds.reduce((sum, register) => sum + tables[register].live.length, 0);
  return encodeGoliveFile(
    { workbook: id, name, created: 0, records, state: document.encodeState() },
    nodeCodec,
  );
}
