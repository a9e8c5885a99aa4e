import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import type { Edit } from '../../../shared/domain/edits/edit';
import { planOf } from '../../../shared/domain/plan';
import type { MergeCheck } from '../../../shared/domain/review/mergeCheck';
import { mergeChecks } from '../../../shared/domain/review/mergeChecks';
import { uuid } from '../../support/makeWorkbook';
import { add, run, set, writtenApart } from '../../support/replicas';

const TODAY = '2027-01-04';

const START: readonly Edit[] = [
  add('tasks', 'sum', { name: 'Build', kind: 'summary' }),
  add('tasks', 'a', { name: 'Templates', durationDays: 5, parent: uuid('sum') }),
  add('tasks', 'x', { name: 'Interfaces', durationDays: 3, parent: uuid('sum') }),
  add('tasks', 'b', { name: 'Go-live', kind: 'milestone', durationDays: 0 }),
  add('links', 'l', { predecessor: uuid('a'), successor: uuid('b') }),
  add('links', 'm', { predecessor: uuid('x'), successor: uuid('b') }),
  add('costs', 'c', { name: 'Label printer, front', quantity: 1, unitCost: 64_000, start: '2027-02-01' }),
];

/** What merging another person's work did to the plan of the first. */
function afterMerging(
  theirs: (document: WorkbookDocument) => void,
  mine: (document: WorkbookDocument) => void = () => undefined,
): readonly MergeCheck[] {
  const goLive = set('organisation', 'organisation', { goLive: uuid('b') });
  const { maria, priya } = writtenApart([...START, goLive], mine, theirs);
  const before = planOf(maria.workbook(), TODAY);
  maria.merge(priya.encodeState());
  return mergeChecks(before, planOf(maria.workbook(), TODAY));
}

const textsOf = (checks: readonly MergeCheck[]): string[] =>
  checks.map(({ tone, text }) => `${tone}: ${text}`);

