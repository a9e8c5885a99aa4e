/**
 * Finding records by any of their words. The index is made when somebody first looks for something and follows the plan
 * only while they look: a record is read again when its value is another one. Both happen in small portions, so that
 * nobody waits for them while typing.
 */
import MiniSearch from 'minisearch';
import type { AnyRecord } from '../../shared/domain/register/record';
import { isRegisterId, type RegisterId } from '../../shared/domain/registers/all';
import { searchable, searchableRegisters, type Hit } from '../../shared/domain/search/searchable';
import { wordsOf } from '../../shared/domain/search/words';
import { tableOf, type Table, type Workbook } from '../../shared/domain/workbook';

interface IndexedRecord {
  readonly id: string;
  readonly register: RegisterId;
  readonly title: string;
  readonly texts: string;
}

/** Records read between two looks at the clock. */
const PORTION = 50;
/** Shorter words must fit exactly or as a beginning; a single letter only as it is. */
const LEAST_FUZZY = 5;
const LEAST_PREFIX = 2;

export class PlanSearch {
  private readonly index = new MiniSearch<IndexedRecord>({
    fields: ['title', 'texts'],
    storeFields: ['register'],
    tokenize: (text) => wordsOf(text).map(({ word }) => word),
    processTerm: (term) => term,
  });
  private readonly read = new Map<string, AnyRecord>();
  private readonly tables = new Map<RegisterId, Table<AnyRecord>>();

  /**
   * Takes in what has changed, in portions.
   * @returns whether all of it is in
   */
  catchUp(workbook: Workbook, hasTime: () => boolean): boolean {
    for (const register of searchableRegisters) {
      const table = tableOf(workbook, register);
      if (this.tables.get(register) === table) continue;
      if (!this.readTable(register, table, hasTime)) return false;
      this.tables.set(register, table);
    }
    return true;
  }

  private readTable(register: RegisterId, table: Table<AnyRecord>, hasTime: () => boolean): boolean {
    let portion = 0;
    for (const record of [...table.live, ...table.archived]) {
      const known = this.read.get(record.id);
      if (known === record) continue;
      if (portion >= PORTION) {
        if (!hasTime()) return false;
        portion = 0;
      }
      portion += 1;
      if (known !== undefined) this.index.discard(record.id);
      this.index.add({ register, ...searchable(register, record) });
      this.read.set(record.id, record);
    }
    return true;
  }

  /**
   * Records with every wanted word, or one that begins like it.
   * @param wanted folded words
   */
  find(wanted: readonly string[]): readonly Hit[] {
    return this.search(wanted, 'AND', 0);
  }

  /** Where nothing fits: records whose words resemble the wanted ones, at first closely, and at last those with any. */
  resembling(wanted: readonly string[]): readonly Hit[] {
    for (const wrong of [1, 2]) {
      const hits = this.search(wanted, 'AND', wrong);
      if (hits.length > 0) return hits;
    }
    return this.search(wanted, 'OR', 1);
  }

  /** @param wrong how many letters of a longer word may be other ones, missing or too many */
  private search(wanted: readonly string[], combineWith: 'AND' | 'OR', wrong: number): readonly Hit[] {
    const results = this.index.search(wanted.join(' '), {
      combineWith,
      prefix: (term) => term.length >= LEAST_PREFIX,
      fuzzy: (term) => (wrong > 0 && term.length >= LEAST_FUZZY ? wrong : false),
      boost: { title: 3 },
    });
    return results.flatMap(({ id, score, terms, register }) =>
      typeof id === 'string' && isRegisterId(register) ? [{ register, id, score, similar: terms }] : [],
    );
  }
}
