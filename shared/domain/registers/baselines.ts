import { date, figures, longText, register, text } from '../register/define';

/** What the plan said on a day: kept as it was, to measure later plans against. */
export const baselines = register({
  id: 'baselines',
  title: 'Baselines',
  singular: 'Baseline',
  chapter: 'plan',
  purpose:
    'The plan as it was agreed on a day, with its tasks, dates and costs; kept to see what has moved since.',
  titleField: 'name',
  fields: {
    name: text({ label: 'Name', required: true, review: 'decide', maxLength: 120 }),
    takenOn: date({ label: 'Taken on', required: true, review: 'decide', fixed: true }),
    takenBy: text({ label: 'Taken by', review: 'decide', fixed: true }),
    figures: figures({ label: 'Figures', required: true, review: 'decide', fixed: true }),
    reason: longText({ label: 'Reason', review: 'merge' }),
  },
});
