/** The risks with their ratings, scores and what they are expected to cost. */
import { isCalendarDate } from '../../domain/base/dates';
import { decimalOf, ZERO } from '../../domain/base/decimal';
import { acceptValue } from '../../domain/register/accept';
import { titleOf, type AnyRecord } from '../../domain/register/record';
import { definitionOf, registers, type Risk } from '../../domain/registers/all';
import { chancePercent, exposureOf, totalExposure } from '../../domain/risk/exposure';
import { isOpen, residualScore, riskScore } from '../../domain/risk/rating';
import { recordIn } from '../../domain/workbook';
import { areaOf, at, fixedColumn, inColumn } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Condition, Look, Sheet, Validation } from '../sheetModel';
import { share } from './amounts';
import { SHEETS } from './layout';
import {
  HEADER,
  LABEL,
  look,
  MONEY,
  NOTE,
  NUMBER_HEADER,
  SPACED_HEADER,
  TITLE,
  TOTAL_LABEL,
  TOTAL_MONEY,
} from './looks';
import { listCell, listLabel, listRange, type ListName } from './options';
import type { BudgetSource } from './source';

const fields = registers.risks.fields;
const HEADER_ROW = 6;
const FIRST_ROW = HEADER_ROW + 1;

const COLUMNS = {
  code: ['Code', 8],
  title: ['Risk', 44],
  category: ['Category', 23],
  status: ['Status', 12],
  owner: ['Owner', 20],
  probability: ['Probability', 11],
  schedule: ['Schedule', 10],
  cost: ['Cost', 10],
  safety: ['Safety', 10],
  quality: ['Quality', 10],
  reputation: ['Reputation', 11],
  score: ['Score', 8],
  amount: ['Cost if it happens', 14],
  chance: ['Chance, if known', 10],
  chanceUsed: ['Chance used', 10],
  exposure: ['Exposure', 14],
  response: ['Response', 12],
  mitigation: ['Mitigation', 44],
  open: ['Open', 8],
  residualProbability: ['Probability after response', 12],
  residualImpact: ['Impact after response', 12],
  residual: ['Score after response', 11],
  trigger: ['Trigger', 44],
  contingencyPlan: ['If it happens', 44],
  review: ['Next review', 12],
  id: ['Risk id', 38],
} as const satisfies Record<string, readonly [title: string, width: number]>;
type Column = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as Column[];
const IMPACTS = ['schedule', 'cost', 'safety', 'quality', 'reputation'] as const;

const CENTERED: ReadonlySet<Column> = new Set([
  ...(['probability', ...IMPACTS, 'score', 'open'] as const),
  ...(['residualProbability', 'residualImpact', 'residual'] as const),
]);
const NUMERIC: ReadonlySet<Column> = new Set(['amount', 'chance', 'chanceUsed', 'exposure']);
const CENTERED_HEADER = look('header', undefined, { wrap: true, align: 'center' });
const INPUT = look('input');
/** Text to the right of a number. */
const SPACED_INPUT = look('input', undefined, { indent: 1 });
const WRAPPED = look('input', undefined, { wrap: true });
const RATING = look('input', 'general', { align: 'center' });
const SCORE = look('calculation', 'general', { align: 'center' });

const columnOf = (name: Column): number => NAMES.indexOf(name) + 1;

