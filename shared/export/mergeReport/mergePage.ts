/** The report of a merge as one web page, to read, to send and to print: it runs nothing and loads nothing. */
import { formatDate, formatMoment } from '../../domain/format/dates';
import type { ExportTime } from '../exportTime';
import { markup, type Markup } from '../report/markup';
import { page } from '../report/page';
import { table } from '../report/table';
import type { ChangeRow, DecidedRow, MergeStory } from './mergeStory';

export function mergePage(story: MergeStory, time: ExportTime): string {
  const { plan, answer, merges, decided, waiting, findings } = story;
  const title = `Merge report${plan === '' ? '' : `, ${plan}`}`;
  return page(
    { title: `${title}, as of ${formatDate(time.today)}`, appVersion: time.appVersion },
    markup`<header>
<p class="over">Merge report, as of ${formatMoment(time.now)}</p>
<h1>${plan === '' ? 'Plan without a name' : plan}</h1>
<p class="answer">${answer}</p>
</header>
<main id="main">
${waiting.length > 0 && section('What still waits for a person', waitingTable(waiting))}${
      decided.length > 0 && section('What was decided since', decidedTable(decided))
    }${merges.map(({ heading, brought, checks, rows }) =>
      section(
        heading,
        markup`<p class="answer">${brought}.</p>
<ul>${checks.map(
          ({ text }) => markup`<li>${text}</li>
`,
        )}</ul>
${[...new Set(rows.map(({ by }) => by))].map((by) => writerPart(by, rows))}`,
      ),
    )}${
      findings.length > 0 &&
      section(
        'Also worth a look',
        markup`<ul>${findings.map(
          (text) => markup`<li>${text}</li>
`,
        )}</ul>`,
      )
    }</main>
<footer><p>Made ${formatMoment(time.now)} with Golive Workbook ${time.appVersion}. Values that were not kept stay in the history
of the plan.</p></footer>`,
  );
}

function section(title: string, body: Markup | readonly Markup[]): Markup {
  return markup`<section class="chapter">
<h2>${title}</h2>
${body}
</section>
`;
}

/** The field stands beside the first of its values. */
function waitingTable(waiting: MergeStory['waiting']): Markup {
  return table({
    caption: 'What still waits for a person',
    isHeaded: true,
    columns: [
      { label: 'Field' },
      { label: 'Value' },
      { label: 'Written by' },
      { label: 'When', isNumeric: true },
    ],
    nameColumn: 1,
    rows: waiting.flatMap(({ heading, values }) =>
      values.map(({ value, by, at }, index) => ({
        cells: [index === 0 ? heading : '', value, by, formatMoment(at)],
      })),
    ),
  });
}

function decidedTable(decided: readonly DecidedRow[]): Markup {
  return table({
    caption: 'What was decided since',
    isHeaded: true,
    columns: [{ label: 'Field' }, { label: 'Kept' }, { label: 'Decided by' }, { label: 'Not kept' }],
    rows: decided.map(({ heading, value, from, others }) => ({ cells: [heading, value, from, others] })),
  });
}

function writerPart(by: string, all: readonly ChangeRow[]): Markup {
  const rows = all.filter((row) => row.by === by);
  return markup`<h3>${by}</h3>
${table({
  caption: `From ${by}`,
  isHeaded: true,
  columns: [
    { label: 'Record' },
    { label: 'What' },
    { label: 'Before' },
    { label: 'After' },
    { label: 'When', isNumeric: true },
  ],
  rows: rows.map(({ where, record, what, old, now, at }) => ({
    cells: [`${where} “${record}”`, what, old, now, at === '' ? '' : formatMoment(at)],
  })),
})}`;
}
