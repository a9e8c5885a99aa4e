/**
 * How often a property is tried: so many times in every run of the tests, and GOLIVE_PROPERTY_TIMES as often in the
 * campaigns of `npm run test:long`, where time does not count.
 */
export const tries = (count: number): { numRuns: number } => ({
  numRuns: count * Number(process.env['GOLIVE_PROPERTY_TIMES'] ?? 1),
});