export function risksSheet(source: BudgetSource): Sheet {
  const risks = source.workbook.tables.risks.live;
  const rowCount = Math.max(1, risks.length);
  const last = FIRST_ROW + rowCount - 1;
  const grid = new SheetGrid();
  grid.text(1, 1, 'Risks', TITLE);
  grid.height(HEADER_ROW, 30);
  grid.text(
    2,
    1,
    'Score: probability × highest impact, 1 to 25. Exposure: chance × cost; a chance that is not typed follows the probability.',
    NOTE,
  );
  const open = `SUMIFS(${rowsOf('exposure', last)},${rowsOf('open', last)},${listCell('Yes or no', 'yes')})`;
  grid.texts(4, 1, ['Exposure of the open risks', ''], TOTAL_LABEL);
  grid.formula(4, 3, open, source.money(totalExposure(risks).cost), look('total', 'currency'));
  for (let index = 0; index < rowCount; index++) {
    putInputs(grid, FIRST_ROW + index, risks[index], source);
    putCalculations(grid, FIRST_ROW + index, risks[index], source);
  }
  const exposures = risks.reduce((sum, risk) => sum + source.money(exposureOf(risk).cost), 0);
  return {
    name: SHEETS.risks,
    columns: NAMES.map((name) => COLUMNS[name][1]),
    rows: grid.rows(),
    fills: [],
    tables: [
      {
        name: 'RiskRegister',
        row: HEADER_ROW,
        column: 1,
        columns: NAMES.map((name) => ({
          name: COLUMNS[name][0],
          look: headerOf(name),
          ...(name === 'exposure' && { sum: exposures }),
        })),
        rowCount,
        totalsRow: true,
        totalLook: TOTAL_MONEY,
      },
    ],
    validations: validationsOf(last),
    conditions: conditionsOf(last),
    freeze: { rows: HEADER_ROW, columns: 2 },
    print: {
      area: areaOf({ row: 1, column: 1, lastRow: last + 1, lastColumn: columnOf('response') }),
      pagesWide: 1,
      titleRows: `${HEADER_ROW}:${HEADER_ROW}`,
    },
    locked: true,
  };
}

function headerOf(name: Column): Look {
  if (CENTERED.has(name)) return CENTERED_HEADER;
  if (NUMERIC.has(name)) return NUMBER_HEADER;
  return name === 'response' ? SPACED_HEADER : HEADER;
}

function rowsOf(name: Column, last: number): string {
  return fixedColumn(columnOf(name), FIRST_ROW, last);
}

function putInputs(
  grid: SheetGrid,
  row: number,
  risk: Risk | undefined,
  { workbook, money }: BudgetSource,
): void {
  const text = (name: Column, value: string, cellLook: Look = INPUT): void =>
    value === ''
      ? grid.blank(row, columnOf(name), cellLook)
      : grid.text(row, columnOf(name), value, cellLook);
  const number = (name: Column, value: number | null, cellLook: Look): void =>
    grid.number(row, columnOf(name), value, cellLook);
  const owner = risk === undefined ? undefined : recordIn(workbook, 'people', risk.owner);
  const amount = possible(risk, 'costIfItHappens');

  text('code', risk?.code ?? '');
  text(
    'title',
    risk === undefined ? '' : titleOf(definitionOf('risks'), risk as unknown as AnyRecord),
    WRAPPED,
  );
  text('category', listLabel('Risk category', risk?.category ?? null));
  text('status', listLabel('Risk status', risk?.status ?? null));
  text('owner', owner?.name ?? '');
  number('probability', rating(risk?.probability), RATING);
  for (const scale of IMPACTS) number(scale, rating(risk?.impacts[scale]), RATING);
  number('amount', amount === null ? null : money(decimalOf(amount)), look('input', 'money'));
  number('chance', share(possible(risk, 'probabilityPercent')), look('input', 'percent'));
  text('response', listLabel('Response', risk?.response ?? null), SPACED_INPUT);
  text('mitigation', risk?.mitigation ?? '');
  number('residualProbability', rating(risk?.residualProbability), RATING);
  number('residualImpact', rating(risk?.residualImpact), RATING);
  text('trigger', risk?.trigger ?? '');
  text('contingencyPlan', risk?.contingencyPlan ?? '');
  const review = risk?.nextReview ?? null;
  grid.date(row, columnOf('review'), isCalendarDate(review) ? review : null, look('input', 'date'));
  grid.text(row, columnOf('id'), risk?.id ?? '', risk === undefined ? LABEL : NOTE);
}

function possible(risk: Risk | undefined, name: 'costIfItHappens' | 'probabilityPercent'): number | null {
  const value = risk?.[name] ?? null;
  return value !== null && acceptValue(fields[name], value).ok ? value : null;
}

function rating(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5 ? value : null;
}

