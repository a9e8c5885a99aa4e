/** The limit of opening a workbook: its bytes are fetched and Yjs takes them in; as many rows are drawn, and that is all. */
import * as Y from 'yjs';
import { mountBareCanvas, type BareCanvas } from './bareCanvas';

export async function bareOpen(address: string, tasks: number): Promise<BareCanvas> {
  const doc = new Y.Doc();
  const response = await fetch(address);
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
  if (doc.getMap('recs').size < tasks) throw new Error('the document is not whole');
  return mountBareCanvas(tasks);
}
