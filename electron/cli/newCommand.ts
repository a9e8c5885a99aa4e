/** `golive new`: a plan from a starter pack. */
import { basename } from 'node:path';
import { workbookFromPack } from '../../shared/document/packWorkbook';
import { isJsonObject, jsonKind, type JsonObject } from '../../shared/domain/base/json';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { IN_FILES, problemText } from '../../shared/domain/base/problemText';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { planOf } from '../../shared/domain/plan';
import { pricesLeftOut } from '../../shared/domain/templates/pricesLeftOut';
import { dateOption, momentOption, readWords, requiredOption, usage, workbookTarget } from './arguments';
import { dateOfMoment, done, failed, type Outcome } from './outcome';
import { isSameFile } from './outputFile';
import { readHolidays, readPack } from './packs';
import { readJson } from './readJson';
import { newReplica, packRecordId, randomId, saveState } from './workbookFile';

export async function newCommand(args: readonly string[]): Promise<Outcome> {
  const options = ['pack', 'answers', 'start', 'moment', 'as', 'output'];
  const words = readWords(args, { options, flags: [], files: { min: 0, max: 0 } });
  if (!words.ok) return failed(words.error);
  const packId = requiredOption(words.value, 'pack');
  if (!packId.ok) return failed(packId.error);
  const output = workbookTarget(words.value);
  if (!output.ok) return failed(output.error);
  const start = dateOption(words.value, 'start');
  if (!start.ok) return failed(start.error);
  const moment = momentOption(words.value);
  if (!moment.ok) return failed(moment.error);

  const answersPath = words.value.options['answers'];
  if (answersPath !== undefined && (await isSameFile(answersPath, output.value)))
    return failed(usage('The answers and the plan need names of their own.'));

  const pack = await readPack(packId.value);
  if (!pack.ok)
    return failed(pack.error.code === 'pack/unknown' ? usage(problemText(pack.error, IN_FILES)) : pack.error);
  const answers = await readAnswers(answersPath);
  if (!answers.ok) return failed(answers.error);
  const holidays = await readHolidays();
  if (!holidays.ok) return failed(holidays.error);
  const made = workbookFromPack(
    pack.value,
    {
      start: start.value,
      answers: answers.value,
      idFor: (register, key) => packRecordId(pack.value.id, register, key),
      holidays: holidays.value,
    },
    randomId(),
    newReplica(moment.value, words.value.options['as']),
  );
  if (!made.ok) return failed(made.error);
  const saved = await saveState(output.value, made.value.encodeState(), moment.value);
  if (!saved.ok) return failed(saved.error);
  const plan = planOf(made.value.workbook(), dateOfMoment(moment.value));
  const leftOut = pricesLeftOut(pack.value, plan);
  return done(undefined, leftOut === undefined ? [] : [problemText(leftOut, IN_FILES)]);
}

async function readAnswers(path: string | undefined): Promise<Result<JsonObject, Problem>> {
  if (path === undefined) return ok({});
  const json = await readJson(path);
  if (!json.ok) return json;
  if (isJsonObject(json.value)) return ok(json.value);
  const wanted = 'an object of answers, such as {"providers": 5}';
  return err(problem('file/wrongJson', { name: basename(path), wanted, found: jsonKind(json.value) }));
}
