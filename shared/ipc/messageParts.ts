/** What messages between processes are made of, parsed by its shape. */
import { isCount, isJsonObject } from '../domain/base/json';
import type { Problem } from '../domain/base/problem';

/** Takes a problem by its shape: a code, and facts that are texts and numbers. */
export function parseProblem(value: unknown): Problem | undefined {
  if (!isJsonObject(value) || typeof value['code'] !== 'string' || !isJsonObject(value['facts']))
    return undefined;
  const facts = Object.values(value['facts']);
  const isPlain = facts.every((fact) => typeof fact === 'string' || typeof fact === 'number');
  return isPlain ? ({ code: value['code'], facts: value['facts'] } as unknown as Problem) : undefined;
}

export function isCountOrNull(value: unknown): value is number | null {
  return value === null || isCount(value);
}
