/**
 * The whole plan, read-only, as one web page for people without the app: it holds everything it shows, runs nothing and
 * loads nothing. The same plan at the same moment gives the same bytes.
 */
import { formatDate } from '../../domain/format/dates';
import type { Plan } from '../../domain/plan';
import { stampOf, type ExportTime } from '../exportTime';
import type { Chapter, ReportSource } from './chapter';
import { cover } from './cover';
import { Markup, markup } from './markup';
import { budgetChapter, fundingChapter } from './moneyChapters';
import { decisionsChapter, problemsChapter } from './openChapters';
import { otherChapter, peopleChapter } from './registerChapters';
import { riskChapter } from './riskChapter';
import { sourcesChapter } from './sourcesChapter';
import { reportStyle } from './style';
import { roadmapChapter, runUpChapter, timelineChapter } from './timeChapters';

/** Nothing runs, nothing is loaded, nothing is sent; the page's own style is all it may use. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const CHAPTERS: readonly ((source: ReportSource) => Chapter)[] = [
  runUpChapter,
  timelineChapter,
  roadmapChapter,
  budgetChapter,
  riskChapter,
  peopleChapter,
  fundingChapter,
  problemsChapter,
  decisionsChapter,
  otherChapter,
  sourcesChapter,
];

export function reportHtml(plan: Plan, time: ExportTime): string {
  const name = plan.workbook.tables.organisation.live[0]?.name ?? '';
  const chapters = CHAPTERS.map((chapterOf) => chapterOf({ plan, time }));
  const title = `${name === '' ? 'Plan' : name}, as of ${formatDate(time.today)}`;
  const page = markup`<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="color-scheme" content="light dark"/>
<meta name="generator" content="Golive Workbook ${time.appVersion}"/>
<title>${title}</title>
<style>
${new Markup(reportStyle())}
</style>
</head>
<body>
<a class="skip" href="#main">Skip to the plan</a>
${cover({ plan, time })}
${contents(chapters)}
<main id="main">
${chapters.map(chapterMarkup)}</main>
<footer><p>Made ${stampOf(time)} with Golive Workbook ${time.appVersion}. This page is a picture of the plan at that
moment: it is not kept up to date, and nothing written here changes the plan. It is a plan, not a medical record.</p></footer>
</body>
</html>
`;
  return `<!DOCTYPE html>\n${page.source}`;
}

/** The contents: every chapter with its gist. */
function contents(chapters: readonly Chapter[]): Markup {
  const entries = chapters.map(
    ({
      id,
      title,
      gist,
      parts = [],
    }) => markup`<li><a href="#${id}"><span>${title}</span><span>${gist}</span></a>${
      parts.length > 0 &&
      markup`
<ul>${parts.map((part) => markup`<li><a href="#${part.id}">${part.title}</a></li>`)}</ul>`
    }</li>
`,
  );
  return markup`<nav aria-labelledby="contents">
<h2 id="contents">Contents</h2>
<ul>
${entries}</ul>
</nav>`;
}

function chapterMarkup({ id, title, body }: Chapter, index: number): Markup {
  return markup`<section class="chapter" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title"><span>${index + 1}</span>${title}</h2>
${body}
</section>
`;
}
