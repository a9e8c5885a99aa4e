/** A merge as a report: canonical JSON for programs, plain text, and a page for people. */
import { formatMoment } from '../../domain/format/dates';
import { canonicalJson } from '../../domain/register/canonical';
import { findingJson } from '../json';
import type { ExportTime } from '../exportTime';
import { mergePage } from './mergePage';
import { mergeStory, sortedConflicts, type MergeReportSource } from './mergeStory';

export const REPORT_FORMS = ['json', 'txt', 'html', 'pdf', 'xlsx'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

/** Forms that are text; paper is put on pages and Excel is written into a file by somebody else. */
export type TextReportForm = Exclude<ReportForm, 'pdf' | 'xlsx'>;

export function mergeReport(source: MergeReportSource, form: TextReportForm, time: ExportTime): string {
  switch (form) {
    case 'json':
      return `${canonicalJson(jsonReport(source), 2)}\n`;
    case 'txt':
      return textReport(source);
    case 'html':
      return mergePage(mergeStory(source), time);
  }
}

/** What waits is the same on every replica; what was brought is told of every copy by its name. */
function jsonReport({ workbook, merges, writerOf }: MergeReportSource): unknown {
  const { decided } = mergeStory({ workbook, merges, writerOf });
  return {
    conflicts: sortedConflicts(workbook),
    merges: [...merges]
      .sort((a, b) => (a.into < b.into ? -1 : 1))
      .map(({ into, from, checks, added, changes }) => ({
        into,
        from: [...from].sort(),
        checks,
        added,
        changes,
      })),
    decided,
    findings: workbook.findings.map(findingJson),
  };
}

function textReport(source: MergeReportSource): string {
  const { answer, merges, decided, waiting, findings } = mergeStory(source);
  const blocks = [
    [answer],
    ...waiting.map(({ heading, values }) => [
      heading,
      ...values.map(({ value, by, at }) => `  ${value}    (${by}, ${formatMoment(at)})`),
    ]),
    ...decided.map(({ heading, value, from, others }) => [
      `Decided: ${heading}`,
      `  ${value}    (${from})`,
      ...(others === '' ? [] : [`  not kept: ${others}`]),
    ]),
    ...merges.map(({ heading, brought, checks, rows }) => [
      `${heading}: ${brought}`,
      ...checks.map(({ text }) => `  ${text}`),
      ...rows.map(
        ({ by, at, where, record, what, old, now }) =>
          `  ${by}${at === '' ? '' : `, ${formatMoment(at)}`}: ${where} “${record}”, ${what}${old === '' ? '' : `, from ${old}`}${now === '' ? '' : what === 'Added' ? ` (${now})` : ` to ${now}`}`,
      ),
    ]),
    ...(findings.length === 0 ? [] : [['Also worth a look:', ...findings]]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