function putCalculations(
  grid: SheetGrid,
  row: number,
  risk: Risk | undefined,
  { money }: BudgetSource,
): void {
  const cell = (name: Column): string => inColumn(row, columnOf(name));
  const impacts = `${cell('schedule')}:${cell('reputation')}`;
  const unrated = `OR(${cell('probability')}="",COUNT(${impacts})=0)`;
  const chance = risk === undefined ? null : share(chancePercent(risk));
  const put = (name: Column, formula: string, result: string | number, cellLook: Look): void =>
    grid.formula(row, columnOf(name), formula, result, cellLook);
  put(
    'score',
    `IF(${unrated},"",${cell('probability')}*MAX(${impacts}))`,
    risk === undefined ? '' : (riskScore(risk) ?? ''),
    SCORE,
  );
  const byProbability = `IF(${cell('probability')}="",0,INDEX(${listRange('Chance')},${cell('probability')}))`;
  put(
    'chanceUsed',
    `IF(${cell('chance')}<>"",${cell('chance')},${byProbability})`,
    chance ?? 0,
    look('calculation', 'percent'),
  );
  put(
    'exposure',
    `${cell('chanceUsed')}*${cell('amount')}`,
    money(risk === undefined ? ZERO : exposureOf(risk).cost),
    MONEY,
  );
  const closed = (['draft', 'occurred', 'closed'] as const).map(
    (status) => `${cell('status')}=${listCell('Risk status', status)}`,
  );
  put(
    'open',
    `IF(OR(${cell('title')}="",${closed.join(',')}),${listCell('Yes or no', 'no')},${listCell('Yes or no', 'yes')})`,
    listLabel('Yes or no', risk !== undefined && isOpen(risk) ? 'yes' : 'no'),
    SCORE,
  );
  const [probability, impact] = [cell('residualProbability'), cell('residualImpact')];
  put(
    'residual',
    `IF(OR(${probability}="",${impact}=""),"",${probability}*${impact})`,
    risk === undefined ? '' : (residualScore(risk) ?? ''),
    SCORE,
  );
}

function conditionsOf(last: number): readonly Condition[] {
  const condition = (name: Column, least: number, tone: 'warning' | 'bad'): Condition => {
    const first = at(FIRST_ROW, columnOf(name));
    const ref = areaOf({ row: FIRST_ROW, column: columnOf(name), lastRow: last, lastColumn: columnOf(name) });
    return { kind: 'formula', ref, formula: `AND(ISNUMBER(${first}),${first}>=${least})`, tone };
  };
  return (['score', 'residual'] as const).flatMap((name) => [
    condition(name, 16, 'bad'),
    condition(name, 10, 'warning'),
  ]);
}

function validationsOf(last: number): readonly Validation[] {
  const ref = (from: Column, to: Column = from): string =>
    areaOf({ row: FIRST_ROW, column: columnOf(from), lastRow: last, lastColumn: columnOf(to) });
  const list = (name: Column, source: ListName): Validation => ({
    ref: ref(name),
    rule: { kind: 'list', source: listRange(source) },
    message: 'Choose one from the list.',
  });
  const scale = { kind: 'whole', min: 1, max: 5 } as const;
  return [
    list('category', 'Risk category'),
    list('status', 'Risk status'),
    list('response', 'Response'),
    { ref: ref('probability', 'reputation'), rule: scale, message: 'Type a whole number from 1 to 5.' },
    {
      ref: ref('residualProbability', 'residualImpact'),
      rule: scale,
      message: 'Type a whole number from 1 to 5.',
    },
    {
      ref: ref('amount'),
      rule: { kind: 'decimal', min: 0, max: 1e12 },
      message: 'Type an amount of zero or more.',
    },
    {
      ref: ref('chance'),
      rule: { kind: 'decimal', min: 0, max: 1 },
      message: 'Type a percentage from 0 % to 100 %.',
    },
    {
      ref: ref('review'),
      rule: { kind: 'date', min: '1950-01-01', max: '2199-12-31' },
      message: 'Type a date, such as 2027-03-01.',
    },
  ];
}
