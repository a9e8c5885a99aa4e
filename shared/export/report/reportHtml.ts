/**
 * The whole plan, read-only, as one web page for people without the app: it holds everything it shows, runs nothing and
 * loads nothing. The same plan at the same moment gives the same bytes.
 */
import { formatDate, formatMoment } from '../../domain/format/dates';
import type { Plan } from '../../domain/plan';
import type { ExportTime } from '../exportTime';
import type { Chapter, ReportSource } from './chapter';
import { cover } from './cover';
import { markup, type Markup } from './markup';
import { page } from './page';
import { budgetChapter, fundingChapter } from './moneyChapters';
import { decisionsChapter, problemsChapter } from './openChapters';
import { otherChapter, peopleChapter } from './registerChapters';
import { riskChapter } from './riskChapter';
import { sourcesChapter } from './sourcesChapter';
import { roadmapChapter, runUpChapter, timelineChapter } from './timeChapters';

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
  return page(
    { title, appVersion: time.appVersion },
    markup`<a class="skip" href="#main">Skip to the plan</a>
${cover({ plan, time })}
${contents(chapters)}
<main id="main">
${chapters.map(chapterMarkup)}</main>
<footer><p>Made ${formatMoment(time.now)} with Golive Workbook ${time.appVersion}. This page is a picture of the plan at that
moment: it is not kept up to date, and nothing written here changes the plan. It is a plan, not a medical record.</p></footer>`,
  );
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
