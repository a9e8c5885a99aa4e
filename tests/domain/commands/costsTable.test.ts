import { expect, test } from 'vitest';
import { unpricedLines } from '../../../shared/domain/commands/costsTable';
import { planOf } from '../../../shared/domain/plan';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';

test('lines without a price come in the order of the page, category by category', () => {
  const { workbook, budget } = planOf(
    makeWorkbook({
      costs: [
        { id: 'tablets', name: 'Tablets', category: 'hardware' },
        { id: 'seats', name: 'Seats', category: 'licenses' },
        { id: 'server', name: 'Server', category: 'hardware', unitCost: 0 },
        { id: 'portal', name: 'Portal', category: 'licenses' },
        { id: 'reserve', name: 'Contingency', kind: 'contingency', driver: 'percent', quantity: 10 },
      ],
    }),
    '2027-03-01',
  );
  expect(unpricedLines(workbook.tables.costs.live, budget)).toEqual(['seats', 'portal', 'tablets'].map(uuid));
});
