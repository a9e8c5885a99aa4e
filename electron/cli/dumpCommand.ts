/** `golive dump` and `golive check`: what a file holds, for programs and for people. */
import type { Problem } from '../../shared/domain/base/problem';
import { IN_FILES, problemText } from '../../shared/domain/base/problemText';
import { ok, type Result } from '../../shared/domain/base/result';
import { canonicalJson } from '../../shared/domain/register/canonical';
import { planOf, type Plan } from '../../shared/domain/plan';
import { planJson } from '../../shared/export/planExport';
import { registerIds } from '../../shared/domain/registers/all';
import { momentOption, readWords } from './arguments';
import { dateOfMoment, done, failed, type Outcome } from './outcome';
import { newReplica, openWorkbook, type OpenWorkbook } from './workbookFile';

export async function dumpCommand(args: readonly string[]): Promise<Outcome> {
  const read = await readPlan(args, 'all');
  if (!read.ok) return failed(read.error);
  const { plan, isFlagged: all } = read.value;
  return done(`${canonicalJson(planJson(plan, { all }), 2)}\n`);
}

export async function checkCommand(args: readonly string[]): Promise<Outcome> {
  const read = await readPlan(args, 'json');
  if (!read.ok) return failed(read.error);
  const { opened, plan, isFlagged: isJson } = read.value;
  const facts = factsOf(opened, plan);
  if (isJson) return done(`${canonicalJson(facts, 2)}\n`);
  const findings = facts.findings.map(({ level, text }) => `  ${level}: ${text}`);
  const lines = [
    `The file is whole. ${facts.name}: ${String(facts.records)} records, format ${String(facts.format)}.`,
    `Fingerprint ${facts.digest}`,
    findings.length === 0
      ? 'No findings.'
      : `${String(findings.length)} ${findings.length === 1 ? 'finding' : 'findings'}:`,
    ...findings,
  ];
  return done(`${lines.join('\n')}\n`);
}

/** The plan in the one file that is named, at the moment that is asked for. */
async function readPlan(
  args: readonly string[],
  flag: string,
): Promise<
  Result<{ readonly opened: OpenWorkbook; readonly plan: Plan; readonly isFlagged: boolean }, Problem>
> {
  const words = readWords(args, { options: ['moment'], flags: [flag], files: { min: 1, max: 1 } });
  if (!words.ok) return words;
  const moment = momentOption(words.value);
  if (!moment.ok) return moment;
  const opened = await openWorkbook(words.value.files[0] ?? '', newReplica(moment.value));
  if (!opened.ok) return opened;
  const plan = planOf(opened.value.document.workbook(), dateOfMoment(moment.value));
  return ok({ opened: opened.value, plan, isFlagged: words.value.flags.has(flag) });
}

function factsOf({ document }: OpenWorkbook, plan: Plan) {
  const { workbook } = plan;
  return {
    workbook: workbook.id,
    name: workbook.tables.organisation.live[0]?.name ?? '',
    format: document.format.format,
    digest: document.digest(),
    records: registerIds.reduce((count, register) => count + workbook.tables[register].live.length, 0),
    conflicts: workbook.conflicts.length,
    findings: plan.findings.map(({ level, problem, register, id, field }) => ({
      level,
      code: problem.code,
      text: problemText(problem, IN_FILES),
      register: register ?? null,
      id: id ?? null,
      field: field ?? null,
    })),
  };
}
