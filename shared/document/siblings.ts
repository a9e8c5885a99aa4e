/** Who stands beside whom while a command is written: the records of a register, or those under one summary. */
import { canonicalJson } from '../domain/register/canonical';
import type { AnyRecord } from '../domain/register/record';
import { definitionOf, type RegisterId } from '../domain/registers/all';
import { tableOf, type Workbook } from '../domain/workbook';
import { keyBetween, type Random } from './orderKeys';

interface Sibling {
  readonly id: string;
  readonly order: string;
}

export class Siblings {
  private readonly groups = new Map<string, Sibling[]>();

  /** @param orderOf the key of a record's place as it is stored */
  constructor(
    private readonly workbook: Workbook,
    private readonly orderOf: (id: string) => string,
    private readonly random: Random,
  ) {}

  /**
   * The key for a record's new place, which is taken note of.
   * @param after the record it goes behind; null for the first place, undefined for the last
   */
  take(register: RegisterId, record: AnyRecord, after: string | null | undefined): string {
    const siblings = this.of(register, record);
    const at =
      after === undefined ? siblings.length : siblings.findIndex((sibling) => sibling.id === after) + 1;
    const order = keyBetween(siblings[at - 1]?.order ?? null, siblings[at]?.order ?? null, this.random);
    siblings.splice(at, 0, { id: record.id, order });
    return order;
  }

  /** Takes note of a record that gets a key it had before. */
  takeAt(register: RegisterId, record: AnyRecord, order: string): void {
    const { id } = record;
    const siblings = this.of(register, record);
    const at = siblings.findIndex((other) => other.order > order || (other.order === order && other.id > id));
    siblings.splice(at < 0 ? siblings.length : at, 0, { id, order });
  }

  /** A record that is to stand elsewhere leaves its place first. */
  leave(register: RegisterId, id: string): void {
    const record = tableOf(this.workbook, register).byId.get(id);
    const groups = record === undefined ? [] : [this.of(register, record)];
    for (const group of [...groups, ...this.groups.values()]) {
      const at = group.findIndex((sibling) => sibling.id === id);
      if (at >= 0) group.splice(at, 1);
    }
  }

  private of(register: RegisterId, record: AnyRecord): Sibling[] {
    const parentField = definitionOf(register).parentField;
    const parent = parentField === undefined ? null : (record[parentField] ?? null);
    const group = `${register}/${canonicalJson(parent)}`;
    const known = this.groups.get(group);
    if (known !== undefined) return known;
    const { live } = tableOf(this.workbook, register);
    const members =
      parentField === undefined ? live : live.filter((other) => (other[parentField] ?? null) === parent);
    const siblings = members.map((member) => ({ id: member.id, order: this.orderOf(member.id) }));
    this.groups.set(group, siblings);
    return siblings;
  }
}
