/** People, phases and the like that a table mentions and the plan does not know: a name is enough to make them. */
import { isRecordId } from '../base/ids';
import { acceptValue } from '../register/accept';
import { definitionOf, type RegisterId } from '../registers/all';
import type { ImportedRecord } from './importedRecords';
import { plainTitle, type Found } from './references';

const NAMED: readonly RegisterId[] = [
  'people',
  'phases',
  'departments',
  'sites',
  'calendars',
  'fundingSources',
];

export class NewNames {
  private readonly made = new Map<string, ImportedRecord>();

  /** @param isAllowed without it no name is new, and none is found */
  constructor(private readonly isAllowed: boolean) {}

  get records(): readonly ImportedRecord[] {
    return [...this.made.values()];
  }

  /** @returns the key of a record of that name, made now if it is the first time */
  find(target: string, title: string): Found {
    const register = NAMED.find((id) => id === target);
    if (!this.isAllowed || register === undefined || isRecordId(title)) return { kind: 'none' };
    const { titleField, fields } = definitionOf(register);
    const field = fields[titleField];
    const accepted = field === undefined ? undefined : acceptValue(field, title);
    if (accepted?.ok !== true) return { kind: 'none' };
    const key = `new ${register} ${plainTitle(title)}`;
    if (!this.made.has(key))
      this.made.set(key, { register, key, id: null, values: { [titleField]: accepted.value } });
    return { kind: 'one', id: key };
  }
}
