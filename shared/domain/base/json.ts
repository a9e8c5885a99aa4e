/** Parsed JSON before anything is known of it. */

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
