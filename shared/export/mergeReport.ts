/** What a merge leaves to decide, as a report: canonical JSON for programs, plain text and a page for people. */
import { problemText } from '../domain/base/problemText';
import { formatMoment } from '../domain/format/dates';
import { canonicalJson } from '../domain/register/canonical';
import { definitionOf } from '../domain/registers/all';
import { recordName } from '../domain/records/recordName';
import { fieldLabel, valueText } from '../domain/review/valueText';
import type { Conflict, Workbook } from '../domain/workbook';
import { markup } from './report/markup';

export const REPORT_FORMS = ['json', 'txt', 'html'] as const;
export type ReportForm = (typeof REPORT_FORMS)[number];

export function mergeReport(workbook: Workbook, form: ReportForm): string {
  switch (form) {
    case 'json':
      return `${canonicalJson({ conflicts: sortedConflicts(workbook) }, 2)}\n`;
    case 'txt':
      return textReport(workbook);
    case 'html':
      return pageReport(workbook);
  }
}

/** By register, record and field, so that every replica writes the same report. */
export function sortedConflicts(workbook: Workbook): Conflict[] {
  const key = ({ register, id, field }: Conflict): string => `${register}/${id}/${field}`;
  return [...workbook.conflicts].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

interface Row {
  readonly heading: string;
  readonly values: readonly { readonly value: string; readonly from: string }[];
}

function rowsOf(workbook: Workbook): Row[] {
  return sortedConflicts(workbook).map(({ register, id, field, values }) => {
    const { singular } = definitionOf(register);
    return {
      heading: `${singular} “${recordName(workbook, register, id)}”: ${fieldLabel(register, field)}`,
      values: values.map(({ value, by, at }) => ({
        value: valueText(workbook, register, field, value),
        from: `${by}, ${formatMoment(at)}`,
      })),
    };
  });
}

function answerOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'Nobody wrote the same field apart.';
  const fields = rows.length === 1 ? '1 field was' : `${String(rows.length)} fields were`;
  return `${fields} written apart. Both values are kept; the first is shown until someone chooses.`;
}

function textReport(workbook: Workbook): string {
  const rows = rowsOf(workbook);
  const lines = rows.flatMap(({ heading, values }) => [
    '',
    heading,
    ...values.map(({ value, from }) => `  ${value}    (${from})`),
  ]);
  const findings = workbook.findings.map((finding) => problemText(finding.problem));
  return [
    answerOf(rows),
    ...lines,
    ...(findings.length === 0 ? [] : ['', 'Also worth a look:', ...findings]),
    '',
  ].join('\n');
}

const STYLE =
  'body{font:14px/22px Inter,system-ui,sans-serif;color:#162021;max-width:60rem;margin:2rem auto;padding:0 1rem}' +
  'h1{font-size:22px}h2{font-size:15px;margin:1.5rem 0 .25rem}table{border-collapse:collapse;width:100%}' +
  'th,td{text-align:left;border-bottom:1px solid #e1e5e5;padding:4px 8px 4px 0}th{color:#5d696a;font-weight:500}';

function pageReport(workbook: Workbook): string {
  const rows = rowsOf(workbook);
  const { findings } = workbook;
  return markup`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Merge report</title>
<style>${STYLE}</style></head><body><h1>Merge report</h1><p>${answerOf(rows)}</p>
${rows.map(
  ({
    heading,
    values,
  }) => markup`<h2>${heading}</h2><table><thead><tr><th>Value</th><th>Written by</th></tr></thead>
<tbody>${values.map(({ value, from }) => markup`<tr><td>${value}</td><td>${from}</td></tr>`)}</tbody></table>
`,
)}${
    findings.length > 0 &&
    markup`<h2>Also worth a look</h2><ul>${findings.map(({ problem }) => markup`<li>${problemText(problem)}</li>`)}</ul>
`
  }</body></html>
`.source;
}