describe('what a merge did to the plan', () => {
  it('is that dates and money stay when only words came in', () => {
    const checks = afterMerging((priya) => run(priya, set('tasks', 'a', { notes: 'Ask the lab' })));
    expect(textsOf(checks)).toEqual([
      expect.stringMatching(/^same: Go-live unchanged: /),
      'same: Total cost unchanged: $640.00',
    ]);
  });

  it('tells how far go-live moved and what is on the critical path now', () => {
    const checks = afterMerging((priya) => run(priya, set('tasks', 'x', { durationDays: 9 })));
    expect(textsOf(checks)).toEqual([
      expect.stringMatching(/^moved: Go-live moves from .+ to .+, 4 working days later$/),
      expect.stringMatching(/^moved: The end of the plan moves from .+, 4 working days later$/),
      'moved: Now on the critical path: “Interfaces”; one task no longer on it',
      'same: Total cost unchanged: $640.00',
    ]);
    expect(checks[2]?.record).toEqual({ register: 'tasks', id: uuid('x') });
  });

  it('tells the difference in money, and a circle that only both together make', () => {
    const checks = afterMerging(
      (priya) => {
        run(priya, set('costs', 'c', { quantity: 3 }));
        run(priya, add('links', 'n', { predecessor: uuid('a'), successor: uuid('x') }));
      },
      (maria) => run(maria, add('links', 'o', { predecessor: uuid('x'), successor: uuid('a') })),
    );
    const texts = textsOf(checks);
    expect(texts).toContain('moved: Total cost from $640.00 to $1,920.00 (+$1,280.00)');
    const broken = checks.filter(({ tone }) => tone === 'broken');
    expect(broken.map(({ record }) => record)).toEqual([{ register: 'links', id: uuid('n') }]);
  });

  it('tells that the budget is above its funding only now, and where to look', () => {
    const checks = afterMerging(
      (priya) => run(priya, set('costs', 'c', { quantity: 3 })),
      (maria) => run(maria, add('fundingSources', 'f', { name: 'Grant', amount: 100_000 })),
    );
    expect(checks.find(({ register }) => register === 'fundingSources')).toMatchObject({
      tone: 'moved',
      text: 'The budget exceeds its funding of $1,000.00 by $920.00.',
    });
  });

  it('leaves to the questions what waits for a person', () => {
    const checks = afterMerging(
      (priya) => {
        run(priya, set('tasks', 'a', { notes: 'Ask the lab' }), set('tasks', 'x', { parent: uuid('a') }));
        run(priya, set('costs', 'c', { vendor: 'Acme' }));
      },
      (maria) => {
        run(maria, set('tasks', 'a', { parent: uuid('x') }));
        run(maria, { kind: 'archive', register: 'costs', id: uuid('c') });
      },
    );
    expect(checks.filter(({ record }) => record !== undefined)).toEqual([]);
  });

  it('asks whether two rows that look alike are the same thing, and only where they do', () => {
    const checks = afterMerging((priya) => {
      run(
        priya,
        add('costs', 'd', {
          name: 'Front desk label printer',
          quantity: 1,
          unitCost: 64_000,
          start: '2027-02-01',
        }),
      );
      run(
        priya,
        add('costs', 'e', { name: 'Front desk scanner', quantity: 1, unitCost: 64_000, start: '2027-02-01' }),
      );
      run(priya, add('tasks', 't', { name: 'Templates' }));
      run(priya, add('tasks', 'u', { name: 'Templates', parent: uuid('sum') }));
    });
    const alike = checks.filter(({ text }) => /alike|twice/.test(text));
    expect(alike.map(({ text, record }) => [text, record?.id])).toEqual([
      ['“Templates” is there twice in Tasks: added here and there', uuid('u')],
      [
        'Two rows look alike in Costs: “Label printer, front” and “Front desk label printer”, both $640.00',
        uuid('d'),
      ],
    ]);
  });

  describe('to those who do the work', () => {
    const WORK: readonly Edit[] = [
      add('people', 'ana', { name: 'Ana' }),
      set('tasks', 'a', { durationDays: 10 }),
      set('tasks', 'x', { durationDays: 10 }),
      add('assignments', 'p', { task: uuid('a'), person: uuid('ana'), unitsPercent: 70 }),
    ];
    const assignTo = (task: string, unitsPercent: number) =>
      add('assignments', `on ${task}`, { task: uuid(task), person: uuid('ana'), unitsPercent });

    /** What a merge says about the work of people; both copies begin with the same. */
    function loadAfter(
      theirs: readonly Edit[],
      mine: readonly Edit[] = [],
    ): { mine: readonly MergeCheck[]; theirs: readonly MergeCheck[] } {
      const { maria, priya } = writtenApart(
        [...START, ...WORK],
        (here) => {
          if (mine.length > 0) run(here, ...mine);
        },
        (there) => run(there, ...theirs),
      );
      const [here, there] = [planOf(maria.workbook(), TODAY), planOf(priya.workbook(), TODAY)];
      maria.merge(priya.encodeState());
      const after = planOf(maria.workbook(), TODAY);
      const about = (checks: readonly MergeCheck[]) => checks.filter(({ text }) => text.includes('“Ana”'));
      return { mine: about(mergeChecks(here, after)), theirs: about(mergeChecks(there, after)) };
    }

    it('names whom two sites together gave too much, with before and after and where to look', () => {
      const checks = loadAfter([assignTo('x', 80)]);
      expect(textsOf(checks.mine)).toEqual([
        'moved: “Ana” now has more work than time, for 2 weeks: 150% in the week of Mon, Jan 4, 2027, before 70%',
      ]);
      expect(checks.mine[0]?.record).toEqual({ register: 'assignments', id: uuid('on x') });
      // At the other site it was too much before the merge.
      expect(checks.theirs).toEqual([]);
    });

    it('is too much only together where each gave a part', () => {
      const checks = loadAfter(
        [assignTo('x', 30), set('assignments', 'p', { unitsPercent: 60 })],
        [add('tasks', 'y', { name: 'Mail', durationDays: 5 }), assignTo('y', 20)],
      );
      const said =
        'moved: “Ana” now has more work than time, for 1 week: 110% in the week of Mon, Jan 4, 2027';
      expect(textsOf(checks.mine)).toEqual([`${said}, before 90%`]);
      expect(textsOf(checks.theirs)).toEqual([`${said}, before 90%`]);
    });

    it('tells where it is more still, and where it is no longer', () => {
      const more = loadAfter([assignTo('x', 20)], [set('assignments', 'p', { unitsPercent: 110 })]);
      expect(textsOf(more.mine)).toEqual([
        'moved: “Ana” has even more work than time, for 2 weeks: 130% in the week of Mon, Jan 4, 2027, before 110% at most, for 2 weeks',
      ]);
      const gone = loadAfter([set('tasks', 'a', { percentComplete: 100 })], [assignTo('x', 80)]);
      expect(textsOf(gone.mine)).toEqual([
        'moved: “Ana” no longer has more work than time: before, 150% in the week of Mon, Jan 4, 2027',
      ]);
    });
  });
});
