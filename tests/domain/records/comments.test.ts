import { expect, test } from 'vitest';
import {
  openRemarks,
  openThreads,
  settleComment,
  threadsAbout,
  writeComment,
} from '../../../shared/domain/records/comments';
import { makeWorkbook, uuid } from '../../support/makeWorkbook';
import { add, copyOf, mergeBoth, run, startWorkbook, TestClock } from '../../support/replicas';

test('an answer belongs to what it answers, of any depth, and is no question of its own', () => {
  const workbook = makeWorkbook({
    tasks: [{ id: 't', name: 'Build' }],
    comments: [
      { id: 'q', text: 'When?', about: 't' },
      { id: 'a', text: 'Monday', about: 'q' },
      { id: 'b', text: 'Sure?', about: 'a' },
      { id: 's', text: 'Settled', about: 't', resolved: true },
      { id: 'bin', text: 'Never mind', about: 't', archived: true },
      { id: 'loose', text: 'About nothing' },
    ],
  });
  expect(
    threadsAbout(workbook, uuid('t')).map(({ comment, answers }) => [
      comment.text,
      answers.map(({ text }) => text),
    ]),
  ).toEqual([
    ['When?', ['Monday', 'Sure?']],
    ['Settled', []],
  ]);
  expect([...openThreads(workbook)]).toEqual([[uuid('t'), 1]]);
  expect(openRemarks(workbook)).toBe(2);
});

test('answers that two sites put in a circle stand for themselves and nothing hangs', () => {
  const workbook = makeWorkbook({
    comments: [
      { id: 'x', text: 'One', about: 'y' },
      { id: 'y', text: 'Two', about: 'x' },
      { id: 'z', text: 'Three', about: 'x' },
    ],
  });
  expect(threadsAbout(workbook, uuid('y')).map(({ comment }) => comment.text)).toEqual(['One']);
  expect(openRemarks(workbook)).toBe(3);
});

test('what two sites write apart is all there after merging, with who and when', () => {
  const clock = new TestClock();
  const maria = startWorkbook(clock, [
    add('people', 'p', { name: 'Dr. Shah' }),
    add('tasks', 't', { name: 'Build' }),
    add('comments', 'q', { text: 'When?', about: uuid('t') }),
  ]);
  const shah = copyOf(maria, 2, 'Dr. Shah', clock);
  clock.advance(60);
  const says = (document: typeof maria, id: string, about: string, text: string): void => {
    const by = document.authorName;
    const command = writeComment(document.workbook(), { id: uuid(id), about: uuid(about), text, by });
    expect(document.run(command).ok).toBe(true);
  };
  says(maria, 'm', 'q', 'In May');
  says(shah, 's', 'q', 'In June');
  says(shah, 'n', 't', 'Who pays?');
  run(maria, ...settleComment(uuid('q'), true).edits);
  mergeBoth(maria, shah);
  for (const document of [maria, shah]) {
    const threads = threadsAbout(document.workbook(), uuid('t'));
    expect(threads.map(({ comment }) => [comment.text, comment.resolved])).toEqual([
      ['When?', true],
      ['Who pays?', false],
    ]);
    expect(new Set(threads[0]?.answers.map(({ text }) => text))).toEqual(new Set(['In May', 'In June']));
    expect(document.madeBy(uuid('s'))?.by).toBe('Dr. Shah');
    expect(document.madeBy(uuid('m'))?.at).toBe(document.madeBy(uuid('s'))?.at);
    // The same person in the register of people is the author.
    expect(document.workbook().tables.comments.byId.get(uuid('s'))?.author).toBe(uuid('p'));
  }
  expect(maria.madeBy(uuid('nobody'))).toBeUndefined();
});
