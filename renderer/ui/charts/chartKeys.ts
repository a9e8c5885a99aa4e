/** Keys that read a chart column by column. */
import { keyFinder, keyTable } from '../../../shared/domain/keys/keyTable';

type ChartKey = 'previous' | 'next' | 'first' | 'last';

export const CHART_KEYS = keyTable<ChartKey, string>('On a chart of columns', {
  go: { label: 'Read the next column', keys: { ArrowLeft: 'previous', ArrowRight: 'next' } },
  ends: { label: 'Read the first or last column', keys: { Home: 'first', End: 'last' } },
});

export const chartKeyOf = keyFinder(CHART_KEYS);
