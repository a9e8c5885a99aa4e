/** The registers without a chapter of their own, each as its description says, so that a new one shows by itself. */
import { definitionOf, registerIds, type RegisterId } from '../../domain/registers/all';
import type { Workbook } from '../../domain/workbook';
import { count, type Chapter, type ReportSource } from './chapter';
import { markup, type Markup } from './markup';
import { recordsOf, registerTable, singleRecordTable } from './registerTable';

const PEOPLE: readonly RegisterId[] = ['people', 'roles'];
/** Shown in other chapters. Links stand in the timeline, under “Waits for”. */
const ELSEWHERE: readonly RegisterId[] = [
  ...PEOPLE,
  'tasks',
  'links',
  'roadmapItems',
  'costs',
  'risks',
  'fundingSources',
  'actuals',
];

export function peopleChapter({ plan: { workbook } }: ReportSource): Chapter {
  const gist = count(recordsOf(workbook, 'people').length, 'person', 'people');
  return {
    id: 'people',
    title: 'People and roles',
    gist,
    body: markup`${registersIn(workbook, PEOPLE)}`,
  };
}

export function otherChapter({ plan: { workbook } }: ReportSource): Chapter {
  const others = registerIds.filter((id) => !ELSEWHERE.includes(id));
  const filled = others.filter((id) => recordsOf(workbook, id).length > 0);
  return {
    id: 'registers',
    title: 'Everything else in the plan',
    gist: count(filled.length, 'list'),
    body: registersIn(workbook, others),
    parts: filled.map((id) => ({ id: anchorOf(id), title: definitionOf(id).title })),
  };
}

function anchorOf(register: RegisterId): string {
  return `register-${register}`;
}

function registersIn(workbook: Workbook, ids: readonly RegisterId[]): Markup {
  const filled = ids.filter((id) => recordsOf(workbook, id).length > 0);
  const empty = ids.filter((id) => !filled.includes(id)).map((id) => definitionOf(id).title);
  return markup`${filled.map((id) => {
    const { title, purpose, singleton } = definitionOf(id);
    return markup`<h3 id="${anchorOf(id)}">${title}</h3>
<p class="purpose">${purpose}</p>
${singleton === true ? singleRecordTable(workbook, id) : registerTable(workbook, id)}
`;
  })}${empty.length > 0 && markup`<p class="note">Nothing is written yet in: ${empty.join(', ')}.</p>`}`;
}
