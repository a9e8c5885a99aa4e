import { expect, it } from 'vitest';
import { openingText } from '../../../renderer/app/recoveryText';

it('says in one message what happened and what is safe', () => {
  expect(openingText([])).toBeUndefined();
  expect(openingText([{ kind: 'tornTail', isWhole: true }])).toBe(
    'The app was cut off in the middle of saving last time. Nothing that was shown as saved is missing.',
  );
  expect(
    openingText([
      { kind: 'checkpointDamaged', isWhole: true },
      { kind: 'fromBackup', isWhole: true },
      { kind: 'journalDamaged', isWhole: true },
    ]),
  ).toBe(
    'Several files of this plan were put right when it was opened. Nothing that was shown as saved is missing.',
  );
});

it('never calls safe what is not, and says what to do', () => {
  const text = openingText([
    { kind: 'tornTail', isWhole: true },
    { kind: 'journalMissing', isWhole: false },
  ]);
  expect(text).not.toContain('Nothing that was shown as saved is missing');
  expect(text).toContain('compare it with the newest backup');
});

it('says nothing of what concerns nobody, but never hides a loss', () => {
  expect(openingText([{ kind: 'copied', isWhole: true }])).toBeUndefined();
  expect(openingText([{ kind: 'fromBackup', isWhole: false }])).toBeDefined();
});
