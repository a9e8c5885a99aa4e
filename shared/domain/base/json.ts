/** Values from outside, such as parsed JSON, before anything is known of them. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether it can be asked for a member. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What it is, in words: `a list`, `text`, `nothing (null)`. */
export function jsonKind(value: unknown): string {
  if (value === null || value === undefined) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object':
      return 'an object';
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    default:
      return 'true or false';
  }
}

/** A whole number from 0 on, no larger than numbers are exact. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** The parsed list; undefined unless it is one and each of its members parses. */
export function parseAll<T>(
  value: unknown,
  parse: (item: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parsed = value.map(parse).filter((item) => item !== undefined);
  return parsed.length === value.length ? parsed : undefined;
}
