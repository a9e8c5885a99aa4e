/** `golive dump` and `golive check`: what a file holds, for programs and for people. */
import { IN_FILES, problemText } from '../../shared/domain/base/problemText';
import { canonicalJson } from '../../shared/domain/register/canonical';
import { planOf, type Plan } from '../../shared/domain/plan';
import { planJson } from '../../shared/export/planExport';
import { registerIds } from '../../shared/domain/registers/all';
import { momentOption, readWords } from './arguments';
import { dateOfMoment, done, failed, type Outcome } from './outcome';
import { newReplica, openWorkbook, type OpenWorkbook } from './workbookFile';

export async function dumpCommand(args: readonly string[]): Promise<Outcome> {
  const words = readWords(args, { options: ['moment'], flags: ['all'], files: { min: 1, max: 1 } });
  if (!words.ok) return failed(words.error);
  const moment = momentOption(words.value);
  if (!moment.ok) return failed(moment.error);
  const opened = await openWorkbook(words.value.files[0] ?? '', newReplica(moment.value));
  if (!opened.ok) return failed(opened.error);
  const plan = planOf(opened.value.document.workbook(), dateOfMoment(moment.value));
  return done(`${canonicalJson(planJson(plan, { all: words.value.flags.has('all') }), 2)}\n`);
}

export async function checkCommand(args: readonly string[]): Promise<Outcome> {
  const words = readWords(args, { options: ['moment'], flags: ['json'], files: { min: 1, max: 1 } });
  if (!words.ok) return failed(words.error);
  const moment = momentOption(words.value);
  if (!moment.ok) return failed(moment.error);
  const opened = await openWorkbook(words.value.files[0] ?? '', newReplica(moment.value));
  if (!opened.ok) return failed(opened.error);
  const plan = planOf(opened.value.document.workbook(), dateOfMoment(moment.value));
  const facts = factsOf(opened.value, plan);
  if (words.value.flags.has('json')) return done(`${canonicalJson(facts, 2)}\n`);
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
