/** `golive edit`: applies a list of edits to a workbook file, all of them or none. */
import { basename } from 'node:path';
import { problem } from '../../shared/domain/base/problem';
import { IN_FILES, problemText } from '../../shared/domain/base/problemText';
import { parseEdits } from '../../shared/domain/edits/parseEdits';
import { canonicalJson } from '../../shared/domain/register/canonical';
import { momentOption, readWords, requiredOption } from './arguments';
import { done, failed, type Outcome } from './outcome';
import { readJson } from './readJson';
import { newReplica, openForWriting, randomId, saveState } from './workbookFile';

export async function editCommand(args: readonly string[]): Promise<Outcome> {
  const words = readWords(args, { options: ['from', 'as', 'moment'], flags: [], files: { min: 1, max: 1 } });
  if (!words.ok) return failed(words.error);
  const from = requiredOption(words.value, 'from');
  if (!from.ok) return failed(from.error);
  const moment = momentOption(words.value);
  if (!moment.ok) return failed(moment.error);
  const path = words.value.files[0] ?? '';

  const json = await readJson(from.value);
  if (!json.ok) return failed(json.error);
  const edits = parseEdits(json.value, basename(from.value), randomId);
  if (!edits.ok) return failed(edits.error);
  const opened = await openForWriting(path, newReplica(moment.value, words.value.options['as']));
  if (!opened.ok) return failed(opened.error);
  const { file, document } = opened.value;
  const written = document.run({ label: `Edits from ${basename(from.value)}`, edits: edits.value });
  if (!written.ok) {
    const { edit } = written.error;
    if (edit === undefined) return failed(written.error);
    return failed(problem('edits/badEntry', { index: edit, reason: problemText(written.error, IN_FILES) }));
  }
  const saved = await saveState(path, document.encodeState(), moment.value, file);
  if (!saved.ok) return failed(saved.error);
  return done(`${canonicalJson({ applied: edits.value.length, ids: edits.value.map(({ id }) => id) })}\n`);
}
