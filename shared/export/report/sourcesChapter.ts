/** Where the figures come from: what people noted beside them, and the conventions the app calculates by. */
import { dipPresets } from '../../domain/budget/dipPresets';
import { formatPercent } from '../../domain/format/amounts';
import { PROBABILITY_WORDS } from '../../domain/commands/risks';
import { titleOf } from '../../domain/register/record';
import { definitionOf, registerIds } from '../../domain/registers/all';
import { CHANCE_PERCENT } from '../../domain/risk/exposure';
import type { Workbook } from '../../domain/workbook';
import { count, type Chapter, type ReportSource } from './chapter';
import { markup, type Part } from './markup';
import { recordsOf } from './registerTable';
import { table, type ReportRow } from './table';

/** What a register calls the field that says where its figures come from. */
const SOURCE_FIELD = 'source';

export function sourcesChapter({ plan: { workbook } }: ReportSource): Chapter {
  const rows = registerIds.flatMap((register): ReportRow[] => {
    const definition = definitionOf(register);
    if (definition.fields[SOURCE_FIELD]?.kind !== 'text') return [];
    return recordsOf(workbook, register).flatMap((record): ReportRow[] => {
      const source = record[SOURCE_FIELD];
      if (typeof source !== 'string' || source === '') return [];
      return [{ cells: [titleOf(definition, record), definition.singular, source] }];
    });
  });
  const noted: Part =
    rows.length > 0 &&
    table({
      caption: 'Sources noted in the plan',
      columns: [{ label: 'Figure of' }, { label: 'Kind' }, { label: 'Source' }],
      rows,
    });
  return {
    id: 'sources',
    title: 'Sources of figures',
    gist: count(rows.length, 'source'),
    body: markup`${conventions(workbook)}${noted}`,
  };
}

function conventions({ tables }: Workbook): Part {
  const preset = tables.organisation.live[0]?.dipPreset ?? 'typical';
  const chances = CHANCE_PERCENT.map((percent, index) => {
    const word = PROBABILITY_WORDS[index]?.toLowerCase() ?? '';
    return `${word} ${formatPercent(percent)}`;
  });
  const rows: readonly (readonly [string, string])[] = [
    ['Dates', 'Calculated from durations, links, date rules and working days; none is typed in.'],
    ['Slack', 'Working days a task can slip before the end of the plan, a deadline or a limit does.'],
    ['Money', 'Added up exactly; rounded half-even once, where it is shown.'],
    [
      'Chance of a risk',
      `Where no percentage is typed: ${chances.join(', ')}. A planning convention of the app, 2026.`,
    ],
    ['Visits lost while learning', `${dipPresets[preset].source}.`],
  ];
  return table({
    caption: 'How the figures are made',
    columns: [{ label: 'Figure' }, { label: 'Rule and source' }],
    rows: rows.map((cells) => ({ cells })),
  });
}
