/** What a file holds that this app does not take over, gathered into a few sentences with examples. */

const SENTENCES = {
  inactive: 'Inactive tasks were left out',
  foreign: 'Tasks of other projects were left out',
  sameNumber:
    'Tasks whose number is missing or taken were kept; links to that number lead to the first of them',
  level: 'Outline levels that cannot be read count as the first level',
  longMilestone: 'Milestones that take time became gates',
  durationUnreadable: 'Durations that cannot be read became one day',
  durationNegative: 'Negative durations became 0 days',
  durationLong: 'Durations over 10,000 working days were cut to that',
  elapsed: 'Elapsed durations were converted to working days, five of seven',
  manual: 'Manually scheduled tasks now start no earlier than their date',
  shareUnreadable: 'Shares done that cannot be read became 0%',
  shareOutside: 'Shares done below 0% or above 100% became 0% or 100%',
  date: 'Dates that cannot be read, or lie outside 1950 to 2199, were left out',
  rule: 'Date rules of an unknown kind, or without a date, were left out',
  calendar: 'Calendars that are not in the file were left out; these tasks follow the calendar of the plan',
  link: 'Links to tasks that are not taken over were left out',
  linkTwice: 'Of several links between the same two tasks only the first was taken over',
  linkSelf: 'Links of a task to itself were left out',
  linkType: 'Links of an unknown type became finish-to-start',
  lagUnreadable: 'Lags that cannot be read became 0 days',
  lagLong: 'Lags over 10,000 working days were cut to that',
  elapsedLag: 'Elapsed lags were converted to working days, five of seven',
  percentLag: 'Lags in percent were converted to working days of the predecessor’s duration',
  actual: 'Actual dates were left out; the share done was kept',
  cost: 'Fixed costs were left out',
  baseline: 'Baselines were left out',
  custom: 'Custom fields were left out',
  recurring: 'Recurring tasks are kept as single tasks',
  cut: 'Texts that are too long were cut',
  refused: 'Values that do not fit were left out',
  samePerson: 'People whose number is missing or taken were left out',
  material: 'Resources that are not people were left out',
  rate: 'Rates of resources were left out',
  assignment: 'Of several people assigned to a task only the first became its owner',
} as const;

export type Loss = keyof typeof SENTENCES;

const EXAMPLES = 3;

export class LossReport {
  private readonly counted = new Map<Loss, Set<string>>();
  private readonly single = new Set<string>();

  /** @param what the name of the record it happened to */
  count(loss: Loss, what: string): void {
    const names = this.counted.get(loss);
    if (names === undefined) this.counted.set(loss, new Set([what]));
    else names.add(what);
  }

  add(sentence: string): void {
    this.single.add(sentence);
  }

  sentences(): string[] {
    const counted = [...this.counted].map(([loss, names]) => {
      const shown = [...names].slice(0, EXAMPLES).map((name) => `“${name.slice(0, 60)}”`);
      const more = names.size > EXAMPLES ? ` and ${names.size - EXAMPLES} more` : '';
      const examples =
        loss === 'assignment'
          ? names.size === 1
            ? '1 task'
            : `${names.size} tasks`
          : `${shown.join(', ')}${more}`;
      return `${SENTENCES[loss]}: ${examples}.`;
    });
    return [...this.single, ...counted];
  }
}
