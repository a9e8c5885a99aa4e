/**
 * How many visits a practice can see in each week after go-live while people learn, as a share of its normal number.
 * The curves are planning assumptions shaped by published observations; each names its source and year.
 */
import type { Organisation } from '../registers/all';

export type DipPresetId = Organisation['dipPreset'];

export interface DipPreset {
  /** Percent of the normal number of visits in week 1, 2, … after go-live; normal afterwards. */
  readonly weeklyCapacityPercent: readonly number[];
  readonly source: string;
}

/**
 * Weeks 1-6 as observed, one point more each week up to 90 % in week 26, then six points more up to 96 % in week 52,
 * spread evenly and rounded down to whole percents. What is still missing after a year is not counted.
 */
const SEVERE: readonly number[] = [
  ...[50, 50, 55, 60, 65, 70],
  ...[71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90],
  ...[90, 90, 90, 90, 91, 91, 91, 91, 92, 92, 92, 92, 93],
  ...[93, 93, 93, 93, 94, 94, 94, 94, 95, 95, 95, 95, 96],
];

export const dipPresets: { readonly [P in DipPresetId]: DipPreset } = {
  none: { weeklyCapacityPercent: [], source: 'No visits lost, 2026' },
  prepared: {
    weeklyCapacityPercent: [75, 85, 90, 95, 100],
    source: 'Planning assumption for a practice that trained and rehearsed, 2026',
  },
  typical: {
    weeklyCapacityPercent: [50, 65, 75, 80, 85, 85, 90, 90, 95, 95, 95, 100],
    source:
      'Planning assumption, 2026: the drop of a quarter to a third for about a month that UC Davis reported from six clinics in 2010, plus a schedule cut on purpose in weeks 1 and 2',
  },
  severe: {
    weeklyCapacityPercent: SEVERE,
    source:
      'Planning assumption, 2026: half the visits in the first weeks as single practices report, and a tail of a year as in Fleming et al., Health Services Research 2014',
  },
};

/** Σ (1 − capacity) over the weeks of the curve, in weeks of normal visits: exactly 1.95 for `typical`. */
export function lostWeeks(preset: DipPresetId): number {
  const lostPercent = dipPresets[preset].weeklyCapacityPercent.reduce(
    (sum, percent) => sum + 100 - percent,
    0,
  );
  return lostPercent / 100;
}
