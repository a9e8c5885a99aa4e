/** The sheet of what the budget is calculated with: each setting is one named cell, and no formula holds a figure. */
import { dipPresets, lostWeeks } from '../../domain/budget/dipPresets';
import { profileQuantity, weeklyRevenue } from '../../domain/budget/practiceProfile';
import { ZERO } from '../../domain/base/decimal';
import type { CostLine } from '../../domain/registers/all';
import { at, fixedColumn, onSheet } from '../sheetAddress';
import { SheetGrid } from '../sheetGrid';
import type { Format, Sheet, Validation } from '../sheetModel';
import { settingsOf, type AssumptionName, type Setting } from './assumptionSettings';
import { SHEETS } from './layout';
import { HEADER, HEADING, LABEL, look, NOTE, NUMBER_HEADER, SPACED_HEADER, TITLE } from './looks';
import { listLabel, OPTION_LISTS } from './options';
import type { BudgetSource } from './source';

const VALUE_COLUMN = 2;
const FIRST_ROW = 5;
const DRIVERS = OPTION_LISTS.Driver.map(([id]) => id) as readonly CostLine['driver'][];
const DRIVER_NAMES: Partial<Record<CostLine['driver'], AssumptionName>> = {
  'per-provider': 'Providers',
  'per-user': 'Users',
  'per-device': 'Devices',
  'per-site': 'Sites',
  'per-interface': 'Interfaces',
  'per-chart': 'Charts',
  'lost-weeks': 'Weeks_lost',
};

/** Rows of the two look-up tables, which depend on nothing but the lists. */
const DRIVER_HEADING_ROW = 23;
const DRIVER_FIRST_ROW = DRIVER_HEADING_ROW + 2;
const PRESET_HEADING_ROW = DRIVER_FIRST_ROW + DRIVERS.length + 1;
const PRESET_FIRST_ROW = PRESET_HEADING_ROW + 2;
const LEGEND_ROW = PRESET_FIRST_ROW + Object.keys(dipPresets).length + 1;

/** How many of what a driver counts the practice has: `SUMIFS` over these two ranges. */
export const driverLabels = onSheet(
  SHEETS.assumptions,
  fixedColumn(1, DRIVER_FIRST_ROW, PRESET_HEADING_ROW - 2),
);
export const driverCounts = onSheet(
  SHEETS.assumptions,
  fixedColumn(2, DRIVER_FIRST_ROW, PRESET_HEADING_ROW - 2),
);

export function assumptionsSheet(source: BudgetSource): { sheet: Sheet; names: ReadonlyMap<string, string> } {
  const grid = new SheetGrid();
  grid.text(1, 1, 'Assumptions', TITLE);
  grid.text(
    2,
    1,
    'Change a blue figure and every sheet follows. The names of the cells stand in column D.',
    NOTE,
  );
  grid.text(FIRST_ROW - 1, 1, 'Setting', HEADER);
  grid.text(FIRST_ROW - 1, 2, 'Value', NUMBER_HEADER);
  grid.texts(FIRST_ROW - 1, 3, ['What it means', 'Name of the cell'], SPACED_HEADER);

  const settings = settingsOf(source);
  const names = new Map<string, string>();
  const validations: Validation[] = [];
  settings.forEach((setting, index) => {
    const row = FIRST_ROW + index;
    putSetting(grid, row, setting);
    names.set(setting.name, onSheet(SHEETS.assumptions, at(row, VALUE_COLUMN)));
    if (setting.rule !== undefined) {
      validations.push({
        ref: at(row, VALUE_COLUMN),
        rule: setting.rule,
        message: setting.message ?? setting.note,
      });
    }
  });
  putCalculated(grid, source, FIRST_ROW + settings.length, names);
  putDrivers(grid, source);
  putPresets(grid);
  putLegend(grid);
  return { sheet: finished(grid, validations), names };
}

function finished(grid: SheetGrid, validations: readonly Validation[]): Sheet {
  const weeks = fixedColumn(2, PRESET_FIRST_ROW, LEGEND_ROW - 2).replaceAll('$', '');
  const rule = { kind: 'decimal', min: 0, max: 520 } as const;
  return {
    name: SHEETS.assumptions,
    columns: [38, 18, 74, 26],
    rows: grid.rows(),
    fills: [],
    tables: [],
    validations: [...validations, { ref: weeks, rule, message: 'Weeks of normal visits, 0 to 520.' }],
    conditions: [],
    freeze: { rows: FIRST_ROW - 1, columns: 1 },
    print: { pagesWide: 1, pagesTall: 1 },
    locked: true,
  };
}

function putSetting(grid: SheetGrid, row: number, { name, label, note, format, value }: Setting): void {
  grid.text(row, 1, label, LABEL);
  const input = look('input', format, { align: 'right' });
  if ('text' in value) grid.text(row, VALUE_COLUMN, value.text, input);
  else if ('date' in value) grid.date(row, VALUE_COLUMN, value.date, input);
  else grid.number(row, VALUE_COLUMN, value.number, input);
  grid.text(row, 3, note, look('note', undefined, { wrap: true, indent: 1 }));
  grid.text(row, 4, name, look('note', undefined, { indent: 1 }));
}

