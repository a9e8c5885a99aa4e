/** The packs as they are shipped, and the workbook one makes. */
import { readFileSync } from 'node:fs';
import { WorkbookAssembler } from '../../../shared/domain/assemble';
import { emptyRecord } from '../../../shared/domain/register/record';
import { definitionOf } from '../../../shared/domain/registers/all';
import {
  instantiatePack,
  type InstantiatedRecord,
  type PackInput,
} from '../../../shared/domain/templates/instantiatePack';
import type { Pack } from '../../../shared/domain/templates/pack';
import { parsePack } from '../../../shared/domain/templates/parsePack';
import type { Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';

export const PACKS = ['demo-five-provider-saas', 'small-practice-saas', 'blank'] as const;
export type PackName = (typeof PACKS)[number];

export function packJson(name: PackName): unknown {
  const file = new URL(`../../../resources/templates/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

export function readPack(name: PackName): Pack {
  const pack = parsePack(packJson(name));
  if (!pack.ok) throw new Error(JSON.stringify(pack.error));
  return pack.value;
}

/** Distinct and repeatable: register and key written into the id, the long ones by their end. */
export function idFor(register: string, key: string): string {
  const numberOf = (word: string): number =>
    Array.from(word).reduce((sum, letter) => (sum * 131 + letter.charCodeAt(0)) % 9_999_991, 7);
  return uuid(`${String(numberOf(register))}${key.slice(-4)}${String(numberOf(key))}`.slice(-16));
}

export function recordsOf(name: PackName, input: Partial<PackInput> = {}): readonly InstantiatedRecord[] {
  const made = instantiatePack(readPack(name), { answers: {}, idFor, ...input });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

export function workbookOfPack(name: PackName, input: Partial<PackInput> = {}): Workbook {
  const assembler = new WorkbookAssembler(uuid('workbook'));
  recordsOf(name, input).forEach(({ register, id, values }, index) => {
    assembler.put(register, {
      record: { ...emptyRecord(definitionOf(register), id), ...values, id, archived: false },
      order: String(index).padStart(5, '0'),
      edgeWrittenAt: [index, 0],
      conflicts: [],
      findings: [],
    });
  });
  return assembler.workbook();
}
