import { describe, expect, test } from 'vitest';
import { PlanSearch } from '../../../renderer/state/planSearch';
import { rankedHits } from '../../../shared/domain/search/searchable';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';
import { add, run, set, startWorkbook, TestClock } from '../../support/replicas';

const ALWAYS = (): boolean => true;

function board() {
  const document = startWorkbook(new TestClock());
  run(
    document,
    add('tasks', 'notice', { name: 'Extract notice to old vendor' }),
    add('tasks', 'kickoff', { name: 'Kick-off', notes: 'Tell the clearinghouse in Zürich' }),
    add('risks', 'late', { title: 'Extract comes late', trigger: 'The vendor loses interest' }),
  );
  return document;
}

/** What fits, or else what comes close. */
function namesFound(search: PlanSearch, workbook: Workbook, ...wanted: readonly string[]): string[] {
  const exact = search.find(wanted);
  const hits = exact.length > 0 ? exact : search.resembling(wanted);
  return rankedHits(workbook, hits).map(({ register, id }) => {
    const record = recordIn(workbook, register, id);
    return record === undefined ? '' : 'title' in record ? record.title : 'name' in record ? record.name : '';
  });
}

describe('looking for words', () => {
  test('finds beginnings and near misses in any field of any register, titles first', () => {
    const document = board();
    const search = new PlanSearch();
    expect(search.catchUp(document.workbook(), ALWAYS)).toBe(true);
    const find = (...wanted: readonly string[]) => namesFound(search, document.workbook(), ...wanted);
    expect(find('extr')).toHaveLength(2);
    expect(find('extarct')).toHaveLength(2);
    expect(find('zurich')).toEqual(['Kick-off']);
    expect(find('vendor')[0]).toBe('Extract notice to old vendor');
    expect(find('clearinghouse', 'zurich')).toEqual(['Kick-off']);
    expect(find('portal')).toEqual([]);
    expect(search.find(['extarct'])).toEqual([]);
  });

  test('finds records with some of the words where none has all', () => {
    const document = board();
    const search = new PlanSearch();
    search.catchUp(document.workbook(), ALWAYS);
    expect(namesFound(search, document.workbook(), 'clearinghouse', 'portal')).toEqual(['Kick-off']);
  });

  test('follows what is changed, added and thrown away', () => {
    const document = board();
    const search = new PlanSearch();
    search.catchUp(document.workbook(), ALWAYS);
    run(
      document,
      set('tasks', 'kickoff', { notes: 'Tell the bank' }),
      add('tasks', 'tea', { name: 'Zürich tea' }),
    );
    run(document, { kind: 'archive', register: 'tasks', id: uuid('notice') });
    search.catchUp(document.workbook(), ALWAYS);
    expect(namesFound(search, document.workbook(), 'zurich')).toEqual(['Zürich tea']);
    expect(namesFound(search, document.workbook(), 'bank')).toEqual(['Kick-off']);
    expect(namesFound(search, document.workbook(), 'extract').at(-1)).toBe('Extract notice to old vendor');
  });

  test('reads a large plan in portions, and goes on where it stopped', () => {
    const document = startWorkbook(new TestClock());
    const tasks = Array.from({ length: 400 }, (_, at) =>
      add('tasks', `t${String(at)}`, { name: `Visit ${String(at)}x` }),
    );
    run(document, ...tasks);
    const workbook = document.workbook();
    const search = new PlanSearch();
    let turns = 1;
    while (!search.catchUp(workbook, () => false)) turns += 1;
    expect(turns).toBeGreaterThan(4);
    expect(namesFound(search, workbook, '399x')).toEqual(['Visit 399x']);
    expect(namesFound(search, workbook, '0x')).toEqual(['Visit 0x']);
  });
});
