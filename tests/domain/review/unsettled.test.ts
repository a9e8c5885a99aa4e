import { describe, expect, it } from 'vitest';
import type { WorkbookDocument } from '../../../shared/document/workbookDocument';
import { applyChoices } from '../../../shared/domain/commands/review';
import { decisionsOf } from '../../../shared/domain/review/decisions';
import type { Decision } from '../../../shared/domain/review/decisions';
import { known } from '../../../shared/domain/base/assert';
import { uuid } from '../../support/makeWorkbook';
import { copyOf, mergeBoth, run, set, startWorkbook, TestClock } from '../../support/replicas';
import { apart, onlyDecision, apply, texts, START } from '../../support/decidedApart';

describe('what the merge cannot settle by itself', () => {
  it('is an edit beside an archiving: keep it in the bin or bring it back, each once for good', () => {
    for (const archived of [true, false]) {
      const document = apart(
        (maria) => run(maria, { kind: 'archive', register: 'costs', id: uuid('c') }),
        (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
      );
      const decision = onlyDecision(document);
      expect(decision).toMatchObject({ weight: 'decide', reason: 'Archived by one, edited by another' });
      expect(texts(decision)).toEqual(['Maria: Keep it in the bin', 'Priya: Bring it back']);
      apply(document, decision, archived ? 'Maria' : 'Priya');
      expect(document.workbook().conflicts).toEqual([]);
      expect(document.workbook().findings).toEqual([]);
      expect(document.workbook().tables.costs.byId.get(uuid('c'))).toMatchObject({
        archived,
        unitCost: 390_000,
      });
    }
  });

  it('is asked once: a value chosen for a record that stays in the bin does not ask again', () => {
    const document = apart(
      (maria) => {
        run(maria, set('costs', 'c', { unitCost: 435_000 }));
        run(maria, { kind: 'archive', register: 'costs', id: uuid('c') });
      },
      (priya) => run(priya, set('costs', 'c', { unitCost: 390_000 })),
    );
    const [price, bin] = decisionsOf(document.workbook());
    expect([price?.label, bin?.label]).toEqual(['Unit cost', 'In the bin']);
    apply(document, known(bin, 'the bin'), 'Maria');
    apply(document, onlyDecision(document), 'Maria');
    expect(decisionsOf(document.workbook())).toEqual([]);
    expect(document.workbook().tables.costs.byId.get(uuid('c'))).toMatchObject({
      archived: true,
      unitCost: 435_000,
    });
  });

  it('is two tasks put under each other: either wish can be had', () => {
    const start = (): WorkbookDocument => {
      const document = apart(
        (maria) => run(maria, set('tasks', 'sum', { parent: uuid('d') })),
        (priya) => run(priya, set('tasks', 'd', { parent: uuid('sum') })),
      );
      return document;
    };
    for (const [by, under] of [
      ['Maria', { sum: uuid('d'), d: null }],
      ['Priya', { sum: null, d: uuid('sum') }],
    ] as const) {
      const document = start();
      const decision = onlyDecision(document);
      expect(decision).toMatchObject({
        id: uuid('d'),
        weight: 'decide',
        reason: 'Tasks were put under each other',
      });
      expect(texts(decision)).toEqual(['Maria: At the top', 'Priya: Under “Build”']);
      expect(decision.options.map(({ isShown }) => isShown)).toEqual([true, false]);
      apply(document, decision, by);
      const { byId } = document.workbook().tables.tasks;
      expect({ sum: byId.get(uuid('sum'))?.parent, d: byId.get(uuid('d'))?.parent }).toEqual(under);
      expect(document.workbook().conflicts).toEqual([]);
      expect(document.workbook().findings).toEqual([]);
    }
  });

  it('is work that is done for one and not begun for the other; what is on its way is no contradiction', () => {
    const percent = (mine: number, theirs: number): Decision =>
      onlyDecision(
        apart(
          (maria) => run(maria, set('tasks', 'a', { percentComplete: mine })),
          (priya) => {
            run(priya, set('tasks', 'a', { percentComplete: 10 }));
            run(priya, set('tasks', 'a', { percentComplete: theirs }));
          },
        ),
      );
    expect(percent(100, 0)).toMatchObject({
      weight: 'decide',
      reason: 'It is over for one, not for another',
    });
    for (const share of [90, 40]) expect(percent(100, share).weight).toBe('kept');
    expect(percent(60, 40).weight).toBe('kept');
  });

  it('comes up again where two sites decide differently, and not where they decide alike', () => {
    const sites = (write: (maria: WorkbookDocument, priya: WorkbookDocument) => void) => {
      const clock = new TestClock();
      const maria = startWorkbook(clock, START);
      const priya = copyOf(maria, 2, 'Priya', clock);
      clock.advance(60);
      write(maria, priya);
      mergeBoth(maria, priya);
      clock.advance(60);
      return { clock, maria, priya };
    };
    const written = {
      price: (maria: WorkbookDocument, priya: WorkbookDocument): void => {
        run(maria, set('costs', 'c', { unitCost: 435_000 }));
        run(priya, set('costs', 'c', { unitCost: 390_000 }));
      },
      bin: (maria: WorkbookDocument, priya: WorkbookDocument): void => {
        run(maria, { kind: 'archive', register: 'costs', id: uuid('c') });
        run(priya, set('costs', 'c', { unitCost: 390_000 }));
      },
      circle: (maria: WorkbookDocument, priya: WorkbookDocument): void => {
        run(maria, set('tasks', 'sum', { parent: uuid('d') }));
        run(priya, set('tasks', 'd', { parent: uuid('sum') }));
      },
    };
    for (const write of Object.values(written)) {
      for (const [mine, theirs] of [
        [0, 1],
        [1, 0],
        [1, 1],
        [0, 0],
      ] as const) {
        const { clock, maria, priya } = sites(write);
        const choose = (document: WorkbookDocument, index: number): void => {
          clock.advance(5);
          const decision = onlyDecision(document);
          const { values } = known(decision.options[index], 'the option');
          const choices = [{ decision, values }];
          expect(
            applyChoices(document.workbook(), choices, (command) => document.run(command)).refused,
          ).toEqual([]);
        };
        choose(maria, mine);
        choose(priya, theirs);
        mergeBoth(maria, priya);
        expect(decisionsOf(maria.workbook()).length > 0).toBe(mine !== theirs);
        expect(maria.digest()).toBe(priya.digest());
      }
    }
  });
});
