/** The packs as they are shipped, and the workbook one makes. */
import { readdirSync, readFileSync } from 'node:fs';
import { assembleRecords, type InstantiatedRecord } from '../../../shared/domain/templates/assembleRecords';
import type { PackParts } from '../../../shared/domain/templates/composePack';
import { parseHolidays } from '../../../shared/domain/templates/holidays';
import { instantiatePack, type PackInput } from '../../../shared/domain/templates/instantiatePack';
import type { Pack } from '../../../shared/domain/templates/pack';
import { parsePack } from '../../../shared/domain/templates/parsePack';
import type { Workbook } from '../../../shared/domain/workbook';
import { uuid } from '../../support/makeWorkbook';

/** The packs that ask about the practice and size the plan by the answers. */
export const SIZED_PACKS = [
  'small-practice-saas',
  'multi-site-phased',
  'pilot-then-rollout',
  'rural-hospital-on-premises',
] as const;
export const PACKS = ['demo-five-provider-saas', 'blank', ...SIZED_PACKS] as const;
export type PackName = (typeof PACKS)[number];

const resources = new URL('../../../resources/', import.meta.url);

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, resources), 'utf8'));
}

const parts: PackParts = Object.fromEntries(
  readdirSync(new URL('templates/parts/', resources)).map((file) => [
    file.replace('.json', ''),
    json(`templates/parts/${file}`),
  ]),
);

export const holidays = parseHolidays(json('holidays.json'));

const packs = new Map<PackName, Pack>();

export function readPack(name: PackName): Pack {
  const known = packs.get(name);
  if (known !== undefined) return known;
  const pack = parsePack(json(`templates/${name}.json`), parts);
  if (!pack.ok) throw new Error(JSON.stringify(pack.error));
  packs.set(name, pack.value);
  return pack.value;
}

/** Distinct and repeatable: register and key written into the id, the long ones by their end. */
export function idFor(register: string, key: string): string {
  const numberOf = (word: string): number =>
    Array.from(word).reduce((sum, letter) => (sum * 131 + letter.charCodeAt(0)) % 9_999_991, 7);
  return uuid(`${String(numberOf(register))}${key.slice(-4)}${String(numberOf(key))}`.slice(-16));
}

export function recordsOf(name: PackName, input: Partial<PackInput> = {}): readonly InstantiatedRecord[] {
  const made = instantiatePack(readPack(name), { answers: {}, idFor, holidays, ...input });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value;
}

export function workbookOfPack(name: PackName, input: Partial<PackInput> = {}): Workbook {
  return assembleRecords(recordsOf(name, input), uuid('workbook'));
}
