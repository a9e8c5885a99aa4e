/** The settings a budget is calculated with, as people type them into its workbook: what each means and may be. */
import { acceptValue } from '../../domain/register/accept';
import { registers, type Organisation } from '../../domain/registers/all';
import type { Format, Validation } from '../sheetModel';
import { majorNumber, share } from './amounts';
import { listLabel, listRange } from './options';
import type { BudgetSource } from './source';

const fields = registers.organisation.fields;

/** Names of the cells on the sheet of assumptions, as formulas use them; the last two are calculated. */
export type AssumptionName =
  | 'Currency'
  | 'Budget_start'
  | 'Horizon_months'
  | 'Fiscal_year_start_month'
  | 'Contingency_rate'
  | 'Providers'
  | 'Users'
  | 'Devices'
  | 'Sites'
  | 'Interfaces'
  | 'Charts'
  | 'Visits_per_provider_day'
  | 'Clinic_days_per_week'
  | 'Revenue_per_visit'
  | 'Dip_preset'
  | 'Weeks_lost'
  | 'Revenue_per_week';

export interface Setting {
  readonly name: AssumptionName;
  readonly label: string;
  readonly note: string;
  readonly format?: Format;
  readonly value: { readonly text: string } | { readonly number: number | null } | { readonly date: string };
  readonly rule?: Validation['rule'];
  readonly message?: string;
}

/** In the order in which they stand. A figure that the register would not accept counts as none. */
export function settingsOf({ budget, profile }: BudgetSource): readonly Setting[] {
  const { organisation } = profile;
  const figure = (name: FigureName): number | null => possible(organisation, name);
  const revenue = figure('revenuePerVisit');
  const start = `${budget.startMonth}-01`;
  return [
    {
      name: 'Currency',
      label: 'Currency',
      note: 'All amounts are in this currency. Changing the letters changes no amount and no format.',
      value: { text: budget.currency },
    },
    {
      name: 'Budget_start',
      label: 'First month of the budget',
      note: 'Any day of month 1; all months follow. Dates of cost lines stay where they are.',
      format: 'date',
      value: { date: start },
      rule: { kind: 'date', min: '1950-01-01', max: '2199-12-31' },
      message: 'Type a date, such as 2027-01-01.',
    },
    {
      name: 'Horizon_months',
      label: 'Months counted',
      note: `Up to ${budget.horizonMonths}, the months these sheets have room for; later months count as zero.`,
      format: 'integer',
      value: { number: budget.horizonMonths },
      rule: { kind: 'whole', min: 1, max: budget.horizonMonths },
    },
    {
      name: 'Fiscal_year_start_month',
      label: 'Fiscal year starts in month',
      note: '1 for January to 12 for December. A fiscal year is named for the calendar year it ends in.',
      format: 'integer',
      value: { number: fiscalYearStart(organisation) },
      rule: { kind: 'whole', min: 1, max: 12 },
    },
    {
      name: 'Contingency_rate',
      label: 'Contingency',
      note: 'Share of external one-time cost, for contingency lines that give no percentage of their own.',
      format: 'percent',
      value: { number: share(figure('contingencyPercent')) },
      rule: { kind: 'decimal', min: 0, max: 1 },
      message: 'Type a percentage from 0 % to 100 %.',
    },
    ...profileSettings(figure, profile.siteCount),
    {
      name: 'Revenue_per_visit',
      label: 'Revenue per visit',
      note: 'What a visit brings in, for visits lost while people learn.',
      format: 'money',
      value: {
        number: revenue === null ? null : majorNumber({ digits: BigInt(revenue), scale: 0 }, budget.currency),
      },
      rule: { kind: 'decimal', min: 0, max: 1_000_000_000 },
      message: 'Type an amount of zero or more.',
    },
    {
      name: 'Dip_preset',
      label: 'Visits lost while learning',
      note: 'How quickly the practice returns to its normal number of visits; see the table below.',
      value: { text: listLabel('Visits lost while learning', organisation?.dipPreset ?? 'none') },
      rule: { kind: 'list', source: listRange('Visits lost while learning') },
      message: 'Choose one from the list.',
    },
  ];
}

type FigureName =
  | 'contingencyPercent'
  | 'providers'
  | 'users'
  | 'devices'
  | 'interfaces'
  | 'charts'
  | 'visitsPerProviderDay'
  | 'clinicDaysPerWeek'
  | 'revenuePerVisit';

function possible(organisation: Organisation | undefined, name: FigureName): number | null {
  const value = organisation?.[name] ?? null;
  return value !== null && acceptValue(fields[name], value).ok ? value : null;
}

function fiscalYearStart(organisation: Organisation | undefined): number {
  const month = organisation?.fiscalYearStartMonth ?? 1;
  return acceptValue(fields.fiscalYearStartMonth, month).ok ? month : 1;
}

function profileSettings(figure: (name: FigureName) => number | null, siteCount: number): readonly Setting[] {
  const rule = { kind: 'decimal', min: 0, max: 1_000_000_000 } as const;
  const message = 'Type a number of zero or more.';
  const setting = (name: AssumptionName, label: string, note: string, value: number | null): Setting => ({
    ...{ name, label, note, message, rule },
    format: 'decimal',
    value: { number: value },
  });
  return [
    setting('Providers', fields.providers.label, fields.providers.help, figure('providers')),
    setting('Users', fields.users.label, fields.users.help, figure('users')),
    setting('Devices', fields.devices.label, 'Computers, tablets and printers in use', figure('devices')),
    setting('Sites', registers.sites.title, registers.sites.purpose, Math.max(1, siteCount)),
    setting('Interfaces', fields.interfaces.label, fields.interfaces.help, figure('interfaces')),
    setting('Charts', fields.charts.label, 'Charts whose content people enter again', figure('charts')),
    setting(
      'Visits_per_provider_day',
      fields.visitsPerProviderDay.label,
      'In a normal week',
      figure('visitsPerProviderDay'),
    ),
    setting(
      'Clinic_days_per_week',
      fields.clinicDaysPerWeek.label,
      'In a normal week',
      figure('clinicDaysPerWeek'),
    ),
  ];
}
