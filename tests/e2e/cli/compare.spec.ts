/** A what-if by the command line: changed, compared and joined without becoming its plan. */
import { expect, test } from '@playwright/test';
import { nodeCodec } from '../../../electron/core/nodeCodec';
import { decodeGoliveFile, encodeGoliveFile } from '../../../shared/sync/goliveFile';
import { asScenario, scenarioIn } from '../../../shared/sync/scenarioFile';
import { Desk } from './commandLine';

const WHAT_IF = '99999999-2222-4333-8444-555555555555';

test('a what-if is compared with its plan, stays one when it is changed, and joins the plan when merged', () => {
  const desk = new Desk();
  desk.blankPlan('plan.golive');
  const [task = '', cost = ''] = desk.edit('plan.golive', [
    { register: 'tasks', add: { name: 'Train', durationDays: 5 } },
    { register: 'costs', add: { name: 'Trainers', quantity: 1, unitCost: 4000, start: '2027-03-01' } },
  ]);
  const read = (file: string) => {
    const decoded = decodeGoliveFile(desk.bytes(file), file, nodeCodec);
    if (!decoded.ok) throw new Error(decoded.error.code);
    return decoded.value;
  };
  const made = { workbook: WHAT_IF, name: 'Longer training', made: 1 };
  desk.write('what-if.golive', encodeGoliveFile(asScenario(read('plan.golive'), made, nodeCodec), nodeCodec));
  desk.edit('what-if.golive', [
    { register: 'tasks', id: task, set: { durationDays: 15 } },
    { register: 'costs', id: cost, set: { unitCost: 7000 } },
  ]);
  expect(read('what-if.golive').workbook).toBe(WHAT_IF);
  expect(scenarioIn(read('what-if.golive').otherMembers)).toMatchObject({ name: 'Longer training' });

  const compare = (): unknown =>
    JSON.parse(desk.done('compare', 'plan.golive', 'what-if.golive', '--moment', '2027-03-01').result);
  expect(compare()).toMatchObject({
    figures: {
      plan: { projectFinish: '2027-03-05', budget: { totalCostOfOwnership: 4000 } },
      scenario: { projectFinish: '2027-03-19', budget: { totalCostOfOwnership: 7000 } },
    },
    changes: [
      { id: task, beside: null, fields: [{ field: 'durationDays', before: 5, plan: 5, scenario: 15 }] },
      { id: cost, beside: null, fields: [{ field: 'unitCost', before: 4000, plan: 4000, scenario: 7000 }] },
    ],
    planMoved: 0,
  });
  desk.edit('plan.golive', [{ register: 'tasks', id: task, set: { durationDays: 8 } }]);
  expect(compare()).toMatchObject({
    changes: [{ beside: 'question', fields: [{ before: 5, plan: 8, scenario: 15 }] }, { beside: null }],
  });

  desk.done('merge', 'plan.golive', 'what-if.golive', '-o', 'merged.golive');
  const merged = read('merged.golive');
  expect(merged.workbook).toBe(read('plan.golive').workbook);
  expect(scenarioIn(merged.otherMembers)).toBeUndefined();
  expect(merged.otherSections).toEqual([]);
  expect(desk.dump('merged.golive').registers['costs']?.[0]?.['unitCost']).toBe(7000);

  desk.blankPlan('other.golive');
  expect(desk.refused('compare', 'plan.golive', 'other.golive')).toContain('different workbooks');
  expect(desk.run('compare', 'plan.golive').exitCode).toBe(2);
});
