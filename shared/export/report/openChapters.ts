/** What is not settled: problems the app found, and fields that were written apart and wait for somebody to choose. */
import { problemText } from '../../domain/base/problemText';
import type { Finding, Level } from '../../domain/base/problem';
import { formatMoment } from '../../domain/format/dates';
import { definitionOf, isRegisterId } from '../../domain/registers/all';
import { decisionsOf } from '../../domain/review/decisions';
import { recordName } from '../../domain/records/recordName';
import type { Workbook } from '../../domain/workbook';
import { count, type Chapter, type ReportSource } from './chapter';
import { markup } from './markup';
import { table, type ReportRow } from './table';

const LEVEL_WORDS: Readonly<Record<Level, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };

export function problemsChapter({ plan: { workbook, findings } }: ReportSource): Chapter {
  const body =
    findings.length === 0
      ? markup`<p class="answer">Nothing was found.</p>`
      : table({
          caption: 'Problems found, the most serious first',
          columns: [{ label: 'What' }, { label: 'How serious' }, { label: 'Where' }],
          rows: findings.map((finding) => ({
            cells: [
              problemText(finding.problem),
              markup`<span class="level ${finding.level}">${LEVEL_WORDS[finding.level]}</span>`,
              placeOf(workbook, finding),
            ],
          })),
        });
  return { id: 'problems', title: 'Problems found', gist: gistOf(findings), body };
}

function gistOf(findings: readonly Finding[]): string {
  const serious = findings.filter(({ level }) => level !== 'info').length;
  return findings.length === 0 ? 'none' : `${String(serious)} to look at`;
}

function placeOf(workbook: Workbook, { register, id }: Finding): string {
  if (!isRegisterId(register)) return '';
  const { title } = definitionOf(register);
  const name = id === undefined ? '' : recordName(workbook, register, id);
  return name === '' ? title : `${title}: ${name}`;
}

export function decisionsChapter({ plan: { workbook } }: ReportSource): Chapter {
  const decisions = decisionsOf(workbook);
  const rows = decisions.flatMap(({ recordName: record, register, label, options }) =>
    options.map(({ lines, by, at, isShown }): ReportRow => ({
      cells: [
        `${definitionOf(register).singular} “${record}”: ${label}`,
        lines.length === 1
          ? (lines[0]?.text ?? '')
          : lines.map((line) => `${line.label} ${line.text}`).join('; '),
        by,
        formatMoment(at),
        isShown ? 'counts for now' : '',
      ],
    })),
  );
  const body =
    rows.length === 0
      ? markup`<p class="answer">Nobody wrote the same field apart.</p>`
      : markup`<p class="answer">These were written without knowing of each other. Every value is kept until somebody chooses in
the app.</p>
${table({
  caption: 'Fields that wait for a choice',
  columns: [
    { label: 'What' },
    { label: 'Value' },
    { label: 'Written by' },
    { label: 'When' },
    { label: 'Meanwhile' },
  ],
  rows,
})}`;
  const gist = decisions.length === 0 ? 'none' : count(decisions.length, 'field');
  return { id: 'decisions', title: 'Open decisions', gist, body };
}
