/** The forms in which the window can save a plan. */
export const EXPORTS = {
  report: { extension: 'html', title: 'Report as a web page' },
  budget: { extension: 'xlsx', title: 'Excel budget' },
  'gantt-svg': { extension: 'svg', title: 'Gantt as SVG' },
  'gantt-png': { extension: 'png', title: 'Gantt as PNG' },
  'gantt-pdf': { extension: 'pdf', title: 'Gantt as PDF' },
  'roadmap-svg': { extension: 'svg', title: 'Roadmap as SVG' },
  'roadmap-png': { extension: 'png', title: 'Roadmap as PNG' },
  'roadmap-pdf': { extension: 'pdf', title: 'Roadmap as PDF' },
  'tasks-csv': { extension: 'csv', title: 'Tasks as CSV' },
  'costs-csv': { extension: 'csv', title: 'Cost lines as CSV' },
  'risks-csv': { extension: 'csv', title: 'Risks as CSV' },
  calendar: { extension: 'ics', title: 'Calendar (ICS)' },
  project: { extension: 'xml', title: 'Microsoft Project (XML)' },
  json: { extension: 'json', title: 'Everything as JSON' },
} as const;

export type ExportKind = keyof typeof EXPORTS;

export function isExportKind(value: unknown): value is ExportKind {
  return typeof value === 'string' && Object.hasOwn(EXPORTS, value);
}
