/** Builds workbooks for tests from partial records, the way a story is told. */
import { WorkbookAssembler } from '../../shared/domain/assemble';
import { acceptValue } from '../../shared/domain/register/accept';
import { emptyRecord, fieldOf, type AnyRecord } from '../../shared/domain/register/record';
import { definitionOf, type RecordIn, type RegisterId } from '../../shared/domain/registers/all';
import type { Workbook } from '../../shared/domain/workbook';

export type Story = { readonly [R in RegisterId]?: readonly Partial<RecordIn<R>>[] };

/** Ids may be short words in tests; `uuid('A1')` gives the record id such a word stands for. */
export function uuid(word: string): string {
  const hex = Array.from(word, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const digits = hex.slice(-32).padStart(32, '0');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

/** References in the story are written as short words too; records stand in the order given. */
export function makeWorkbook(story: Story): Workbook {
  const assembler = new WorkbookAssembler(uuid('workbook'));
  const organisation: Story['organisation'] = story.organisation ?? [
    { id: 'organisation', name: 'Test practice', currency: 'USD', start: '2027-01-04' },
  ];
  for (const [register, records] of Object.entries({ ...story, organisation }) as [
    RegisterId,
    (Partial<AnyRecord> & { id: string })[],
  ][]) {
    records.forEach((partial, index) => {
      const definition = definitionOf(register);
      const id = uuid(partial.id);
      const values = Object.entries(partial).flatMap(([name, value]) => {
        const field = fieldOf(definition, name);
        if (field === undefined) return [];
        const isReference = field.kind === 'ref' || field.kind === 'anyRef';
        const given =
          isReference && typeof value === 'string'
            ? uuid(value)
            : field.kind === 'refs'
              ? (value as string[]).map(uuid)
              : value;
        const accepted = acceptValue(field, given);
        if (!accepted.ok) throw new Error(JSON.stringify(accepted.error));
        return [[name, accepted.value] as const];
      });
      assembler.put(register, {
        record: {
          ...emptyRecord(definition, id),
          ...Object.fromEntries(values),
          archived: partial['archived'] === true,
        },
        order: String(index).padStart(7, '0'),
        edgeWrittenAt: [index, 0],
        conflicts: [],
        findings: [],
      });
    });
  }
  return assembler.workbook();
}