function putCalculated(
  grid: SheetGrid,
  { profile, money }: BudgetSource,
  row: number,
  names: Map<string, string>,
): void {
  const presets = fixedColumn(1, PRESET_FIRST_ROW, LEGEND_ROW - 2);
  const weeks = fixedColumn(2, PRESET_FIRST_ROW, LEGEND_ROW - 2);
  const calculated: readonly [AssumptionName, string, string, string, number, Format][] = [
    [
      'Weeks_lost',
      'Weeks of visits lost',
      'Weeks of normal visits that are lost in total, by the choice above.',
      `IFERROR(INDEX(${weeks},MATCH(Dip_preset,${presets},0)),0)`,
      profileQuantity('lost-weeks', profile) ?? 0,
      'decimal',
    ],
    [
      'Revenue_per_week',
      'Revenue of a normal week',
      'Providers × visits per provider and day × clinic days × revenue per visit.',
      'Providers*Visits_per_provider_day*Clinic_days_per_week*Revenue_per_visit',
      money(weeklyRevenue(profile.organisation) ?? ZERO),
      'money',
    ],
  ];
  calculated.forEach(([name, label, note, formula, result, format], index) => {
    grid.text(row + index, 1, label, LABEL);
    grid.formula(row + index, VALUE_COLUMN, formula, result, look('calculation', format));
    grid.text(row + index, 3, note, look('note', undefined, { wrap: true, indent: 1 }));
    grid.text(row + index, 4, name, look('note', undefined, { indent: 1 }));
    names.set(name, onSheet(SHEETS.assumptions, at(row + index, VALUE_COLUMN)));
  });
}

function putDrivers(grid: SheetGrid, { profile }: BudgetSource): void {
  grid.text(DRIVER_HEADING_ROW, 1, 'What a quantity counts', HEADING);
  grid.texts(DRIVER_HEADING_ROW + 1, 1, ['Driver'], HEADER);
  grid.texts(DRIVER_HEADING_ROW + 1, 2, ['Quantity'], NUMBER_HEADER);
  grid.texts(
    DRIVER_HEADING_ROW + 1,
    3,
    ['Used by a cost line with this driver and no quantity of its own'],
    SPACED_HEADER,
  );
  DRIVERS.forEach((driver, index) => {
    const row = DRIVER_FIRST_ROW + index;
    grid.text(row, 1, listLabel('Driver', driver), LABEL);
    const name = DRIVER_NAMES[driver];
    const quantity = profileQuantity(driver, profile) ?? 0;
    if (driver === 'percent')
      grid.formula(row, 2, 'Contingency_rate*100', quantity, look('calculation', 'decimal'));
    else if (name !== undefined) grid.formula(row, 2, name, quantity, look('calculation', 'decimal'));
    else grid.number(row, 2, quantity, look('input', 'decimal'));
  });
}

function putPresets(grid: SheetGrid): void {
  grid.text(PRESET_HEADING_ROW, 1, 'Visits lost while learning', HEADING);
  grid.texts(PRESET_HEADING_ROW + 1, 1, ['Course'], HEADER);
  grid.texts(PRESET_HEADING_ROW + 1, 2, ['Weeks lost'], NUMBER_HEADER);
  grid.texts(PRESET_HEADING_ROW + 1, 3, ['Where the figure comes from'], SPACED_HEADER);
  (Object.keys(dipPresets) as (keyof typeof dipPresets)[]).forEach((preset, index) => {
    const row = PRESET_FIRST_ROW + index;
    grid.text(row, 1, listLabel('Visits lost while learning', preset), LABEL);
    grid.number(row, 2, lostWeeks(preset), look('input', 'decimal'));
    grid.text(row, 3, dipPresets[preset].source, look('note', undefined, { wrap: true, indent: 1 }));
  });
}

function putLegend(grid: SheetGrid): void {
  grid.text(LEGEND_ROW, 1, 'How to read these sheets', HEADING);
  const legend = [
    ['input', 'Blue on cream', 'Typed in. Change it.'],
    ['calculation', 'Black', 'Calculated on the same sheet.'],
    ['link', 'Green', 'Taken from another sheet.'],
    ['total', 'Bold on gray', 'A total.'],
  ] as const;
  legend.forEach(([role, text, meaning], index) => {
    grid.text(LEGEND_ROW + 1 + index, 1, text, look(role));
    grid.text(LEGEND_ROW + 1 + index, 3, meaning, look('note', undefined, { indent: 1 }));
  });
  const rules = [
    'Cost lines and Monthly are not rounded. Elsewhere each figure is rounded once, from its exact total, a half to the even cent;',
    'so rounded parts can differ by a cent from their rounded total.',
    'A yearly increase raises a price every 12 months after the line’s own first month.',
    'Sheets are protected against slips, without a password: Review, Unprotect Sheet.',
  ];
  rules.forEach((rule, index) => grid.text(LEGEND_ROW + 2 + legend.length + index, 1, rule, NOTE));
}
